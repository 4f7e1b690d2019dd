// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/chartspanel.h"

#include "models/items/displaytext.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/chartgrid.h"
#include "widgets/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int UpdateEvery = 30; // ms: many answers make one update

} // namespace

ChartsPanel::ChartsPanel(QWidget *parent)
    : QWidget(parent), m_search(new QLineEdit), m_axisButtons(new QButtonGroup(this)), m_logButton(new QToolButton),
      m_count(new QLabel), m_stack(new QStackedWidget), m_grid(new ChartGrid), m_message(new QLabel), m_action(new QPushButton)
{
    setObjectName(u"chartsPanel"_s);
    m_message->setObjectName(u"chartsMessage"_s);
    m_message->setProperty("role", u"muted"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_action->setObjectName(u"chartsAction"_s);
    auto *empty = new QWidget;
    auto *emptyLayout = new QVBoxLayout(empty);
    emptyLayout->setContentsMargins(24, 24, 24, 24);
    emptyLayout->setSpacing(12);
    emptyLayout->addStretch(2);
    emptyLayout->addWidget(m_message);
    emptyLayout->addWidget(m_action, 0, Qt::AlignHCenter);
    emptyLayout->addStretch(3);
    m_stack->addWidget(empty);
    m_stack->addWidget(m_grid);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_stack, 1);

    m_updateTimer.setSingleShot(true);
    m_updateTimer.setInterval(UpdateEvery);
    connect(&m_updateTimer, &QTimer::timeout, this, &ChartsPanel::update);
    connect(&m_lines, &ChartLines::changed, this, &ChartsPanel::updateLater);
    connect(m_grid, &ChartGrid::foldsChanged, this, &ChartsPanel::tellState);
    connect(m_grid, &ChartGrid::visibleKeysChanged, this, &ChartsPanel::updateLater);
    connect(m_grid, &ChartGrid::cardMade, this, &ChartsPanel::connectCard);
    connect(m_action, &QPushButton::clicked, this, &ChartsPanel::runAction);
    showMessage({});
}

ChartsPanel::~ChartsPanel() = default;

QWidget *ChartsPanel::makeBar()
{
    auto *bar = new QWidget;
    bar->setObjectName(u"chartsBar"_s);
    bar->setProperty("role", u"bar"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    m_search->setObjectName(u"chartsSearch"_s);
    m_search->setPlaceholderText(tr("Search metrics"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon("search"_L1, ColorRole::Muted), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(260);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_keysAreOld = true;
        updateLater();
        tellState();
    });
    m_count->setObjectName(u"chartsCount"_s);
    m_count->setProperty("role", u"caption"_s);

    m_logButton->setObjectName(u"logScale"_s);
    m_logButton->setText(tr("Log"));
    m_logButton->setToolTip(tr("Logarithmic values"));
    m_logButton->setCheckable(true);
    connect(m_logButton, &QToolButton::toggled, this, [this](bool on) {
        LineRecipe recipe = m_recipe;
        if (on != (recipe.yScale == AxisScale::Log))
            recipe.yScale = on ? AxisScale::Log : AxisScale::Linear;
        setRecipe(recipe);
    });

    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(2);
    layout->addWidget(m_search, 1);
    layout->addSpacing(8);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(makeAxisButton(XAxis::Step, tr("Step"), tr("Draw over the logged step")));
    layout->addWidget(makeAxisButton(XAxis::WallTime, tr("Time"), tr("Draw over the time of logging")));
    layout->addWidget(makeAxisButton(XAxis::RelativeTime, tr("Relative"), tr("Draw over the time since the run's start")));
    layout->addSpacing(10);
    layout->addWidget(m_logButton);
    m_axisButtons->button(int(m_recipe.x))->setChecked(true);
    connect(m_axisButtons, &QButtonGroup::idClicked, this, [this](int id) {
        LineRecipe recipe = m_recipe;
        recipe.x = XAxis(id);
        setRecipe(recipe);
    });
    return bar;
}

QToolButton *ChartsPanel::makeAxisButton(XAxis axis, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setObjectName(u"xAxis%1"_s.arg(int(axis)));
    button->setText(text);
    button->setToolTip(toolTip);
    button->setCheckable(true);
    m_axisButtons->addButton(button, int(axis));
    return button;
}

void ChartsPanel::setView(RunView *view)
{
    if (m_view)
        m_view->disconnect(this);
    m_view = view;
    m_lines.setView(view);
    clear();
    if (!view)
        return;
    connect(view, &RunView::rowsChanged, this, [this] {
        m_keysAreOld = true;
        updateLater();
    });
    connect(view, &RunView::shownChanged, this, [this] {
        m_keysAreOld = true;
        updateLater();
    });
    connect(view, &RunView::selectionChanged, this, &ChartsPanel::updateLater);
}

void ChartsPanel::clear()
{
    m_lines.clear();
    m_keysAreOld = true;
    updateLater();
}

void ChartsPanel::setRecipe(const LineRecipe &recipe)
{
    if (m_recipe == recipe)
        return;
    const bool isOtherX = m_recipe.x != recipe.x || m_recipe.xScale != recipe.xScale || m_recipe.xMetric != recipe.xMetric;
    m_recipe = recipe;
    if (QAbstractButton *button = m_axisButtons->button(int(recipe.x)))
        button->setChecked(true);
    m_logButton->setChecked(recipe.yScale == AxisScale::Log);
    m_lines.setRecipe(recipe);
    if (isOtherX)
        m_grid->forgetZooms();
    updateLater();
    tellState();
}

ChartsState ChartsPanel::state() const
{
    return {m_recipe, m_search->text(), m_grid->folds(), false, {}};
}

void ChartsPanel::restore(const ChartsState &state)
{
    m_isRestoring = true;
    setRecipe(state.recipe);
    m_search->setText(state.search);
    m_grid->setFolds(state.folds);
    m_isRestoring = false;
}

void ChartsPanel::tellState()
{
    if (!m_isRestoring)
        emit stateChanged();
}

bool ChartsPanel::isBusy() const
{
    return isVisible() && (m_updateTimer.isActive() || m_lines.isBuilding() || !m_requested.isEmpty());
}

void ChartsPanel::setSeries(const SeriesKey &key, Result<MetricSeries> series)
{
    m_requested.removeOne(key);
    m_lines.insert(key, std::move(series));
}

void ChartsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateLater();
}

void ChartsPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!m_requested.isEmpty()) {
        m_requested.clear();
        Q_EMIT seriesRequested({}); // nobody looks any more
    }
}

void ChartsPanel::updateLater()
{
    if (isVisible() && !m_updateTimer.isActive())
        m_updateTimer.start();
}

void ChartsPanel::update()
{
    if (!isVisible())
        return;
    if (m_keysAreOld)
        updateKeys();
    fillCards();
}

QStringList ChartsPanel::shownKeys() const
{
    const RunTablePtr table = m_view->table();
    std::vector<uint32_t> rows;
    for (const RunRef &run : m_lines.runs()) {
        if (const auto row = table->rowOf(run))
            rows.push_back(*row);
    }
    QStringList keys;
    for (const RunTable::NamedColumn &column : table->columns()) {
        if (column.key.group != ColumnGroup::Metric)
            continue;
        const NumberColumn *numbers = std::get_if<NumberColumn>(column.column.get());
        if (numbers && std::ranges::any_of(rows, [numbers](uint32_t row) { return !NumberTraits::isAbsent(numbers->at(row)); }))
            keys.append(column.key.name);
    }
    return keys;
}

void ChartsPanel::updateKeys()
{
    m_keysAreOld = false;
    const bool hasTable = m_view && m_view->table();
    m_lines.setRuns(hasTable ? m_view->shownRuns() : QList<RunRef>());
    m_keys = hasTable ? shownKeys() : QStringList();
    const QString search = m_search->text().trimmed();
    QStringList found;
    for (const QString &key : std::as_const(m_keys)) {
        if (key.contains(search, Qt::CaseInsensitive))
            found.append(key);
    }
    m_grid->setAllUnfolded(!search.isEmpty());
    m_grid->setSections(chartSections(found));
    const QString charts = found.size() == 1 ? tr("1 chart") : tr("%1 charts").arg(countText(found.size()));
    const QString runs = m_lines.runs().size() == 1 ? tr("1 run") : tr("%1 runs").arg(countText(m_lines.runs().size()));
    m_count->setText(found.isEmpty() ? QString() : charts + u" · "_s + runs);
    if (!hasTable)
        showMessage(m_view ? tr("Reading the runs…") : QString());
    else if (m_view->rows().empty())
        showMessage(tr("There are no runs to draw."));
    else if (m_lines.runs().isEmpty())
        showMessage(tr("Turn on a run's eye in the table to draw it here."), tr("Draw the first runs"));
    else if (m_keys.isEmpty())
        showMessage(m_view->isComplete() ? tr("The runs that are drawn have no metrics.") : tr("Reading the runs…"));
    else if (found.isEmpty())
        showMessage(tr("No metric has “%1” in its name.").arg(search), tr("Clear the search"));
    else
        m_stack->setCurrentWidget(m_grid);
}

void ChartsPanel::showMessage(const QString &text, const QString &action)
{
    m_message->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_stack->setCurrentIndex(0);
}

void ChartsPanel::runAction()
{
    if (!m_lines.runs().isEmpty()) {
        m_search->clear();
        return;
    }
    QList<RunRef> first;
    const RunTablePtr table = m_view->table();
    for (const uint32_t row : m_view->rows()) {
        first.append(table->ref(row));
        if (first.size() == RunView::FirstShown)
            break;
    }
    m_view->setShown(first, true);
}

void ChartsPanel::fillCards()
{
    QList<SeriesKey> missing;
    if (m_stack->currentWidget() == m_grid) {
        const QStringList keys = m_grid->visibleKeys();
        for (const QString &key : keys)
            m_lines.fill(*m_grid->card(key), missing);
    }
    m_lines.endLook();
    if (missing != m_requested) {
        m_requested = missing;
        Q_EMIT seriesRequested(missing);
    }
}

void ChartsPanel::connectCard(ChartCard *card)
{
    connect(card, &ChartCard::runClicked, this, &ChartsPanel::clickRun);
    connect(card, &ChartCard::enlargeRequested, this,
            [this](const QString &key) { m_grid->setEnlarged(m_grid->enlarged() == key ? QString() : key); });
}

// As in the table: a click selects one run, with Ctrl it adds or takes away.
void ChartsPanel::clickRun(const RunRef &run, Qt::KeyboardModifiers modifiers)
{
    QList<RunRef> runs = m_view->selectedRuns();
    if (!modifiers.testFlag(Qt::ControlModifier))
        runs = {run};
    else if (!runs.removeOne(run))
        runs.append(run);
    m_view->setSelectedRuns(runs);
    m_view->setCurrentRun(run);
}

} // namespace Assay
