// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/cards/statcard.h"

#include "models/base/promisedjob.h"
#include "models/items/cardhistories.h"
#include "models/items/cardoptions.h"
#include "models/items/displaytext.h"
#include "widgets/panels/charts/cards/keychooser.h"
#include "widgets/theme/theme.h"

#include <QActionGroup>
#include <QDateTime>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace Assay {

StatCard::StatCard(CardView *plot, const Kind &kind, QWidget *parent) : CardContent(parent), m_kind(kind), m_plot(plot), m_bar(new QHBoxLayout)
{
    m_bar->setContentsMargins(6, 0, 6, 0);
    m_bar->setSpacing(2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_bar);
    layout->addWidget(plot, 1);
    m_bar->addStretch(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &StatCard::update);
    m_slowTimer.setSingleShot(true);
    m_slowTimer.setInterval(400);
    connect(&m_slowTimer, &QTimer::timeout, this, [this] {
        if (!m_latest.isRunning())
            return;
        if (m_shownKeys.isEmpty())
            m_plot->setNotice(tr("Computing…"));
        else
            m_plot->setNote(tr("Computing…"));
    });
    const auto runOf = [this](int run) { return run >= 0 && size_t(run) < m_runs.size() ? std::optional(m_runs[size_t(run)]) : std::nullopt; };
    connect(plot, &CardView::runHovered, this, [this, runOf](int run) { emit runHovered(runOf(run)); });
    connect(plot, &CardView::runClicked, this, [this, runOf](int run, Qt::KeyboardModifiers modifiers) {
        if (const auto ref = runOf(run))
            emit runClicked(*ref, modifiers);
    });
    connect(plot, &CardView::filterRequested, this, [this](const QString &query, bool keep) {
        m_plot->clearBrushes(); // the query says it from here on
        emit filterRequested(query, keep);
    });
}

KeyButton *StatCard::addPicker(const QString &role, const QString &name, Offer offer, qsizetype place)
{
    auto *button = new KeyButton(role, name, [this, offer] { return offeredKeys(offer); }, this);
    m_bar->insertWidget(m_bar->count() - 1, button);
    connect(button, &KeyButton::keyChosen, this, [this, place](const QString &key) { chooseKey(place, key); });
    m_pickers.append({button, place});
    return button;
}

void StatCard::addAdder(const QString &role)
{
    auto *button = new KeyButton(role, u"addKey"_s, [this] { return offeredKeys(Offer::All); }, this);
    button->setAdds();
    m_bar->insertWidget(m_bar->count() - 1, button);
    connect(button, &KeyButton::keyChosen, this, [this](const QString &key) {
        if (!shownKeys().contains(key))
            chooseKeys(shownKeys() + QStringList{key});
    });
}

void StatCard::addMenu()
{
    auto *button = new QToolButton(this);
    button->setObjectName(u"cardOptions"_s);
    button->setIcon(icon("settings"_L1));
    button->setAutoRaise(true);
    button->setToolTip(tr("Options of this chart"));
    button->setAccessibleName(button->toolTip());
    m_bar->addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, button] { openMenu(button->mapToGlobal(QPoint(0, button->height()))); });
}

void StatCard::openMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"cardOptionsMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(globalPosition);
}

QStringList StatCard::offeredKeys(Offer offer) const
{
    QStringList keys;
    if (offer == Offer::AllOrNone)
        keys.append(noKeyText());
    if (!m_view || !m_view->table())
        return keys;
    QStringList attributes;
    for (const RunTable::NamedColumn &column : m_view->table()->columns()) {
        if (column.key.group == ColumnGroup::Attribute)
            attributes.append(columnKeyText(column.key));
        else if (offer != Offer::Metrics || column.key.group == ColumnGroup::Metric)
            keys.append(columnKeyText(column.key));
    }
    if (offer != Offer::Metrics)
        keys += QStringList{Attribute::Duration} + attributes;
    return keys;
}

void StatCard::setSpec(const CardSpec &spec)
{
    if (m_spec == spec)
        return;
    m_spec = spec;
    updateLater();
}

void StatCard::setView(RunView *view)
{
    if (m_view == view)
        return;
    if (m_view)
        m_view->disconnect(this);
    m_view = view;
    m_latest.cancel();
    if (view) {
        connect(view, &RunView::rowsChanged, this, &StatCard::updateLater);
        connect(view, &RunView::historiesChanged, this, &StatCard::takeHistories);
        connect(view, &RunView::shownChanged, this, [this] { m_kind.followsEyes ? updateLater() : giveColors(); });
    }
    updateLater();
}

void StatCard::setHighlightedRun(const std::optional<RunRef> &run)
{
    m_plot->setHighlighted(run ? m_places.value(*run, -1) : -1);
}

void StatCard::choose(const CardSpec &spec)
{
    if (m_spec == spec)
        return;
    m_spec = spec;
    updateLater();
    emit specChanged(spec);
}

void StatCard::chooseKey(qsizetype place, const QString &key)
{
    QStringList keys = m_shownKeys;
    while (keys.size() <= place)
        keys.append(QString());
    keys[place] = key;
    while (!keys.isEmpty() && keys.last().isEmpty())
        keys.removeLast();
    chooseKeys(keys);
}

void StatCard::chooseKeys(const QStringList &keys)
{
    CardSpec spec = m_spec;
    spec.keys = keys;
    choose(spec);
}

void StatCard::chooseOption(const QString &name, const QVariant &value)
{
    CardSpec spec = m_spec;
    spec.options.insert(name, value);
    choose(spec);
}

void StatCard::addChoices(QMenu &menu, const QString &title, const QString &name, const QList<std::pair<QString, QString>> &values)
{
    menu.addSection(title);
    auto *group = new QActionGroup(&menu);
    const QString current = option(name, values.first().first).toString();
    for (const auto &[value, text] : values) {
        QAction *action = menu.addAction(text, this, [this, name, chosen = value] { chooseOption(name, chosen); });
        action->setCheckable(true);
        action->setChecked(value == current);
        group->addAction(action);
    }
}

void StatCard::addSwitch(QMenu &menu, const QString &text, const QString &name, bool fallback)
{
    const bool isOn = option(name, fallback).toBool();
    QAction *action = menu.addAction(text, this, [this, name, isOn] { chooseOption(name, !isOn); });
    action->setCheckable(true);
    action->setChecked(isOn);
}

void StatCard::showEvent(QShowEvent *event)
{
    CardContent::showEvent(event);
    if (m_isOld)
        updateLater();
}

void StatCard::updateLater()
{
    m_isOld = true;
    if (isVisible())
        m_timer.start();
}

void StatCard::takeHistories()
{
    if (std::ranges::any_of(m_shownKeys + columnKeys(m_spec), [](const QString &key) { return !columnOfKey(key); }))
        updateLater();
}

void StatCard::update()
{
    if (!m_isOld || !isVisible())
        return;
    if (m_kind.isSlow && m_latest.isRunning() && m_begun == m_spec)
        return; // runs that change all the time would never let it end
    m_begun = m_spec;
    m_isOld = false;
    if (!m_view || !m_view->table() || m_view->rows().empty()) {
        m_latest.cancel();
        m_plot->setNote({});
        m_plot->setNotice(m_view && m_view->table() && m_view->table()->rowCount() > 0 ? tr("The filter leaves no runs.") : tr("There are no runs."));
        return;
    }
    CardInput input{m_view->table(), m_view->rows(), {}, m_spec, QDateTime::currentMSecsSinceEpoch(), m_view->histories()};
    for (const RunRef &run : m_view->shownRuns())
        if (const auto place = m_view->positionOf(run))
            input.drawnRows.push_back(m_view->rows()[size_t(*place)]);
    m_slowTimer.start();
    using Computed = Result<Answer>;
    m_latest.start(QtConcurrent::run([input, kind = m_kind](QPromise<Computed> &promise) {
                       PromisedJob<Computed> job(promise);
                       promise.addResult(compute(input, kind, job));
                   }),
                   [this](const Computed &computed) {
                       if (m_isOld)
                           updateLater();
                       if (computed) {
                           take(*computed);
                       } else if (computed.error().code != ErrorCode::Canceled) {
                           m_plot->setNote({});
                           m_plot->setNotice(computed.error().message);
                       }
                   });
}

// Any thread.
Result<StatCard::Answer> StatCard::compute(CardInput input, const Kind &kind, Job &job)
{
    Answer answer;
    const qsizetype least = cardKeyRoles(input.spec.type).least;
    if (input.spec.keys.size() < least) {
        const QStringList first = kind.firstKeys(cardKeys(*input.table, input.rows, job));
        if (job.isCanceled())
            return Error{ErrorCode::Canceled, {}, {}};
        if (input.spec.keys.isEmpty())
            input.spec.keys = first;
        for (qsizetype i = input.spec.keys.size(); i < std::min(least, first.size()); ++i)
            input.spec.keys.append(first[i]);
        if (input.spec.keys.size() < least)
            return Error{ErrorCode::InvalidArgument, tr(kind.lackText), {}};
    }
    if (input.rows.size() > MostCardRuns) {
        answer.left = qsizetype(input.rows.size() - MostCardRuns);
        input.rows.resize(MostCardRuns);
    }
    answer.table = input.table;
    answer.keys = input.spec.keys;
    if (input.histories)
        input.histories = std::make_shared<const HistoryValues>(input.histories->movedTo(input.table));
    const bool isOfDrawn = kind.followsEyes && answer.keys.size() == 1;
    answer.needs = cardHistoryNeeds(*input.table, isOfDrawn ? input.drawnRows : input.rows, columnKeys(input.spec), input.readHistories());
    for (uint32_t row : input.rows) {
        answer.names.append(visibleText(input.table->displayName(row), 100));
        answer.runs.push_back(input.table->ref(row));
    }
    answer.apply = kind.work(input, job);
    if (job.isCanceled())
        return Error{ErrorCode::Canceled, {}, {}};
    return answer;
}

void StatCard::take(Answer answer)
{
    m_shownKeys = std::move(answer.keys);
    m_runs = std::move(answer.runs);
    m_places.clear();
    for (size_t i = 0; i < m_runs.size(); ++i)
        m_places.insert(m_runs[i], int(i));
    for (const auto &[button, place] : std::as_const(m_pickers))
        if (place >= 0)
            button->setKey(m_shownKeys.value(place));
    m_names = std::move(answer.names);
    m_plot->setNotice({});
    m_plot->setNote({});
    CardRuns runs;
    runs.names = m_names;
    m_plot->setRuns(std::move(runs));
    answer.apply(*this);
    giveColors();
    if (answer.left > 0)
        m_plot->setNote(tr("Only the first %1 runs are drawn.").arg(countText(qint64(MostCardRuns))) + u' ' + m_plot->note());
    if (answer.needs.isEmpty())
        return;
    qsizetype series = 0;
    for (const HistoryNeed &need : std::as_const(answer.needs))
        series += qsizetype(need.rows.size());
    m_plot->setNotice({}); // what is known shows, and what is not is on its way
    m_plot->setNote(tr("Reading %n histories…", nullptr, int(series)));
    if (m_view->table() == answer.table) // else the rows are others', and what is needed of these is found soon
        m_view->needHistories(answer.needs);
}

// Those that are drawn have colours of their own.
void StatCard::giveColors()
{
    if (!m_view || m_runs.empty())
        return;
    CardRuns runs = m_plot->runs();
    runs.colors.assign(m_runs.size(), -1);
    for (const RunRef &run : m_view->shownRuns())
        if (const int place = m_places.value(run, -1); place >= 0)
            runs.colors[size_t(place)] = m_view->colorIndex(run);
    m_plot->setRuns(std::move(runs));
}

} // namespace Assay
