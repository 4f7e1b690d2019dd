// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/runs/runspanel.h"

#include "models/items/displaytext.h"
#include "widgets/panels/runs/columnchooser.h"
#include "widgets/panels/runs/facetpanel.h"
#include "widgets/panels/runs/filterfield.h"
#include "widgets/panels/runs/pivotview.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/titlelabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Assay {

RunsPanel::RunsPanel(RunView &view, QWidget *parent)
    : QWidget(parent), m_view(view), m_model(view), m_chooser(new ColumnChooser(u"columnChooser"_s, tr("Choose automatically"), this)),
      m_groupChooser(new ColumnChooser(u"groupChooser"_s, tr("No groups"), this)), m_summary(new QComboBox), m_pivot(new PivotView(view)),
      m_facets(new FacetPanel), m_stack(new QStackedWidget),
      m_table(new RunTableView(m_model))
{
    setObjectName(u"runsPanel"_s);
    setMinimumWidth(280);
    setFocusProxy(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    makeGroupChooser();
    m_stack->addWidget(m_table);
    m_stack->addWidget(makeMessage());
    makePivot();
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_stack, 1);
    row->addWidget(m_facets);
    layout->addLayout(row, 1);
    m_selectionTimer.setSingleShot(true);
    connect(&m_selectionTimer, &QTimer::timeout, this, &RunsPanel::takeSelection);
    connectTable();
    connectView();
    connectHistories();
    connectFacets();
    updatePage();
}

QToolButton *RunsPanel::makeButton(const QString &name, QLatin1StringView iconName, const QString &text)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFixedSize(28, 28);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QWidget *RunsPanel::makeBar()
{
    m_title = new TitleLabel(u"title"_s, u"runsTitle"_s);
    m_caption = new QLabel;
    m_caption->setObjectName(u"runsCaption"_s);
    m_caption->setProperty("role", u"muted"_s);
    m_caption->setTextFormat(Qt::PlainText);
    m_filter = new FilterField(this);
    m_filter->setObjectName(u"runsFilter"_s);
    m_filter->setPlaceholderText(tr("Filter: a text, or metrics.loss < 0.1 and params.model = 'x'"));
    m_filter->setAccessibleName(tr("Filter"));
    m_nested = makeButton(u"nested"_s, "tree"_L1, tr("Nested runs below their parents"));
    m_nested->setCheckable(true);
    m_nested->setPopupMode(QToolButton::MenuButtonPopup);
    m_nested->setMenu(makeNestedMenu());
    m_nested->setFixedWidth(44); // the menu's arrow beside the icon
    m_columnsButton = makeButton(u"columns"_s, "columns"_L1, tr("Choose columns (C)"));
    m_groupButton = makeButton(u"groups"_s, "group"_L1, tr("Group runs (G)"));
    m_pivotButton = makeButton(u"pivotButton"_s, "pivot"_L1, tr("Pivot: one column down, one across"));
    m_pivotButton->setCheckable(true);
    m_chips = new QHBoxLayout;
    m_chips->setSpacing(4);

    auto *upper = new QHBoxLayout;
    upper->setSpacing(8);
    upper->addWidget(m_title, 1);
    upper->addWidget(m_caption);
    upper->addWidget(m_pivotButton);
    upper->addWidget(m_groupButton);
    upper->addWidget(m_nested);
    upper->addWidget(m_columnsButton);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(8);
    lower->addWidget(m_filter, 1);
    lower->addLayout(m_chips);
    auto *bar = new QWidget;
    bar->setProperty("role", u"bar"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(bar);
    layout->setContentsMargins(12, 6, 12, 8);
    layout->setSpacing(4);
    layout->addLayout(upper);
    layout->addLayout(lower);

    connectBar();
    return bar;
}

void RunsPanel::connectBar()
{
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        RunTableState state = m_state;
        state.filter = text;
        change(state);
    });
    connect(m_filter, &FilterField::left, this, [this] { m_table->setFocus(); });
    connect(m_nested, &QToolButton::toggled, this, [this](bool nested) {
        RunTableState state = m_state;
        state.nested = nested;
        if (nested)
            state.groupBy.clear();
        change(state);
    });
    connect(m_columnsButton, &QToolButton::clicked, this, [this] { m_chooser->openBelow(m_columnsButton); });
    m_chooser->addNarrowing();
    connect(&m_chooser->model(), &ColumnListModel::toggled, this, &RunsPanel::showColumns);
    connect(m_chooser, &ColumnChooser::resetRequested, this, [this] {
        RunTableState state = m_state;
        state.columns.clear();
        change(state);
    });
}

QWidget *RunsPanel::makeMessage()
{
    m_messageTitle = new QLabel;
    m_messageTitle->setObjectName(u"runsMessage"_s);
    m_messageTitle->setProperty("role", u"heading"_s);
    m_messageTitle->setAlignment(Qt::AlignCenter);
    m_messageText = new QLabel;
    m_messageText->setProperty("role", u"muted"_s);
    m_messageText->setAlignment(Qt::AlignCenter);
    m_messageText->setWordWrap(true);
    m_messageText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel *label : {m_messageTitle, m_messageText})
        label->setTextFormat(Qt::PlainText);
    m_messageAction = new QPushButton;
    m_messageAction->setObjectName(u"runsMessageAction"_s);
    m_culpritAction = new QPushButton;
    m_culpritAction->setObjectName(u"runsCulpritAction"_s);
    connect(m_culpritAction, &QPushButton::clicked, this, &RunsPanel::removeCulprit);
    connect(m_messageAction, &QPushButton::clicked, this, [this] {
        if (m_situation == Situation::Failed)
            emit retryRequested();
        else if (m_situation == Situation::Unreached || m_situation == Situation::SignedOut)
            emit connectRequested();
        else
            m_filter->clear();
    });

    auto *page = new QWidget;
    page->setProperty("role", u"surface"_s);
    page->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_messageTitle);
    layout->addWidget(m_messageText);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addStretch();
    actions->addWidget(m_culpritAction);
    actions->addWidget(m_messageAction);
    actions->addStretch();
    layout->addLayout(actions);
    layout->addStretch(3);
    return page;
}

// The keys are the table's until somebody clicks elsewhere.
void RunsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!window()->focusWidget())
        m_table->setFocus(Qt::OtherFocusReason);
}

void RunsPanel::connectView()
{
    connect(&m_view, &RunView::rowsChanged, this, [this] {
        updatePage();
        giveSelection();
    });
    connect(m_table, &RunTableView::rowHovered, this, [this](int row) {
        m_isHovering = true; // the row of a group stays as it is, although it is no run
        m_view.setHoveredRun(row >= 0 && !m_model.isGroup(row) ? std::optional(m_model.runAt(row)) : std::nullopt);
        m_isHovering = false;
    });
    connect(&m_view, &RunView::hoveredChanged, this, [this] {
        if (!m_isHovering)
            m_table->setHoveredRow(m_view.hoveredRun() ? m_model.rowOf(*m_view.hoveredRun()) : -1);
    });
    connect(&m_view, &RunView::selectionChanged, this, [this] {
        if (!m_isGivingSelection)
            giveSelection();
        updateCaption();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RunsPanel::giveSelection);
}

void RunsPanel::setTitle(const QString &title)
{
    m_title->setText(visibleText(title, 200));
    m_title->setToolTip(toolTipText(title));
}

void RunsPanel::setSituation(Situation situation, const QString &message)
{
    m_situation = situation;
    m_failure = message;
    updatePage();
}

void RunsPanel::setCounts(qsizetype found, qsizetype candidates)
{
    m_found = found;
    m_candidates = candidates;
    updatePage();
}

void RunsPanel::setHistoriesToRead(qsizetype series)
{
    if (series == m_historiesToRead)
        return;
    m_historiesToRead = series;
    updatePage();
}

void RunsPanel::setFilterMistake(const std::optional<QueryMistake> &mistake)
{
    m_filter->setMistake(mistake);
}

void RunsPanel::setColumnStats(const std::vector<ColumnStats> &stats, qsizetype runs)
{
    m_automatic = chooseColumns(stats);
    m_chooser->model().setColumns(stats, runs);
    m_groupChooser->model().setColumns(stats, runs);
    m_pivot->setColumns(stats);
    applyColumns();
}

QList<ColumnKey> RunsPanel::columns() const
{
    return m_state.columns.isEmpty() ? m_automatic : m_state.columns;
}

void RunsPanel::restore(const RunTableState &state)
{
    m_state = state;
    applyState();
}

void RunsPanel::change(const RunTableState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    applyState();
    emit stateChanged(m_state);
}

void RunsPanel::applyState()
{
    const QSignalBlocker filterBlocker(m_filter), nestedBlocker(m_nested), summaryBlocker(m_summary), pivotBlocker(m_pivotButton);
    if (m_filter->text() != m_state.filter)
        m_filter->setText(m_state.filter);
    m_nested->setChecked(m_state.nested);
    m_pivotButton->setChecked(m_state.pivot.isShown);
    m_pivot->setState(m_state);
    m_model.setScales(m_state.scales, m_state.better);
    m_model.setGroups(m_state.groupBy, m_state.summary);
    m_view.setGroupKeys(m_state.groupBy);
    m_groupChooser->model().setShown(m_state.groupBy);
    m_summary->setCurrentIndex(int(m_state.summary));
    m_model.setSortKeys(m_state.sortKeys);
    applyColumns();
    m_table->setWidths(m_state.widths);
    m_table->setPinned(m_state.pinned);
    updateChips();
    updatePage();
}

void RunsPanel::applyColumns()
{
    m_model.setColumns(columns());
    m_chooser->model().setShown(m_model.columns());
}

void RunsPanel::updatePage()
{
    const bool canNest = m_model.hasNesting();
    m_nested->setEnabled(canNest);
    m_nested->setToolTip(canNest ? tr("Nested runs below their parents") : tr("None of these runs is nested"));
    updateMode();
    updateCaption();
    const bool hasRows = !m_view.rows().empty();
    m_stack->setCurrentIndex(!hasRows ? 1 : m_state.pivot.isShown ? 2 : 0);
    if (hasRows)
        return;
    switch (m_situation) {
    case Situation::NoStore: showMessage(tr("No store is open"), {}, {}); return;
    case Situation::Loading:
    case Situation::Partial: showMessage(tr("Reading runs…"), {}, {}); return;
    case Situation::Failed: showMessage(tr("The runs could not be read"), m_failure, tr("Try again")); return;
    case Situation::Unreached: showMessage(tr("The store cannot be reached"), m_failure, tr("Connect…")); return;
    case Situation::SignedOut: showMessage(tr("Sign in to see the runs"), m_failure, tr("Sign In…")); return;
    case Situation::Ready: break;
    }
    if (m_historiesToRead > 0)
        showMessage(tr("Reading histories…"), tr("The filter asks for the whole history of %n run(s).", nullptr, int(m_historiesToRead)), {});
    else if (m_candidates > 0)
        showNoMatch();
    else
        showMessage(tr("No runs here yet"), tr("Runs that are logged to this experiment appear here."), {});
}

void RunsPanel::showMessage(const QString &title, const QString &text, const QString &action)
{
    m_messageTitle->setText(title);
    m_messageText->setText(text);
    m_messageText->setVisible(!text.isEmpty());
    m_messageAction->setText(action);
    m_messageAction->setVisible(!action.isEmpty());
    m_culpritAction->hide();
}

void RunsPanel::updateCaption()
{
    const auto shown = qsizetype(m_view.rows().size());
    QString text = shown < m_candidates ? tr("%1 of %2 runs").arg(countText(shown), countText(m_candidates))
                                        : tr("%1 run(s)", nullptr, int(shown)).arg(countText(shown));
    if (m_found < shown && m_state.nested && m_state.kin != Kin::None)
        text = tr("%1 of %2 runs, %3 of their kin").arg(countText(m_found), countText(m_candidates), countText(shown - m_found));
    if (const qsizetype selected = m_view.selectedRuns().size(); selected > 1)
        text = tr("%1, %2 selected").arg(text, countText(selected));
    if (m_situation == Situation::Partial)
        text = tr("%1, reading…").arg(text);
    else if (m_historiesToRead > 0)
        text = tr("%1, reading %2 histories…").arg(text, countText(m_historiesToRead));
    m_caption->setText(m_situation == Situation::NoStore ? QString() : text);
    m_caption->setToolTip(toolTipText(explanationText(m_explanation)));
}

// One chip for each thing that the table is grouped or sorted by; a click takes it away.
void RunsPanel::updateChips()
{
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const ColumnKey &key : std::as_const(m_state.groupBy)) {
        addChip(u"groupChip"_s, tr("by %1").arg(RunTableModel::columnTitle(key)), tr("Grouped by %1; click to stop").arg(columnKeyText(key)),
                [key](RunTableState &state) { state.groupBy.removeAll(key); });
    }
    for (const SortKey &key : std::as_const(m_state.sortKeys)) {
        const bool ascending = key.direction == SortDirection::Ascending;
        const QString title = key.expression.root ? key.expression.text : RunTableModel::columnTitle(key.key.column);
        addChip(u"sortChip"_s, title + (ascending ? u" ↑"_s : u" ↓"_s),
                tr("Sorted by %1; click to stop").arg(key.expression.root ? key.expression.text : columnKeyText(key.key.column)), [key](RunTableState &state) { state.sortKeys.removeAll(key); });
    }
}

void RunsPanel::addChip(const QString &name, const QString &text, const QString &toolTip, const std::function<void(RunTableState &)> &remove)
{
    auto *chip = new QToolButton;
    chip->setProperty("kind", u"button"_s);
    chip->setObjectName(name);
    chip->setFixedHeight(m_filter->sizeHint().height());
    chip->setText(fontMetrics().elidedText(text, Qt::ElideMiddle, 130));
    chip->setIcon(icon("close"_L1, ColorRole::Muted));
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setLayoutDirection(Qt::RightToLeft); // the cross behind the text
    chip->setToolTip(toolTipText(toolTip));
    connect(chip, &QToolButton::clicked, this, [this, remove] {
        RunTableState state = m_state;
        remove(state);
        change(state);
    });
    m_chips->addWidget(chip);
}

} // namespace Assay
