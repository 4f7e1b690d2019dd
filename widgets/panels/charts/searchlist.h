// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QSortFilterProxyModel>
#include <QStringListModel>

class QLineEdit;
class QListView;

namespace Assay {

// Texts that open over the page to choose one of, with a field to search in them; its arrows move in the list. Deletes
// itself when it is closed.
class SearchList : public QFrame
{
    Q_OBJECT

public:
    // `name`: of the object, "<name>Chooser", and of its parts, "<name>Search" and "<name>List".
    SearchList(const QString &name, const QString &placeholder, const QStringList &texts, QWidget *parent);

    void openAt(const QPoint &globalCorner);

protected:
    virtual void chooseText(const QString &text) = 0;
    virtual void enter(); // Return in the field: what is current

    qsizetype foundCount() const { return m_found.rowCount(); }
    void setCurrent(qsizetype place); // of the texts, while all are found
    QLineEdit &search() { return *m_search; }
    QListView &list() { return *m_list; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QModelIndex &index);

    QStringListModel m_model;
    QSortFilterProxyModel m_found;
    QLineEdit *m_search;
    QListView *m_list;
};

} // namespace Assay
