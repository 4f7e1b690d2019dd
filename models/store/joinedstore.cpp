// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/joinedstore.h"

#include "models/base/promisedjob.h"
#include "models/domain/memberid.h"
#include "models/store/joinedbackend.h"
#include "models/store/storetitles.h"
#include "models/table/runtablebuilder.h"
#include "models/table/runtablejoin.h"

#include <QUrl>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int JoinAfterMs = 100;
constexpr qsizetype NamedStores = 3; // in a title
constexpr QLatin1StringView Scheme{"joined:"};

class JoinedFormat final : public StoreFormat
{
public:
    explicit JoinedFormat(QList<JoinedMember> members) : m_members(std::move(members)) {}
    QString id() const override { return JoinedBackend::FormatId; }
    QString displayName() const override { return {}; }
    StoreProbe probe(const QString &, Job &) const override { return {}; }
    Result<std::unique_ptr<StoreBackend>> open(const QString &, const OpenOptions &, Job &) const override
    {
        return std::unique_ptr<StoreBackend>(std::make_unique<JoinedBackend>(m_members));
    }

private:
    QList<JoinedMember> m_members;
};

// Of one joined store alone. A child of it, so that it goes after the store's thread has ended.
class JoinedRegistry final : public QObject
{
public:
    explicit JoinedRegistry(std::vector<std::unique_ptr<StoreFormat>> formats) : registry(std::move(formats)) {}
    StoreRegistry registry;
};

// The runs of one member as it has them itself.
RunTablePtr ownRuns(const RunTable &joined, qsizetype member)
{
    RunTableBuilder builder(joined.dialect());
    const std::vector<uint32_t> &byTag = joined.rowsNamedByTag();
    for (uint32_t row = 0; row < uint32_t(joined.rowCount()); ++row) {
        Run run = joined.run(row);
        const MemberExperiment experiment = splitMember(run.info.ref.experiment);
        if (experiment.member != member)
            continue;
        run.info.ref.experiment = experiment.own;
        run.info.store.clear();
        const QByteArray nameOfTag = std::binary_search(byTag.begin(), byTag.end(), row) ? std::exchange(run.info.name, {}).toUtf8() : QByteArray();
        builder.add(run);
        if (!nameOfTag.isEmpty())
            builder.setRunName(uint32_t(builder.rowCount() - 1), {nameOfTag.constData(), size_t(nameOfTag.size())});
    }
    return builder.finish();
}

} // namespace

JoinedStore *JoinedStore::make(const QList<OpenStore *> &members, QObject *parent)
{
    QList<OpenStore *> sorted = members;
    std::sort(sorted.begin(), sorted.end(), [](const OpenStore *a, const OpenStore *b) { return a->location() < b->location(); });
    QStringList locations;
    for (const OpenStore *member : std::as_const(sorted))
        locations.append(member->location());
    const QStringList titles = storeTitles(locations);
    QList<JoinedMember> joined;
    for (qsizetype i = 0; i < sorted.size(); ++i)
        joined.append({titles[i], &sorted[i]->store()});
    std::vector<std::unique_ptr<StoreFormat>> formats;
    formats.push_back(std::make_unique<JoinedFormat>(joined));
    return new JoinedStore(new JoinedRegistry(std::move(formats)), locationOf(locations), sorted, titles, parent);
}

JoinedStore::JoinedStore(QObject *registry, const QString &location, const QList<OpenStore *> &members, const QStringList &titles, QObject *parent)
    : OpenStore(Source::Others, static_cast<JoinedRegistry *>(registry)->registry, {JoinedBackend::FormatId, location}, parent), m_members(members), m_titles(titles), m_progress(members.size())
{
    registry->setParent(this);
    m_joinTimer.setSingleShot(true);
    m_joinTimer.setInterval(JoinAfterMs);
    connect(&m_joinTimer, &QTimer::timeout, this, &JoinedStore::join);
    for (OpenStore *member : m_members)
        watch(member);
    updateInfo();
    updateExperiments();
    updateState();
    join();
}

QString JoinedStore::locationOf(QStringList locations)
{
    locations.sort();
    QStringList parts;
    for (const QString &location : std::as_const(locations))
        parts.append(QString::fromLatin1(QUrl::toPercentEncoding(location)));
    return Scheme + parts.join(u'+');
}

QStringList JoinedStore::locationsIn(const QString &location)
{
    QStringList locations;
    if (location.startsWith(Scheme))
        for (const QString &part : location.mid(Scheme.size()).split(u'+'))
            locations.append(QUrl::fromPercentEncoding(part.toLatin1()));
    return locations;
}

void JoinedStore::watch(OpenStore *member)
{
    connect(member, &OpenStore::infoChanged, this, &JoinedStore::updateInfo);
    connect(member, &OpenStore::experimentsChanged, this, &JoinedStore::updateExperiments);
    connect(member, &OpenStore::runsChanged, this, &JoinedStore::joinSoon);
    // That the last member is done makes what is shown complete.
    connect(member, &OpenStore::stateChanged, this, [this] {
        updateState();
        joinSoon();
    });
    connect(member, &OpenStore::progressChanged, this, [this, member](qint64 done, qint64 total, const QString &what) {
        m_progress[numberOf(member)] = {done, total, what};
        updateProgress();
    });
}

QString JoinedStore::title() const
{
    return m_titles.size() <= NamedStores ? m_titles.join(" + "_L1) : tr("%n stores", nullptr, int(m_titles.size()));
}

QString JoinedStore::locationOfRun(const RunRef &run) const
{
    const qsizetype member = splitMember(run.experiment).member;
    return member >= 0 && member < m_members.size() ? m_members[member]->location() : QString();
}

QList<RunEdit> JoinedStore::ownEdits(const OpenStore *member, const QList<RunEdit> &edits) const
{
    QList<RunEdit> own;
    for (RunEdit edit : edits) {
        const MemberExperiment experiment = splitMember(edit.run.experiment);
        edit.run.experiment = experiment.own;
        if (experiment.member == numberOf(member))
            own.append(edit);
    }
    return own;
}

void JoinedStore::updateInfo()
{
    StoreInfo all;
    all.formatId = JoinedBackend::FormatId;
    all.location = location();
    for (const OpenStore *member : std::as_const(m_members)) {
        const StoreInfo &one = member->info();
        all.writable = all.writable || one.writable;
        if (all.whyNotWritable.isEmpty() && !one.whyNotWritable.isEmpty()) {
            all.whyNotWritable = one.whyNotWritable;
            all.notWritableCode = one.notWritableCode;
        }
        for (const QString &capability : one.capabilities)
            if (!all.capabilities.contains(capability) && capability != Capability::Registry && capability != Capability::Stages
                && capability != Capability::Aliases)
                all.capabilities.append(capability);
    }
    if (all.writable)
        all.whyNotWritable.clear();
    setInfo(all);
}

void JoinedStore::updateExperiments()
{
    QList<Experiment> all;
    for (qsizetype member = 0; member < m_members.size(); ++member) {
        for (Experiment experiment : m_members[member]->experiments()) {
            experiment.id = memberExperiment({member, experiment.id});
            all.append(std::move(experiment));
        }
    }
    setExperiments(all);
}

void JoinedStore::updateState()
{
    const auto count = [this](State state) {
        return std::count_if(m_members.begin(), m_members.end(), [state](const OpenStore *member) { return member->state() == state; });
    };
    QList<Problem> problems;
    for (qsizetype member = 0; member < m_members.size(); ++member)
        if (m_members[member]->state() == State::Failed)
            problems.append({Severity::Error, u"store-unreadable"_s, {}, 0, {}, {}, {}, u"%1: %2"_s.arg(m_titles[member], m_members[member]->error().message)});
    setProblems(problems);
    if (count(State::Failed) == m_members.size())
        fail(m_members.constFirst()->error());
    else
        setState(count(State::Loading) > 0 ? State::Loading : State::Ready);
}

void JoinedStore::updateProgress()
{
    Progress all;
    for (const Progress &one : std::as_const(m_progress)) {
        all.done += one.done;
        all.total += one.total;
        if (all.what.isEmpty())
            all.what = one.what;
    }
    Q_EMIT progressChanged(all.done, all.total, all.what);
}

void JoinedStore::joinSoon()
{
    if (m_joining.isRunning())
        m_isOld = true;
    else if (!m_joinTimer.isActive())
        m_joinTimer.start();
}

void JoinedStore::join()
{
    QList<JoinPart> parts;
    bool complete = true;
    bool isKnown = false;
    for (qsizetype member = 0; member < m_members.size(); ++member) {
        const OpenStore &one = *m_members[member];
        parts.append({m_titles[member], one.runs()});
        complete = complete && (one.runsComplete() || one.state() == State::Failed);
        isKnown = isKnown || one.runs();
    }
    if (!isKnown)
        return;
    m_isOld = false;
    m_joining.start(QtConcurrent::run([parts]() -> Result<RunTablePtr> { return joinRuns(parts); }), [this, complete](const Result<RunTablePtr> &joined) {
        if (joined)
            setRuns(*joined, complete);
        if (m_isOld)
            m_joinTimer.start();
    });
}

void JoinedStore::reload()
{
    for (OpenStore *member : std::as_const(m_members))
        member->reload();
}

void JoinedStore::refresh()
{
    for (OpenStore *member : std::as_const(m_members))
        member->refresh();
}

void JoinedStore::takeRuns(const RunTable &fresh)
{
    m_joining.cancel(); // it began before
    OpenStore::takeRuns(fresh);
    for (qsizetype member = 0; member < m_members.size(); ++member)
        if (const RunTablePtr own = ownRuns(fresh, member); own->rowCount() > 0)
            m_members[member]->takeRuns(*own);
    joinSoon();
}

void JoinedStore::stop()
{
    for (OpenStore *member : std::as_const(m_members))
        member->stop();
}

} // namespace Assay
