// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/historyvalues.h"

#include <QDataStream>
#include <QIODevice>

#include <cstring>

namespace Assay {

namespace {

template <typename T>
QByteArray bytesOf(const std::vector<T> &values)
{
    return QByteArray(reinterpret_cast<const char *>(values.data()), qsizetype(values.size() * sizeof(T)));
}

// False when there are not `count` of them.
template <typename T>
bool readValues(QDataStream &stream, std::vector<T> &values, size_t count)
{
    QByteArray bytes;
    stream >> bytes;
    if (stream.status() != QDataStream::Ok || size_t(bytes.size()) != count * sizeof(T))
        return false;
    values.resize(count);
    if (count > 0)
        std::memcpy(values.data(), bytes.constData(), size_t(bytes.size()));
    return true;
}

} // namespace

QByteArray HistoryValues::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << qint32(m_metrics.size());
    for (auto it = m_metrics.cbegin(); it != m_metrics.cend(); ++it) {
        stream << it.key() << bytesOf(it->summaries) << bytesOf(std::vector<uint8_t>(it->isRead.begin(), it->isRead.end())) << qint32(it->atSteps.size());
        for (auto step = it->atSteps.cbegin(); step != it->atSteps.cend(); ++step)
            stream << step.key() << bytesOf(*step);
    }
    return bytes;
}

std::optional<HistoryValues> HistoryValues::fromBytes(RunTablePtr table, const QByteArray &bytes)
{
    HistoryValues values(std::move(table));
    const size_t rows = values.m_table ? size_t(values.m_table->rowCount()) : 0;
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    qint32 metrics = 0;
    stream >> metrics;
    for (qint32 i = 0; i < metrics; ++i) {
        QString key;
        std::vector<uint8_t> isRead;
        Metric metric;
        stream >> key;
        if (!readValues(stream, metric.summaries, rows) || !readValues(stream, isRead, rows))
            return {};
        metric.isRead.assign(isRead.begin(), isRead.end());
        qint32 steps = 0;
        stream >> steps;
        for (qint32 j = 0; j < steps; ++j) {
            qint64 step = 0;
            stream >> step;
            if (!readValues(stream, metric.atSteps[step], rows))
                return {};
        }
        values.m_metrics.insert(key, std::move(metric));
    }
    return stream.status() == QDataStream::Ok ? std::optional(values) : std::nullopt;
}

} // namespace Assay
