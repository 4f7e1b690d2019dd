// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/server/databaseaddress.h"

#include "models/mlflowsql/words.h"

#include <QHash>
#include <QMutex>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql {

namespace {

QString decoded(QStringView text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

QString encoded(const QString &text, const QByteArray &except = {})
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, except));
}

Error malformed(const QString &why)
{
    return {ErrorCode::InvalidArgument, why, {}};
}

// What a name, a number or a socket's path is made of, and nothing that means something else to a driver: libpq takes several
// hosts for one with commas, MariaDB's connector all options that it has for a host with semicolons.
Status checkHost(const QString &host)
{
    const bool isPath = host.startsWith(u'/');
    const bool isPlain = std::ranges::all_of(host, [isPath](QChar c) {
        return isPath ? c >= u' ' && c != u';' && c != u',' : c.isLetterOrNumber() || "-._:%"_L1.contains(c);
    });
    return isPlain ? Status() : Status(malformed(Words::tr("The host of this address cannot be read.")));
}

// "host", "host:5432", "[::1]:5432".
Status readHost(QStringView text, DatabaseAddress &address)
{
    if (text.contains(u','))
        return malformed(Words::tr("An address names one host; several cannot be opened as one store."));
    qsizetype colon = text.lastIndexOf(u':');
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        if (end < 0)
            return malformed(Words::tr("The host of this address cannot be read."));
        address.host = text.mid(1, end - 1).toString();
        colon = text.indexOf(u':', end);
    } else {
        address.host = decoded(text.left(colon < 0 ? text.size() : colon));
    }
    if (colon < 0 || colon + 1 == text.size())
        return {};
    bool isNumber = false;
    address.port = text.mid(colon + 1).toInt(&isNumber);
    if (!isNumber || address.port < 1 || address.port > 65535)
        return malformed(Words::tr("The port of this address is not a number from 1 to 65535."));
    return {};
}

bool isSecret(const QString &name)
{
    static constexpr QLatin1StringView Words[] = {"password"_L1, "passwd"_L1, "passphrase"_L1, "pwd"_L1, "secret"_L1, "token"_L1};
    return std::ranges::any_of(Words, [&](QLatin1StringView word) { return name.contains(word); });
}

// A name in its place would be a host to libpq, to which the password of the other one would go.
Status takeSocket(const QString &name, const QString &path, DatabaseAddress &address)
{
    if (!path.startsWith(u'/'))
        return malformed(Words::tr("The host of this address cannot be read."));
    address.options.insert(name, path);
    return checkHost(path);
}

// What libpq lets one write behind the question mark, too, and Python's drivers for MySQL.
Status takeOption(const QString &name, const QString &value, DatabaseAddress &address)
{
    if (name == "password"_L1 || name == "passwd"_L1)
        address.password = value;
    else if (name == "user"_L1)
        address.user = value;
    else if (name == "dbname"_L1)
        address.database = value;
    else if (name == "port"_L1)
        return readHost(QString(u':' + value), address);
    else if (name == "unix_socket"_L1 || (name == "host"_L1 && value.startsWith(u'/')))
        return takeSocket(name, value, address);
    else if (name == "host"_L1 && !address.host.isEmpty() && value.compare(address.host, Qt::CaseInsensitive) != 0)
        return malformed(Words::tr("An address names one host; several cannot be opened as one store.")); // whose password would it be?
    else if (name == "host"_L1)
        address.host = value;
    else if (isSecret(name)) // options are remembered and shown
        return malformed(Words::tr("An option of this address cannot be used: %1").arg(name.left(60)));
    else
        address.options.insert(name, value);
    return {};
}

} // namespace

Result<DatabaseAddress> DatabaseAddress::parse(const QString &text, const QStringList &known)
{
    DatabaseAddress address;
    const qsizetype start = text.indexOf("://"_L1);
    if (start < 0 || !known.contains(plainScheme(text.left(start))))
        return malformed(Words::tr("This is not the address of such a database."));
    address.scheme = known.first();
    const QStringView rest = QStringView(text).mid(start + 3);
    const qsizetype question = rest.indexOf(u'?');
    const QStringView place = rest.left(question < 0 ? rest.size() : question);
    const qsizetype slash = place.indexOf(u'/');
    QStringView authority = place.left(slash < 0 ? place.size() : slash);
    if (slash >= 0) {
        // Perhaps the rest of a password, which would be shown as a part of the database's name.
        if (place.mid(slash).contains(u'@'))
            return malformed(Words::tr("The host of this address cannot be read."));
        address.database = decoded(place.mid(slash + 1));
    }
    if (const qsizetype at = authority.lastIndexOf(u'@'); at >= 0) {
        const QStringView user = authority.left(at);
        const qsizetype colon = user.indexOf(u':');
        address.user = decoded(user.left(colon < 0 ? user.size() : colon));
        if (colon >= 0)
            address.password = decoded(user.mid(colon + 1));
        authority = authority.mid(at + 1);
    }
    const QString typedHost = authority.toString();
    if (const Status read = readHost(typedHost, address); !read)
        return read.error();
    if (question >= 0) {
        for (const QStringView option : rest.mid(question + 1).split(u'&', Qt::SkipEmptyParts)) {
            const qsizetype equals = option.indexOf(u'=');
            const QString name = decoded(option.left(equals < 0 ? option.size() : equals)).toLower();
            const QString value = equals < 0 ? QString() : decoded(option.mid(equals + 1));
            if (value.contains(u';') || std::ranges::any_of(value, [](QChar c) { return c.unicode() < 0x20; }))
                return malformed(Words::tr("An option of this address cannot be used: %1").arg(name.left(60)));
            const QString host = address.host;
            if (const Status taken = takeOption(name, value, address); !taken)
                return taken.error();
            if (name == "port"_L1)
                address.host = host;
        }
    }
    if (const Status plain = checkHost(address.host); !plain)
        return plain.error();
    if (address.database.isEmpty())
        return malformed(Words::tr("An address names a database: %1").arg(address.scheme + "://user@host/database"_L1));
    return address;
}

QString DatabaseAddress::location() const
{
    QString text = scheme + "://"_L1;
    if (!user.isEmpty())
        text += encoded(user) + u'@';
    text += host.contains(u':') ? u'[' + host + u']' : encoded(host);
    if (port > 0)
        text += u':' + QString::number(port);
    text += u'/' + encoded(database);
    QChar separator = u'?';
    for (auto it = options.constBegin(); it != options.constEnd(); ++it) {
        text += separator + encoded(it.key()) + u'=' + encoded(it.value(), "/:");
        separator = u'&';
    }
    return text;
}

QString DatabaseAddress::socket() const
{
    const QString own = options.value(u"unix_socket"_s, options.value(u"host"_s));
    if (!own.isEmpty())
        return own;
    return host.startsWith(u'/') ? host : QString();
}

bool DatabaseAddress::isOnThisMachine() const
{
    return !socket().isEmpty() || host.isEmpty() || host == "localhost"_L1 || host.startsWith("127."_L1) || host == "::1"_L1;
}

QString DatabaseAddress::place() const
{
    if (!socket().isEmpty())
        return socket();
    const QString name = host.isEmpty() ? u"localhost"_s : host;
    return port > 0 ? name + u':' + QString::number(port) : name;
}

namespace TypedPasswords {

namespace {

struct All {
    QMutex mutex;
    QHash<QString, QString> passwords;
};

All &all()
{
    static All kept;
    return kept;
}

} // namespace

void keep(const QString &location, const QString &password)
{
    const QMutexLocker locker(&all().mutex);
    all().passwords.insert(location, password);
}

QString of(const QString &location)
{
    const QMutexLocker locker(&all().mutex);
    return all().passwords.value(location);
}

} // namespace TypedPasswords

} // namespace Assay::MlflowSql
