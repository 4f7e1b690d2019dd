// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/chartlines.h"

#include "models/items/displaytext.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/lastvaluebars.h"
#include "widgets/panels/charts/valuescontent.h"

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostCacheBytes = 512 * 1024 * 1024;
constexpr int SeriesColors = 8; // of the theme; further indexes have the same ones with other dashes

} // namespace

// One card while it is filled.
struct ChartLines::Filling {
    const QList<CardSeries> &series;
    std::vector<QList<const NumberColumn *>> columns; // latest values of the metrics that each needs; null: no run has any
    QList<SeriesKey> &missing;
    QSet<SeriesKey> asked = {}; // that are in `missing`
    QList<PlotLine> lines = {};
    QList<RunRef> runs = {};
    QList<qsizetype> seriesOf = {}; // by line: which of `series`
    qsizetype awaited = 0;
    qsizetype withoutX = 0; // runs that have nothing of what is drawn along x
    CardRestriction *only = nullptr; // to which runs the card is restricted
    bool isLive = false; // a run is still running
    QString error = {};
};

ChartLines::ChartLines(QObject *parent) : QObject(parent)
{
    connect(&m_cache, &SeriesCache::changed, this, &ChartLines::changed);
    connect(&m_groupLines, &GroupLines::changed, this, &ChartLines::changed);
}

void ChartLines::setView(RunView *view)
{
    if (m_view)
        m_view->disconnect(this);
    m_view = view;
    clear();
    if (!view)
        return;
    connect(view, &RunView::groupKeysChanged, this, &ChartLines::changed);
    connect(view, &RunView::tableChanged, this, [this] {
        if (m_view->isComplete())
            ++m_generation;
    });
}

void ChartLines::clear()
{
    m_cache.clear();
    m_groupLines.clear();
    m_restrictions.clear();
}

void ChartLines::insert(const SeriesKey &key, Result<MetricSeries> series)
{
    const SeriesPyramidPtr before = m_cache.pyramid(key, m_recipe);
    const bool isMore = before && series && series->size() > before->series().size();
    const SeriesCache::Version version = versionOf(key);
    if (!series && before && version.generation != 0) // a store that is being written to may be locked for a moment
        return m_cache.keep(key, version);
    m_cache.insert(key, std::move(series), version);
    if (isMore)
        Q_EMIT grew();
}

void ChartLines::endLook()
{
    m_steps.reset();
    m_exceptions = {};
    m_cache.trim(MostCacheBytes);
    m_groupLines.endLook();
    m_restrictions.removeIf([this](const auto &it) { return !m_usedRestrictions.contains(it.key()); });
    m_usedRestrictions.clear();
    m_groups.reset();
}

bool ChartLines::hasRunning() const
{
    const RunTablePtr table = m_view ? m_view->table() : nullptr;
    return table && std::ranges::any_of(m_runs, [&table](const RunRef &run) {
        const auto row = table->rowOf(run);
        return row && table->attributeText(Attribute::Status)->text(*row) == runStatusName(RunStatus::Running);
    });
}

SeriesCache::Version ChartLines::versionOf(const SeriesKey &key) const
{
    const RunTablePtr table = m_view ? m_view->table() : nullptr;
    const auto row = table ? table->rowOf(key.run) : std::nullopt;
    if (!row)
        return {};
    const NumberColumn *latest = table->numbers({ColumnGroup::Metric, key.metric});
    const QString status = table->attributeText(Attribute::Status)->text(*row);
    return {latest ? latest->at(*row) : NumberTraits::absent, status == runStatusName(RunStatus::Running) ? m_generation : 0};
}

double ChartLines::startOf(const RunRef &run, const SeriesPyramid &pyramid) const
{
    const RunTablePtr table = m_view->table();
    const auto row = table->rowOf(run);
    const TimeColumn *starts = table->times({ColumnGroup::Attribute, Attribute::StartTime});
    if (row && starts && !TimeTraits::isAbsent(starts->at(*row)))
        return double(starts->at(*row));
    return pyramid.xRange().value_or(AxisRange{}).lo;
}

// A run's lines in the run's colour; those of the second metric on have the next dashes.
void ChartLines::addLines(Filling &filling, const RunRef &run, bool isSelected)
{
    const auto row = m_view->table()->rowOf(run);
    if (!row || (filling.only && !filling.only->fits(m_view->table(), *row)))
        return;
    for (qsizetype i = 0; i < filling.series.size(); ++i) {
        const auto hasIt = [&](const NumberColumn *column) { return column && !NumberTraits::isAbsent(column->at(*row)); };
        if (filling.series.at(i).mistake.isEmpty() && std::ranges::all_of(filling.columns[size_t(i)], hasIt))
            addLine(filling, *row, run, filling.series.at(i), m_view->colorIndex(run) + int(i) * SeriesColors, isSelected);
    }
}

void ChartLines::addLine(Filling &filling, uint32_t row, const RunRef &run, const CardSeries &series, int colorIndex, bool isSelected)
{
    const SeriesKey key{run, series.isMetric() ? series.metric : u'=' + series.expression.text}; // as no metric is named
    if (series.isMetric()) {
        request(filling, key);
    } else {
        derive(filling, row, key, series);
    }
    if (m_recipe.x == XAxis::Metric) {
        const NumberColumn *xs = m_view->table()->numbers({ColumnGroup::Metric, m_recipe.xMetric});
        if (!xs || NumberTraits::isAbsent(xs->at(row))) {
            ++filling.withoutX;
            return;
        }
        request(filling, {key.run, m_recipe.xMetric});
    }
    filling.isLive = filling.isLive || versionOf(key).generation != 0;
    const SeriesPyramidPtr pyramid = m_cache.pyramid(key, m_recipe);
    if (pyramid) {
        if (m_recipe.x == XAxis::Step)
            addSteps(*pyramid);
        const double offset = m_recipe.x == XAxis::RelativeTime ? startOf(key.run, *pyramid) : 0.0;
        const QString runName = m_view->table()->displayName(row);
        const QString name = filling.series.size() == 1 ? runName : runName + u" · "_s + series.name;
        filling.lines.append({name, colorIndex, isSelected, offset, pyramid,
                              m_recipe.smoothing.isNone() ? nullptr : m_cache.pyramid(key, m_recipe.raw())});
        filling.runs.append(key.run);
        filling.seriesOf.append(&series - filling.series.constData());
        giveLook(filling.lines.last(), {key.run}, filling, filling.seriesOf.last());
    } else if (m_cache.state(key) == SeriesCache::State::Failed) {
        filling.error = m_cache.errorText(key);
    } else {
        ++filling.awaited;
    }
}

void ChartLines::derive(Filling &filling, uint32_t row, const SeriesKey &key, const CardSeries &series)
{
    QStringList sources;
    for (const QString &metric : series.sources()) {
        const NumberColumn *column = m_view->table()->numbers({ColumnGroup::Metric, metric});
        if (!column || NumberTraits::isAbsent(column->at(row)))
            continue;
        sources.append(metric);
        request(filling, {key.run, metric});
    }
    m_cache.derive(key, series.expression, sources, [&] { return m_view->table()->run(row); });
}

void ChartLines::request(Filling &filling, const SeriesKey &key)
{
    if (m_cache.isCurrent(key, versionOf(key)) || filling.asked.contains(key))
        return;
    filling.asked.insert(key);
    filling.missing.append(key);
}

QString ChartLines::statusText(const Filling &filling) const
{
    if (filling.awaited > 0)
        return tr("%1 more to load").arg(countText(filling.awaited));
    if (filling.withoutX > 0) {
        const QString name = visibleText(m_recipe.xMetric, 60);
        return filling.withoutX == 1 ? tr("1 run has no “%1”").arg(name)
                                     : tr("%1 runs have no “%2”").arg(countText(filling.withoutX), name);
    }
    return filling.error;
}

CardRestriction *ChartLines::restrictionOf(const CardSpec &card)
{
    const QString only = card.options.value(u"only"_s).toString();
    if (only.isEmpty())
        return nullptr;
    m_usedRestrictions.insert(only);
    auto it = m_restrictions.find(only);
    if (it == m_restrictions.end())
        it = m_restrictions.insert(only, CardRestriction(only));
    return &*it;
}

void ChartLines::fill(ChartCard &card, QList<SeriesKey> &missing)
{
    Filling filling{card.series(), {}, missing, {missing.cbegin(), missing.cend()}};
    for (const CardSeries &series : card.series()) {
        QList<const NumberColumn *> &columns = filling.columns.emplace_back();
        for (const QString &metric : series.needed())
            columns.append(m_view->table()->numbers({ColumnGroup::Metric, metric}));
        if (!series.mistake.isEmpty())
            filling.error = series.mistake;
    }
    filling.only = restrictionOf(card.spec());
    if (filling.only && !filling.only->mistake().isEmpty())
        filling.error = filling.only->mistake();
    const QList<RunRef> selected = m_view->selectedRuns();
    const QSet<RunRef> selectedRuns(selected.begin(), selected.end());
    // The first run of the table lies on top, a selected one above all.
    for (const bool isSelected : {false, true}) {
        for (auto it = m_runs.crbegin(); it != m_runs.crend(); ++it) {
            if (selectedRuns.contains(*it) == isSelected)
                addLines(filling, *it, isSelected);
        }
    }
    // What was logged once a run has no course that a group could have one of.
    if (!m_view->groupKeys().isEmpty() && m_options.groupLine != GroupLine::Runs && !LastValueBars::fits(filling.lines))
        groupLines(filling, card.key());
    card.plot().setAxes(m_recipe.x, m_recipe.yScale, m_recipe.xScale);
    card.plot().setValues({m_options.yFrom, m_options.outlierPercent});
    card.setLines(filling.lines, filling.runs, !filling.isLive && filling.awaited == 0);
    const QString status = statusText(filling);
    card.plot().setNotice(filling.awaited > 0 ? tr("Loading…")
                          : status.isEmpty()  ? tr("None of the runs that are drawn has this metric.")
                                              : status);
    card.plot().setStatus(filling.lines.isEmpty() ? QString() : status);
}

// The lines of the runs of each group become one, in the order of the groups, the first one on top. It answers to its first run.
void ChartLines::groupLines(Filling &filling, const QString &card)
{
    QHash<std::pair<RunRef, qsizetype>, qsizetype> lineOf; // run and series
    for (qsizetype i = 0; i < filling.lines.size(); ++i)
        lineOf.insert({filling.runs.at(i), filling.seriesOf.at(i)}, i);
    if (!m_groups)
        m_groups = lineGroups(*m_view, m_runs);
    const QList<LineGroup> &groups = *m_groups;
    const QList<PlotLine> ofRuns = std::exchange(filling.lines, {});
    filling.runs.clear();
    for (qsizetype group = groups.size(); group-- > 0;) {
        for (qsizetype series = 0; series < filling.series.size(); ++series) {
            std::vector<BandMember> members;
            QList<RunRef> runs;
            PlotLine line;
            for (const RunRef &run : groups.at(group).runs) {
                const auto at = lineOf.constFind({run, series});
                if (at == lineOf.cend())
                    continue;
                const PlotLine &own = ofRuns.at(*at);
                members.push_back({own.pyramid, own.xOffset});
                runs.append(run);
                line.isSelected = line.isSelected || own.isSelected;
            }
            if (members.empty())
                continue;
            const QString id = card + u'\n' + QString::number(series) + u'\n' + QString::number(group);
            const BandPyramids band = m_groupLines.band(id, members, m_options, m_recipe.yScale);
            if (!band.line) {
                ++filling.awaited;
                continue;
            }
            line.name = GroupLines::name(groups.at(group).values, qsizetype(members.size()));
            if (filling.series.size() > 1)
                line.name += u" · "_s + filling.series.at(series).name;
            line.colorIndex = int(group) + int(series) * SeriesColors;
            line.pyramid = band.line;
            line.low = band.low;
            line.high = band.high;
            line.isGroup = true;
            giveLook(line, runs, filling, series);
            filling.lines.append(line);
            filling.runs.append(runs.first());
        }
    }
}

// What columns decide.
void ChartLines::giveLook(PlotLine &line, const QList<RunRef> &runs, const Filling &filling, qsizetype series)
{
    if (!m_encoding || m_encoding->parts().empty())
        return;
    const LineLook look = m_encoding->lookOf(runs);
    line.colorIndex = look.color.value_or(line.colorIndex);
    line.marker = look.marker;
    line.values = m_encoding->valuesOf(runs);
    line.dash = look.dashOf(int(series), int(filling.series.size()));
    m_exceptions.overlaysMetrics = m_exceptions.overlaysMetrics || filling.series.size() > 1;
    for (const LineEncoding::Part &part : m_encoding->parts()) {
        if (runs.size() > 1 && m_encoding->isMixed(part, runs))
            m_exceptions.mixed.insert(part.channel);
    }
}

void ChartLines::addSteps(const SeriesPyramid &pyramid)
{
    if (pyramid.size() == 0)
        return;
    const auto first = qint64(pyramid.x(0));
    const auto last = qint64(pyramid.x(pyramid.size() - 1));
    m_steps = m_steps ? std::pair(std::min(m_steps->first, first), std::max(m_steps->second, last)) : std::pair(first, last);
}

void ChartLines::fill(ValuesContent &values, std::optional<qint64> step, ReadingRule rule, QList<SeriesKey> &missing)
{
    const RunTablePtr table = m_view->table();
    ReadingModel::Table readings{values.metrics(), false, tr("Step"), {}};
    qsizetype awaited = 0;
    for (const RunRef &run : std::as_const(m_runs)) {
        const auto row = table->rowOf(run);
        if (!row)
            continue;
        ReadingModel::Row reading{run, table->displayName(*row), m_view->colorIndex(run), {}, {}, 0, {}};
        for (const QString &metric : values.metrics()) {
            reading.values.append(std::nullopt);
            const NumberColumn *latest = table->numbers({ColumnGroup::Metric, metric});
            const SeriesKey key{run, metric};
            if (!latest || NumberTraits::isAbsent(latest->at(*row)))
                continue;
            if (!m_cache.isCurrent(key, versionOf(key)))
                missing.append(key);
            const SeriesPyramidPtr pyramid = m_cache.pyramid(key, LineRecipe());
            if (!pyramid) {
                awaited += m_cache.state(key) == SeriesCache::State::Failed ? 0 : 1;
                continue;
            }
            addSteps(*pyramid);
            const auto point = step ? pointAt(*pyramid, double(*step), rule) : std::nullopt;
            if (!point)
                continue;
            reading.values.last() = pyramid->y(*point);
            if (reading.atText.isEmpty()) {
                reading.at = pyramid->x(*point);
                reading.atText = countText(qint64(reading.at));
            }
        }
        readings.rows.append(reading);
    }
    values.setTable(readings, values.metrics().isEmpty() ? tr("Add metrics with the card's menu.")
                              : awaited > 0 && !step     ? tr("Loading…")
                              : readings.rows.isEmpty()  ? tr("No runs are drawn.")
                                                         : QString());
}

} // namespace Assay
