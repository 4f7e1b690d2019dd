// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/localartifacts.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Assay::LocalArtifacts {

namespace {

bool isDriveLetter(QStringView text)
{
    return text.size() >= 2 && text[1] == u':' && ((text[0] >= u'a' && text[0] <= u'z') || (text[0] >= u'A' && text[0] <= u'Z'))
        && (text.size() == 2 || text[2] == u'/' || text[2] == u'\\');
}

RecordedUri make(RecordedUri::Kind kind, QString path)
{
    RecordedUri uri;
    uri.kind = kind;
    if (kind == RecordedUri::Kind::Elsewhere)
        path.replace(u'\\', u'/');
    uri.paths.append(path);
    const QString decoded = QString::fromUtf8(QByteArray::fromPercentEncoding(path.toUtf8()));
    if (decoded != path)
        uri.paths.append(decoded);
    for (const QString &each : std::as_const(uri.paths))
        uri.climbs |= each.split(u'/').contains(".."_L1) || each.contains(QChar(0));
    return uri;
}

// The part after "file:". Releases and hands on Windows left many forms: ///C:/x, C:\x, //d:\x, C:/x.
RecordedUri parseFileUri(const QString &rest)
{
    using enum RecordedUri::Kind;
    if (!rest.startsWith("//"_L1)) {
        if (isDriveLetter(rest))
            return make(Elsewhere, rest);
        return make(rest.startsWith(u'/') ? (isDriveLetter(QStringView(rest).mid(1)) ? Elsewhere : Absolute) : Relative, rest);
    }
    const QString afterSlashes = rest.mid(2);
    if (isDriveLetter(afterSlashes))
        return make(Elsewhere, afterSlashes);
    if (afterSlashes.startsWith(u'/')) {
        const bool isWindows = isDriveLetter(QStringView(afterSlashes).mid(1));
        return make(isWindows ? Elsewhere : Absolute, isWindows ? afterSlashes.mid(1) : afterSlashes);
    }
    if (afterSlashes.startsWith("localhost/"_L1))
        return make(Absolute, afterSlashes.mid(9));
    return make(Elsewhere, afterSlashes);
}

} // namespace

RecordedUri parseUri(const QString &uri)
{
    using enum RecordedUri::Kind;
    static const QRegularExpression scheme(u"^([A-Za-z][A-Za-z0-9+.-]+):"_s);
    if (uri.isEmpty())
        return {};
    if (isDriveLetter(uri) || uri.startsWith("\\\\"_L1))
        return make(Elsewhere, uri);
    const QRegularExpressionMatch match = scheme.match(uri);
    if (!match.hasMatch())
        return make(uri.startsWith(u'/') ? Absolute : Relative, uri);
    const QString name = match.captured(1).toLower();
    QString rest = uri.mid(match.capturedLength());
    if (name == "file"_L1)
        return parseFileUri(rest);
    if (name != "mlflow-artifacts"_L1)
        return make(Remote, uri);
    if (rest.startsWith("//"_L1)) // a server's name before the path
        rest = rest.mid(rest.indexOf(u'/', 2) < 0 ? rest.size() : rest.indexOf(u'/', 2));
    return make(Proxy, rest);
}

} // namespace Assay::LocalArtifacts
