// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/viewfile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype MaxBytes = 4 * 1024 * 1024;
constexpr qsizetype MaxNameLength = 80;
constexpr QLatin1StringView Format{"assay-view"};

struct ViewText {
    Q_DECLARE_TR_FUNCTIONS(ViewFile)
};

Error damaged(const QString &detail)
{
    return {ErrorCode::Damaged, ViewText::tr("This is no saved view of Assay."), detail};
}

// Less of it came back than was there.
bool isCurtailed(const QJsonValue &written, const QJsonValue &understood)
{
    if (written.type() != understood.type())
        return true;
    if (written.isArray())
        return understood.toArray().size() < written.toArray().size();
    return written.isObject() && understood.toObject().size() < written.toObject().size();
}

void noteUnread(const QJsonObject &written, const QJsonObject &understood, QStringList &notes)
{
    QStringList unknown;
    QStringList curtailed;
    for (auto it = written.begin(); it != written.end(); ++it) {
        if (!understood.contains(it.key()))
            unknown.append(it.key().left(MaxNameLength));
        else if (isCurtailed(it.value(), understood.value(it.key())))
            curtailed.append(it.key());
    }
    if (!unknown.isEmpty())
        notes.append(ViewText::tr("Not known here and left out: %1").arg(unknown.join(u", "_s)));
    if (!curtailed.isEmpty())
        notes.append(ViewText::tr("Not all of it could be understood: %1").arg(curtailed.join(u", "_s)));
}

} // namespace

QByteArray viewFileText(const ViewFile &view)
{
    QJsonObject document{{u"format"_s, QString(Format)}, {u"version"_s, ViewFile::Version}, {u"name"_s, view.name},
                         {u"table"_s, QJsonObject::fromVariantMap(view.table.toMap())}};
    if (!view.store.isEmpty())
        document.insert(u"store"_s, view.store);
    if (view.charts)
        document.insert(u"charts"_s, QJsonObject::fromVariantMap(view.charts->toMap()));
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

Result<ReadViewFile> readViewFile(const QByteArray &text)
{
    if (text.size() > MaxBytes)
        return damaged(u"larger than 4 MiB"_s);
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(text, &parse);
    if (!document.isObject())
        return damaged(parse.errorString());
    const QJsonObject file = document.object();
    if (file.value("format"_L1).toString() != Format)
        return damaged(u"\"format\" is not \"assay-view\""_s);
    ReadViewFile read;
    if (const int version = file.value("version"_L1).toInt(); version > ViewFile::Version)
        read.notes.append(ViewText::tr("The file was written by a newer Assay (version %1 of the format).").arg(version));
    read.view.name = file.value("name"_L1).toString().left(MaxNameLength);
    read.view.store = file.value("store"_L1).toString();
    const QJsonObject table = file.value("table"_L1).toObject();
    read.view.table = RunTableState::fromMap(table.toVariantMap());
    const QJsonObject charts = file.value("charts"_L1).toObject();
    if (file.contains("charts"_L1))
        read.view.charts = ChartsState::fromMap(charts.toVariantMap());
    QJsonObject known = QJsonDocument::fromJson(viewFileText({u"x"_s, u"x"_s, {}, ChartsState()})).object();
    known.insert(u"table"_s, file.value("table"_L1)); // these have notes of their own
    known.insert(u"charts"_s, file.value("charts"_L1));
    noteUnread(file, known, read.notes);
    noteUnread(table, QJsonObject::fromVariantMap(read.view.table.toMap()), read.notes);
    if (read.view.charts)
        noteUnread(charts, QJsonObject::fromVariantMap(read.view.charts->toMap()), read.notes);
    return read;
}

QString viewFileName(const QString &viewName)
{
    QString name;
    for (const QChar c : viewName.toLower().left(MaxNameLength)) {
        if (c.isLetterOrNumber())
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    while (name.endsWith(u'-'))
        name.chop(1);
    return (name.isEmpty() ? u"view"_s : name) + ViewFile::Suffix;
}

} // namespace Assay
