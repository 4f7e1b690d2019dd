// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectioncontroller.h"

#include "app/prompt.h"
#include "app/serveraccess.h"
#include "app/workbench.h"
#include "models/base/whendone.h"
#include "models/net/certificate.h"
#include "widgets/dialogs/connectiondialog.h"

#include <QFile>
#include <QFileInfo>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qint64 MostAuthorityBytes = 1 << 20;

// What addresses can look like; shown of these is what this build can open.
constexpr QLatin1StringView Schemes[] = {"https"_L1, "http"_L1, "postgresql"_L1, "mysql"_L1};

Result<QByteArray> authoritiesIn(const QString &path)
{
    QFile file(path);
    // Opening a pipe would wait for somebody who writes.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, ConnectionController::tr("The file cannot be read: %1").arg(path), file.errorString()};
    if (file.size() > MostAuthorityBytes)
        return Error{ErrorCode::InvalidArgument, ConnectionController::tr("The file is too large for certificates: %1").arg(path), {}};
    return file.readAll();
}

// All steps, on a worker.
void runCheck(const StoreRegistry &registry, const QString &address, const OpenOptions &options, const CheckSink &tell, Job &job)
{
    const StoreFormat *const format = registry.formatOfAddress(address);
    const StoreProbe probe = format ? format->probe(address, job) : StoreProbe();
    if (!probe.candidates.isEmpty())
        return format->check(probe.candidates.first().location, options, tell, job);
    CheckStep step{CheckStep::Kind::Name, CheckStep::State::Failed, probe.whyNot};
    if (step.text.isEmpty())
        step.text = ConnectionController::tr("This is no address of a server.");
    step.error = ErrorCode::InvalidArgument;
    tell(step);
}

} // namespace

ConnectionController::ConnectionController(Workbench &workbench, ServerAccess &access, Prompt &prompt, QWidget *window)
    : QObject(window), m_workbench(workbench), m_access(access), m_prompt(prompt), m_window(window)
{
}

ConnectionController::~ConnectionController()
{
    stopCheck();
    m_pool.waitForDone();
}

void ConnectionController::show()
{
    if (!m_dialog) {
        m_dialog = new ConnectionDialog(m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connectDialog();
        QStringList schemes;
        for (const QLatin1StringView scheme : Schemes)
            if (m_workbench.library().registry().formatOfAddress(scheme + "://"_L1))
                schemes.append(scheme + u"://…"_s);
        m_dialog->setAddresses(m_access.known());
        m_dialog->setExamples(schemes.join(u"   "_s));
        m_dialog->setAuthorities({}, {});
        m_dialog->setKnown(false);
        m_access.readKeychain(m_dialog, [this](const QString &whyNot) { m_dialog->setKeychain(whyNot); });
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ConnectionController::showFor(const QString &location)
{
    show();
    m_dialog->setForm({location, {}, {}});
    takeAddress(location);
    check(false);
}

void ConnectionController::connectDialog()
{
    connect(m_dialog, &ConnectionDialog::addressChanged, this, &ConnectionController::takeAddress);
    connect(m_dialog, &ConnectionDialog::accountChanged, this, &ConnectionController::lookForSecret);
    connect(m_dialog, &ConnectionDialog::checkRequested, this, [this] { check(false); });
    connect(m_dialog, &ConnectionDialog::checkCanceled, this, &ConnectionController::stopCheck);
    connect(m_dialog, &ConnectionDialog::openRequested, this, [this] { check(true); });
    connect(m_dialog, &ConnectionDialog::openAnywayRequested, this, &ConnectionController::open);
    connect(m_dialog, &ConnectionDialog::authoritiesRequested, this, &ConnectionController::chooseAuthorities);
    connect(m_dialog, &QDialog::finished, this, &ConnectionController::stopCheck);
    connect(m_dialog, &ConnectionDialog::forgetRequested, this, [this](const QString &address) {
        m_access.forget(address);
        m_dialog->setAddresses(m_access.known());
        takeAddress(address);
    });
}

void ConnectionController::takeAddress(const QString &address)
{
    stopCheck();
    AddressWords words;
    if (const StoreFormat *const format = m_workbench.library().registry().formatOfAddress(address)) {
        words.format = format->displayName();
        words.takesToken = format->takesToken();
        words.takesProxy = format->takesProxy();
        words.hasEnvironment = format->hasCredentials(address);
        words.freeEnvironment = format->freeCredentials(address);
    } else if (!address.isEmpty()) {
        words.mistake = tr("An address begins like one of these: %1").arg(m_dialog->examples());
    }
    m_dialog->setAddressWords(words);
    m_dialog->setKnown(m_access.isKnown(address));
    const bool hasAccount = m_access.hasAccount(address);
    if (!hasAccount && !m_dialog->showsKept())
        return; // what was typed stays
    const ServerAccount account = hasAccount ? m_access.account(address) : ServerAccount();
    m_dialog->setForm({{}, account, {}});
    const auto certificates = certificatesIn(account.authorities);
    m_dialog->setAuthorities(account.authorities, certificates ? *certificates : QList<CertificateFacts>());
    m_dialog->setShowsKept(hasAccount);
    lookForSecret();
}

void ConnectionController::lookForSecret()
{
    m_dialog->setHasSecret(false);
    m_dialog->setHasProxyPassword(false);
    const ConnectionForm form = m_dialog->form();
    if (form.account.hasSecret() && !form.address.isEmpty()) {
        const QString key = secretKey(form.address, form.account);
        m_access.readSecret(key, m_dialog, [this, key](const Result<QString> &secret) {
            const ConnectionForm now = m_dialog->form();
            if (secretKey(now.address, now.account) == key)
                m_dialog->setHasSecret(secret.hasValue());
        });
    }
    if (form.account.proxy.hasSecret()) {
        const QString key = secretKey(form.account.proxy);
        m_access.readSecret(key, m_dialog, [this, key](const Result<QString> &password) {
            if (secretKey(m_dialog->form().account.proxy) == key)
                m_dialog->setHasProxyPassword(password.hasValue());
        });
    }
}

void ConnectionController::check(bool opensAfterwards)
{
    stopCheck();
    const ConnectionForm form = m_dialog->form();
    m_dialog->beginCheck();
    auto job = m_job = std::make_shared<SilentJob>();
    if (form.account.proxy.use == ProxyUse::Own && form.account.proxy.address.isEmpty()) {
        CheckStep missing{CheckStep::Kind::Proxy, CheckStep::State::Failed, tr("The address of the proxy is missing."), tr("It is written http://proxy:3128.")};
        missing.error = ErrorCode::InvalidArgument;
        return failCheck(missing);
    }
    m_access.makeOptions(form.address, form.account, {form.secret, form.proxyPassword}, m_dialog, [this, job, form, opensAfterwards](const OpenOptions &options) {
        if (job != m_job)
            return;
        if (!options.refusal)
            return startCheck(form.address, options, opensAfterwards);
        const bool hasOwn = !form.account.hasSecret() || !options.credentials.password.isEmpty() || !options.credentials.token.isEmpty();
        CheckStep missing{hasOwn ? CheckStep::Kind::Proxy : CheckStep::Kind::Answer, CheckStep::State::Failed, options.refusal->message};
        missing.error = options.refusal->code;
        failCheck(missing);
    });
}

// Before anything was sent.
void ConnectionController::failCheck(const CheckStep &step)
{
    m_dialog->setStep(step);
    endCheck(false, false);
}

void ConnectionController::startCheck(const QString &address, const OpenOptions &options, bool opensAfterwards)
{
    const std::shared_ptr<SilentJob> job = m_job;
    // Steps travel as events to this object, which waits for its checks before it goes.
    const CheckSink tell = [this, job](const CheckStep &step) {
        QMetaObject::invokeMethod(this, [this, job, step] {
            if (job == m_job && m_dialog)
                m_dialog->setStep(step);
        }, Qt::QueuedConnection);
    };
    const StoreRegistry *const registry = &m_workbench.library().registry();
    auto future = QtConcurrent::run(&m_pool, [registry, address, options, tell, job] {
        bool passed = false;
        runCheck(*registry, address, options, [&](const CheckStep &step) {
            passed = step.kind == CheckStep::Kind::Store && (step.state == CheckStep::State::Passed || step.state == CheckStep::State::Doubtful);
            tell(step);
        }, *job);
        return passed;
    });
    whenDone(future, this, [this, job, opensAfterwards](const QFuture<bool> &done) {
        if (job == m_job)
            endCheck(done.result(), opensAfterwards);
    });
}

void ConnectionController::endCheck(bool passed, bool opensAfterwards)
{
    m_job.reset();
    if (!m_dialog)
        return;
    m_dialog->endCheck(passed);
    if (passed && opensAfterwards)
        open();
}

void ConnectionController::stopCheck()
{
    if (!m_job)
        return;
    m_job->cancel();
    m_job.reset();
    if (m_dialog)
        m_dialog->endCheck(true);
}

void ConnectionController::open()
{
    const ConnectionForm form = m_dialog->form();
    const StoreFormat *const format = m_workbench.library().registry().formatOfAddress(form.address);
    SilentJob job;
    const StoreProbe probe = format ? format->probe(form.address, job) : StoreProbe();
    if (probe.candidates.isEmpty())
        return;
    const QString location = probe.candidates.first().location;
    m_access.remember(location, form.account, {form.secret, form.proxyPassword});
    m_dialog->accept();
    OpenStore *const store = m_workbench.store(location);
    if (!store)
        return m_workbench.openAndShow(location);
    m_access.readOptions(location, store, [this, store, location](const OpenOptions &options) {
        m_workbench.library().reopen(store, options);
        m_workbench.show(m_workbench.store(location), {});
    });
}

void ConnectionController::chooseAuthorities()
{
    const QPointer<ConnectionDialog> dialog = m_dialog;
    m_prompt.chooseFile(m_dialog, tr("Choose the Certificate of the Server's Authority"), tr("Certificates (*.pem *.crt *.cer);;All files (*)"),
                        [this, dialog](const QString &path) {
                            if (path.isEmpty() || !dialog)
                                return;
                            const Result<QByteArray> pem = authoritiesIn(path);
                            if (!pem)
                                return dialog->setAuthorityMistake(pem.error().message);
                            const auto certificates = certificatesIn(*pem);
                            if (!certificates)
                                return dialog->setAuthorityMistake(certificates.error().message);
                            dialog->setAuthorities(*pem, *certificates);
                        });
}

} // namespace Assay
