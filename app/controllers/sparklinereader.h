// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/base/result.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace Assay {

class OpenStore;

// Reads the histories of the run table's visible cells, run by run in the background. GUI thread.
class SparklineReader final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~SparklineReader() override;

    void setStore(OpenStore *store);
    void request(const QList<SeriesKey> &keys); // these and no others any more

Q_SIGNALS:
    void read(const Assay::SeriesKey &key, const QList<float> &shape); // as historyShape(); empty: there is none

private:
    using Shapes = QHash<QString, QList<float>>; // by metric

    void startNext();
    void finish(const RunRef &run, const QStringList &metrics, const Result<Shapes> &shapes);

    OpenStore *m_store = nullptr;
    QList<SeriesKey> m_wanted;
    std::optional<QFuture<Result<Shapes>>> m_call; // one at a time
    int m_callId = 0;
};

} // namespace Assay
