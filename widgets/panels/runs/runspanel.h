// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/columnlistmodel.h"
#include "models/items/explanationtext.h"
#include "models/items/facetmodel.h"
#include "models/items/runtablestate.h"
#include "models/items/runview.h"
#include "widgets/panels/runs/runtableview.h"

#include <QTimer>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace Assay {

class ColumnChooser;
class FacetPanel;
class FilterField;
class PivotView;

// The runs of the chosen experiments as a table: the legend of the charts, and what everything else starts from. Asks
// for rows by stateChanged(); gets them through the RunView.
class RunsPanel final : public QWidget
{
    Q_OBJECT

public:
    // Unreached: of a store behind a network; SignedOut: one that wants to know who asks.
    enum class Situation { NoStore, Loading, Partial, Ready, Failed, Unreached, SignedOut };

    // `view` outlives the panel.
    explicit RunsPanel(RunView &view, QWidget *parent = nullptr);
    ~RunsPanel() override;

    void setTitle(const QString &title); // what experiments these are
    void setExperimentNames(const QHash<QString, QString> &names) { m_model.setExperimentNames(names); }
    void setSituation(Situation situation, const QString &message = {}); // the message: what failed
    void setCounts(qsizetype found, qsizetype candidates); // by the filter, without kin; of the experiments, before the filter
    void setHistoriesToRead(qsizetype series); // before the rows are all that the filter finds, and in order; 0: they are
    void setFilterMistake(const std::optional<QueryMistake> &mistake);
    void setFilterHint(const QString &hint); // about keys that no run has
    void setQueryHistory(const QStringList &queries);
    void setExplanation(const QueryExplanation &explanation); // of the rows that are shown, on the empty page or as the caption's tip; no parts: none
    void setFacet(const Facet &facet);
    void showFacet(const ColumnKey &key); // opens the panel at the right, and asks
    void setColumnStats(const std::vector<ColumnStats> &stats, qsizetype runs);
    void measureColumns() { m_table->measureAgain(); } // after many rows came
    void setNow(qint64 ms) { m_model.setNow(ms); }

    const RunTableState &state() const { return m_state; }
    void restore(const RunTableState &state); // without stateChanged()
    QList<RunRef> allSelectedRuns() const; // however many; the RunView knows only the first of very many
    RunTableModel &model() { return m_model; }
    RunTableView *table() const { return m_table; }
    // What is shown, to be copied or written: all rows, or the selected ones; groups when there are any.
    enum class Rows { Shown, Selected };
    TextTable textTable(Rows rows) const;
    Formulas formulas() const { return m_formulas; } // in CSV and TSV, copied or exported
    void setFormulas(Formulas formulas) { m_formulas = formulas; }

Q_SIGNALS:
    // The filter, the order, the columns or the nesting: to be remembered, and the rows to be computed anew.
    void stateChanged(const Assay::RunTableState &state);
    void facetRequested(const Assay::ColumnKey &key, const QString &search); // of the rows that are shown
    void queryHistoryChanged(const QStringList &queries);
    void exportRequested();
    void menuOpening(QMenu *menu); // of runs: whoever can do something with them adds it
    void formulasChanged(Assay::Formulas formulas); // the person chose
    void connectRequested(); // somebody wants to see to a store that is Unreached or SignedOut
    void retryRequested();
    // For the lines of histories that are seen; the answers go to model().setHistory().
    void historiesWanted(const QList<Assay::SeriesKey> &keys);
    void runActivated(const Assay::RunRef &run);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    void connectBar();
    QMenu *makeNestedMenu();
    QWidget *makeMessage();
    void connectFacets();
    QToolButton *makeButton(const QString &name, QLatin1StringView iconName, const QString &text);
    void connectTable();
    void connectView();
    void change(const RunTableState &state);
    void applyState();
    void applyColumns();
    void updatePage();
    void updateMode();
    void makePivot();
    void setPivotShown(bool shown);
    void connectHistories();
    void askForHistories();
    void addScaleActions(QMenu &menu, const ColumnKey &key);
    void sortBestFirst(const ColumnKey &key);
    void updateCaption();
    void updateChips();
    void addChip(const QString &name, const QString &text, const QString &toolTip, const std::function<void(RunTableState &)> &remove);
    void makeGroupChooser();
    void setGroupedBy(const ColumnKey &key, bool grouped);
    void showMessage(const QString &title, const QString &text, const QString &action);
    void showNoMatch();
    void removeCulprit();
    void sortBy(const ColumnKey &key, Qt::KeyboardModifiers modifiers);
    void setSort(const ColumnKey &key, SortDirection direction);
    void showColumns(const QList<ColumnKey> &keys, bool shown);
    void pinColumn(const ColumnKey &key, bool pinned);
    void addHistorySorts(QMenu &menu, const ColumnKey &key);
    void showHeaderMenu(const ColumnKey &key, const QPoint &position);
    void showCellMenu(const QModelIndex &index, const QPoint &position);
    void addCopyActions(QMenu &menu, const QModelIndex &index);
    void addEyeActions(QMenu &menu);
    void addFilterActions(QMenu &menu, const QModelIndex &index);
    void toggleEye(int row, Qt::KeyboardModifiers modifiers);
    void toggleEyes();
    void copyRows(TextFormat format);
    void takeSelection();
    void giveSelection();
    QList<RunRef> selectedRuns() const;
    QList<RunRef> runsOf(const QList<int> &rows) const; // of the table; of groups all their runs
    QList<ColumnKey> columns() const; // those that are shown, chosen or automatic

    RunView &m_view;
    RunTableModel m_model;
    RunTableState m_state;
    QList<ColumnKey> m_automatic;
    Situation m_situation = Situation::NoStore;
    QString m_failure;
    qsizetype m_found = 0;
    qsizetype m_candidates = 0;
    qsizetype m_historiesToRead = 0;
    QueryExplanation m_explanation;
    QString m_hint;
    bool m_isGivingSelection = false;
    bool m_isHovering = false; // the pointer is in the table, which says so itself
    Formulas m_formulas = Formulas::AsTheyAre;
    QTimer m_historyTimer;
    QTimer m_selectionTimer; // merges what a drag over many rows selects

    QLabel *m_title;
    QLabel *m_caption;
    FilterField *m_filter;
    QHBoxLayout *m_chips;
    QToolButton *m_nested;
    QToolButton *m_columnsButton;
    ColumnChooser *m_chooser;
    QToolButton *m_groupButton;
    ColumnChooser *m_groupChooser;
    QComboBox *m_summary;
    QToolButton *m_pivotButton;
    PivotView *m_pivot;
    FacetPanel *m_facets;
    QStackedWidget *m_stack;
    RunTableView *m_table;
    QLabel *m_messageTitle;
    QLabel *m_messageText;
    QPushButton *m_messageAction;
    QPushButton *m_culpritAction;
};

} // namespace Assay
