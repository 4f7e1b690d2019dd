// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/edithistory.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qint64 TypingPause = 2000; // ms: what comes later is another change
constexpr int ViewCommandId = 1;

QString nameOfChange(const QStringList &keys)
{
    if (keys == QStringList{u"filter"_s})
        return EditHistory::tr("Filter", "a change that can be undone");
    if (keys == QStringList{u"sort"_s})
        return EditHistory::tr("Sort", "a change that can be undone");
    if (keys == QStringList{u"columns"_s} || keys == QStringList{u"pinned"_s} || keys == QStringList{u"columns"_s, u"pinned"_s})
        return EditHistory::tr("Columns", "a change that can be undone");
    if (keys == QStringList{u"groupBy"_s})
        return EditHistory::tr("Groups", "a change that can be undone");
    return EditHistory::tr("View", "a change that can be undone");
}

class ViewCommand final : public QUndoCommand
{
public:
    ViewCommand(EditHistory &history, const QString &what, QVariantMap before, QVariantMap after)
        : QUndoCommand(what.isEmpty() ? nameOfChange(after.keys()) : what), m_history(history), m_before(std::move(before)),
          m_after(std::move(after)), m_isNamed(!what.isEmpty())
    {
        m_age.start();
    }

    int id() const override { return m_isNamed ? -1 : ViewCommandId; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto &next = static_cast<const ViewCommand &>(*other);
        const QStringList typed{u"filter"_s};
        if (m_after.keys() != typed || next.m_after.keys() != typed || m_age.hasExpired(TypingPause))
            return false;
        m_after = next.m_after;
        m_age.restart();
        setObsolete(m_after == m_before);
        return true;
    }
    void undo() override
    {
        m_age.invalidate();
        emit m_history.viewWanted(m_before);
    }
    void redo() override
    {
        if (m_isDone)
            emit m_history.viewWanted(m_after);
        m_isDone = true;
    }

private:
    EditHistory &m_history;
    QVariantMap m_before, m_after;
    QElapsedTimer m_age;
    bool m_isNamed;
    bool m_isDone = false; // pushing a command does it for the first time; this one was done then
};

} // namespace

class EditsCommand final : public QUndoCommand
{
public:
    EditsCommand(EditHistory &history, const QString &what, const QList<RunEdit> &edits)
        : QUndoCommand(what), m_history(history), m_edits(edits)
    {
    }
    ~EditsCommand() override
    {
        if (m_history.m_pending == this)
            m_history.m_pending = nullptr;
    }

    bool isUndone() const { return m_isUndone; }
    void undo() override
    {
        QList<RunEdit> back;
        for (auto it = m_edits.rbegin(); it != m_edits.rend(); ++it)
            back.append(it->inverse());
        m_isUndone = true;
        ask(back);
    }
    void redo() override
    {
        m_isUndone = false;
        if (std::exchange(m_isDone, true))
            ask(m_edits);
    }
    // `failed` as they were asked for.
    void forget(const QList<RunEdit> &failed)
    {
        m_edits.removeIf([&](const RunEdit &edit) { return failed.contains(m_isUndone ? edit.inverse() : edit); });
        setObsolete(m_edits.isEmpty());
    }

private:
    void ask(const QList<RunEdit> &edits)
    {
        if (edits.isEmpty())
            return;
        m_history.m_pending = this;
        emit m_history.editsWanted(text(), edits);
    }

    EditHistory &m_history;
    QList<RunEdit> m_edits;
    bool m_isDone = false;
    bool m_isUndone = false;
};

EditHistory::EditHistory(QObject *parent) : QObject(parent) {}

EditHistory::~EditHistory()
{
    blockSignals(true); // an emptied stack tells, and who listens may be half gone
    qDeleteAll(m_stacks); // before m_pending goes, which the commands look at
}

QUndoStack *EditHistory::stackOf(QObject *store)
{
    QUndoStack *&stack = m_stacks[store];
    if (!stack) {
        stack = new QUndoStack(this);
        connect(stack, &QUndoStack::indexChanged, this, &EditHistory::changed);
        connect(store, &QObject::destroyed, this, [this, store] {
            if (m_store == store)
                m_store = m_stack = nullptr;
            delete m_stacks.take(store);
            emit changed();
        });
    }
    return stack;
}

void EditHistory::setStore(QObject *store)
{
    m_store = store;
    m_stack = store ? stackOf(store) : nullptr;
    emit changed();
}

void EditHistory::recordEdits(QObject *store, const QString &what, const QList<RunEdit> &edits)
{
    if (!edits.isEmpty())
        stackOf(store)->push(new EditsCommand(*this, what, edits));
}

void EditHistory::recordChange(const QString &what, const QVariantMap &before, const QVariantMap &after)
{
    if (!m_stack)
        return;
    QVariantMap from, to;
    for (auto it = after.begin(); it != after.end(); ++it) {
        if (before.value(it.key()) == it.value() || it.key() == "widths"_L1) // a width is put right again by the mouse
            continue;
        from.insert(it.key(), before.value(it.key()));
        to.insert(it.key(), it.value());
    }
    if (!to.isEmpty())
        m_stack->push(new ViewCommand(*this, what, from, to));
}

bool EditHistory::canUndo() const
{
    return m_stack && !m_pending && m_stack->canUndo();
}

bool EditHistory::canRedo() const
{
    return m_stack && !m_pending && m_stack->canRedo();
}

QString EditHistory::undoText() const
{
    return m_stack ? m_stack->undoText() : QString();
}

QString EditHistory::redoText() const
{
    return m_stack ? m_stack->redoText() : QString();
}

void EditHistory::undo()
{
    if (canUndo())
        m_stack->undo();
}

void EditHistory::redo()
{
    if (canRedo())
        m_stack->redo();
}

void EditHistory::finishEdits(const QList<RunEdit> &failed)
{
    EditsCommand *done = std::exchange(m_pending, nullptr);
    if (!done)
        return;
    done->forget(failed);
    if (done->isObsolete()) {
        // A stack drops an obsolete command when it steps over it: back to where it was.
        for (QUndoStack *stack : std::as_const(m_stacks)) {
            if (done->isUndone() && stack->canRedo() && stack->command(stack->index()) == done)
                stack->redo();
            else if (!done->isUndone() && stack->canUndo() && stack->command(stack->index() - 1) == done)
                stack->undo();
            else
                continue;
            break;
        }
    }
    emit changed();
}

} // namespace Assay
