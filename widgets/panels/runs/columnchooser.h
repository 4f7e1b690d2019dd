// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/columnlistmodel.h"

#include <QFrame>

class QLineEdit;
class QListView;

namespace Assay {

// A list to search and tick, that opens below a button: the columns of the run table.
class ColumnChooser final : public QFrame
{
    Q_OBJECT

public:
    explicit ColumnChooser(QWidget *parent);

    ColumnListModel &model() { return m_model; }
    void openBelow(const QWidget *button);

Q_SIGNALS:
    void automaticRequested(); // back to the columns that the runs suggest

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void toggle(const QModelIndex &index);

    ColumnListModel m_model;
    QLineEdit *m_search;
    QListView *m_list;
};

} // namespace Assay
