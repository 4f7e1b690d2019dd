// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/waitingeditsmodel.h"

#include "models/domain/runfiles.h"
#include "models/items/displaytext.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype CellLength = 200;

QString changeText(const RunEdit &edit)
{
    if (edit.field == RunEdit::Field::Name)
        return WaitingEditsModel::tr("Name", "of a run");
    if (edit.key == TagKey::Note)
        return WaitingEditsModel::tr("Note", "of a run");
    return WaitingEditsModel::tr("Tag %1").arg(visibleText(edit.key, CellLength));
}

QString stateText(const WaitingEdit &waiting)
{
    switch (waiting.state) {
    case WaitingEdit::State::Waiting: return WaitingEditsModel::tr("waits for the store");
    case WaitingEdit::State::Conflict: return WaitingEditsModel::tr("changed by somebody else");
    case WaitingEdit::State::Failed: return visibleText(waiting.why, CellLength);
    }
    return {};
}

QString cellText(const std::optional<QString> &text)
{
    return text ? visibleText(*text, CellLength) : u"–"_s;
}

} // namespace

void WaitingEditsModel::setEntries(QList<Entry> entries)
{
    if (entries == m_entries)
        return;
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int WaitingEditsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int WaitingEditsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WaitingEditsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index));
    const Entry &entry = m_entries[index.row()];
    const WaitingEdit &waiting = entry.waiting;
    switch (role) {
    case NeedsDecisionRole: return waiting.state != WaitingEdit::State::Waiting;
    case WasRole: return waiting.edit.from.value_or(QString());
    case MineRole: return waiting.edit.to.value_or(QString());
    case NowRole: return waiting.now.value_or(QString());
    case Qt::ToolTipRole:
        if (index.column() == StoreColumn)
            return toolTipText(entry.location);
        return toolTipText(index.column() == RunColumn ? waiting.edit.run.run.value : data(index, Qt::DisplayRole).toString());
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (index.column()) {
    case RunColumn: return visibleText(waiting.runName, CellLength);
    case ChangeColumn: return changeText(waiting.edit);
    case WasColumn: return cellText(waiting.edit.from);
    case MineColumn: return waiting.edit.to ? cellText(waiting.edit.to) : tr("(removed)");
    case StateColumn: return stateText(waiting);
    case StoreColumn: return visibleText(entry.store, CellLength);
    }
    return {};
}

QVariant WaitingEditsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RunColumn: return tr("Run");
    case ChangeColumn: return tr("Change");
    case WasColumn: return tr("It was");
    case MineColumn: return tr("Yours");
    case StateColumn: return tr("State");
    case StoreColumn: return tr("Store");
    }
    return {};
}

} // namespace Assay
