// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/waitingedit.h"
#include "models/store/runedits.h"
#include "models/store/storeformat.h"

namespace Assay {

// The edits of one store that wait until it can be reached, oldest first; for each thing of a run one.
class EditQueue
{
public:
    const QList<WaitingEdit> &edits() const { return m_edits; }
    QList<RunEdit> toTry() const; // those that wait for nobody's decision
    QList<RunEdit> begin();       // the same, which are being made from now on, until settle(): what is added joins none of them

    // Whether an edit may wait. Deletions do not: others may count on what stands there by then.
    static bool takes(const RunEdit &edit) { return edit.field != RunEdit::Field::Lifecycle; }
    // A later edit of the same thing goes on from where the earlier one started; one that takes it back leaves nothing.
    void add(const WaitingEdit &edit);
    // What was made, or stands there as it was wanted, goes; what stands otherwise becomes a conflict; what could not be reached
    // waits on, and what was added meanwhile joins it.
    void settle(const RunEditReport &report);
    // Of a conflict or failure: make it over what stands there now, or leave what stands there.
    void insist(qsizetype place);
    void drop(qsizetype place);

    // `mine` after others changed what it started from: `base` is what both had, `theirs` is what stands there now. What they added
    // joins, what they made or dropped goes unless it was changed here, too; of the same thing mine goes on from theirs.
    static EditQueue merged(const EditQueue &base, const EditQueue &mine, const EditQueue &theirs);
    EditQueue kept() const; // as it is when it was read again: what is being made is joined

    // The form in which it is kept on disk. Errors: Damaged, naming the place in the text.
    QByteArray toJson() const;
    static Result<EditQueue> fromJson(const QByteArray &json);

    friend bool operator==(const EditQueue &, const EditQueue &) = default;

private:
    void append(const WaitingEdit &edit);

    QList<WaitingEdit> m_edits;
    QList<RunEdit> m_begun;
};

// The file of the queue of a store as one account sees it. Several programs may have it open. A missing file is an empty queue, an
// empty queue removes the file. Errors: Unreadable, Damaged, Unsupported, naming the file, which is left as it is.
class EditQueueFile
{
public:
    EditQueueFile(const QString &folder, const StoreCandidate &store, const QString &account);

    Result<EditQueue> load() const;
    // Writes what EditQueue::merged() makes of it and of what stands there now, and answers it. Others that want to do the same
    // wait meanwhile, and are waited for.
    Result<EditQueue> sync(const EditQueue &base, const EditQueue &mine) const;

private:
    Status save(const EditQueue &queue) const;
    Error failed(const QString &why) const;

    QString m_folder;
    QString m_name;
    QString m_file;
};

} // namespace Assay
