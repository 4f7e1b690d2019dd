// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/editqueue.h"

#include "models/offline/privatefolder.h"
#include "models/offline/remotestorekey.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct EditQueueText {
    Q_DECLARE_TR_FUNCTIONS(EditQueue)
};

constexpr int FormatVersion = 1;
constexpr int WaitForOthersMs = 5000;
constexpr std::array StateNames{"waiting"_L1, "conflict"_L1, "failed"_L1};

bool isSameThing(const RunEdit &a, const RunEdit &b)
{
    return a.run == b.run && a.field == b.field && a.key == b.key;
}

QJsonValue optionalText(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

std::optional<QString> optionalText(const QJsonValue &value)
{
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

QJsonObject toObject(const WaitingEdit &waiting)
{
    return {{u"experiment_id"_s, waiting.edit.run.experiment.value},
            {u"run_id"_s, waiting.edit.run.run.value},
            {u"field"_s, waiting.edit.field == RunEdit::Field::Name ? u"name"_s : u"tag"_s},
            {u"key"_s, waiting.edit.key},
            {u"from"_s, optionalText(waiting.edit.from)},
            {u"to"_s, optionalText(waiting.edit.to)},
            {u"run_name"_s, waiting.runName},
            {u"made_at"_s, waiting.madeAt},
            {u"state"_s, StateNames[size_t(waiting.state)]},
            {u"now"_s, optionalText(waiting.now)},
            {u"why"_s, waiting.why}};
}

std::optional<WaitingEdit> fromObject(const QJsonObject &object)
{
    const RunRef run{ExperimentId(object["experiment_id"_L1].toString()), RunId(object["run_id"_L1].toString())};
    const QString field = object["field"_L1].toString();
    const QString state = object["state"_L1].toString();
    const auto known = std::find_if(StateNames.begin(), StateNames.end(), [&](QLatin1StringView name) { return name == state; });
    if (run.run.value.isEmpty() || known == StateNames.end() || (field != "name"_L1 && field != "tag"_L1))
        return {};
    WaitingEdit waiting;
    const auto from = optionalText(object["from"_L1]), to = optionalText(object["to"_L1]);
    waiting.edit = field == "name"_L1 ? RunEdit::rename(run, from, to) : RunEdit::tag(run, object["key"_L1].toString(), from, to);
    waiting.runName = object["run_name"_L1].toString();
    waiting.madeAt = object["made_at"_L1].toInteger();
    waiting.state = WaitingEdit::State(known - StateNames.begin());
    waiting.now = optionalText(object["now"_L1]);
    waiting.why = object["why"_L1].toString();
    return waiting;
}

} // namespace

QList<RunEdit> EditQueue::toTry() const
{
    QList<RunEdit> edits;
    for (const WaitingEdit &waiting : m_edits)
        if (waiting.state == WaitingEdit::State::Waiting)
            edits.append(waiting.edit);
    return edits;
}

QList<RunEdit> EditQueue::begin()
{
    m_begun = toTry();
    return m_begun;
}

void EditQueue::add(const WaitingEdit &edit)
{
    WaitingEdit merged = edit;
    merged.state = WaitingEdit::State::Waiting;
    for (qsizetype i = 0; i < m_edits.size(); ++i) {
        if (!isSameThing(m_edits[i].edit, edit.edit) || m_begun.contains(m_edits[i].edit))
            continue;
        merged.edit.from = m_edits[i].edit.from;
        m_edits.removeAt(i);
        break;
    }
    merged.edit.guard = RunEdit::Guard::Shown;
    if (merged.edit.from != merged.edit.to)
        m_edits.append(merged);
}

// As it is, where it is the first of its thing.
void EditQueue::append(const WaitingEdit &edit)
{
    if (std::ranges::any_of(m_edits, [&](const WaitingEdit &before) { return isSameThing(before.edit, edit.edit); }))
        add(edit);
    else
        m_edits.append(edit);
}

void EditQueue::settle(const RunEditReport &report)
{
    m_begun.clear();
    for (const RunEditDone &done : report.edits) {
        const auto waiting = std::find_if(m_edits.begin(), m_edits.end(), [&](const WaitingEdit &one) { return one.edit == done.edit; });
        if (waiting == m_edits.end())
            continue;
        if (!done.error) {
            m_edits.erase(waiting);
        } else if (done.error->code == ErrorCode::Conflict) {
            const auto row = report.runs ? report.runs->rowOf(done.edit.run) : std::nullopt;
            waiting->state = WaitingEdit::State::Conflict;
            waiting->now = row ? done.edit.valueIn(report.runs->run(*row)) : std::nullopt;
            if (row && waiting->now == done.edit.to) // it was made before, and its answer was lost
                m_edits.erase(waiting);
        } else if (done.error->code != ErrorCode::Unreachable && done.error->code != ErrorCode::Canceled) {
            waiting->state = WaitingEdit::State::Failed;
            waiting->why = done.error->message;
        }
    }
    for (const WaitingEdit &waiting : std::exchange(m_edits, {}))
        append(waiting);
}

void EditQueue::insist(qsizetype place)
{
    WaitingEdit &waiting = m_edits[place];
    if (waiting.state == WaitingEdit::State::Conflict)
        waiting.edit.from = waiting.now; // guarded still: what was decided on is what was shown
    waiting.state = WaitingEdit::State::Waiting;
    waiting.now.reset();
    waiting.why.clear();
    if (waiting.edit.from == waiting.edit.to)
        drop(place);
}

void EditQueue::drop(qsizetype place)
{
    m_edits.removeAt(place);
}

EditQueue EditQueue::merged(const EditQueue &base, const EditQueue &mine, const EditQueue &theirs)
{
    EditQueue all;
    all.m_begun = mine.m_begun;
    for (const WaitingEdit &waiting : theirs.m_edits)
        if (!base.m_edits.contains(waiting) && !mine.m_edits.contains(waiting))
            all.append(waiting);
    for (const WaitingEdit &waiting : mine.m_edits)
        if (!base.m_edits.contains(waiting) || theirs.m_edits.contains(waiting))
            all.append(waiting);
    return all;
}

EditQueue EditQueue::kept() const
{
    EditQueue queue;
    for (const WaitingEdit &waiting : m_edits)
        queue.append(waiting);
    return queue;
}

QByteArray EditQueue::toJson() const
{
    QJsonArray edits;
    for (const WaitingEdit &waiting : m_edits)
        edits.append(toObject(waiting));
    return QJsonDocument(QJsonObject{{u"version"_s, FormatVersion}, {u"edits"_s, edits}}).toJson();
}

Result<EditQueue> EditQueue::fromJson(const QByteArray &json)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return Error{ErrorCode::Damaged, EditQueueText::tr("The changes that wait for their store cannot be read."), u"byte %1: %2"_s.arg(parsed.offset).arg(parsed.errorString())};
    if (document["version"_L1].toInt() != FormatVersion)
        return Error{ErrorCode::Unsupported, EditQueueText::tr("The changes that wait for their store were written by another version of Assay."), {}};
    EditQueue queue;
    const QJsonArray edits = document["edits"_L1].toArray();
    for (qsizetype i = 0; i < edits.size(); ++i) {
        const auto waiting = fromObject(edits[i].toObject());
        if (!waiting)
            return Error{ErrorCode::Damaged, EditQueueText::tr("The changes that wait for their store cannot be read."), u"edits[%1]"_s.arg(i)};
        queue.append(*waiting);
    }
    return queue;
}

EditQueueFile::EditQueueFile(const QString &folder, const StoreCandidate &store, const QString &account)
    : m_folder(folder), m_name(remoteStoreKey(store, account)), m_file(folder + u'/' + m_name + ".json"_L1)
{
}

Result<EditQueue> EditQueueFile::load() const
{
    QFile file(m_file);
    if (!file.exists())
        return EditQueue();
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, EditQueueText::tr("The changes that wait for their store cannot be read."), m_file + ": "_L1 + file.errorString()};
    Result<EditQueue> queue = EditQueue::fromJson(file.readAll());
    if (!queue)
        return Error{queue.error().code, queue.error().message, m_file + ": "_L1 + queue.error().detail};
    return queue;
}

Result<EditQueue> EditQueueFile::sync(const EditQueue &base, const EditQueue &mine) const
{
    if (mine.kept() == base) { // nothing to be written
        const auto theirs = load();
        return theirs ? EditQueue::merged(base, mine, *theirs) : theirs;
    }
    // They may hold what is not for others.
    if (const Status made = makePrivateFolder(m_folder); !made)
        return failed(made.error().message);
    QLockFile lock(m_folder + "/."_L1 + m_name + ".lock"_L1);
    lock.setStaleLockTime(0); // only of a program that is gone
    if (!lock.tryLock(WaitForOthersMs))
        return failed(EditQueueText::tr("another program has the file locked."));
    const auto theirs = load();
    if (!theirs)
        return theirs.error();
    EditQueue merged = EditQueue::merged(base, mine, *theirs);
    if (!(merged.kept() == *theirs))
        if (const Status saved = save(merged); !saved)
            return saved.error();
    return merged;
}

Error EditQueueFile::failed(const QString &why) const
{
    return {ErrorCode::Unreadable, EditQueueText::tr("The changes that wait for their store cannot be kept: %1").arg(why), m_file};
}

Status EditQueueFile::save(const EditQueue &queue) const
{
    if (queue.kept().edits().isEmpty()) {
        QFile file(m_file);
        return file.remove() || !file.exists() ? Status() : Status(failed(file.errorString()));
    }
    QSaveFile file(m_file);
    const QByteArray json = queue.toJson();
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(json) != json.size() || !file.commit())
        return failed(file.errorString());
    return {};
}

} // namespace Assay
