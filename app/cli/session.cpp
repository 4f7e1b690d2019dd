// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include "app/cli/text.h"
#include "models/domain/memberid.h"
#include "models/items/wholeaddress.h"
#include "models/store/historyloader.h"
#include "models/store/joinedbackend.h"
#include "models/store/storecall.h"
#include "models/store/storetitles.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype ShortestPrefix = 4;
constexpr qsizetype NamedCandidates = 10;

bool isNewer(const Experiment &a, const Experiment &b)
{
    if (a.lastUpdateTime != b.lastUpdateTime)
        return a.lastUpdateTime > b.lastUpdateTime; // nothing is less than any time
    bool aIsNumber = false, bIsNumber = false;
    const qulonglong aNumber = a.id.value.toULongLong(&aIsNumber);
    const qulonglong bNumber = b.id.value.toULongLong(&bIsNumber);
    if (aIsNumber && bIsNumber && aNumber != bNumber)
        return aNumber < bNumber;
    return a.id != b.id ? a.id < b.id : a.lifecycle < b.lifecycle;
}

Error ambiguousRun(const QString &text, const QList<RunRef> &candidates, const RunTable &table, bool withExperiment)
{
    QStringList names;
    for (const RunRef &ref : candidates.mid(0, NamedCandidates)) {
        const QString store = table.info(*table.rowOf(ref)).store;
        names.append(!store.isEmpty() ? store + u'/' + ref.run.value : withExperiment ? ref.experiment.value + u'/' + ref.run.value : ref.run.value);
    }
    if (candidates.size() > NamedCandidates)
        names.append(CliText::tr("and %1 more").arg(candidates.size() - NamedCandidates));
    return {ErrorCode::AmbiguousId, CliText::tr("Several runs fit %1").arg(text), names.join(u", "_s)};
}

// The rows' runs, those of one experiment or store alone unless `place` is empty.
template <typename Rows>
QList<RunRef> refsOf(const RunTable &table, const Rows &rows, const QString &place)
{
    QList<RunRef> refs;
    for (uint32_t row : rows) {
        const RunRef ref = table.ref(row);
        if (place.isEmpty() || splitMember(ref.experiment).own.value == place || table.info(row).store == place)
            refs.append(ref);
    }
    return refs;
}

QList<uint32_t> rowsWithPrefix(const RunTable &table, const QString &prefix)
{
    const QByteArray wanted = prefix.toUtf8();
    const std::string_view view(wanted.constData(), size_t(wanted.size()));
    QList<uint32_t> rows;
    for (uint32_t row = 0; row < uint32_t(table.rowCount()); ++row)
        if (table.attributeText(Attribute::RunId)->utf8(row)->starts_with(view))
            rows.append(row);
    return rows;
}

// An address without its beginning is taken for a path: says how it is written, unless it has the look of a file.
Error withAddressHint(Error error, const QString &location)
{
    const QString address = wholeAddress(location);
    const QString suffix = location.section(u'.', -1);
    const bool isFile = QStringList{u"db"_s, u"sqlite"_s, u"sqlite3"_s, u"assay"_s}.contains(suffix, Qt::CaseInsensitive);
    if (error.code == ErrorCode::NotFound && address != location && !isFile)
        error.message += u". "_s + CliText::tr("The address of a server begins with http:// or https://: %1").arg(address);
    return error;
}

} // namespace

Session::Session(const StoreRegistry &registry, Console &console, Job &job)
    : m_registry(registry), m_console(console), m_job(job)
{
}

Session::~Session() = default;

Result<LocationReport> Session::probe(const QString &location)
{
    auto report = m_registry.probe(location, m_job);
    return report ? std::move(report) : withAddressHint(report.error(), location);
}

Result<std::unique_ptr<StoreBackend>> Session::open(const StoreCandidate &candidate)
{
    return m_registry.open(candidate, {}, m_job);
}

Status Session::open(const QString &location, const QStringList &others)
{
    if (!others.isEmpty())
        return openTogether(QStringList(location) + others);
    const auto candidate = locate(location);
    if (!candidate)
        return candidate.error();
    auto backend = open(*candidate);
    if (!backend)
        return backend.error();
    m_backend = std::move(*backend);
    return {};
}

Result<StoreCandidate> Session::locate(const QString &location) const
{
    auto candidate = m_registry.locate(location, m_job);
    return candidate ? std::move(candidate) : withAddressHint(candidate.error(), location);
}

Status Session::openTogether(const QStringList &locations)
{
    QStringList places;
    for (const QString &location : locations) {
        const auto candidate = locate(location);
        if (!candidate)
            return candidate.error();
        if (places.contains(candidate->location))
            return Error{ErrorCode::InvalidArgument, CliText::tr("The store is named twice"), candidate->location};
        places.append(candidate->location);
        m_stores.push_back(std::make_unique<Store>(m_registry, *candidate, OpenOptions()));
    }
    m_titles = storeTitles(places);
    QList<JoinedMember> members;
    for (size_t i = 0; i < m_stores.size(); ++i) {
        StoreCall<StoreInfo> opened(*m_stores[i], m_job, [](StoreBackend &backend, Job &) -> Result<StoreInfo> { return backend.info(); });
        if (const auto info = opened.wait(); !info)
            return info.error();
        members.append({m_titles[qsizetype(i)], m_stores[i].get()});
    }
    m_backend = std::make_unique<JoinedBackend>(members);
    return {};
}

Result<QList<Experiment>> Session::experiments()
{
    auto loaded = m_backend->experiments(m_job);
    if (!loaded)
        return loaded.error();
    m_problems += loaded->problems.size();
    std::sort(loaded->value.begin(), loaded->value.end(), isNewer);
    return std::move(loaded->value);
}

Result<RunTablePtr> Session::runs(const RunRequest &request)
{
    auto loaded = m_backend->runs(request, {}, m_job);
    if (!loaded)
        return loaded.error();
    m_problems += loaded->problems.size();
    return std::move(loaded->value);
}

Result<QList<RegisteredModel>> Session::models()
{
    auto loaded = m_backend->models(m_job);
    if (!loaded)
        return loaded.error();
    m_problems += loaded->problems.size();
    return std::move(loaded->value);
}

Result<QList<MetricSeries>> Session::history(const HistoryRequest &request)
{
    auto loaded = m_backend->history(request, m_job);
    if (!loaded)
        return loaded.error();
    m_problems += loaded->problems.size();
    return std::move(loaded->value);
}

Result<HistoryValues> Session::histories(HistoryValues values, const HistoryNeeds &needs)
{
    auto loaded = loadHistories(*m_backend, std::move(values), needs, std::numeric_limits<qsizetype>::max(), m_job);
    if (!loaded)
        return loaded.error();
    m_problems += loaded->problems.size();
    return std::move(loaded->value);
}

Result<RunRef> Session::findRun(const QString &text)
{
    const qsizetype slash = text.lastIndexOf(u'/');
    const QString place = slash < 0 ? QString() : text.left(slash);
    const QString id = text.mid(slash + 1);
    const Error none{ErrorCode::NotFound, CliText::tr("There is no such run"), text};
    if (id.isEmpty())
        return none;

    RunRequest request;
    request.runs = {RunId(id)};
    const auto exact = m_backend->runs(request, {}, m_job);
    if (!exact)
        return exact.error();
    const QList<RunRef> found = refsOf(*exact->value, exact->value->rowsOf(RunId(id)), place);
    if (found.size() > 1)
        return ambiguousRun(text, found, *exact->value, true);
    if (found.size() == 1)
        return found.first();
    if (id.size() < ShortestPrefix)
        return Error{ErrorCode::NotFound, CliText::tr("There is no such run, and a part of an id needs 4 characters"), text};

    const auto all = m_backend->runs({}, {}, m_job);
    if (!all)
        return all.error();
    const QList<RunRef> fitting = refsOf(*all->value, rowsWithPrefix(*all->value, id), place);
    if (fitting.isEmpty())
        return none;
    const bool isOneId = std::all_of(fitting.begin(), fitting.end(), [&](const RunRef &ref) { return ref.run == fitting.first().run; });
    return fitting.size() == 1 ? Result<RunRef>(fitting.first()) : ambiguousRun(text, fitting, *all->value, isOneId);
}

QString Session::storeOf(const RunRef &ref) const
{
    return m_titles.value(splitMember(ref.experiment).member);
}

Result<Session::RunRow> Session::runRow(const RunRef &ref)
{
    RunRequest request;
    request.experiments = {ref.experiment};
    request.runs = {ref.run};
    const auto table = runs(request);
    if (!table)
        return table.error();
    const auto row = (*table)->rowOf(ref);
    if (!row)
        return Error{ErrorCode::NotFound, CliText::tr("The run is gone"), ref.run.value};
    return RunRow{*table, *row};
}

void Session::reportProblems(const QString &location) const
{
    // What was typed may hold a password.
    const QString shown = m_backend && location.contains("://"_L1) ? m_backend->info().location : location;
    if (m_problems > 0 && !m_stores.empty())
        m_console.warn(CliText::tr("Not everything could be read as written (problems: %1); assayctl doctor lists it for each store").arg(QString::number(m_problems)));
    else if (m_problems > 0)
        m_console.warn(CliText::tr("Not everything could be read as written (problems: %1); assayctl doctor %2 lists it").arg(QString::number(m_problems), shown));
}

} // namespace Assay
