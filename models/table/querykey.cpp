// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/querykey.h"

#include "models/table/querytokens.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

std::optional<QueryKey> attributeKey(QStringView name)
{
    QLatin1StringView known;
    if (name == "created"_L1 || name == "Created"_L1)
        known = Attribute::StartTime;
    else if (name == "run name"_L1 || name == "Run name"_L1 || name == "Run Name"_L1)
        known = Attribute::RunName;
    for (QLatin1StringView one : {Attribute::RunId, Attribute::RunName, Attribute::ExperimentId, Attribute::UserId,
                                  Attribute::Status, Attribute::StartTime, Attribute::EndTime, Attribute::ArtifactUri,
                                  Attribute::LifecycleStage, Attribute::Duration, Attribute::Age, Attribute::Store})
        if (name == one)
            known = one;
    if (name == "depth"_L1)
        return QueryKey{QueryKey::Kind::Depth, {}, 0};
    if (known.isEmpty())
        return {};
    const auto kind = known == Attribute::Duration ? QueryKey::Kind::Duration
        : known == Attribute::Age ? QueryKey::Kind::Age : QueryKey::Kind::Stored;
    return QueryKey{kind, {ColumnGroup::Attribute, known}, 0};
}

std::optional<QueryKey> datasetKey(QStringView name)
{
    if (name == "name"_L1)
        return QueryKey{QueryKey::Kind::DatasetName, {}, 0};
    if (name == "digest"_L1)
        return QueryKey{QueryKey::Kind::DatasetDigest, {}, 0};
    if (name == "context"_L1)
        return QueryKey{QueryKey::Kind::DatasetContext, {}, 0};
    return {};
}

bool isOneOf(QStringView text, std::initializer_list<QLatin1StringView> names)
{
    return std::any_of(names.begin(), names.end(), [&](QLatin1StringView name) { return text == name; });
}

} // namespace

const QStringList &queryAttributeNames()
{
    static const QStringList names{u"run_id"_s, u"run_name"_s, u"experiment_id"_s, u"user_id"_s, u"status"_s,
                                   u"start_time"_s, u"end_time"_s, u"artifact_uri"_s, u"lifecycle_stage"_s,
                                   u"duration"_s, u"age"_s, u"depth"_s, u"store"_s};
    return names;
}

std::optional<QueryKey> queryKey(QStringView entity, QStringView name)
{
    if (name.isEmpty())
        return {};
    if (entity.isEmpty() || isOneOf(entity, {"attributes"_L1, "attribute"_L1, "attr"_L1, "run"_L1}))
        return attributeKey(name);
    const auto column = [&](ColumnGroup group) { return QueryKey{QueryKey::Kind::Stored, {group, name.toString()}, 0}; };
    if (isOneOf(entity, {"metrics"_L1, "metric"_L1}))
        return column(ColumnGroup::Metric);
    if (isOneOf(entity, {"params"_L1, "param"_L1, "parameters"_L1, "parameter"_L1}))
        return column(ColumnGroup::Param);
    if (isOneOf(entity, {"tags"_L1, "tag"_L1}))
        return column(ColumnGroup::Tag);
    if (isOneOf(entity, {"datasets"_L1, "dataset"_L1}))
        return datasetKey(name);
    return {};
}

Result<QueryKey> parseQueryKey(QStringView text)
{
    const QueryTokens tokens = tokenizeQuery(text);
    if (tokens.mistake)
        return tokens.mistake->error();
    const QueryToken &first = tokens.tokens.front();
    const QueryToken &second = tokens.tokens[std::min<size_t>(1, tokens.tokens.size() - 1)];
    const auto key = first.isKey() && second.kind == TokenKind::End ? keyOfToken(first) : std::nullopt;
    if (!key) {
        return Error{ErrorCode::InvalidQuery,
                     QCoreApplication::translate("Query", "expected a key such as metrics.loss, params.`batch size`, tags.team "
                                                          "or start_time, found “%1” at column 1").arg(text.left(60)), {}};
    }
    return *key;
}

} // namespace Assay
