// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/proxyfields.h"

#include "widgets/theme/label.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int LongestText = 1000;

QLineEdit *makeField(const QString &name, const QString &words)
{
    auto *field = new QLineEdit; // owned by the layout it goes to
    field->setObjectName(name);
    field->setAccessibleName(words);
    field->setMaxLength(LongestText);
    return field;
}

} // namespace

ProxyFields::ProxyFields(QWidget *parent)
    : QWidget(parent), m_use(new QComboBox), m_own(new QWidget), m_address(makeField(u"proxyAddress"_s, tr("Address of the proxy"))),
      m_mistake(plainLabel({}, u"caption"_s, u"proxyMistake"_s)), m_user(makeField(u"proxyUser"_s, tr("User at the proxy"))),
      m_password(makeField(u"proxyPassword"_s, tr("Password at the proxy")))
{
    m_use->setObjectName(u"proxyUse"_s);
    m_use->setAccessibleName(tr("Proxy"));
    m_use->addItem(tr("As the system says"), int(ProxyUse::System));
    m_use->addItem(tr("None"), int(ProxyUse::None));
    m_use->addItem(tr("This one"), int(ProxyUse::Own));
    m_address->setPlaceholderText(u"http://proxy:3128"_s);
    m_password->setEchoMode(QLineEdit::Password);
    auto *grid = new QGridLayout(m_own);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    int row = 0;
    const auto add = [&](const QString &words, QLineEdit *field) {
        QLabel *label = plainLabel(words);
        label->setBuddy(field);
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row++, 1);
        return label;
    };
    add(tr("Address"), m_address);
    grid->addWidget(m_mistake, row++, 1);
    add(tr("User"), m_user);
    m_passwordLabel = add(tr("Password"), m_password);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_use);
    layout->addWidget(m_own);
    setFocusProxy(m_use);
    connect(m_use, &QComboBox::activated, this, [this] {
        updateFields();
        emit changed();
        emit accountChanged();
        if (isOwn())
            m_address->setFocus();
    });
    for (QLineEdit *field : {m_address, m_user, m_password}) {
        connect(field, &QLineEdit::textEdited, this, [this] {
            updateFields();
            emit changed();
        });
    }
    for (QLineEdit *field : {m_address, m_user})
        connect(field, &QLineEdit::editingFinished, this, &ProxyFields::accountChanged);
    updateFields();
}

bool ProxyFields::isOwn() const
{
    return ProxyUse(m_use->currentData().toInt()) == ProxyUse::Own;
}

QWidget *ProxyFields::field() const
{
    return m_use;
}

void ProxyFields::setProxy(const ServerProxy &proxy, const QString &password)
{
    m_use->setCurrentIndex(m_use->findData(int(proxy.use)));
    m_address->setText(proxy.address);
    m_user->setText(proxy.user);
    m_password->setText(password);
    updateFields();
}

ServerProxy ProxyFields::proxy() const
{
    ServerProxy proxy{ProxyUse(m_use->currentData().toInt()), {}, {}};
    if (isOwn()) {
        proxy.address = proxyAddress(m_address->text());
        proxy.user = m_user->text();
    }
    return proxy;
}

QString ProxyFields::password() const
{
    return proxy().hasSecret() ? m_password->text() : QString();
}

void ProxyFields::setHasPassword(bool hasPassword)
{
    m_hasPassword = hasPassword;
    updateFields();
}

void ProxyFields::focusWanted()
{
    if (!isOwn())
        m_use->setCurrentIndex(m_use->findData(int(ProxyUse::Own)));
    updateFields();
    (m_address->text().isEmpty() ? m_address : m_user->text().isEmpty() ? m_user : m_password)->setFocus();
}

void ProxyFields::updateFields()
{
    m_own->setVisible(isOwn());
    const QString typed = m_address->text();
    const bool isMistake = !typed.isEmpty() && proxyAddress(typed).isEmpty();
    m_mistake->setText(isMistake ? tr("An address is written http://proxy:3128; a user and a password stand below.") : QString());
    m_mistake->setVisible(isMistake);
    m_password->setEnabled(!m_user->text().isEmpty());
    m_passwordLabel->setEnabled(m_password->isEnabled());
    m_password->setPlaceholderText(m_hasPassword && m_password->isEnabled() ? tr("As it is kept") : QString());
}

} // namespace Assay
