// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/objectstore/objectlisting.h"

#include "models/objectstore/objecttext.h"

#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype MostEntries = 10'000; // of a page
constexpr qsizetype MostDepth = 20;
constexpr qsizetype LongestText = 64 << 10;

Error damaged(const QString &detail)
{
    return {ErrorCode::Damaged, ObjectText::tr("The object store's listing cannot be read."), detail};
}

// Goes through elements; `take(path, text)` gets those without children, by the names from the root on: "Contents/Key".
// The end of one with children is told as well, with an empty text and a slash at the end: "Contents/".
template <typename Take>
Status readLeaves(const QByteArray &xml, QLatin1StringView root, const Take &take)
{
    QXmlStreamReader reader(xml);
    QStringList path;
    QString text;
    bool isLeaf = false;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            return damaged(u"document type"_s);
        case QXmlStreamReader::StartElement:
            path.append(reader.name().toString());
            text.clear();
            isLeaf = true;
            if (path.size() > MostDepth || path.first() != root)
                return damaged(path.first().left(100));
            break;
        case QXmlStreamReader::Characters:
            text += reader.text();
            if (text.size() > LongestText)
                return damaged(u"too long a text"_s);
            break;
        case QXmlStreamReader::EndElement: {
            const QString inner = path.mid(1).join(u'/');
            if (!take(isLeaf ? inner : inner + u'/', isLeaf ? text : QString()))
                return damaged(u"%1: %2"_s.arg(inner, text.left(100)));
            path.removeLast();
            isLeaf = false;
            break;
        }
        default:
            break;
        }
    }
    return reader.hasError() ? Status(damaged(reader.errorString())) : Status();
}

// Of encoding-type=url: a plus is a space.
QString decoded(const QString &text, bool isEncoded)
{
    if (!isEncoded)
        return text;
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8().replace('+', ' ')));
}

// Not something that it was told and says again.
bool isWord(const QString &text)
{
    return text.size() <= 60 && std::ranges::all_of(text, [](QChar c) { return c.isLetterOrNumber() && c.unicode() < 0x80; });
}

bool isSize(const QString &text, qint64 &size)
{
    bool isNumber = false;
    size = text.toLongLong(&isNumber);
    return isNumber && size >= 0;
}

// What every listing has, by the paths of its elements.
struct ListingNames {
    QLatin1StringView object, key, size, folder;
};

// `takeOther(path, text)` gets what is neither object nor folder.
template <typename TakeOther>
Result<ObjectPage> readPage(const QByteArray &xml, QLatin1StringView root, const ListingNames &names, const TakeOther &takeOther)
{
    ObjectPage page;
    ObjectEntry entry;
    const Status read = readLeaves(xml, root, [&](const QString &path, const QString &text) {
        if (path == names.key)
            entry.key = text;
        else if (path == names.size)
            return isSize(text, entry.size);
        else if (path == names.object)
            page.objects.append(std::exchange(entry, {}));
        else if (path == names.folder)
            page.folders.append(text);
        else
            takeOther(path, text);
        return page.objects.size() + page.folders.size() <= MostEntries;
    });
    return read ? Result<ObjectPage>(std::move(page)) : Result<ObjectPage>(read.error());
}

} // namespace

Result<ObjectPage> s3Page(const QByteArray &xml)
{
    constexpr ListingNames Names{"Contents/"_L1, "Contents/Key"_L1, "Contents/Size"_L1, "CommonPrefixes/Prefix"_L1};
    bool isEncoded = false, isTruncated = false;
    QString next;
    Result<ObjectPage> page = readPage(xml, "ListBucketResult"_L1, Names, [&](const QString &path, const QString &text) {
        if (path == "EncodingType"_L1)
            isEncoded = text == "url"_L1;
        else if (path == "IsTruncated"_L1)
            isTruncated = text == "true"_L1;
        else if (path == "NextContinuationToken"_L1)
            next = text;
    });
    if (!page)
        return page;
    // The element that says whether they are encoded may come last.
    for (ObjectEntry &each : page->objects)
        each.key = decoded(each.key, isEncoded);
    for (QString &each : page->folders)
        each = decoded(each, isEncoded);
    if (isTruncated && next.isEmpty())
        return damaged(u"truncated without a token"_s);
    if (isTruncated)
        page->next = next;
    return page;
}

Result<ObjectPage> azurePage(const QByteArray &xml)
{
    constexpr ListingNames Names{"Blobs/Blob/"_L1, "Blobs/Blob/Name"_L1, "Blobs/Blob/Properties/Content-Length"_L1, "Blobs/BlobPrefix/Name"_L1};
    QString next;
    Result<ObjectPage> page = readPage(xml, "EnumerationResults"_L1, Names, [&](const QString &path, const QString &text) {
        if (path == "NextMarker"_L1)
            next = text;
    });
    if (page)
        page->next = next;
    return page;
}

ObjectRefusal objectRefusal(const QByteArray &xml)
{
    ObjectRefusal refusal;
    const Status read = readLeaves(xml, "Error"_L1, [&](const QString &path, const QString &text) {
        if (path == "Code"_L1)
            refusal.code = isWord(text) ? text : QString();
        else if (path == "Region"_L1)
            refusal.region = text.left(100);
        return true;
    });
    return read ? refusal : ObjectRefusal();
}

} // namespace Assay
