// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/columnlistmodel.h"
#include "models/items/pivotmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;
class QTableView;

namespace Assay {

// A pivot of the shown runs as a heat map, with the four choices that make it.
class PivotView final : public QWidget
{
    Q_OBJECT

public:
    // `view` outlives the widget.
    explicit PivotView(RunView &view, QWidget *parent = nullptr);

    void setColumns(const std::vector<ColumnStats> &stats);
    void setState(const RunTableState &state); // what was not chosen is taken from the columns
    PivotModel &model() { return m_model; }
    QTableView *table() const { return m_table; }

Q_SIGNALS:
    void changed(const Assay::PivotState &pivot);
    void cellChosen(const QString &condition); // that finds its runs

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBar();
    QComboBox *makeChoice(const QString &name, const QString &title);
    void fill(QComboBox *choice, const QList<ColumnKey> &keys, const ColumnKey &current);
    void fillAll();
    void take();
    void updateProblem();

    PivotModel m_model;
    RunTableState m_state;
    QList<ColumnKey> m_keys;    // that can stand down and across
    QList<ColumnKey> m_values;
    QComboBox *m_down;
    QComboBox *m_across;
    QComboBox *m_value;
    QComboBox *m_aggregate;
    QStackedWidget *m_stack;
    QTableView *m_table;
    QLabel *m_problem;
    QList<QLabel *> m_labels; // of the choices
};

} // namespace Assay
