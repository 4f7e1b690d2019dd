// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/chartcard.h"

#include "models/items/axisvaluetext.h"
#include "models/items/displaytext.h"
#include "models/items/metricunit.h"
#include "widgets/panels/charts/cardcontents.h"
#include "widgets/panels/charts/cardgrip.h"
#include "widgets/panels/charts/keylabel.h"
#include "widgets/panels/charts/lastvaluebars.h"
#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

bool isSame(const PlotLine &a, const PlotLine &b)
{
    return a.pyramid == b.pyramid && a.name == b.name && a.colorIndex == b.colorIndex && a.isSelected == b.isSelected
        && a.xOffset == b.xOffset && a.raw == b.raw && a.low == b.low && a.high == b.high
        && a.dash == b.dash && a.marker == b.marker && a.values == b.values;
}

QToolButton *headButton(const QString &name, QLatin1StringView iconName, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setIcon(icon(iconName, ColorRole::Muted));
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    return button;
}

} // namespace

ChartCard::ChartCard(QWidget *parent)
    : QFrame(parent), m_title(new KeyLabel), m_pin(headButton(u"cardPinned"_s, "pin"_L1, tr("Pinned; click to unpin"))),
      m_menu(headButton(u"cardMenu"_s, "more"_L1, tr("What can be done with this card"))),
      m_enlarge(headButton(u"enlargeChart"_s, "enlarge"_L1, {})), m_plot(new PlotView), m_grip(new CardGrip(this))
{
    setObjectName(u"chartCard"_s);
    setProperty("role", u"card"_s);
    setFocusPolicy(Qt::StrongFocus);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(1, 1, 1, 5);
    m_layout->setSpacing(0);
    makeHead();
    m_layout->addWidget(m_plot, 1);
    setEnlarged(false);
    connect(m_plot, &PlotView::lineActivated, this, [this](int line, Qt::KeyboardModifiers modifiers) {
        if (line < m_runs.size())
            Q_EMIT runClicked(m_runs.at(line), modifiers);
    });
    connect(m_plot, &PlotView::lineHovered, this, [this](int line) {
        Q_EMIT runHovered(line >= 0 && line < m_runs.size() ? std::optional(m_runs.at(line)) : std::nullopt);
    });
    connect(m_grip, &CardGrip::resizeMoved, this, &ChartCard::resizeMoved);
    connect(m_grip, &CardGrip::resizeEnded, this, &ChartCard::resizeEnded);
    updateTitle();
}

void ChartCard::makeHead()
{
    m_title->setObjectName(u"cardTitle"_s);
    connect(m_title, &KeyLabel::dragMoved, this, &ChartCard::dragMoved);
    connect(m_title, &KeyLabel::dragEnded, this, &ChartCard::dragEnded);
    connect(m_title, &KeyLabel::dragCanceled, this, &ChartCard::dragCanceled);
    connect(m_title, &KeyLabel::doubleClicked, this, [this] { Q_EMIT enlargeRequested(key()); });
    connect(m_enlarge, &QToolButton::clicked, this, [this] { Q_EMIT enlargeRequested(key()); });
    connect(m_menu, &QToolButton::clicked, this, [this] { Q_EMIT menuRequested(m_menu->mapToGlobal(QPoint(0, m_menu->height()))); });
    connect(m_pin, &QToolButton::clicked, this, [this] {
        CardSpec unpinned = m_spec;
        unpinned.isPinned = false;
        Q_EMIT specChanged(unpinned);
    });
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 6, 0);
    head->setSpacing(2);
    head->addWidget(m_title, 1);
    head->addWidget(m_pin);
    head->addWidget(m_menu);
    head->addWidget(m_enlarge);
    m_layout->addLayout(head);
}

void ChartCard::setSpec(const CardSpec &spec)
{
    if (m_spec == spec)
        return;
    const bool isAnother = m_spec.id != spec.id || m_spec.type != spec.type || m_spec.unknownType != spec.unknownType;
    m_spec = spec;
    m_series.clear();
    for (const QString &key : isLines() ? spec.keys : QStringList())
        m_series.append(cardSeries(key));
    if (isAnother) {
        m_runs.clear();
        m_plot->forgetPicture();
        m_plot->setNotice({});
        m_plot->setStatus({});
        m_plot->showAll();
        setContent(isLines() || !spec.isKnown() ? nullptr : makeCardContent(spec.type));
    }
    m_plot->setFixed({fixedRange(spec, u"x"_s), fixedRange(spec, u"y"_s)});
    if (m_content)
        m_content->setSpec(spec);
    updateTitle();
}

QStringList ChartCard::seriesNames() const
{
    QStringList names;
    for (const CardSeries &series : m_series)
        names.append(series.name);
    return names;
}

void ChartCard::setContent(std::unique_ptr<CardContent> content)
{
    delete std::exchange(m_unknown, nullptr);
    delete std::exchange(m_content, content.release());
    m_plot->setVisible(isLines());
    if (m_bars)
        m_bars->hide();
    if (m_content) {
        m_content->setView(m_view);
        m_layout->addWidget(m_content, 1);
        connect(m_content, &CardContent::runClicked, this, &ChartCard::runClicked);
        connect(m_content, &CardContent::runHovered, this, &ChartCard::runHovered);
        connect(m_content, &CardContent::filterRequested, this, &ChartCard::filterRequested);
        connect(m_content, &CardContent::specChanged, this, &ChartCard::specChanged);
        m_content->show();
    } else if (!isLines()) {
        const QString type = m_spec.isKnown() ? cardTypeTitle(m_spec.type) : visibleText(m_spec.unknownType, 100);
        m_unknown = wrappedLabel(tr("This version of Assay does not know cards of the type “%1”. The card stays as it is.").arg(type), u"muted"_s);
        m_unknown->setObjectName(u"unknownCard"_s);
        m_unknown->setAlignment(Qt::AlignCenter);
        m_unknown->setContentsMargins(24, 12, 24, 12);
        m_layout->addWidget(m_unknown, 1);
    }
    m_grip->raise();
}

void ChartCard::setView(RunView *view)
{
    m_view = view;
    if (m_content)
        m_content->setView(view);
}

void ChartCard::updateTitle()
{
    if (m_spec.title.isEmpty() && m_series.size() == 1 && m_series.first().isMetric())
        m_title->setKey(m_series.first().metric, metricUnit(m_series.first().metric));
    else
        m_title->setTitle(cardTitle(m_spec));
    m_pin->setVisible(m_spec.isPinned);
    const QString title = visibleText(cardTitle(m_spec), 200);
    setAccessibleName(title);
    setAccessibleDescription(m_spec.isKnown() ? cardTypeTitle(m_spec.type) : QString());
    m_plot->setAccessibleName(tr("Chart of %1").arg(title));
}

void ChartCard::setLines(const QList<PlotLine> &lines, const QList<RunRef> &runs, bool areEnded)
{
    Q_ASSERT(lines.size() == runs.size());
    m_runs = runs;
    const bool isChanged = !std::ranges::equal(lines, m_plot->lines(), isSame);
    if (isChanged)
        m_plot->setLines(lines);
    const bool areBars = isLines() && areEnded && LastValueBars::fits(lines);
    if (areBars && (isChanged || !m_bars || m_bars->isHidden()))
        showBars(lines);
    else if (!areBars && m_bars && !m_bars->isHidden()) {
        m_bars->hide();
        m_plot->setVisible(isLines());
    }
}

void ChartCard::showBars(const QList<PlotLine> &lines)
{
    if (!m_bars) {
        m_bars = new LastValueBars(this);
        m_bars->setObjectName(u"lastValueBars"_s);
        m_layout->addWidget(m_bars, 1);
        connect(m_bars, &CardView::runClicked, this, [this](int run, Qt::KeyboardModifiers modifiers) {
            if (run < m_runs.size())
                Q_EMIT runClicked(m_runs.at(run), modifiers);
        });
        connect(m_bars, &CardView::runHovered, this, [this](int run) {
            Q_EMIT runHovered(run >= 0 && run < m_runs.size() ? std::optional(m_runs.at(run)) : std::nullopt);
        });
    }
    m_bars->setLines(lines);
    m_plot->hide();
    m_bars->show();
    m_grip->raise();
}

void ChartCard::setHighlightedRun(const std::optional<RunRef> &run)
{
    m_plot->setHighlighted(run ? int(m_runs.indexOf(*run)) : -1);
    if (m_bars)
        m_bars->setHighlighted(run ? int(m_runs.indexOf(*run)) : -1);
    if (m_content)
        m_content->setHighlightedRun(run);
}

void ChartCard::setEnlarged(bool enlarged)
{
    m_isEnlarged = enlarged;
    m_enlarge->setIcon(icon(enlarged ? "shrink"_L1 : "enlarge"_L1, ColorRole::Muted));
    m_enlarge->setToolTip(enlarged ? tr("Back to all charts") : tr("Enlarge this chart"));
    m_enlarge->setAccessibleName(m_enlarge->toolTip());
    m_plot->setWheelZooms(enlarged);
    m_grip->setVisible(!enlarged);
}

// In the place of the title: Return takes it, Esc and a click elsewhere leave it as it was.
void ChartCard::editTitle()
{
    auto *field = new QLineEdit(m_spec.title.isEmpty() ? cardTitle(m_spec) : m_spec.title, this);
    field->setObjectName(u"cardTitleField"_s);
    field->setAccessibleName(tr("Title of the card"));
    field->setMaxLength(500);
    field->setGeometry(m_title->geometry().adjusted(-8, -3, 0, 3));
    field->selectAll();
    field->show();
    field->setFocus(Qt::OtherFocusReason);
    auto *escape = new QAction(field);
    escape->setShortcut(Qt::Key_Escape);
    escape->setShortcutContext(Qt::WidgetShortcut);
    field->addAction(escape);
    connect(escape, &QAction::triggered, field, &QObject::deleteLater);
    connect(field, &QLineEdit::returnPressed, this, [this, field] { Q_EMIT titleChosen(field->text().trimmed()); });
    connect(field, &QLineEdit::editingFinished, field, &QObject::deleteLater);
}

void ChartCard::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuRequested(event->globalPos());
}

// Of the keys that the chart does not take for itself, F, Esc and those that move the card are for the card, too.
void ChartCard::keyPressEvent(QKeyEvent *event)
{
    const auto act = cardAct(event->key(), event->modifiers());
    const bool isForAll = act == CardAct::Move || act == CardAct::Back || (act == CardAct::Fill && event->key() == Qt::Key_F);
    const bool isOut = act == CardAct::Back && hasFocus() && !m_isEnlarged; // nothing is left to close
    if (act && !isOut && (hasFocus() || isForAll))
        Q_EMIT keyActed(*act, event->key());
    else
        QFrame::keyPressEvent(event);
}

void ChartCard::focusInEvent(QFocusEvent *event)
{
    QFrame::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        Q_EMIT focusedByKey();
}

void ChartCard::resizeEvent(QResizeEvent *)
{
    m_grip->move(width() - CardGrip::Side, height() - CardGrip::Side);
    m_grip->raise();
}

} // namespace Assay
