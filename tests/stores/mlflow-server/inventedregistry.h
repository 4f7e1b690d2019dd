// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/faultserver.h"

#include <QMap>

#include <mutex>

namespace Assay::Testing {

// The model registry of an MLflow server, as far as changes of stages and aliases need it. What it is told by many connections
// it does one after the other, and keeps a record of who looked and who wrote. Thread-safe.
class InventedRegistry
{
public:
    struct Version {
        QString stage = QStringLiteral("None");
        qint64 time = 0;
    };
    using Versions = QMap<QString, Version>; // by number
    struct Act {
        QByteArray who; // the bearer's token
        bool isWrite = false;
        qint64 time = 0; // of a write, as the registry records it
    };

    void setVersions(const QString &model, const Versions &versions);
    Versions versions(const QString &model) const;
    QMap<QString, QString> aliases(const QString &model) const;
    QList<Act> takeActs(const QString &model); // in the order in which they were done

    // The body for a request; does what it asks for. Nothing for paths that it does not know.
    std::optional<QByteArray> answer(const FaultServer::Request &request);
    static bool isWrite(const FaultServer::Request &request) { return request.method != "GET" && !request.path().endsWith("/search"); }

private:
    struct Model {
        Versions versions;
        QMap<QString, QString> aliases;
        QList<Act> acts;
    };
    QByteArray write(const FaultServer::Request &request);
    static QByteArray modelJson(const QString &name, const Model &model);
    static QByteArray versionJson(const QString &name, const QString &number, const Version &version);

    mutable std::mutex m_mutex;
    QMap<QString, Model> m_models;
};

} // namespace Assay::Testing
