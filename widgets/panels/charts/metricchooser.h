// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QSortFilterProxyModel>
#include <QStringListModel>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace Assay {

// A list of metrics that opens over the page to choose one of, or to write an expression of some. Deletes itself when it is
// closed.
class MetricChooser final : public QFrame
{
    Q_OBJECT

public:
    MetricChooser(const QStringList &metrics, QWidget *parent);

    void openAt(const QPoint &globalPosition);

Q_SIGNALS:
    void chosen(const QString &key); // as cards have it: "metrics.loss", or the expression

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeText(const QString &text);
    void choose(const QModelIndex &index);
    void chooseExpression();
    void finish(const QString &key);

    QStringListModel m_model;
    QSortFilterProxyModel m_found;
    QLineEdit *m_search;
    QListView *m_list;
    QPushButton *m_expression; // draws what is written, when it is one
    QLabel *m_hint;
};

} // namespace Assay
