// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/registry/auditjournal.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QSysInfo>

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr QByteArrayView HashMark = ",\"hash\":\"";

struct AuditJournalText {
    Q_DECLARE_TR_FUNCTIONS(AuditJournalText)
};

Error systemError(const QString &message, const QString &path)
{
    return {ErrorCode::Unreadable, message.arg(path), QString::fromLocal8Bit(std::strerror(errno))};
}

// A descriptor that closes itself, and with it gives back the lock.
struct Descriptor {
    int fd = -1;
    explicit Descriptor(int number) : fd(number) {}
    ~Descriptor() { if (fd >= 0) ::close(fd); }
    Q_DISABLE_COPY_MOVE(Descriptor)
};

QString accountName()
{
    const passwd *account = ::getpwuid(::getuid());
    return account ? QString::fromLocal8Bit(account->pw_name) : QString::number(::getuid());
}

QString kindName(AuditEntry::Kind kind)
{
    return kind == AuditEntry::Kind::Intent ? u"intent"_s : u"outcome"_s;
}

QByteArray sha256(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

// The line without its hash. Member by member, so that "previous" stands last.
QByteArray bodyOf(const AuditEntry &entry)
{
    const auto value = [](const QJsonValue &json) {
        const QByteArray list = QJsonDocument(QJsonArray{json}).toJson(QJsonDocument::Compact);
        return list.mid(1, list.size() - 2);
    };
    QByteArray body = "{\"seq\":" + QByteArray::number(entry.sequence);
    const auto add = [&](const char *key, const QJsonValue &json) {
        body += QByteArray(",\"") + key + "\":" + value(json);
    };
    add("kind", kindName(entry.kind));
    if (!entry.intent.isEmpty())
        add("intent", entry.intent);
    add("time", entry.time.toUTC().toString(Qt::ISODateWithMs));
    add("clock", u"system"_s);
    add("account", accountName());
    add("host", QSysInfo::machineHostName());
    add("software", u"Assay "_s + QStringLiteral(ASSAY_VERSION));
    add("action", entry.action);
    add("store", entry.store);
    add("model", entry.subject);
    add("details", entry.details);
    add("previous", entry.previousHash);
    return body;
}

QString entryId(qint64 sequence, const QString &hash)
{
    return u"%1-%2"_s.arg(QString::number(sequence), hash.left(12));
}

// Nothing when the line is no entry or does not fit its own hash.
std::optional<AuditEntry> parseLine(QByteArrayView line)
{
    const qsizetype mark = line.lastIndexOf(HashMark);
    const QJsonObject object = QJsonDocument::fromJson(line.toByteArray()).object();
    if (mark < 0 || object.isEmpty())
        return {};
    AuditEntry entry;
    entry.hash = object["hash"_L1].toString();
    if (entry.hash.toLatin1() != sha256(line.first(mark)))
        return {};
    entry.sequence = object["seq"_L1].toInteger();
    entry.id = entryId(entry.sequence, entry.hash);
    entry.kind = object["kind"_L1].toString() == "intent"_L1 ? AuditEntry::Kind::Intent : AuditEntry::Kind::Outcome;
    entry.intent = object["intent"_L1].toString();
    entry.time = QDateTime::fromString(object["time"_L1].toString(), Qt::ISODateWithMs);
    entry.action = object["action"_L1].toString();
    entry.store = object["store"_L1].toString();
    entry.subject = object["model"_L1].toString();
    entry.details = object["details"_L1].toObject();
    entry.previousHash = object["previous"_L1].toString();
    return entry;
}

// The last whole line of the file; empty when there is none. A torn line (power cut) is cut off by the caller.
QByteArray lastLine(QFile &file)
{
    const qint64 window = 1 << 20;
    file.seek(std::max<qint64>(0, file.size() - window));
    const QByteArray tail = file.read(window);
    const qsizetype end = tail.lastIndexOf('\n');
    if (end < 0)
        return {};
    return tail.mid(tail.lastIndexOf('\n', end - 1) + 1, end - tail.lastIndexOf('\n', end - 1) - 1);
}

bool writeAll(int fd, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(fd, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return ::fsync(fd) == 0;
}

// Makes the new file's name itself durable.
void syncFolder(const QString &path)
{
    const Descriptor folder(::open(QFile::encodeName(QFileInfo(path).path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.fd >= 0)
        ::fsync(folder.fd);
}

} // namespace

AuditJournal::AuditJournal(QString path) : m_path(std::move(path)) {}

QString AuditJournal::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/assay/audit.jsonl"_L1;
}

Result<AuditEntry> AuditJournal::append(AuditEntry entry) const
{
    QDir().mkpath(QFileInfo(m_path).path());
    const bool isNew = !QFile::exists(m_path);
    const Descriptor descriptor(::open(QFile::encodeName(m_path).constData(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (descriptor.fd < 0 || ::flock(descriptor.fd, LOCK_EX) != 0)
        return systemError(AuditJournalText::tr("The journal cannot be written: %1"), m_path);
    QFile file;
    if (!file.open(descriptor.fd, QIODevice::ReadOnly))
        return systemError(AuditJournalText::tr("The journal cannot be read: %1"), m_path);

    const QByteArray last = lastLine(file);
    const std::optional<AuditEntry> previous = parseLine(last);
    if (!previous && !last.isEmpty())
        return Error{ErrorCode::Damaged, AuditJournalText::tr("The journal's last entry was changed; nothing is written until somebody looks at it: %1").arg(m_path), {}};
    entry.sequence = previous ? previous->sequence + 1 : 1;
    entry.previousHash = previous ? previous->hash : QString(64, u'0');
    if (!entry.time.isValid())
        entry.time = QDateTime::currentDateTimeUtc();
    const QByteArray body = bodyOf(entry);
    entry.hash = QString::fromLatin1(sha256(body));
    entry.id = entryId(entry.sequence, entry.hash);

    // What a power cut left behind the last whole line gets a line of its own; the verifier names it.
    file.seek(std::max<qint64>(0, file.size() - 1));
    const bool isTorn = file.size() > 0 && file.read(1) != "\n";
    const QByteArray line = (isTorn ? "\n" : "") + body + HashMark.toByteArray() + entry.hash.toLatin1() + "\"}\n";
    if (!writeAll(descriptor.fd, line))
        return systemError(AuditJournalText::tr("The journal cannot be written: %1"), m_path);
    if (isNew)
        syncFolder(m_path);
    return entry;
}

Result<QList<AuditEntry>> AuditJournal::entries() const
{
    QFile file(m_path);
    if (!file.exists())
        return QList<AuditEntry>();
    if (!file.open(QIODevice::ReadOnly))
        return systemError(AuditJournalText::tr("The journal cannot be read: %1"), m_path);
    QList<AuditEntry> all;
    while (!file.atEnd()) {
        QByteArray line = file.readLine();
        if (line.endsWith('\n'))
            line.chop(1);
        if (const auto entry = parseLine(line))
            all.append(*entry);
    }
    return all;
}

Result<QList<AuditEntry>> AuditJournal::openIntents(const QString &store) const
{
    const auto all = entries();
    if (!all)
        return all.error();
    QList<AuditEntry> open;
    for (const AuditEntry &entry : *all) {
        if (entry.kind == AuditEntry::Kind::Intent && entry.store == store)
            open.append(entry);
        else
            open.removeIf([&](const AuditEntry &intent) { return intent.id == entry.intent; });
    }
    return open;
}

Result<AuditJournal::Verdict> AuditJournal::verify() const
{
    QFile file(m_path);
    if (!file.exists())
        return Verdict{};
    if (!file.open(QIODevice::ReadOnly))
        return systemError(AuditJournalText::tr("The journal cannot be read: %1"), m_path);
    Verdict verdict;
    verdict.headHash = QString(64, u'0');
    for (qint64 number = 1; !file.atEnd(); ++number) {
        QByteArray line = file.readLine();
        const bool isWhole = line.endsWith('\n');
        if (isWhole)
            line.chop(1);
        const auto entry = parseLine(line);
        if (!isWhole || !entry)
            verdict.reason = AuditJournalText::tr("This line was changed or is not whole.");
        else if (entry->sequence != verdict.entryCount + 1)
            verdict.reason = AuditJournalText::tr("An entry is missing before this line, or entries were put in another order.");
        else if (entry->previousHash != verdict.headHash)
            verdict.reason = AuditJournalText::tr("This line does not follow the one before it.");
        if (!verdict.reason.isEmpty()) {
            verdict.firstBadLine = number;
            return verdict;
        }
        ++verdict.entryCount;
        verdict.headHash = entry->hash;
    }
    return verdict;
}

} // namespace Assay
