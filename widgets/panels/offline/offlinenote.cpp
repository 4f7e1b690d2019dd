// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/offline/offlinenote.h"

#include "models/items/displaytext.h"
#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Assay {

OfflineNote::OfflineNote(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel), m_text(plainLabel({}, u"muted"_s, u"offlineText"_s)), m_connect(new QToolButton),
      m_retry(new QToolButton), m_waiting(new QToolButton), m_clock(new QTimer(this))
{
    setObjectName(u"offlineNote"_s);
    m_connect->setObjectName(u"offlineConnect"_s);
    m_connect->setAutoRaise(true);
    connect(m_connect, &QToolButton::clicked, this, [this] { emit connectRequested(m_state.failed); });
    m_retry->setIcon(icon("reload"_L1, ColorRole::Muted));
    m_retry->setAutoRaise(true);
    m_retry->setObjectName(u"offlineRetry"_s);
    m_retry->setToolTip(tr("Look now whether the store is back"));
    m_retry->setAccessibleName(m_retry->toolTip());
    m_waiting->setObjectName(u"waitingCount"_s);
    m_waiting->setAutoRaise(true);
    m_waiting->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_retry, &QToolButton::clicked, this, &OfflineNote::retryRequested);
    connect(m_waiting, &QToolButton::clicked, this, &OfflineNote::waitingRequested);
    m_clock->setInterval(30'000);
    connect(m_clock, &QTimer::timeout, this, &OfflineNote::update);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (QWidget *part : std::initializer_list<QWidget *>{m_icon, m_text, m_connect, m_retry, m_waiting})
        layout->addWidget(part);
    update();
}

void OfflineNote::setState(const OfflineState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    update();
}

QString OfflineNote::sentence(const QString &read) const
{
    if (m_state.offlineSince)
        return tr("Offline · as read %1", "2 h ago").arg(read);
    if (!m_state.readAt)
        return {};
    if (m_state.failed.isEmpty())
        return tr("As read %1 · asking the store…", "2 h ago").arg(read);
    return m_state.isRefused ? tr("As read %1 · the store does not let you in", "2 h ago").arg(read)
                             : tr("As read %1 · the store cannot be read", "2 h ago").arg(read);
}

void OfflineNote::update()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const bool isOffline = m_state.offlineSince.has_value();
    const QString read = m_state.readAt ? ageText(*m_state.readAt, now) : QString();
    const bool hasFailed = !isOffline && !m_state.failed.isEmpty();
    m_icon->setPixmap((isOffline ? icon("offline"_L1, ColorRole::Muted) : icon("warning"_L1, ColorRole::Caution)).pixmap(16, 16));
    m_icon->setVisible(isOffline || hasFailed);
    m_retry->setVisible(isOffline || hasFailed);
    m_connect->setVisible(hasFailed);
    m_connect->setText(m_state.isRefused ? tr("Sign In…") : tr("Connection…"));
    m_connect->setToolTip(toolTipText(m_state.why));
    m_text->setVisible(isOffline || m_state.readAt);
    m_text->setText(sentence(read));
    QString tip;
    if (isOffline)
        tip = tr("Offline since %1. What was kept can be looked at and searched; changes wait until the store is back.\n%2").arg(timeText(*m_state.offlineSince), m_state.why);
    else if (m_state.readAt)
        tip = tr("Read at %1").arg(timeText(*m_state.readAt)) + (hasFailed ? u'\n' + m_state.why : QString());
    m_text->setToolTip(toolTipText(tip));
    m_waiting->setVisible(m_state.waiting > 0);
    m_waiting->setIcon(m_state.undecided > 0 ? icon("warning"_L1, ColorRole::Caution) : icon("clock"_L1, ColorRole::Muted));
    m_waiting->setText(m_state.undecided > 0 ? tr("%n change(s) to decide on", nullptr, int(m_state.undecided))
                                             : tr("%n change(s) waiting", nullptr, int(m_state.waiting)));
    m_waiting->setToolTip(tr("Show the changes that wait for their stores"));
    if (isOffline || m_state.readAt)
        m_clock->start();
    else
        m_clock->stop();
}

} // namespace Assay
