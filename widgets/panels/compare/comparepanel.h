// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/comparemodel.h"
#include "models/items/textdiff.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace Assay {

class CompareTable;
class ExplainView;
class TextDiffView;

// Runs side by side: keys at the left as a tree, one column for each run, the baseline first. Asks for every comparison
// with other runs, another order or other rows, and shows it when it comes.
class ComparePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ComparePanel(QWidget *parent = nullptr);
    ~ComparePanel() override;

    // Null: nothing to compare, and `message` says what to do about it.
    void setComparison(ComparisonPtr comparison, const QString &message = {});
    void setLoading(bool loading);
    // The answer to the newest textDiffRequested() or fileDiffRequested().
    void setTextDiff(std::shared_ptr<const SideBySide> diff);
    void setTextDiffProblem(const QString &problem);
    // How far the artifacts of the runs are read.
    struct Reading {
        bool isReading = false;
        qsizetype done = 0;
        qsizetype total = 0;  // that are to be read
        qsizetype unread = 0; // of all runs
    };
    void setReading(const Reading &reading);
    ExplainView *explainView() const { return m_explain; }
    bool isExplaining() const;

Q_SIGNALS:
    void orderChosen(const QStringList &runKeys); // the baseline first
    void filterChanged(const Assay::CompareFilter &filter);
    void toleranceChosen(const Assay::DiffTolerance &tolerance);
    void textDiffRequested(const QString &from, const QString &to);
    void fileDiffRequested(const QString &path, const Assay::RunRef &left, const Assay::RunRef &right);
    void explainingChanged(bool explains);
    void readAllRequested();
    void stopRequested();
    void shown();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeReadingBar();
    void connectBar();
    void connectTable();
    // The current cell by what it stands for: a new comparison has it in another place.
    struct CurrentCell {
        std::optional<DiffSection> section = {};
        QString key;
        QString run; // empty: the key itself
    };
    CurrentCell currentCell() const;
    void restore(const CurrentCell &cell);
    void updateCaption();
    void updateExplain();
    void updateToleranceChip();
    // Two texts below the table, and where they are from.
    struct ShownTexts {
        DiffSection section = DiffSection::Params;
        QString key;
        qsizetype left = 0; // runs
        qsizetype right = 0;
        QString leftId, rightId;
        QString from, to; // of artifacts their sizes
    };
    std::optional<ShownTexts> wantedTexts() const;
    void updateTextDiff();
    void askForFilter();
    void takeTolerance();
    void moveRun(int fromSection, int toSection);
    void makeBaseline(const QString &runId);
    void fold(int row, bool folded);
    void showHeaderMenu(int section, const QPoint &globalPosition);
    void showCellMenu(const QModelIndex &index, const QPoint &globalPosition);
    void copyCells();
    void copyRows(TextFormat format);

    CompareModel m_model;
    QLabel *m_title;
    QLabel *m_caption;
    QComboBox *m_baseline;
    QLineEdit *m_tolerance;
    QToolButton *m_toleranceChip;
    QToolButton *m_onlyDifferences;
    QLineEdit *m_search;
    QStackedWidget *m_stack;
    QLabel *m_message;
    CompareTable *m_table;
    QSplitter *m_splitter;
    TextDiffView *m_textDiff;
    ExplainView *m_explain;
    QToolButton *m_explains;
    QWidget *m_readingBar;
    QLabel *m_readingText;
    QPushButton *m_readAll;
    QPushButton *m_stop;
    std::optional<ShownTexts> m_shownTexts;
    QString m_dismissed; // the key whose difference was closed
};

} // namespace Assay
