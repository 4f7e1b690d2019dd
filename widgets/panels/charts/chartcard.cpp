// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/chartcard.h"

#include "models/items/displaytext.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

bool isSame(const PlotLine &a, const PlotLine &b)
{
    return a.pyramid == b.pyramid && a.name == b.name && a.colorIndex == b.colorIndex && a.isSelected == b.isSelected
        && a.xOffset == b.xOffset && a.raw == b.raw;
}

QFont strongFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

ChartCard::ChartCard(QWidget *parent)
    : QFrame(parent), m_title(new KeyLabel), m_enlarge(new QToolButton), m_plot(new PlotView)
{
    setObjectName(u"chartCard"_s);
    setProperty("role", u"card"_s);
    m_enlarge->setObjectName(u"enlargeChart"_s);
    m_enlarge->setAutoRaise(true);
    setEnlarged(false);
    connect(m_enlarge, &QToolButton::clicked, this, [this] { Q_EMIT enlargeRequested(m_key); });
    connect(m_plot, &PlotView::lineActivated, this, [this](int line, Qt::KeyboardModifiers modifiers) {
        if (line < m_runs.size())
            Q_EMIT runClicked(m_runs.at(line), modifiers);
    });

    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 6, 0);
    head->setSpacing(4);
    head->addWidget(m_title, 1);
    head->addWidget(m_enlarge);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 5);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_plot, 1);
}

void ChartCard::setKey(const QString &key)
{
    if (m_key == key)
        return;
    m_key = key;
    m_runs.clear();
    m_title->setKey(key);
    m_plot->setLines({});
    m_plot->setNotice({});
    m_plot->setStatus({});
    m_plot->showAll();
    m_plot->setAccessibleName(tr("Chart of %1").arg(visibleText(key, 200)));
}

void ChartCard::setLines(const QList<PlotLine> &lines, const QList<RunRef> &runs)
{
    Q_ASSERT(lines.size() == runs.size());
    m_runs = runs;
    if (!std::ranges::equal(lines, m_plot->lines(), isSame))
        m_plot->setLines(lines);
}

void ChartCard::setEnlarged(bool enlarged)
{
    m_enlarge->setIcon(icon(enlarged ? "shrink"_L1 : "enlarge"_L1, ColorRole::Muted));
    m_enlarge->setToolTip(enlarged ? tr("Back to all charts") : tr("Enlarge this chart"));
    m_enlarge->setAccessibleName(m_enlarge->toolTip());
    m_plot->setWheelZooms(enlarged);
}

KeyLabel::KeyLabel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void KeyLabel::setKey(const QString &key)
{
    const qsizetype slash = key.lastIndexOf(u'/');
    m_prefix = visibleText(QStringView(key).left(slash + 1), 512);
    m_name = visibleText(QStringView(key).mid(slash + 1), 512);
    setToolTip(toolTipText(key));
    setAccessibleName(m_prefix + m_name);
    update();
}

QSize KeyLabel::sizeHint() const
{
    return {120, QFontMetrics(strongFont(font())).height() + 6};
}

void KeyLabel::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    const QFontMetrics plain(font());
    const QFont strong = strongFont(font());
    const QFontMetrics bold(strong);
    // The name is what tells charts apart, so the prefix gives way first.
    const QString name = bold.elidedText(m_name, Qt::ElideMiddle, width());
    const int left = std::max(0, width() - bold.horizontalAdvance(name));
    const QString prefix = left > 24 ? plain.elidedText(m_prefix, Qt::ElideMiddle, left) : QString();
    painter.setPen(theme.color(ColorRole::Muted));
    painter.setFont(font());
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, prefix);
    painter.setPen(theme.color(ColorRole::Text));
    painter.setFont(strong);
    painter.drawText(rect().adjusted(plain.horizontalAdvance(prefix), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, name);
}

} // namespace Assay
