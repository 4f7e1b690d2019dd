// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runstream.h"

#include <QDataStream>

namespace Assay {

namespace {

void write(QDataStream &stream, const OptionalTime &time)
{
    stream << time.has_value() << time.value_or(0);
}

OptionalTime readTime(QDataStream &stream)
{
    bool isThere = false;
    qint64 time = 0;
    stream >> isThere >> time;
    return isThere ? OptionalTime(time) : std::nullopt;
}

} // namespace

void writeRun(QDataStream &stream, const Run &run)
{
    const RunInfo &info = run.info;
    stream << info.ref.experiment.value << info.ref.run.value << info.name << info.userId << info.artifactUri << qint32(info.status)
           << qint32(info.lifecycle) << info.store;
    write(stream, info.startTime);
    write(stream, info.endTime);
    stream << run.metrics << run.params << run.tags;
}

bool readRun(QDataStream &stream, Run &run)
{
    RunInfo &info = run.info;
    qint32 status = -1, lifecycle = -1;
    stream >> info.ref.experiment.value >> info.ref.run.value >> info.name >> info.userId >> info.artifactUri >> status >> lifecycle >> info.store;
    info.startTime = readTime(stream);
    info.endTime = readTime(stream);
    stream >> run.metrics >> run.params >> run.tags;
    if (stream.status() != QDataStream::Ok || status < 0 || status > qint32(RunStatus::Killed) || lifecycle < 0 || lifecycle > qint32(Lifecycle::Deleted))
        return false;
    info.status = RunStatus(status);
    info.lifecycle = Lifecycle(lifecycle);
    return true;
}

} // namespace Assay
