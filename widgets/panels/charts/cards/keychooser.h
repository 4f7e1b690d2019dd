// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QSortFilterProxyModel>
#include <QStringListModel>
#include <QToolButton>

#include <functional>

class QLineEdit;
class QListView;

namespace Assay {

// A list of columns that opens over a card to choose one of, with a field to search in it. Deletes itself when it is
// closed.
class KeyChooser final : public QFrame
{
    Q_OBJECT

public:
    KeyChooser(const QStringList &keys, const QString &current, QWidget *parent);

    void openBelow(const QWidget &button);

Q_SIGNALS:
    void chosen(const QString &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QModelIndex &index);

    QStringListModel m_model;
    QSortFilterProxyModel m_found;
    QLineEdit *m_search;
    QListView *m_list;
};

// Shows what a column is for and which one it is ("x  lr"), and asks for another one.
class KeyButton final : public QToolButton
{
    Q_OBJECT

public:
    using Keys = std::function<QStringList()>; // asked for when the list opens

    KeyButton(const QString &role, const QString &name, Keys keys, QWidget *parent);

    void setKey(const QString &key); // empty: none
    const QString &key() const { return m_key; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void setAdds(); // it shows no column: what is chosen is added

Q_SIGNALS:
    void keyChosen(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString shownKey() const;
    void openList();

    QString m_role;
    QString m_key;
    bool m_adds = false;
    Keys m_keys;
};

// The first one of a list of keys: no column at all.
QString noKeyText();

} // namespace Assay
