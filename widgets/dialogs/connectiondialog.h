// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/checkstep.h"
#include "widgets/dialogs/connectionform.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;

namespace Assay {

class CheckStepsView;
class ProxyFields;

// Where a server is, who one is there, and which authority stands for it; tells step by step how far one comes. Not modal.
class ConnectionDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectionDialog(QWidget *parent = nullptr);

    void setAddresses(const QStringList &known); // newest first
    void setExamples(const QString &examples);   // what addresses look like
    QString examples() const { return m_examples; }
    void setAddressWords(const AddressWords &words); // of the address that stands there
    void setForm(const ConnectionForm &form);        // all but the address, unless it is given
    void setHasSecret(bool hasSecret);               // one is kept for the account that stands there
    void setHasProxyPassword(bool hasPassword);
    void setKeychain(const QString &whyNot);         // empty: there is one
    // Empty `pem`: the system's.
    void setAuthorities(const QByteArray &pem, const QList<CertificateFacts> &certificates);
    void setAuthorityMistake(const QString &mistake); // why a file is none; what was chosen before stays
    void setKnown(bool isKnown); // the address stands in the list, and can be forgotten

    // The form shows what is kept for an address, and not what was typed for one that is new.
    void setShowsKept(bool shows) { m_showsKept = shows; }
    bool showsKept() const { return m_showsKept; }

    ConnectionForm form() const;
    QString address() const;

    void beginCheck();
    void setStep(const CheckStep &step);
    void endCheck(bool passed); // after one that did not pass, one may open it all the same

Q_SIGNALS:
    void addressChanged(const QString &address); // a moment after the last key
    void accountChanged();                       // another user or another way to sign in, here or at the proxy
    void checkRequested();
    void checkCanceled();
    void openRequested();       // when a check says that one can
    void openAnywayRequested();
    void authoritiesRequested(); // somebody wants to choose a file
    void forgetRequested(const QString &address);

private:
    void makeWidgets();
    void makeAuthority();
    void makeLayout();
    QWidget *makeButtons();
    void changed(); // what a check found holds no more
    void connectWidgets();
    void fillSignIns();
    SignIn signIn() const;
    void updateSignIn();
    void updateButtons();
    void showWanted(const CheckStep &step);

    QComboBox *m_address;
    QLabel *m_addressNote;
    QComboBox *m_signIn;
    QLabel *m_userLabel;
    QLineEdit *m_user;
    QLabel *m_secretLabel;
    QLineEdit *m_secret;
    QCheckBox *m_keeps;
    QLabel *m_keepsNote;
    QLabel *m_authorityText;
    QLabel *m_authorityPrint;
    QPushButton *m_authorityChoose;
    QPushButton *m_authorityClear;
    QLabel *m_proxyLabel;
    ProxyFields *m_proxy;
    CheckStepsView *m_steps;
    QPushButton *m_copy;
    QPushButton *m_forget;
    QPushButton *m_test;
    QPushButton *m_open;
    QTimer *m_addressTimer;
    AddressWords m_words;
    QByteArray m_authorities;
    QString m_authorityWords;
    QString m_whyNoKeychain;
    bool m_hasSecret = false;
    bool m_isChecking = false;
    bool m_showsKept = false;
    bool m_opensAnyway = false;
    QString m_examples;
};

} // namespace Assay
