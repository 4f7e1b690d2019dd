// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/namerules.h"

#include "models/mlflowsql/words.h"

#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql::NameRules {

namespace {

constexpr qsizetype LongestKey = 250;
constexpr qsizetype LongestAlias = 255;

bool matches(const QString &text, const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::UseUnicodePropertiesOption)
        .match(text)
        .hasMatch();
}

qsizetype characters(const QString &text)
{
    return text.toUcs4().size();
}

} // namespace

Status checkTag(const QString &key, const std::optional<QString> &value, qsizetype longestValue)
{
    const bool isPlainPath = !key.isEmpty() && QDir::cleanPath(key) == key && key != "."_L1
                             && !key.startsWith(".."_L1) && !key.startsWith(u'/');
    if (!isPlainPath || !matches(key, u"\\A[/\\w.\\- :]*\\z"_s) || characters(key) > LongestKey)
        return Error{
            ErrorCode::InvalidArgument,
            Words::tr("MLflow does not take this as the name of a tag: %1").arg(key.left(100)),
            {}};
    if (value && characters(*value) > longestValue)
        return Error{ErrorCode::InvalidArgument,
                     Words::tr("The value is longer than MLflow takes: %n characters at most.",
                               nullptr, int(longestValue)),
                     {}};
    return {};
}

Status checkAlias(const QString &alias)
{
    if (!matches(alias, u"\\A[\\w\\-]+\\z"_s) || characters(alias) > LongestAlias)
        return Error{ErrorCode::InvalidArgument,
                     Words::tr("MLflow does not take this as an alias: %1").arg(alias.left(100)),
                     {}};
    if (alias.compare("latest"_L1, Qt::CaseInsensitive) == 0 || matches(alias, u"\\A[vV]\\d+\\z"_s))
        return Error{ErrorCode::InvalidArgument,
                     Words::tr("MLflow keeps this alias for itself: %1").arg(alias.left(100)),
                     {}};
    return {};
}

Result<qint64> versionNumber(const QString &version)
{
    bool isNumber = false;
    const qint64 number = version.toLongLong(&isNumber);
    if (!isNumber)
        return Error{ErrorCode::InvalidArgument,
                     Words::tr("A version is a number: %1").arg(version.left(100)),
                     {}};
    return number;
}

} // namespace Assay::MlflowSql::NameRules
