// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/storewriter.h"

#include "models/stores/mlflow-file/mlflowfiletext.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype MaxKey = 250;
constexpr qsizetype MaxAlias = 255;
constexpr qsizetype MaxRegistryTagValue = 100'000;

Error invalid(const QString &message)
{
    return {ErrorCode::InvalidArgument, message, {}};
}

// MLflow's rules for a tag's key: it is a path below tags/.
Status checkKey(const QString &key)
{
    static const QRegularExpression allowed(u"\\A[/\\w.\\- :]+\\z"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QStringList parts = key.split(u'/');
    const bool isPath = !parts.contains(QString()) && !parts.contains(u"."_s) && !parts.contains(u".."_s);
    if (!allowed.match(key).hasMatch() || !isPath || key.startsWith(".."_L1))
        return invalid(MlflowFileText::tr("A tag's key consists of letters, digits, “_”, “-”, “.”, “:”, blanks and “/”: %1").arg(key.left(100)));
    if (key.toUcs4().size() > MaxKey)
        return invalid(MlflowFileText::tr("A tag's key has at most %1 characters.").arg(MaxKey));
    return {};
}

Status checkAlias(const QString &alias, bool isSet)
{
    static const QRegularExpression allowed(u"\\A[\\w\\-]+\\z"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression version(u"\\A[vV]\\d+\\z"_s);
    if (!allowed.match(alias).hasMatch() || alias.toUcs4().size() > MaxAlias)
        return invalid(MlflowFileText::tr("An alias consists of letters, digits, “_” and “-”: %1").arg(alias.left(100)));
    if (isSet && (alias.compare("latest"_L1, Qt::CaseInsensitive) == 0 || version.match(alias).hasMatch()))
        return invalid(MlflowFileText::tr("The alias “%1” is reserved.").arg(alias));
    return {};
}

Error outcomeAfter(const Error &error)
{
    return {ErrorCode::OutcomeUnknown, MlflowFileText::tr("The change was made, but the model's time of change could not be written: %1").arg(error.message), error.detail};
}

} // namespace

Status StoreWriter::checkTag(const QString &key, const std::optional<QString> &value, qsizetype maxValue)
{
    if (const Status checked = checkKey(key); !checked)
        return checked;
    if (value && value->toUcs4().size() > maxValue)
        return invalid(MlflowFileText::tr("A tag's value has at most %1 characters here.").arg(maxValue));
    return {};
}

// Sets or deletes the file of one key below `folderName`.
Status StoreWriter::setKey(const Descriptor &owner, const char *folderName, const QString &key, const std::optional<QString> &value,
                           const QString &shownPath)
{
    const QString path = shownPath + u'/' + QLatin1StringView(folderName) + u'/' + key;
    QStringList folders = key.split(u'/');
    const std::string name = folders.takeLast().toStdString();
    folders.prepend(QString::fromLatin1(folderName));
    Descriptor at = SafeFile::openFolder(owner.fd(), {});
    for (const QString &folder : std::as_const(folders)) {
        if (value) {
            auto next = SafeWrite::ensureFolder(at, folder.toStdString(), path);
            if (!next)
                return next.error();
            at = *std::move(next);
        } else {
            at = SafeFile::openFolder(at.fd(), folder.toStdString());
        }
        if (!at)
            return SafeFile::openError(at.error(), path);
    }
    if (!value)
        return SafeWrite::remove(at, name, path);
    // Prepared beside the folder of keys: within it every file is a key to who lists it meanwhile.
    auto replacement = SafeWrite::Replacement::prepare(owner, at, name, value->toStdString(), path);
    return replacement ? replacement->commit() : Status(replacement.error());
}

Status StoreWriter::setModelTag(const QString &model, const QString &key, const std::optional<QString> &value)
{
    if (const Status checked = checkTag(key, value, MaxRegistryTagValue); !checked)
        return checked;
    const auto open = openModel(model);
    if (!open)
        return open.error();
    if (const Status set = setKey(open->folder, StoreName::Tags, key, value, open->shownPath); !set)
        return set;
    const Status touched = touchModel(*open, QDateTime::currentMSecsSinceEpoch());
    return touched ? touched : Status(outcomeAfter(touched.error()));
}

Status StoreWriter::setVersionTag(const QString &model, const QString &version, const QString &key, const std::optional<QString> &value)
{
    if (const Status checked = checkTag(key, value, MaxRegistryTagValue); !checked)
        return checked;
    const auto open = openModel(model);
    if (!open)
        return open.error();
    const auto openedVersion = openVersion(*open, version);
    if (!openedVersion)
        return openedVersion.error();
    if (const Status set = setKey(openedVersion->folder, StoreName::Tags, key, value, openedVersion->shownPath); !set)
        return set;
    const Status touched = touchModel(*open, QDateTime::currentMSecsSinceEpoch());
    return touched ? touched : Status(outcomeAfter(touched.error()));
}

Status StoreWriter::setAlias(const QString &model, const QString &alias, const std::optional<QString> &version)
{
    if (const Status checked = checkAlias(alias, version.has_value()); !checked)
        return checked;
    const auto open = openModel(model);
    if (!open)
        return open.error();
    if (version)
        if (const auto target = openVersion(*open, *version); !target)
            return target.error();
    if (const Status set = setKey(open->folder, StoreName::Aliases, alias, version, open->shownPath); !set)
        return set;
    const Status touched = touchModel(*open, QDateTime::currentMSecsSinceEpoch());
    return touched ? touched : Status(outcomeAfter(touched.error()));
}

} // namespace Assay
