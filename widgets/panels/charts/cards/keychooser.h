// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/charts/searchlist.h"

#include <QToolButton>

#include <functional>

namespace Assay {

// A list of columns that opens over a card to choose one of.
class KeyChooser final : public SearchList
{
    Q_OBJECT

public:
    KeyChooser(const QStringList &keys, const QString &current, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &key);

protected:
    void chooseText(const QString &key) override;
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
    void setLabelled(); // what the column is for stands beside it
    void setAdds(); // it shows no column: what is chosen is added

Q_SIGNALS:
    void keyChosen(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString shownKey() const;
    QString shownRole() const { return m_isLabelled ? QString() : m_role; }
    void openList();

    QString m_role;
    QString m_key;
    bool m_adds = false;
    bool m_isLabelled = false;
    Keys m_keys;
};

// The first one of a list of keys: no column at all.
QString noKeyText();

} // namespace Assay
