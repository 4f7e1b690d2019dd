// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/imitatedserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Assay::Testing {

namespace {

constexpr qint64 FirstStart = 1'700'000'000'000;

QStringList firstNames(int runs)
{
    QStringList names;
    for (int i = 0; i < runs; ++i)
        names.append(u"calm-otter-%1"_s.arg(i));
    return names;
}

} // namespace

ImitatedServer::ImitatedServer(int runs)
    : m_names(firstNames(runs)), m_server([this](FaultServer::Peer &peer) {
          if (!m_isPlugged)
              return peer.reset();
          while (peer.readRequest()) {
              if (!m_isPlugged)
                  return peer.reset();
              answer(peer);
          }
      })
{
}

QString ImitatedServer::name(int run) const
{
    const std::lock_guard lock(m_mutex);
    return m_names[run];
}

void ImitatedServer::setName(int run, const QString &name)
{
    const std::lock_guard lock(m_mutex);
    m_names[run] = name;
}

void ImitatedServer::answer(FaultServer::Peer &peer)
{
    const QByteArray path = peer.request().path();
    const QJsonObject body = QJsonDocument::fromJson(peer.request().body).object();
    const std::lock_guard lock(m_mutex);
    if (path == "/version") {
        peer.answer(200, "2.9.2", "text/plain");
    } else if (path.endsWith("/experiments/search")) {
        peer.answer(200, R"({"experiments": [{"experiment_id": "1", "name": "digits", "artifact_location": "mlflow-artifacts:/1", "lifecycle_stage": "active"}]})");
    } else if (path.endsWith("/runs/search")) {
        peer.answer(200, runsJson(peer.request().body));
    } else if (path.endsWith("/runs/get")) {
        const int run = QUrlQuery(QUrl::fromEncoded(peer.request().target)).queryItemValue(u"run_id"_s).mid(3).toInt();
        peer.answer(200, "{\"run\": " + runJson(run) + "}");
    } else if (path.endsWith("/runs/set-tag")) {
        ++m_writes;
        m_names[body["run_id"_L1].toString().mid(3).toInt()] = body["value"_L1].toString();
        peer.answer(200, "{}");
    } else if (path.endsWith("/metrics/get-history")) {
        peer.answer(200, historyJson(peer.request().target));
    } else if (path.endsWith("/registered-models/search") || path.endsWith("/model-versions/search")) {
        peer.answer(200, "{}");
    } else {
        peer.answer(404, R"({"error_code": "ENDPOINT_NOT_FOUND", "message": "no such endpoint"})");
    }
}

QByteArray ImitatedServer::runJson(int run) const
{
    const QByteArray name = m_names[run].toUtf8();
    const QByteArray start = QByteArray::number(FirstStart - run * 1000);
    return "{\"info\": {\"run_id\": \"" + runId(run).toUtf8() + "\", \"run_name\": \"" + name + "\", \"experiment_id\": \"1\", \"status\": \"FINISHED\", "
           "\"lifecycle_stage\": \"active\", \"artifact_uri\": \"mlflow-artifacts:/1\", \"start_time\": " + start + ", \"end_time\": " + start + "}, "
           "\"data\": {\"metrics\": [{\"key\": \"loss\", \"value\": " + QByteArray::number(1.0 / (run + 1), 'g', 17) + ", \"step\": 2, \"timestamp\": " + start + "}], "
           "\"tags\": [{\"key\": \"mlflow.runName\", \"value\": \"" + name + "\"}]}}";
}

// What is asked with a filter is what has changed: nothing has, as names do not count as changes.
QByteArray ImitatedServer::runsJson(const QByteArray &request) const
{
    const QJsonObject body = QJsonDocument::fromJson(request).object();
    if (!body["filter"_L1].toString().isEmpty() || body["max_results"_L1].toInt() == 0)
        return "{}";
    QByteArray json;
    for (int run = 0; run < m_names.size(); ++run)
        json += (run > 0 ? ", " : "") + runJson(run);
    return "{\"runs\": [" + json + "]}";
}

QByteArray ImitatedServer::historyJson(const QByteArray &target) const
{
    const int run = QUrlQuery(QUrl::fromEncoded(target)).queryItemValue(u"run_id"_s).mid(3).toInt();
    QByteArray points;
    for (int step = 0; step < 3; ++step)
        points += (step > 0 ? ", " : "") + ("{\"key\": \"loss\", \"value\": " + QByteArray::number(1.0 / (run + 1) + 2 - step) + ", \"step\": " + QByteArray::number(step)
                                            + ", \"timestamp\": " + QByteArray::number(FirstStart + step) + "}");
    return "{\"metrics\": [" + points + "]}";
}

} // namespace Assay::Testing
