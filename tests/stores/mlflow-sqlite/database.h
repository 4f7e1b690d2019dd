// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storeformat.h"
#include "tests/support/testing.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sqlite3.h>

namespace Assay {
std::unique_ptr<StoreFormat> makeMlflowSqlite();
}

namespace Assay::Testing {

// Somebody else's connection to a database: makes it, or writes it, as MLflow would.
class Database
{
public:
    explicit Database(const QString &path)
    {
        sqlite3_open(QFile::encodeName(path).constData(), &m_handle);
        sqlite3_busy_timeout(m_handle, 250);
    }
    ~Database() { sqlite3_close(m_handle); }
    Q_DISABLE_COPY_MOVE(Database)

    int run(const QByteArray &sql)
    {
        const int code = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr);
        if (code != SQLITE_OK && code != SQLITE_BUSY)
            qWarning("%s: %s", sql.constData(), sqlite3_errmsg(m_handle));
        return code;
    }
    QString value(const QByteArray &sql)
    {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(m_handle, sql.constData(), -1, &statement, nullptr);
        QString found;
        if (sqlite3_step(statement) == SQLITE_ROW)
            found = QString::fromUtf8(
                reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
        sqlite3_finalize(statement);
        return found;
    }
    sqlite3 *handle() { return m_handle; }

private:
    sqlite3 *m_handle = nullptr;
};

// MLflow's tables as far as reading needs them, of about release 1.25.
inline constexpr char Tables[]
    = "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL);"
      "INSERT INTO alembic_version VALUES ('bd07f7e963c5');"
      "CREATE TABLE experiments (experiment_id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(256) NOT "
      "NULL, artifact_location VARCHAR(256), lifecycle_stage VARCHAR(32));"
      "INSERT INTO experiments VALUES (0, 'Default', './mlruns/0', 'active');"
      "CREATE TABLE runs (run_uuid VARCHAR(32) NOT NULL PRIMARY KEY, name VARCHAR(250), "
      "source_type VARCHAR(20), user_id VARCHAR(256), status VARCHAR(20),"
      " start_time BIGINT, end_time BIGINT, lifecycle_stage VARCHAR(20), artifact_uri "
      "VARCHAR(200), experiment_id INTEGER);"
      "CREATE TABLE params (key VARCHAR(250) NOT NULL, value VARCHAR(250) NOT NULL, run_uuid "
      "VARCHAR(32) NOT NULL, PRIMARY KEY (key, run_uuid));"
      "CREATE INDEX index_params_run_uuid ON params (run_uuid);"
      "CREATE TABLE tags (key VARCHAR(250) NOT NULL, value VARCHAR(5000), run_uuid VARCHAR(32) NOT "
      "NULL, PRIMARY KEY (key, run_uuid));"
      "CREATE INDEX index_tags_run_uuid ON tags (run_uuid);"
      "CREATE TABLE metrics (key VARCHAR(250) NOT NULL, value FLOAT NOT NULL, timestamp BIGINT NOT "
      "NULL, run_uuid VARCHAR(32) NOT NULL, step BIGINT DEFAULT 0 NOT NULL,"
      " is_nan BOOLEAN DEFAULT 0 NOT NULL, PRIMARY KEY (key, timestamp, step, run_uuid, value, "
      "is_nan));"
      "CREATE INDEX index_metrics_run_uuid ON metrics (run_uuid);"
      "CREATE TABLE latest_metrics (key VARCHAR(250) NOT NULL, value FLOAT NOT NULL, timestamp "
      "BIGINT, step BIGINT NOT NULL, is_nan BOOLEAN NOT NULL,"
      " run_uuid VARCHAR(32) NOT NULL, PRIMARY KEY (key, run_uuid));"
      "CREATE INDEX index_latest_metrics_run_uuid ON latest_metrics (run_uuid);";

// Adds `count` runs with ids run00000 …, each with `params` params and a metric.
inline void addRuns(Database &database, int first, int count, int params)
{
    database.run("BEGIN");
    for (int i = first; i < first + count; ++i) {
        const QByteArray id = "run" + QByteArray::number(i).rightJustified(5, '0');
        database.run("INSERT INTO runs VALUES ('" + id + "', 'name " + QByteArray::number(i)
                     + "', 'LOCAL', 'ann', 'FINISHED', " + QByteArray::number(1000 + i)
                     + ", NULL, '" + (i % 10 == 0 ? "deleted" : "active") + "', './mlruns/0/" + id
                     + "/artifacts', 0)");
        for (int p = 0; p < params; ++p)
            database.run("INSERT INTO params VALUES ('p" + QByteArray::number(p) + "', '"
                         + QByteArray::number(i * p) + "', '" + id + "')");
        database.run("INSERT INTO latest_metrics VALUES ('loss', " + QByteArray::number(i)
                     + ".5, 1, 1, 0, '" + id + "')");
        database.run("INSERT INTO tags VALUES ('t', '" + QByteArray::number(i) + "', '" + id
                     + "')");
    }
    database.run("COMMIT");
}

inline std::unique_ptr<StoreBackend> openStore(const QString &path)
{
    SilentJob job;
    auto store = makeMlflowSqlite()->open(path, {}, job);
    if (!store)
        qWarning("%s | %s", qPrintable(store.error().message), qPrintable(store.error().detail));
    return store ? std::move(*store) : nullptr;
}

inline RunTablePtr allRuns(StoreBackend &store, const RunRequest &request = {})
{
    SilentJob job;
    const auto loaded = store.runs(request, {}, job);
    return loaded ? loaded->value : nullptr;
}

inline bool same(double a, double b)
{
    return a == b || (qIsNaN(a) && qIsNaN(b));
}

// Every file of a folder with its content, to find out whether anything was touched.
inline QMap<QString, QByteArray> contents(const QString &folder)
{
    QMap<QString, QByteArray> all;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile opened(file.filePath());
        if (opened.open(QIODevice::ReadOnly))
            all.insert(file.fileName(),
                       QCryptographicHash::hash(opened.readAll(), QCryptographicHash::Sha256));
    }
    return all;
}

} // namespace Assay::Testing
