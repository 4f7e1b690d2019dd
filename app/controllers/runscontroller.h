// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controllers/pagecontroller.h"
#include "models/base/latest.h"
#include "models/base/problem.h"
#include "models/items/runtablestate.h"
#include "models/items/runview.h"
#include "models/table/columnstats.h"
#include "models/table/facet.h"
#include "models/table/queryexplanation.h"
#include "models/table/quickfilter.h"
#include "models/table/roworder.h"
#include "models/table/textexport.h"

#include <QTimer>

#include <functional>

class QMenu;

namespace Assay {

class OpenStore;
class RunsPanel;
class SparklineReader;

// Filters and sorts the store's runs in the background, as the panel and the navigator say, and hands them to the RunView.
class RunsController final : public PageController
{
    Q_OBJECT

public:
    // How a store's table was left, by the store's location.
    struct Memory {
        std::function<QVariantMap(const QString &location)> load;
        std::function<void(const QString &location, const QVariantMap &state)> save;
        std::function<QStringList(const QString &location)> loadQueries = {}; // those of before, newest first
        std::function<void(const QString &location, const QStringList &queries)> saveQueries = {};
    };

    RunsController(RunView &view, Memory memory, QObject *parent);
    ~RunsController() override;

    QWidget *widget() const override;
    void setStore(OpenStore *store) override;
    bool isBusy() const override;
    void setShowsDeleted(bool shows);
    // Writes what the table shows, in the background, as the end of the name says (CSV else); answers with exported() or failed().
    void exportShown(const QString &path);
    void setFormulas(Formulas formulas);
    RunTableState state() const;
    QList<RunRef> selectedRuns() const; // all of them
    void changeView(const QVariantMap &changes); // of the state's map; not announced
    // Adds to the filter: what fits the query, or (not `keep`) what does not. Not announced.
    void filterBy(const QString &query, bool keep);
    void setNamesEditable(bool editable);
    void editName(); // of the current run, in its cell

Q_SIGNALS:
    void formulasChanged(Assay::Formulas formulas); // chosen, to be remembered
    void connectRequested(); // the store cannot be reached as it is asked
    void exportRequested(); // somebody wants a file: ask for its name, then exportShown()
    void exported(const QString &path);
    void viewChanged(const QVariantMap &before, const QVariantMap &after); // by the person; RunTableState's maps
    void renameRequested(const Assay::RunRef &run, const QString &name);
    void menuOpening(QMenu *menu); // of the selected runs
    void runActivated(const Assay::RunRef &run);

private:
    struct Computed {
        RowOrder order;
        HistoryValuesPtr histories; // moved to the table of the order
        std::optional<std::vector<ColumnStats>> stats;
        qsizetype candidates = 0;
        QueryExplanation explanation; // of an empty answer
        QString hint;                 // about keys that no run has
    };

    void takeState(const RunTableState &state); // and say what changed
    void useState(const RunTableState &state);
    bool takeFilter(const QString &text); // whether other runs may fit now
    void update();
    void finish(const Result<Computed> &computed, const RunTablePtr &table, bool complete);
    void readHistories(const HistoryNeeds &needs);
    void updateTitle();
    void updateSituation();
    void showFailure();
    void explainAnswer();
    void computeFacet(const ColumnKey &key, const QString &search);
    RowOrderRequest request() const;
    static Status explain(Computed &computed, const RowOrderRequest &request, const QString &filter, Job &job);
    // `filter`: the query as written.
    static Result<Computed> compute(const RowOrderRequest &request, const QString &filter, bool withStats, Job &job);

    RunView &m_view;
    Memory m_memory;
    RunsPanel *m_panel;
    SparklineReader *m_sparklines;
    OpenStore *m_store = nullptr;
    RunTableState m_state; // as the panel has it
    QString m_filterText; // as typed
    QuickFilter m_filter;
    HistoryValuesPtr m_histories; // what has been read of the store's for queries and orders
    bool m_showsDeleted = false;
    bool m_statsAreOld = true;
    QTimer m_nowTimer;
    Latest<Computed> m_latest{this};
    Latest<Loaded<HistoryValues>> m_historyRead{this};
    Latest<QueryExplanation> m_latestExplanation{this};
    Latest<Facet> m_latestFacet{this};
};

} // namespace Assay
