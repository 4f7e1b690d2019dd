// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/cardview.h"

#include "models/items/cardcolumns.h"
#include "models/items/displaytext.h"
#include "widgets/chart/brushbar.h"
#include "widgets/chart/plotframe.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Assay {

namespace {

constexpr int NoteHeight = 20;

} // namespace

CardView::CardView(QWidget *parent) : QWidget(parent), m_tip(new PlotTip(this)), m_bar(new BrushBar(this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::ClickFocus);
    connect(m_bar, &BrushBar::clearRequested, this, [this] { clearBrushes(); });
    const auto filter = [this](bool keep) {
        if (const auto query = brushCondition(brushes()))
            emit filterRequested(*query, keep);
    };
    connect(m_bar, &BrushBar::keepRequested, this, [filter] { filter(true); });
    connect(m_bar, &BrushBar::excludeRequested, this, [filter] { filter(false); });
}

CardView::~CardView() = default;

void CardView::setRuns(CardRuns runs)
{
    m_runs = std::move(runs);
    m_hovered = -1;
    m_highlighted = -1;
    m_areAlike = !m_runs.isShaded() && std::ranges::none_of(m_runs.colors, [](int color) { return color != CardRuns::NoColor; });
    m_shadeEnds = m_runs.shade.bounds();
    m_shadeIsLog = m_runs.shade.suitsLog();
    changePlot();
}

void CardView::setNotice(const QString &text)
{
    if (m_notice == text)
        return;
    m_notice = text;
    m_tip->hide();
    changePlot();
}

void CardView::setNote(const QString &text)
{
    if (m_note == text)
        return;
    m_note = text;
    changePlot();
}

void CardView::setHighlighted(int run)
{
    if (m_highlighted == run)
        return;
    m_highlighted = run;
    update();
}

QRectF CardView::plotRect() const
{
    return QRectF(rect()).adjusted(8, 4, -4, m_note.isEmpty() ? -4 : -NoteHeight);
}

void CardView::changePlot()
{
    m_isLaidOut = false;
    m_plot = {};
    update();
}

void CardView::ensureLaidOut()
{
    if (m_isLaidOut || !hasPlot())
        return;
    m_isLaidOut = true;
    layOut();
}

QColor CardView::neutralColor() const
{
    return Theme::of(palette()).color(ColorRole::Muted);
}

std::optional<double> CardView::shadeOf(size_t run) const
{
    if (!m_shadeEnds || run >= m_runs.shade.values.size() || !m_runs.shade.has(run))
        return {};
    const auto place = [this](double value) { return m_shadeIsLog ? std::log(value) : value / 2; };
    const double low = place(m_shadeEnds->first), size = place(m_shadeEnds->second) - low;
    return size > 0 ? (place(m_runs.shade.values[run]) - low) / size : 0.5;
}

bool CardView::isNeutral(size_t run) const
{
    if (m_areAlike)
        return false;
    if (m_runs.isShaded())
        return run >= m_runs.shade.states.size() || !m_runs.shade.has(run);
    return run >= m_runs.colors.size() || m_runs.colors[run] == CardRuns::NoColor;
}

QColor CardView::runColor(size_t run) const
{
    const Theme &theme = Theme::of(palette());
    if (m_areAlike)
        return theme.color(ColorRole::Accent);
    if (isNeutral(run))
        return neutralColor();
    if (!m_runs.isShaded())
        return theme.series(m_runs.colors[run]);
    return m_runs.shade.isText() ? theme.series(int(m_runs.shade.values[run])) : theme.ramp(*shadeOf(run));
}

void CardView::paintLegend(QPainter &painter, const QRectF &place) const
{
    const ChartColumn &shade = m_runs.shade;
    if (!m_shadeEnds || !PlotFrame::showsTexts())
        return;
    const Theme &theme = Theme::of(palette());
    painter.setFont(captionFont(font()));
    const QFontMetrics metrics = painter.fontMetrics();
    double right = place.right();
    const auto text = [&](const QString &words, double most) {
        const QString cut = metrics.elidedText(visibleText(words, 200), Qt::ElideMiddle, int(most));
        right -= metrics.horizontalAdvance(cut) + 1;
        painter.setPen(theme.color(ColorRole::Muted));
        painter.drawText(QRectF(right, place.top(), place.width(), place.height()), Qt::AlignLeft | Qt::AlignVCenter, cut);
        right -= 6;
    };
    if (shade.isText()) {
        constexpr qsizetype MostTexts = 5;
        if (shade.texts.size() > MostTexts)
            text(tr("and %n more", nullptr, int(shade.texts.size() - MostTexts)), 80);
        for (qsizetype i = std::min(MostTexts, shade.texts.size()) - 1; i >= 0; --i) {
            text(shade.texts[i], 80);
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.series(int(i)));
            painter.drawEllipse(QRectF(right - 8, place.center().y() - 4, 8, 8));
            right -= 18;
        }
        return;
    }
    text(shortValueText(shade, m_shadeEnds->second), 80);
    for (int i = 63; i >= 0; --i)
        painter.fillRect(QRectF(right - 64 + i, place.center().y() - 4, 1, 8), theme.ramp(i / 63.0));
    right -= 70;
    text(shortValueText(shade, m_shadeEnds->first), 80);
    if (right - place.left() > 40)
        text(columnTitle(shade.title), right - place.left());
}

void CardView::paintNotice(QPainter &painter) const
{
    painter.setPen(Theme::of(palette()).color(ColorRole::Muted));
    painter.drawText(rect().adjusted(16, 8, -16, -8), int(Qt::AlignCenter) | int(Qt::TextWordWrap), m_notice);
}

void CardView::paintNote(QPainter &painter) const
{
    if (m_note.isEmpty())
        return;
    painter.setFont(captionFont(font()));
    painter.setPen(Theme::of(palette()).color(ColorRole::Muted));
    const QRect place(12, height() - NoteHeight, width() - 24, NoteHeight - 4);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(m_note, Qt::ElideRight, place.width()));
}

void CardView::drawOn(QPainter &painter, const QSize &size)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    const QSize before = this->size();
    resize(size); // nothing is painted until it is back
    if (hasPlot()) {
        ensureLaidOut();
        const int pointedOut = std::exchange(m_highlighted, -1);
        m_isForFile = true;
        paintPlot(painter);
        painter.setFont(font());
        paintOver(painter);
        paintNote(painter);
        m_isForFile = false;
        m_highlighted = pointedOut;
    } else {
        paintNotice(painter);
    }
    resize(before);
}

void CardView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!hasPlot())
        return paintNotice(painter);
    ensureLaidOut();
    const double ratio = devicePixelRatioF();
    if (m_plot.isNull() && !size().isEmpty()) {
        m_plot = QPixmap(size() * ratio);
        m_plot.setDevicePixelRatio(ratio);
        m_plot.fill(Qt::transparent);
        QPainter kept(&m_plot);
        kept.setRenderHint(QPainter::Antialiasing);
        kept.setFont(font());
        paintPlot(kept);
    }
    painter.drawPixmap(0, 0, m_plot);
    paintOver(painter);
    paintNote(painter);
}

void CardView::resizeEvent(QResizeEvent *)
{
    changePlot();
    placeBar();
}

void CardView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        changePlot();
    QWidget::changeEvent(event);
}

void CardView::setHoveredRun(int run)
{
    if (m_hovered == run)
        return;
    m_hovered = run;
    setHighlighted(run);
    emit runHovered(run);
}

void CardView::mouseMoveEvent(QMouseEvent *event)
{
    if (!hasPlot())
        return;
    ensureLaidOut();
    if (!m_note.isEmpty() && event->position().y() > height() - NoteHeight) {
        const bool isCut = QFontMetrics(captionFont(font())).horizontalAdvance(m_note) > width() - 24;
        setToolTip(isCut ? toolTipText(m_note) : QString());
    } else {
        setToolTip({});
    }
    const auto hit = hitAt(event->position());
    setHoveredRun(hit ? hit->run : -1);
    if (hit)
        m_tip->showAt(event->position().toPoint(), hit->tip);
    else
        m_tip->hide();
}

void CardView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !hasPlot() || !rect().contains(event->position().toPoint()))
        return;
    ensureLaidOut();
    const auto hit = hitAt(event->position());
    if (hit && hit->run >= 0)
        emit runClicked(hit->run, event->modifiers());
}

void CardView::leaveEvent(QEvent *)
{
    m_tip->hide();
    setHoveredRun(-1);
}

void CardView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_bar->isVisible())
        clearBrushes();
    else
        QWidget::keyPressEvent(event);
}

void CardView::announceBrush()
{
    const QList<AxisBrush> brushed = brushes();
    if (!brushed.isEmpty())
        m_bar->setBrush(brushedCount(), brushCondition(brushed).has_value());
    placeBar();
    m_bar->setVisible(!brushed.isEmpty());
    if (m_bar->isVisible())
        m_bar->raise();
    update();
    emit brushesChanged();
}

void CardView::placeBar()
{
    m_bar->move(std::max(0, width() - m_bar->width() - 8), 2);
}

} // namespace Assay
