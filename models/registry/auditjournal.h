// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace Assay {

// One line of the journal. An act has two: the intent before it touches the store, and the outcome after it was read
// back; an intent without an outcome tells of a crash in between.
struct AuditEntry {
    enum class Kind { Intent, Outcome };

    qint64 sequence = 0;   // 1, 2, 3 …; given by append()
    QString id;            // "<sequence>-<first 12 hex digits of the hash>"; given by append()
    Kind kind = Kind::Intent;
    QString intent;        // of an outcome: the id of its intent
    QDateTime time;        // UTC, of this machine's clock, as it was; never corrected
    QString action;        // "promote", "alias", "reconcile"
    QString store;         // absolute location
    QString subject;       // registered model
    QJsonObject details;   // what the action says: version, from, to, archived, reason, result, message …
    QString previousHash;  // of the line before, 64 zeros for the first; given by append()
    QString hash;          // given by append()
};

// A local, append-only record of what was done to stores: JSON lines, each bound to the one before it by SHA-256.
//
// A line is  {"seq":1,…,"previous":"<hash of the line before>","hash":"<hash>"}  and the hash is SHA-256 over the bytes
// of the line up to, and not including, `,"hash":`. So sha256sum and a text editor suffice to check it.
// Several processes may append at once (the file is locked for the moment). Callable from any thread.
class AuditJournal
{
public:
    // `path` need not exist yet; its folder is made with the first entry. Readable by its owner alone.
    explicit AuditJournal(QString path);
    // audit.jsonl in the person's data folder, the same for the window and the command line.
    static QString defaultPath();

    const QString &path() const { return m_path; }

    // Writes the entry and waits until it is on the disk; gives it back with id, sequence and hashes.
    Result<AuditEntry> append(AuditEntry entry) const;
    Result<QList<AuditEntry>> entries() const;
    // Intents of this store that have no outcome.
    Result<QList<AuditEntry>> openIntents(const QString &store) const;

    struct Verdict {
        qint64 entryCount = 0;
        qint64 firstBadLine = 0; // 0: every line is sound and bound to the one before
        QString reason;          // translated
        QString headHash;        // of the last sound line
    };
    Result<Verdict> verify() const;

private:
    QString m_path;
};

} // namespace Assay
