// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/chartspanel.h"

#include "models/items/displaytext.h"
#include "widgets/panels/charts/cardsearch.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/chartgrid.h"
#include "widgets/panels/charts/chartsfoot.h"
#include "widgets/panels/charts/dashboardeditor.h"
#include "widgets/panels/charts/encodinglegend.h"
#include "widgets/panels/charts/imagescontent.h"
#include "widgets/panels/charts/lineoptions.h"
#include "widgets/panels/charts/pagecursor.h"
#include "widgets/panels/charts/valuescontent.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/titlelabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int UpdateEvery = 30; // ms: many answers make one update

} // namespace

ChartsPanel::ChartsPanel(QWidget *parent)
    : QWidget(parent), m_editor(new DashboardEditor(this)), m_search(new CardSearch), m_addButton(new QToolButton),
      m_lineButton(new QToolButton), m_lineOptions(new LineOptions(this)), m_count(new TitleLabel(u"caption"_s, u"chartsCount"_s)), m_stack(new QStackedWidget),
      m_legend(new EncodingLegend), m_grid(new ChartGrid), m_cursor(new PageCursor(*m_grid, this)), m_foot(new ChartsFoot), m_readings(makeReadings()),
      m_message(new QLabel), m_action(new QPushButton)
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
    layout->addWidget(m_legend);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(u"chartsReadingsSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_stack);
    splitter->addWidget(m_readings);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({10'000, 170});
    layout->addWidget(splitter, 1);
    layout->addWidget(m_foot);

    m_updateTimer.setSingleShot(true);
    m_updateTimer.setInterval(UpdateEvery);
    connect(&m_updateTimer, &QTimer::timeout, this, &ChartsPanel::update);
    connect(&m_lines, &ChartLines::grew, this, &ChartsPanel::seriesGrew);
    connect(&m_lines, &ChartLines::changed, this, &ChartsPanel::updateLater);
    connect(m_grid, &ChartGrid::foldsChanged, this, &ChartsPanel::tellState);
    connect(m_grid, &ChartGrid::visibleKeysChanged, this, &ChartsPanel::updateLater);
    connect(m_grid, &ChartGrid::cardMade, this, &ChartsPanel::connectCard);
    connect(m_action, &QPushButton::clicked, this, &ChartsPanel::runAction);
    connect(m_editor, &DashboardEditor::dashboardChanged, this, [this] {
        m_keysAreOld = true;
        updateLater();
        tellState();
    });
    connect(m_editor, &DashboardEditor::edited, this, &ChartsPanel::dashboardEdited);
    connectGrid();
    connectFoot();
    connectLegend();
    showMessage({});
}

ChartsPanel::~ChartsPanel() = default;

QWidget *ChartsPanel::makeBar()
{
    auto *bar = new QWidget;
    bar->setObjectName(u"chartsBar"_s);
    bar->setProperty("role", u"bar"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    m_search->setMaximumWidth(290);
    connect(m_search, &CardSearch::changed, this, [this] {
        m_keysAreOld = true;
        updateLater();
        tellState();
    });
    m_addButton->setObjectName(u"addCard"_s);
    m_addButton->setText(tr("Add card"));
    m_addButton->setIcon(icon("plus"_L1, ColorRole::Muted));
    m_addButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_addButton->setPopupMode(QToolButton::InstantPopup);
    m_addButton->setMenu(new QMenu(m_addButton));
    connect(m_addButton->menu(), &QMenu::aboutToShow, this, &ChartsPanel::fillAddMenu);

    m_lineButton->setObjectName(u"lineOptionsButton"_s);
    m_lineButton->setIcon(icon("settings"_L1, ColorRole::Muted));
    m_lineButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_lineButton->setToolTip(tr("What lies along x, scales and smoothing"));
    m_lineButton->setText(LineOptions::summary(m_recipe));
    connect(m_lineButton, &QToolButton::clicked, this, [this] {
        m_lineOptions->setMetrics(m_keys);
        m_lineOptions->setColumns(m_view && m_view->table() ? encodingKeys(*m_view->table()) : QStringList());
        m_lineOptions->openBelow(m_lineButton);
    });
    connect(m_lineOptions, &LineOptions::recipeChosen, this, &ChartsPanel::setRecipe);
    connect(m_lineOptions, &LineOptions::optionsChosen, this, &ChartsPanel::setOptions);

    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(2);
    layout->addWidget(m_search, 1);
    layout->addSpacing(8);
    layout->addWidget(m_count, 1);
    layout->addWidget(m_addButton);
    layout->addSpacing(10);
    layout->addWidget(m_lineButton);
    return bar;
}

void ChartsPanel::setView(RunView *view)
{
    if (m_view)
        m_view->disconnect(this);
    m_view = view;
    m_lines.setView(view);
    m_encoding.setView(view);
    m_grid->setView(view);
    m_cursor->setView(view);
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
    const auto tellGroups = [this] { m_lineOptions->setGrouped(!m_view->groupKeys().isEmpty()); };
    connect(view, &RunView::groupKeysChanged, this, tellGroups);
    tellGroups();
}

void ChartsPanel::clear()
{
    m_lines.clear();
    m_cursor->forget(); // zooms and marks belong to what was there
    m_beforeIsolation.clear();
    for (ImagesContent *images : imageContents())
        images->forget();
    m_keysAreOld = true;
    updateLater();
}

void ChartsPanel::setRecipe(const LineRecipe &recipe)
{
    if (m_recipe == recipe)
        return;
    const bool isOtherX = m_recipe.x != recipe.x || m_recipe.xScale != recipe.xScale || m_recipe.xMetric != recipe.xMetric;
    m_recipe = recipe;
    m_lineOptions->setRecipe(recipe);
    m_lineButton->setText(LineOptions::summary(recipe));
    m_lines.setRecipe(recipe);
    if (isOtherX)
        m_cursor->forget();
    updateLater();
    tellState();
}

void ChartsPanel::setOptions(const ChartOptions &options)
{
    if (m_options == options)
        return;
    m_options = options;
    m_lineOptions->setOptions(options);
    m_lines.setOptions(options);
    m_encoding.setOptions(options);
    updateLater();
    tellState();
}

ChartsState ChartsPanel::state() const
{
    return {m_recipe, m_search->text(), m_grid->folds(), m_search->isExpression(), m_editor->dashboard(),
            m_grid->linksZoom(), m_cursor->rule(), m_foot->areValuesShown(), m_options};
}

void ChartsPanel::restore(const ChartsState &state)
{
    m_isRestoring = true;
    setRecipe(state.recipe);
    setOptions(state.options);
    m_search->set(state.search, state.searchIsExpression);
    m_grid->setFolds(state.folds);
    m_editor->restore(state.dashboard);
    m_grid->setLinksZoom(state.linksZoom);
    m_foot->setLinked(state.linksZoom);
    m_cursor->setRule(state.reading);
    m_foot->setRule(state.reading);
    m_foot->setValuesShown(state.showsValues);
    m_readings->setVisible(state.showsValues);
    updateLater();
    m_isRestoring = false;
}

void ChartsPanel::setDashboard(const Dashboard &dashboard)
{
    m_editor->restore(dashboard);
}

void ChartsPanel::tellState()
{
    if (!m_isRestoring)
        emit stateChanged();
}

void ChartsPanel::readRunningAgain()
{
    m_lines.readRunningAgain();
    for (ImagesContent *images : imageContents())
        images->listRunningAgain();
    updateLater();
}

bool ChartsPanel::isBusy() const
{
    const auto isComputing = [this](const QString &key) {
        const ChartCard *card = m_grid->card(key);
        return card && card->content() && card->content()->isBusy();
    };
    return isVisible() && (m_updateTimer.isActive() || m_lines.isBuilding() || !m_requested.isEmpty() || m_grid->isPainting() || std::ranges::any_of(m_grid->visibleKeys(), isComputing));
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
    const QList<ChartSection> sections = chartSections(m_keys, m_editor->dashboard(), m_search->filter());
    qsizetype found = 0;
    for (const ChartSection &section : sections)
        found += section.keys.size();
    m_grid->setAllUnfolded(!search.isEmpty());
    m_grid->setSections(sections, m_editor->dashboard());
    const QString charts = found == 1 ? tr("1 chart") : tr("%1 charts").arg(countText(found));
    const QString runs = m_lines.runs().size() == 1 ? tr("1 run") : tr("%1 runs").arg(countText(m_lines.runs().size()));
    m_count->setText(found == 0 ? QString() : charts + u" · "_s + runs);
    m_count->setToolTip(m_count->text());
    if (!hasTable)
        showMessage(m_view ? tr("Reading the runs…") : QString());
    else if (m_view->rows().empty())
        showMessage(tr("There are no runs to draw."));
    else if (m_lines.runs().isEmpty())
        showMessage(tr("Turn on a run's eye in the table to draw it here."), tr("Draw the first runs"));
    else if (found == 0 && m_keys.isEmpty())
        showMessage(m_view->isComplete() ? tr("The runs that are drawn have no metrics.") : tr("Reading the runs…"));
    else if (found == 0 && search.isEmpty())
        showMessage(tr("All cards of these metrics were removed."), tr("Show them again"));
    else if (found == 0)
        showMessage(tr("No card has “%1” in its name.").arg(search), tr("Clear the search"));
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

void ChartsPanel::fillCards()
{
    QList<SeriesKey> missing;
    if (m_stack->currentWidget() == m_grid) {
        const QStringList keys = m_grid->visibleKeys();
        for (const QString &key : keys) {
            ChartCard *card = m_grid->card(key);
            if (auto *values = qobject_cast<ValuesContent *>(card->content()))
                m_lines.fill(*values, m_foot->step(), m_cursor->rule(), missing);
            else if (auto *images = qobject_cast<ImagesContent *>(card->content()))
                fillImages(*images);
            else if (card->isLines())
                m_lines.fill(*card, missing);
            m_cursor->refresh(*card);
        }
    }
    updateFoot();
    m_legend->setEncoding(m_encoding, m_lines.exceptions());
    m_lines.endLook();
    updateReadings();
    if (missing != m_requested) {
        m_requested = missing;
        Q_EMIT seriesRequested(missing);
    }
}

} // namespace Assay
