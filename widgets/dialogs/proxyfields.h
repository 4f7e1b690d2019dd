// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/serveraccount.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace Assay {

// Which proxy leads to a server, and who one is there.
class ProxyFields final : public QWidget
{
    Q_OBJECT

public:
    explicit ProxyFields(QWidget *parent = nullptr);

    void setProxy(const ServerProxy &proxy, const QString &password);
    ServerProxy proxy() const; // an own one without an address that can be one: with an empty one
    QString password() const;  // as it was typed; empty: the one that is kept, if there is one
    void setHasPassword(bool hasPassword);
    bool isOwn() const;
    QWidget *field() const; // the first one

    void focusWanted(); // what is missing

Q_SIGNALS:
    void changed();
    void accountChanged(); // another proxy or user

private:
    void updateFields();

    QComboBox *m_use;
    QWidget *m_own;
    QLineEdit *m_address;
    QLabel *m_mistake;
    QLineEdit *m_user;
    QLabel *m_passwordLabel = nullptr;
    QLineEdit *m_password;
    bool m_hasPassword = false;
};

} // namespace Assay
