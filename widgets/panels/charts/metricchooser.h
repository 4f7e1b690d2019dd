// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QSortFilterProxyModel>
#include <QStringListModel>

class QLineEdit;
class QListView;

namespace Assay {

// A list of metrics that opens over the page to choose one of. Deletes itself when it is closed.
class MetricChooser final : public QFrame
{
    Q_OBJECT

public:
    MetricChooser(const QStringList &metrics, QWidget *parent);

    void openAt(const QPoint &globalPosition);

Q_SIGNALS:
    void chosen(const QString &metric);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QModelIndex &index);

    QStringListModel m_model;
    QSortFilterProxyModel m_found;
    QLineEdit *m_search;
    QListView *m_list;
};

} // namespace Assay
