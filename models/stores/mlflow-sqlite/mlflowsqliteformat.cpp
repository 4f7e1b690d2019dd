// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/databasestore.h"
#include "models/stores/mlflow-sqlite/words.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSqlite {

namespace {

constexpr qsizetype MostFilesLookedAt = 2'000;
// A database that can only be looked at through a copy is only looked at when it is opened, if it is larger than this.
constexpr qint64 LargestProbedCopy = 32 << 20;

bool isNamedLikeDatabase(const QString &name)
{
    return name.endsWith(".db"_L1, Qt::CaseInsensitive)
           || name.endsWith(".sqlite"_L1, Qt::CaseInsensitive)
           || name.endsWith(".sqlite3"_L1, Qt::CaseInsensitive);
}

// What SQLite keeps beside a database.
bool isSideFile(const QString &name)
{
    return name.endsWith("-journal"_L1) || name.endsWith("-wal"_L1) || name.endsWith("-shm"_L1);
}

class DatabaseFormat final : public StoreFormat
{
public:
    QString id() const override { return u"mlflow-sqlite"_s; }
    QString displayName() const override { return Words::tr("MLflow database (SQLite)"); }

    StoreProbe probe(const QString &path, Job &job) const override
    {
        const QFileInfo place(path);
        if (place.isFile())
            return probeFile(path, job);
        StoreProbe found;
        if (!place.isDir())
            return found;
        const QFileInfoList files
            = QDir(path).entryInfoList(QDir::Files | QDir::Hidden, QDir::Name);
        for (qsizetype i = 0; i < std::min(files.size(), MostFilesLookedAt) && !job.isCanceled();
             ++i) {
            const bool named = isNamedLikeDatabase(files[i].fileName());
            if (!named && (isSideFile(files[i].fileName()) || !startsLikeDatabase(files[i], job)))
                continue;
            const StoreProbe one = probeFile(files[i].filePath(), job);
            found.candidates += one.candidates;
            if (found.whyNot.isEmpty())
                found.whyNot = one.whyNot;
        }
        if (!found.candidates.isEmpty())
            found.whyNot.clear();
        return found;
    }

    Result<std::unique_ptr<StoreBackend>> open(const QString &location,
                                               const OpenOptions &options, Job &job) const override
    {
        return DatabaseStore::open(location, options, job);
    }

private:
    // Through SQLite: a file that this process has open as a database is never opened beside it.
    static bool startsLikeDatabase(const QFileInfo &file, Job &job)
    {
        if (file.size() < 512)
            return false;
        const auto connection
            = SqliteConnection::open(file.filePath(), SqliteConnection::Mode::Read, job);
        return connection && (*connection)->header().isSqlite;
    }

    static StoreProbe probeFile(const QString &path, Job &job)
    {
        const StoreCandidate candidate{u"mlflow-sqlite"_s, path, false};
        DatabaseAccess access(path);
        access.setLargestCopy(LargestProbedCopy);
        const auto isEmpty = access.read(
            job, [&](SqliteConnection &connection, const MlflowSql::Schema &schema) -> Result<bool> {
                if (schema.isEmpty())
                    return true;
                if (!schema.isMlflow())
                    return Error{
                        ErrorCode::NotAStore,
                        Words::tr("%1 is not an MLflow store.").arg(QFileInfo(path).fileName()),
                        {}};
                auto statement = connection.prepare("SELECT 1 FROM experiments LIMIT 1");
                return statement && statement->step() == SQLITE_DONE;
            });
        if (isEmpty)
            return {{{candidate.formatId, candidate.location, *isEmpty}}, {}};
        if (isEmpty.error().code == ErrorCode::Unsupported)
            return {{candidate}, {}};
        return {{}, isEmpty.error().message};
    }
};

} // namespace

} // namespace Assay::MlflowSqlite

namespace Assay {

std::unique_ptr<StoreFormat> makeMlflowSqlite()
{
    return std::make_unique<MlflowSqlite::DatabaseFormat>();
}

} // namespace Assay
