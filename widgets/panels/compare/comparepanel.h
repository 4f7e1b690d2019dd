// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/comparemodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QTextEdit;
class QToolButton;
class QTreeView;

namespace Assay {

// Runs side by side: keys at the left, one column for each run, a long value's difference to the baseline below.
class ComparePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ComparePanel(QWidget *parent = nullptr);

    // Null: nothing to compare, and `message` says what to do about it.
    void setComparison(ComparisonPtr comparison, const QString &message = {});
    void setLoading(bool loading);

Q_SIGNALS:
    void baselineChosen(const QString &runId);

private:
    QWidget *makeBar();
    QWidget *makeTable();
    void connectViews();
    QTreeView *makeView(const QString &name);
    void updateCaption();
    void updateTextDiff();
    void expandAll();
    void showHeaderMenu(const QPoint &position);
    void copySelected();

    CompareModel m_model;
    QLabel *m_title;
    QLabel *m_caption;
    QComboBox *m_baseline;
    QToolButton *m_onlyDifferences;
    QLineEdit *m_search;
    QStackedWidget *m_stack;
    QLabel *m_message;
    QTreeView *m_keys;
    QTreeView *m_values;
    QSplitter *m_splitter;
    QTextEdit *m_textDiff;
};

} // namespace Assay
