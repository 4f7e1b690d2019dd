// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/schema.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql {

namespace {

// Every revision up to MLflow 3.17, in upgrade order.
constexpr QLatin1StringView KnownRevisions[] = {
    "451aebb31d03"_L1,  "90e64c465722"_L1, "181f10493468"_L1, "df50e92ffc5e"_L1, "7ac759974ad8"_L1,
    "89d4b8295536"_L1,  "2b4d017a5e9b"_L1, "cfd24bdc0731"_L1, "0a8213491aaa"_L1, "728d730b5ebd"_L1,
    "27a6a02d2cf1"_L1,  "84291f40a231"_L1, "a8c4a736bde6"_L1, "39d1c3be5f05"_L1, "c48cb773bb87"_L1,
    "bd07f7e963c5"_L1,  "0c779009ac13"_L1, "cc1f77228345"_L1, "97727af70f4d"_L1, "3500859a5d39"_L1,
    "7f2a7d5fae7d"_L1,  "2d6e25af4d3e"_L1, "acf3f17fdcc7"_L1, "867495a8f9d4"_L1, "5b0e9adcef9c"_L1,
    "4465047574b1"_L1,  "f5a4f2784254"_L1, "0584bdc529eb"_L1, "400f98739977"_L1, "6953534de441"_L1,
    "bda7b8c39065"_L1,  "cbc13b556ace"_L1, "770bee3ae1dd"_L1, "a1b2c3d4e5f6"_L1, "de4033877273"_L1,
    "1a0cddfcaa16"_L1,  "534353b11cbc"_L1, "71994744cf8e"_L1, "3da73c924c2f"_L1, "bf29a5ff90ea"_L1,
    "1bd49d398cd23"_L1, "b7c8d9e0f1a2"_L1, "5d2d30f0abce"_L1, "c9d4e5f6a7b8"_L1, "2c33131f4dae"_L1,
    "d3e4f5a6b7c8"_L1,  "d0e1f2a3b4c5"_L1, "c8d9e0f1a2b3"_L1, "1b5f0d9ad7c1"_L1, "e1f2a3b4c5d6"_L1,
    "76601a5f987d"_L1,  "c3d6457b6d8a"_L1, "a5b4c3d2e1f0"_L1, "ae8bbe7743c9"_L1, "7d34483879f0"_L1,
    "da6fb0208061"_L1,  "89d3d66ed43f"_L1, "b7e4c1a90f23"_L1, "a8b9c0d1e2f3"_L1, "c1d2e3f4a5b6"_L1,
    "c3d9e7f1a2b4"_L1,  "6f8d9c3b2a1e"_L1, "1971f2d9a75b"_L1, "17e22815139b"_L1, "b7e2c1a4d9f3"_L1,
    "75868b020152"_L1,  "dc11669786a5"_L1,
};

constexpr const char *OurTables[] = {
    "alembic_version",
    "experiments",
    "experiment_tags",
    "runs",
    "params",
    "tags",
    "metrics",
    "latest_metrics",
    "datasets",
    "logged_models",
    "inputs",
    "input_tags",
    "registered_models",
    "registered_model_tags",
    "registered_model_aliases",
    "model_versions",
    "model_version_tags",
};

} // namespace

bool Schema::isOurs(QByteArrayView table)
{
    return std::ranges::find_if(OurTables, [&](const char *ours) { return table == QByteArrayView(ours); }) != std::end(OurTables);
}

QByteArray Schema::quoted(const QByteArray &name)
{
    return '"' + QByteArray(name).replace('"', "\"\"") + '"';
}

void Schema::addTable(const QByteArray &name, const QList<QByteArray> &columns, const QList<Index> &indexes)
{
    m_isEmpty = false;
    m_tables.insert(name, {columns, indexes});
}

// Two revisions at once are none that anybody knows.
void Schema::setRevisions(const QStringList &revisions)
{
    m_revision = revisions.join(u", "_s);
}

bool Schema::isMlflow() const
{
    return has("runs", "run_uuid") && has("runs", "experiment_id")
           && has("experiments", "experiment_id") && has("experiments", "name");
}

QByteArray Schema::column(const QByteArray &table, const QByteArray &column) const
{
    return has(table, column) ? quoted(column) : QByteArray("NULL");
}

QByteArray Schema::columns(const QByteArray &table, const QList<QByteArray> &columns) const
{
    QList<QByteArray> list;
    for (const QByteArray &name : columns)
        list.append(column(table, name));
    return list.join(", ");
}

QByteArray Schema::index(const QByteArray &table, const QList<QByteArray> &columns) const
{
    const Table found = m_tables.value(table);
    const Index *shortest = nullptr;
    for (const Index &index : found.indexes) {
        const bool fits = index.columns.size() >= columns.size()
                          && std::equal(columns.begin(), columns.end(), index.columns.begin());
        if (fits && (!shortest || index.columns.size() < shortest->columns.size()))
            shortest = &index;
    }
    return shortest ? quoted(shortest->name) : QByteArray();
}

QList<QByteArray> Schema::primaryKey(const QByteArray &table) const
{
    for (const Index &index : m_tables.value(table).indexes)
        if (index.name == "PRIMARY")
            return index.columns;
    return {};
}

QByteArray Schema::inDefaultWorkspace(const QByteArray &table) const
{
    return has(table, "workspace") ? QByteArray(" AND workspace = 'default'") : QByteArray();
}

QList<QByteArray> Schema::tables() const
{
    QList<QByteArray> names = m_tables.keys();
    std::ranges::sort(names);
    return names;
}

int Schema::upgradesBehind() const
{
    const auto at = std::ranges::find(KnownRevisions, m_revision);
    return at == std::end(KnownRevisions) ? 0 : int(std::end(KnownRevisions) - at) - 1;
}

bool Schema::isKnownRevision() const
{
    return std::ranges::find(KnownRevisions, m_revision) != std::end(KnownRevisions);
}

} // namespace Assay::MlflowSql
