// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/columnlistmodel.h"

#include <QFrame>

class QHBoxLayout;
class QLineEdit;
class QListView;

namespace Assay {

// A list of columns to search and tick, that opens below a button.
class ColumnChooser final : public QFrame
{
    Q_OBJECT

public:
    // `reset`: what the button at the foot says.
    ColumnChooser(const QString &name, const QString &reset, QWidget *parent);

    ColumnListModel &model() { return m_model; }
    void addAtFoot(QWidget *widget);
    void addNarrowing(); // a choice of the columns that differ, or that have values
    void openBelow(const QWidget *button);

Q_SIGNALS:
    void resetRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void toggle(const QModelIndex &index);

    ColumnListModel m_model;
    QLineEdit *m_search;
    QListView *m_list;
    QHBoxLayout *m_head;
    QHBoxLayout *m_foot;
};

} // namespace Assay
