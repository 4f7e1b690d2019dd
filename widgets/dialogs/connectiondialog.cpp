// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/connectiondialog.h"

#include "models/items/checkwords.h"
#include "models/items/displaytext.h"
#include "models/items/wholeaddress.h"
#include "widgets/dialogs/checkstepsview.h"
#include "widgets/dialogs/proxyfields.h"
#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QStyle>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int AddressPauseMs = 250;
constexpr int LongestAddress = 2000;
constexpr int LongestSecret = 16'000; // tokens can be long

} // namespace

ConnectionDialog::ConnectionDialog(QWidget *parent) : QDialog(parent), m_addressTimer(new QTimer(this))
{
    setObjectName(u"connectionDialog"_s);
    setWindowTitle(tr("Open Server"));
    setMinimumWidth(600);
    // On a small screen the buttons must not be below its edge; what a test finds is scrolled.
    constexpr QSize Frame(32, 64);
    resize(QSize(640, 680).boundedTo(screen()->availableSize() - Frame));
    makeWidgets();
    makeLayout();
    connectWidgets();
    fillSignIns();
    updateSignIn();
    m_address->setFocus();
}

void ConnectionDialog::makeWidgets()
{
    m_address = new QComboBox;
    m_address->setObjectName(u"connectionAddress"_s);
    m_address->setAccessibleName(tr("Address"));
    m_address->setEditable(true);
    m_address->setInsertPolicy(QComboBox::NoInsert);
    m_address->lineEdit()->setMaxLength(LongestAddress);
    m_addressNote = plainLabel({}, u"caption"_s, u"connectionAddressNote"_s);
    m_addressNote->setWordWrap(true);
    m_signIn = new QComboBox;
    m_signIn->setObjectName(u"connectionSignIn"_s);
    m_signIn->setAccessibleName(tr("How to sign in"));
    m_userLabel = plainLabel(tr("User"));
    m_user = new QLineEdit;
    m_user->setObjectName(u"connectionUser"_s);
    m_user->setAccessibleName(tr("User"));
    m_secretLabel = plainLabel({});
    m_secret = new QLineEdit;
    m_secret->setObjectName(u"connectionSecret"_s);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setMaxLength(LongestSecret);
    m_keeps = new QCheckBox(tr("Keep it in the keychain"));
    m_keeps->setObjectName(u"connectionKeeps"_s);
    m_keeps->setChecked(true);
    m_keepsNote = plainLabel({}, u"caption"_s, u"connectionKeepsNote"_s);
    m_keepsNote->setWordWrap(true);
    makeAuthority();
    m_proxyLabel = plainLabel(tr("Proxy"));
    m_proxy = new ProxyFields;
    m_steps = new CheckStepsView;
    m_copy = new QPushButton(icon("copy"_L1), tr("Copy"));
    m_copy->setObjectName(u"connectionCopy"_s);
    m_copy->setToolTip(tr("Copy what the test found, to be sent to whoever can help; it holds no password and no token"));
    m_forget = new QPushButton(tr("Forget Server"));
    m_forget->setObjectName(u"connectionForget"_s);
    m_forget->setToolTip(tr("Takes it out of the list, and its password or token out of the keychain"));
    m_test = new QPushButton;
    m_test->setObjectName(u"connectionTest"_s);
    m_open = new QPushButton(tr("Open"));
    m_open->setObjectName(u"connectionOpen"_s);
    m_open->setProperty("primary", true);
    m_open->setDefault(true);
    for (QPushButton *button : {m_authorityChoose, m_authorityClear, m_copy, m_forget, m_test})
        button->setAutoDefault(false);
}

void ConnectionDialog::makeAuthority()
{
    m_authorityText = wrappedLabel({});
    m_authorityText->setObjectName(u"connectionAuthority"_s);
    m_authorityPrint = plainLabel({}, {}, u"connectionAuthorityPrint"_s);
    m_authorityPrint->setFont(fixedFont(m_authorityPrint->font()));
    m_authorityPrint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_authorityChoose = new QPushButton(tr("Choose File…"));
    m_authorityChoose->setObjectName(u"connectionAuthorityChoose"_s);
    m_authorityChoose->setToolTip(tr("The certificate of the server's own authority, a PEM file"));
    m_authorityClear = new QPushButton(tr("Use the System's"));
    m_authorityClear->setObjectName(u"connectionAuthorityClear"_s);
}

QWidget *ConnectionDialog::makeButtons()
{
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QWidget;
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_forget);
    layout->addWidget(m_copy);
    layout->addStretch();
    layout->addWidget(m_test);
    layout->addWidget(cancel);
    layout->addWidget(m_open);
    return buttons;
}

void ConnectionDialog::makeLayout()
{
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setColumnMinimumWidth(0, 96);
    form->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](QLabel *label, QWidget *field) {
        if (label) {
            label->setBuddy(field);
            form->addWidget(label, row, 0, Qt::AlignVCenter);
        }
        form->addWidget(field, row++, 1);
    };
    // What a note says changes with every key: its place is kept.
    m_addressNote->setMinimumHeight(m_addressNote->fontMetrics().height());
    m_keepsNote->setMinimumHeight(m_keepsNote->fontMetrics().height());
    add(plainLabel(tr("Address")), m_address);
    add(nullptr, m_addressNote);
    add(plainLabel(tr("Sign in")), m_signIn);
    add(m_userLabel, m_user);
    add(m_secretLabel, m_secret);
    auto *keeps = new QWidget;
    auto *keepsLayout = new QVBoxLayout(keeps);
    keepsLayout->setContentsMargins(0, 0, 0, 0);
    keepsLayout->setSpacing(2);
    keepsLayout->addWidget(m_keeps);
    keepsLayout->addWidget(m_keepsNote);
    add(nullptr, keeps);
    auto *authority = new QWidget;
    auto *authorityLayout = new QHBoxLayout(authority);
    authorityLayout->setContentsMargins(0, 0, 0, 0);
    authorityLayout->addWidget(m_authorityText, 1);
    authorityLayout->addWidget(m_authorityClear);
    authorityLayout->addWidget(m_authorityChoose);
    add(plainLabel(tr("Authority")), authority);
    add(nullptr, m_authorityPrint);
    add(m_proxyLabel, m_proxy);
    form->setAlignment(m_proxyLabel, Qt::AlignTop);
    m_proxyLabel->setMinimumHeight(m_proxy->field()->sizeHint().height()); // beside the first of its rows

    auto *line = new QFrame;
    line->setProperty("role", u"separator"_s);
    m_steps->setMinimumHeight(96);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(line);
    layout->addWidget(m_steps, 1);
    layout->addWidget(makeButtons());
}

void ConnectionDialog::connectWidgets()
{
    m_addressTimer->setSingleShot(true);
    m_addressTimer->setInterval(AddressPauseMs);
    connect(m_addressTimer, &QTimer::timeout, this, [this] { emit addressChanged(address()); });
    connect(m_address, &QComboBox::editTextChanged, this, [this] {
        m_addressTimer->start();
        changed();
    });
    connect(m_secret, &QLineEdit::textEdited, this, &ConnectionDialog::changed);
    connect(m_user, &QLineEdit::textEdited, this, &ConnectionDialog::changed);
    connect(m_signIn, &QComboBox::activated, this, [this] {
        updateSignIn();
        changed();
        emit accountChanged();
        (signIn() == SignIn::Token ? m_secret : m_user)->setFocus();
    });
    connect(m_user, &QLineEdit::editingFinished, this, &ConnectionDialog::accountChanged);
    connect(m_proxy, &ProxyFields::changed, this, [this] {
        updateSignIn();
        changed();
    });
    connect(m_proxy, &ProxyFields::accountChanged, this, &ConnectionDialog::accountChanged);
    connect(m_authorityChoose, &QPushButton::clicked, this, &ConnectionDialog::authoritiesRequested);
    connect(m_authorityClear, &QPushButton::clicked, this, [this] { setAuthorities({}, {}); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(checkText(address(), m_steps->steps(), QDateTime::currentMSecsSinceEpoch()));
    });
    connect(m_forget, &QPushButton::clicked, this, [this] { emit forgetRequested(address()); });
    const auto settleAddress = [this] {
        if (const QString whole = wholeAddress(address()); whole != address())
            m_address->setEditText(whole);
        if (m_addressTimer->isActive()) {
            m_addressTimer->stop();
            emit addressChanged(address());
        }
    };
    connect(m_test, &QPushButton::clicked, this, [this, settleAddress] {
        if (m_isChecking)
            return emit checkCanceled();
        settleAddress();
        emit checkRequested();
    });
    connect(m_open, &QPushButton::clicked, this, [this, settleAddress] {
        settleAddress();
        if (m_opensAnyway)
            emit openAnywayRequested();
        else
            emit openRequested();
    });
}

void ConnectionDialog::changed()
{
    if (m_isChecking)
        emit checkCanceled();
    m_opensAnyway = false;
    m_steps->clear();
    updateButtons();
}

void ConnectionDialog::setAddresses(const QStringList &known)
{
    const QString typed = m_address->currentText();
    const QSignalBlocker blocker(m_address);
    m_address->clear();
    m_address->addItems(known);
    m_address->setEditText(typed);
}

void ConnectionDialog::setExamples(const QString &examples)
{
    m_examples = examples;
    m_address->lineEdit()->setPlaceholderText(examples);
}

void ConnectionDialog::setAddressWords(const AddressWords &words)
{
    m_words = words;
    const QString whole = wholeAddress(address());
    const QString mistake = whole == address() ? words.mistake : tr("It is read as %1").arg(visibleText(whole, LongestAddress));
    m_addressNote->setText(words.mistake.isEmpty() ? words.format : mistake);
    fillSignIns();
    updateSignIn();
}

// What is offered depends on the address; what was chosen stays where it can.
void ConnectionDialog::fillSignIns()
{
    const SignIn before = m_signIn->count() > 0 ? signIn() : SignIn::None;
    m_signIn->clear();
    // With credentials in the environment that are meant for this server nobody comes without any.
    if (m_words.hasEnvironment)
        m_signIn->addItem(tr("With what the environment holds"), QVariant::fromValue(int(SignIn::Environment)));
    else
        m_signIn->addItem(tr("Not needed"), QVariant::fromValue(int(SignIn::None)));
    if (!m_words.hasEnvironment && !m_words.freeEnvironment.isEmpty())
        m_signIn->addItem(tr("With what the environment holds (%1)").arg(m_words.freeEnvironment), QVariant::fromValue(int(SignIn::Environment)));
    m_signIn->addItem(tr("User and password"), QVariant::fromValue(int(SignIn::Password)));
    if (m_words.takesToken)
        m_signIn->addItem(tr("Token"), QVariant::fromValue(int(SignIn::Token)));
    m_signIn->setCurrentIndex(std::max(0, m_signIn->findData(int(before))));
}

SignIn ConnectionDialog::signIn() const
{
    return SignIn(m_signIn->currentData().toInt());
}

void ConnectionDialog::setForm(const ConnectionForm &form)
{
    if (!form.address.isEmpty() && form.address != m_address->currentText()) {
        m_address->setEditText(form.address);
        m_addressTimer->stop();
    }
    m_signIn->setCurrentIndex(std::max(0, m_signIn->findData(int(form.account.signIn))));
    m_user->setText(form.account.user);
    m_secret->setText(form.secret);
    m_keeps->setChecked(form.account.keepsSecret);
    m_proxy->setProxy(form.account.proxy, form.proxyPassword);
    updateSignIn();
}

void ConnectionDialog::setHasSecret(bool hasSecret)
{
    m_hasSecret = hasSecret;
    updateSignIn();
}

void ConnectionDialog::setHasProxyPassword(bool hasPassword)
{
    m_proxy->setHasPassword(hasPassword);
}

void ConnectionDialog::setKeychain(const QString &whyNot)
{
    m_whyNoKeychain = whyNot;
    updateSignIn();
}

void ConnectionDialog::setAuthorities(const QByteArray &pem, const QList<CertificateFacts> &certificates)
{
    m_authorities = pem;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QString text = pem.isEmpty() ? tr("Those that this computer trusts") : QString();
    QStringList prints;
    for (const CertificateFacts &certificate : certificates.mid(0, 2)) {
        text += (text.isEmpty() ? QString() : u"\n"_s) + tr("%1, %2").arg(visibleText(certificate.subject, 200), validityText(certificate, now));
        prints.append(fingerprintText(certificate.fingerprint));
    }
    if (certificates.size() > 2)
        text += u'\n' + tr("and %n more", nullptr, int(certificates.size() - 2));
    m_authorityWords = text;
    m_authorityText->setText(text);
    m_authorityPrint->setText(u"SHA-256\n"_s + prints.join(u"\n\n"_s));
    m_authorityPrint->setVisible(!prints.isEmpty());
    m_authorityClear->setVisible(!pem.isEmpty());
    changed();
}

void ConnectionDialog::setAuthorityMistake(const QString &mistake)
{
    m_authorityText->setText(mistake + u'\n' + m_authorityWords);
}

void ConnectionDialog::setKnown(bool isKnown)
{
    m_forget->setVisible(isKnown);
}

QString ConnectionDialog::address() const
{
    return m_address->currentText().trimmed();
}

ConnectionForm ConnectionDialog::form() const
{
    ConnectionForm form{address(), {signIn(), {}, m_keeps->isChecked() && m_whyNoKeychain.isEmpty(), m_authorities, {}}, {}, {}};
    if (form.account.signIn == SignIn::Password)
        form.account.user = m_user->text();
    if (form.account.hasSecret())
        form.secret = m_secret->text();
    if (m_words.takesProxy) {
        form.account.proxy = m_proxy->proxy();
        form.proxyPassword = m_proxy->password();
    }
    return form;
}

void ConnectionDialog::updateSignIn()
{
    const bool hasUser = signIn() == SignIn::Password;
    const bool hasSecret = hasUser || signIn() == SignIn::Token;
    m_userLabel->setEnabled(hasUser);
    m_user->setEnabled(hasUser);
    m_secretLabel->setText(signIn() == SignIn::Token ? tr("Token") : tr("Password"));
    m_secretLabel->setEnabled(hasSecret);
    m_secret->setAccessibleName(m_secretLabel->text());
    m_secret->setEnabled(hasSecret);
    m_secret->setPlaceholderText(hasSecret && m_hasSecret ? tr("As it is kept") : QString());
    const bool hasKeychain = m_whyNoKeychain.isEmpty();
    m_keeps->setVisible(hasKeychain);
    m_keeps->setEnabled(hasSecret || (m_words.takesProxy && m_proxy->proxy().hasSecret()));
    m_proxyLabel->setVisible(m_words.takesProxy);
    m_proxy->setVisible(m_words.takesProxy);
    m_keepsNote->setText(hasKeychain ? QString() : tr("It is kept until Assay is closed. %1").arg(m_whyNoKeychain));
    m_keepsNote->setVisible(!hasKeychain);
    updateButtons();
}

void ConnectionDialog::updateButtons()
{
    // What is said of an address holds until the next key.
    const bool isMistake = !m_words.mistake.isEmpty() && !m_addressTimer->isActive() && wholeAddress(address()) == address();
    const bool hasAddress = !address().isEmpty() && !isMistake;
    m_test->setText(m_isChecking ? tr("Stop") : tr("Test"));
    m_test->setEnabled(m_isChecking || hasAddress);
    m_open->setEnabled(hasAddress && !m_isChecking);
    m_open->setText(m_opensAnyway ? tr("Open Anyway") : tr("Open"));
    m_open->setProperty("primary", !m_opensAnyway);
    m_open->style()->polish(m_open);
    (m_opensAnyway ? m_test : m_open)->setDefault(true);
    m_copy->setVisible(!m_steps->steps().isEmpty());
}

void ConnectionDialog::beginCheck()
{
    m_isChecking = true;
    m_opensAnyway = false;
    m_steps->clear();
    updateButtons();
}

void ConnectionDialog::setStep(const CheckStep &step)
{
    m_steps->setStep(step);
    updateButtons();
    if (step.state == CheckStep::State::Failed && step.error == ErrorCode::AccessDenied)
        showWanted(step);
}

// Who was not let in will want to type what is missing.
void ConnectionDialog::showWanted(const CheckStep &step)
{
    if (step.kind == CheckStep::Kind::Proxy)
        return m_proxy->focusWanted();
    if (signIn() == SignIn::None && !m_words.freeEnvironment.isEmpty())
        return m_signIn->setFocus(); // what is there may be it: that is for the person to say
    const auto wants = [&](QLatin1StringView scheme) {
        return std::ranges::any_of(step.facts, [&](const auto &fact) { return fact.second.startsWith(scheme, Qt::CaseInsensitive); });
    };
    if (signIn() == SignIn::None) {
        const SignIn wanted = wants("bearer"_L1) && m_words.takesToken ? SignIn::Token : SignIn::Password;
        m_signIn->setCurrentIndex(m_signIn->findData(int(wanted)));
        updateSignIn();
        emit accountChanged();
    }
    (signIn() == SignIn::Password && m_user->text().isEmpty() ? m_user : m_secret)->setFocus();
}

void ConnectionDialog::endCheck(bool passed)
{
    m_isChecking = false;
    m_opensAnyway = !passed;
    updateButtons();
}

} // namespace Assay
