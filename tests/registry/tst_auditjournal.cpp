// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/registry/auditjournal.h"
#include "tests/support/testing.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QThread>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

AuditEntry makeEntry(int number)
{
    AuditEntry entry;
    entry.action = u"promote"_s;
    entry.store = u"/data/mlflow.db"_s;
    entry.subject = u"größe \"quoted\" ,\"hash\":\" ☂"_s;
    entry.details = {{"version"_L1, QString::number(number)}, {"reason"_L1, u"line\nbreak"_s}};
    return entry;
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
}

} // namespace

class AuditJournalTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void fill(const AuditJournal &journal, int count)
    {
        for (int i = 0; i < count; ++i)
            VERIFY_RESULT(journal.append(makeEntry(i)));
    }

private Q_SLOTS:
    void bindsEachLineToTheOneBefore()
    {
        const AuditJournal journal(path(u"new folder/audit.jsonl"_s));
        fill(journal, 5);
        const auto verdict = journal.verify();
        VERIFY_RESULT(verdict);
        QCOMPARE(verdict->firstBadLine, 0);
        QCOMPARE(verdict->entryCount, 5);
        const auto entries = journal.entries();
        VERIFY_RESULT(entries);
        QCOMPARE(entries->size(), 5);
        QCOMPARE(entries->at(3).details["version"_L1].toString(), u"3"_s);
        QCOMPARE(entries->at(3).previousHash, entries->at(2).hash);
        QCOMPARE(entries->last().hash, verdict->headHash);
        // As a stand-alone verifier would do it.
        const QByteArray line = readFile(journal.path()).split('\n')[1];
        const QByteArray body = line.first(line.lastIndexOf(",\"hash\":"));
        QCOMPARE(QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex(), entries->at(1).hash.toLatin1());
        QCOMPARE(QFile::permissions(journal.path()) & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
    }

    void namesTheFirstBadLine()
    {
        const AuditJournal journal(path(u"mutated.jsonl"_s));
        fill(journal, 8);
        const QByteArray sound = readFile(journal.path());
        QList<QByteArray> lines = sound.split('\n');
        lines.removeLast();
        QRandomGenerator random(7);
        for (int round = 0; round < 2000; ++round) {
            QByteArray mutated = sound;
            const qsizetype at = random.bounded(int(sound.size()));
            const char changed = char(sound[at] ^ (1 << random.bounded(7)));
            mutated[at] = changed;
            writeFile(journal.path(), mutated);
            const auto verdict = journal.verify();
            VERIFY_RESULT(verdict);
            const qint64 line = sound.first(at).count('\n') + 1;
            QVERIFY2(verdict->firstBadLine == line, qPrintable(u"byte %1: line %2, found %3"_s.arg(at).arg(line).arg(verdict->firstBadLine)));
        }
        for (int missing = 0; missing + 1 < lines.size(); ++missing) {
            QList<QByteArray> fewer = lines;
            fewer.removeAt(missing);
            writeFile(journal.path(), fewer.join('\n') + '\n');
            QCOMPARE(journal.verify()->firstBadLine, missing + 1);
            QList<QByteArray> swapped = lines;
            swapped.swapItemsAt(missing, missing + 1);
            writeFile(journal.path(), swapped.join('\n') + '\n');
            QCOMPARE(journal.verify()->firstBadLine, missing + 1);
        }
    }

    void refusesToGoOnAfterAChangedEntry()
    {
        const AuditJournal journal(path(u"changed.jsonl"_s));
        fill(journal, 2);
        QByteArray bytes = readFile(journal.path());
        writeFile(journal.path(), bytes.replace("\"version\":\"1\"", "\"version\":\"9\""));
        const auto appended = journal.append(makeEntry(3));
        QVERIFY(!appended);
        QCOMPARE(appended.error().code, ErrorCode::Damaged);
    }

    void survivesATornLine()
    {
        const AuditJournal journal(path(u"torn.jsonl"_s));
        fill(journal, 2);
        writeFile(journal.path(), readFile(journal.path()) + "{\"seq\":3,\"kind\":\"int");
        VERIFY_RESULT(journal.append(makeEntry(2)));
        QCOMPARE(journal.verify()->firstBadLine, 3);
        QCOMPARE(journal.entries()->size(), 3);
    }

    void takesSeveralWritersAtOnce()
    {
        const QString file = path(u"many.jsonl"_s);
        std::vector<std::unique_ptr<QThread>> writers;
        for (int i = 0; i < 4; ++i) {
            writers.emplace_back(QThread::create([file] {
                const AuditJournal journal(file);
                for (int n = 0; n < 25; ++n)
                    if (!journal.append(makeEntry(n)))
                        return;
            }));
            writers.back()->start();
        }
        for (const auto &writer : writers)
            writer->wait();
        QCOMPARE(AuditJournal(file).verify()->firstBadLine, 0);
        QCOMPARE(AuditJournal(file).verify()->entryCount, 100);
    }

    void knowsIntentsWithoutAnOutcome()
    {
        const AuditJournal journal(path(u"intents.jsonl"_s));
        const auto first = journal.append(makeEntry(1));
        const auto second = journal.append(makeEntry(2));
        AuditEntry outcome = makeEntry(1);
        outcome.kind = AuditEntry::Kind::Outcome;
        outcome.intent = first->id;
        VERIFY_RESULT(journal.append(outcome));
        const auto open = journal.openIntents(u"/data/mlflow.db"_s);
        VERIFY_RESULT(open);
        QCOMPARE(open->size(), 1);
        QCOMPARE(open->first().id, second->id);
        QVERIFY(journal.openIntents(u"/other"_s)->isEmpty());
    }

    void saysWhenItCannotWrite()
    {
        writeFile(path(u"file"_s), "x");
        const auto appended = AuditJournal(path(u"file/audit.jsonl"_s)).append(makeEntry(1));
        QVERIFY(!appended);
        QCOMPARE(appended.error().code, ErrorCode::Unreadable);
    }
};

QTEST_APPLESS_MAIN(AuditJournalTest)
#include "tst_auditjournal.moc"
