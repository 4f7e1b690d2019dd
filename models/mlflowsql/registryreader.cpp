// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/registryreader.h"

#include "models/mlflowsql/celltext.h"
#include "models/mlflowsql/words.h"

#include <map>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql {

namespace {

struct Numbered {
    qint64 number = 0;
    ModelVersion version;
};

class Reader
{
public:
    Reader(Database &database, Job &job) : m_database(database), m_job(job), m_problems(database.name()) {}

    Result<Loaded<QList<RegisteredModel>>> read();

private:
    Status scan(const QByteArray &table, const QList<QByteArray> &columns, const RowSink &sink);
    Status readModels();
    Status readVersions();
    Status readTags();
    Status readAliases();
    void addVersion(const Row &row);
    void noteOtherWorkspaces();

    Database &m_database;
    Job &m_job;
    ProblemList m_problems;
    std::map<QByteArray, RegisteredModel> m_models; // by the bytes of their name
    QHash<QString, QList<Numbered>> m_versions;
    QHash<std::pair<QString, qint64>, TextMap> m_versionTags;
};

Status Reader::scan(const QByteArray &table, const QList<QByteArray> &columns, const RowSink &sink)
{
    TableQuery query{table, columns};
    if (m_database.schema().has(table, "workspace"))
        query.matches.append(TableQuery::Match{"workspace", "default"});
    return m_database.scan(query, m_problems, m_job, sink);
}

Status Reader::readModels()
{
    return scan(
        "registered_models", {"name", "description", "creation_time", "last_updated_time"},
        [this](const Row &row) {
            RegisteredModel model;
            const ProblemList::Place place{u"registered_models"_s, shortText(row.bytes(1)), {}};
            model.name = row.text(1);
            model.description = row.text(2);
            model.creationTime = readTime(row, 3, place, m_problems);
            model.lastUpdatedTime = readTime(row, 4, place, m_problems);
            m_models[model.name.toUtf8()] = model;
        });
}

void Reader::addVersion(const Row &row)
{
    ModelVersion version;
    const QString model = row.text(1);
    const ProblemList::Place place{
        u"model_versions"_s, shortText(row.bytes(1)) + u'/' + shortText(row.bytes(2)), {}};
    version.currentStage = row.text(3);
    if (version.currentStage == "Deleted_Internal"_L1)
        return;
    if (!stageFromName(version.currentStage))
        m_problems.add(Severity::Warning, "stage-unknown"_L1, place,
                       Words::tr("The version's stage is none that MLflow knows: %1")
                           .arg(shortText(row.bytes(3))));
    if (row.kind(2) != Cell::Kind::Integer) {
        m_problems.add(Severity::Error, "version-malformed"_L1, place,
                       Words::tr("The version is not a number."));
        return;
    }
    version.version = row.text(2);
    version.status = row.text(4);
    version.statusMessage = row.text(5);
    version.runId = row.text(6);
    version.source = row.text(7);
    version.userId = row.text(8);
    version.description = row.text(9);
    version.creationTime = readTime(row, 10, place, m_problems);
    version.lastUpdatedTime = readTime(row, 11, place, m_problems);
    if (!m_models.contains(model.toUtf8()))
        m_problems.add(Severity::Warning, "model-missing"_L1, place,
                       Words::tr("The version belongs to a model that does not exist."));
    QList<Numbered> &versions = m_versions[model];
    const qint64 number = row.integer(2);
    // A row that is changed while it is read can come twice.
    versions.removeIf([&](const Numbered &other) { return other.number == number; });
    versions.append({number, version});
}

Status Reader::readVersions()
{
    return scan("model_versions",
                {"name", "version", "current_stage", "status", "status_message", "run_id", "source",
                 "user_id", "description", "creation_time", "last_updated_time"},
                [this](const Row &row) { addVersion(row); });
}

Status Reader::readTags()
{
    const Status read = scan(
        "registered_model_tags", {"name", "key", "value"}, [this](const Row &row) {
            if (const auto model = m_models.find(row.text(1).toUtf8()); model != m_models.end())
                model->second.tags.insert(row.text(2), row.text(3));
        });
    if (!read)
        return read;
    return scan("model_version_tags", {"name", "version", "key", "value"},
                [this](const Row &row) {
                    m_versionTags[{row.text(1), row.integer(2)}].insert(row.text(3), row.text(4));
                });
}

Status Reader::readAliases()
{
    return scan(
        "registered_model_aliases", {"name", "alias", "version"},
        [this](const Row &row) {
            const QString name = row.text(1);
            const auto model = m_models.find(name.toUtf8());
            const qint64 number = row.integer(3);
            const ProblemList::Place place{u"registered_model_aliases"_s,
                                           shortText(row.bytes(1)) + u'/' + shortText(row.bytes(2)),
                                           {}};
            if (model == m_models.end())
                return;
            const QString alias = row.text(2);
            model->second.aliases.insert(alias, row.text(3));
            bool isFound = false;
            for (Numbered &version : m_versions[name]) {
                if (version.number != number)
                    continue;
                version.version.aliases.append(alias);
                isFound = true;
            }
            if (!isFound)
                m_problems.add(Severity::Warning, "alias-dangling"_L1, place,
                               Words::tr("The alias points at version %1, which does not exist.")
                                   .arg(row.text(3)));
        });
}

void Reader::noteOtherWorkspaces()
{
    if (!m_database.schema().has("registered_models", "workspace"))
        return;
    qint64 others = 0;
    const Status counted = m_database.select("SELECT count(*) FROM registered_models WHERE workspace <> 'default'", {},
                                             [&](const Row &row) { others = row.integer(1); });
    if (!counted || others == 0)
        return;
    m_problems.add(Severity::Hint, "other-workspaces"_L1, {u"registered_models"_s, {}, {}},
                   Words::tr("%n models of other workspaces are not shown.", nullptr,
                             int(others)));
}

Result<Loaded<QList<RegisteredModel>>> Reader::read()
{
    for (const auto step :
         {&Reader::readModels, &Reader::readVersions, &Reader::readTags, &Reader::readAliases})
        if (const Status read = (this->*step)(); !read)
            return read.error();
    noteOtherWorkspaces();
    QList<RegisteredModel> models;
    for (auto &[name, model] : m_models) {
        QList<Numbered> versions = m_versions.value(model.name);
        std::ranges::sort(versions, {}, &Numbered::number);
        for (Numbered &numbered : versions) {
            numbered.version.tags = m_versionTags.value({model.name, numbered.number});
            numbered.version.aliases.sort();
            model.versions.append(numbered.version);
        }
        models.append(model);
    }
    return Loaded<QList<RegisteredModel>>{models, m_problems.take()};
}

} // namespace

Result<Loaded<QList<RegisteredModel>>> readRegistry(Database &database, Job &job)
{
    return Reader(database, job).read();
}

} // namespace Assay::MlflowSql
