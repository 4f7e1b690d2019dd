// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/program.h"
#include "tests/support/faultserver.h"
#include "widgets/dialogs/checkstepsview.h"
#include "widgets/dialogs/connectiondialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace Assay::Testing {

// As much of a server as an empty store needs.
inline void answerAsMlflow(FaultServer::Peer &peer)
{
    if (peer.request().path() == "/version")
        peer.answer(200, "2.22.0", "text/plain");
    else if (peer.request().path().endsWith("/experiments/search"))
        peer.answer(200, R"({"experiments": [{"experiment_id": "0", "name": "Default", "artifact_location": "mlflow-artifacts:/0",
                             "lifecycle_stage": "active", "creation_time": 1, "last_update_time": 1}]})");
    else
        peer.answer(200, "{}");
}

inline constexpr char Challenge[] = "WWW-Authenticate: Basic realm=\"mlflow\"\r\n";

// The same for those who sign in as "ann" with "geheim".
inline void answerAnn(FaultServer::Peer &peer)
{
    if (peer.request().headers.value("authorization") == "Basic " + QByteArray("ann:geheim").toBase64())
        answerAsMlflow(peer);
    else
        peer.answer(401, "You are not authenticated.", "text/html", Challenge);
}

inline FaultServer::Script always(int status, const QByteArray &body, const QByteArray &type, const QByteArray &headers = {})
{
    return FaultServer::replies([=](FaultServer::Peer &peer) { peer.answer(status, body, type, headers); });
}

inline void forgetEnvironment()
{
    for (const char *name : {"MLFLOW_TRACKING_URI", "MLFLOW_TRACKING_USERNAME", "MLFLOW_TRACKING_PASSWORD", "MLFLOW_TRACKING_TOKEN"})
        qunsetenv(name);
}

// The program with its dialog, as a person uses it.
struct Connecting : Program {
    ConnectionDialog *dialog = nullptr;

    explicit Connecting(const QString &settingsFile = {}) : Program(settingsFile) { show(); }

    void show()
    {
        window.actions().action(QStringLiteral("file.openServer"))->trigger();
        find();
    }
    void find() { dialog = window.findChild<ConnectionDialog *>(); }
    template <typename T>
    T *part(const QString &name) { return dialog->findChild<T *>(name); }
    void type(const QString &address) { part<QComboBox>(QStringLiteral("connectionAddress"))->setEditText(address); }
    void press(const QString &name) { part<QPushButton>(name)->click(); }
    void signIn(SignIn how, const QString &user, const QString &secret)
    {
        auto *choice = part<QComboBox>(QStringLiteral("connectionSignIn"));
        choice->setCurrentIndex(choice->findData(int(how)));
        Q_EMIT choice->activated(choice->currentIndex());
        part<QLineEdit>(QStringLiteral("connectionUser"))->setText(user);
        part<QLineEdit>(QStringLiteral("connectionSecret"))->setText(secret);
    }
    // Of the address that stands there; empty texts are left out.
    void chooseProxy(const QString &address, const QString &user, const QString &password)
    {
        auto *use = part<QComboBox>(QStringLiteral("proxyUse"));
        QTRY_VERIFY(use->isVisible());
        use->setCurrentIndex(use->findData(int(ProxyUse::Own)));
        Q_EMIT use->activated(use->currentIndex());
        for (const auto &[name, text] : {std::pair(QStringLiteral("proxyAddress"), address), std::pair(QStringLiteral("proxyUser"), user),
                                         std::pair(QStringLiteral("proxyPassword"), password)}) {
            if (text.isEmpty())
                continue;
            part<QLineEdit>(name)->setText(text);
            Q_EMIT part<QLineEdit>(name)->textEdited(text);
        }
    }
    bool isChecking() { return part<QPushButton>(QStringLiteral("connectionTest"))->text() != QStringLiteral("Test"); }
    const QList<CheckStep> &steps() { return part<CheckStepsView>(QStringLiteral("checkSteps"))->steps(); }
    CheckStep last() { return steps().isEmpty() ? CheckStep() : steps().last(); }
    void test(const QString &address)
    {
        type(address);
        press(QStringLiteral("connectionTest"));
        QTRY_VERIFY_WITH_TIMEOUT(!isChecking(), 30'000);
    }
    QString said()
    {
        QString all;
        for (const CheckStep &step : steps())
            all += step.text + u'|' + step.advice + u'|' + step.said + u'\n';
        return all;
    }
};

} // namespace Assay::Testing
