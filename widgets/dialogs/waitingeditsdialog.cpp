// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/waitingeditsdialog.h"

#include "widgets/theme/label.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// Rows as high as those of the other lists.
class EditDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index).expandedTo({0, 26});
    }
};

} // namespace

WaitingEditsDialog::WaitingEditsDialog(QWidget *parent)
    : QDialog(parent), m_list(new QTreeView), m_explanation(wrappedLabel({}, u"muted"_s)), m_insist(new QPushButton(tr("Use Mine"))),
      m_drop(new QPushButton(tr("Drop Mine"))), m_try(new QPushButton(tr("Try Now")))
{
    setObjectName(u"waitingEditsDialog"_s);
    setWindowTitle(tr("Waiting Changes"));
    resize(860, 480);
    m_list->setObjectName(u"waitingEdits"_s);
    m_list->setAccessibleName(tr("Waiting changes"));
    m_list->setModel(&m_model);
    m_list->setRootIsDecorated(false);
    m_list->setItemDelegate(new EditDelegate(m_list));
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(true);
    const int widths[] = {140, 100, 120, 120, 220, 120};
    for (int column = 0; column < WaitingEditsModel::ColumnCount; ++column)
        m_list->header()->resizeSection(column, widths[column]);
    m_insist->setObjectName(u"waitingInsist"_s);
    m_drop->setObjectName(u"waitingDrop"_s);
    m_try->setObjectName(u"waitingTry"_s);
    auto *close = new QPushButton(tr("Close"));
    close->setProperty("primary", true);
    for (QPushButton *button : {m_insist, m_drop, m_try})
        button->setAutoDefault(false);
    const auto ask = [this](auto signal) {
        if (const QModelIndex current = m_list->currentIndex(); current.isValid()) {
            const WaitingEditsModel::Entry entry = m_model.entries()[current.row()];
            emit (this->*signal)(entry.location, entry.waiting);
        }
    };
    connect(m_insist, &QPushButton::clicked, this, [ask] { ask(&WaitingEditsDialog::insistRequested); });
    connect(m_drop, &QPushButton::clicked, this, [ask] { ask(&WaitingEditsDialog::dropRequested); });
    connect(m_try, &QPushButton::clicked, this, &WaitingEditsDialog::tryRequested);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &WaitingEditsDialog::showCurrent);

    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_insist, m_drop})
        buttons->addWidget(button);
    buttons->addStretch();
    for (QPushButton *button : {m_try, close})
        buttons->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_list, 2);
    layout->addWidget(m_explanation);
    layout->addWidget(makeSides(), 1);
    layout->addLayout(buttons);
    showCurrent();
}

QWidget *WaitingEditsDialog::makeSides()
{
    auto *sides = new QWidget;
    auto *layout = new QHBoxLayout(sides);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    const QString captions[] = {tr("It was"), tr("Yours"), tr("There now")};
    const QString names[] = {u"waitingWas"_s, u"waitingMine"_s, u"waitingNow"_s};
    for (int i = 0; i < 3; ++i) {
        m_sides[i] = new QPlainTextEdit;
        m_sides[i]->setObjectName(names[i]);
        m_sides[i]->setAccessibleName(captions[i]);
        m_sides[i]->setReadOnly(true);
        m_sides[i]->setTabChangesFocus(true);
        auto *side = new QWidget;
        auto *column = new QVBoxLayout(side);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
        column->addWidget(plainLabel(captions[i], u"caption"_s));
        column->addWidget(m_sides[i]);
        layout->addWidget(side, 1);
        m_now = side;
    }
    return sides;
}

void WaitingEditsDialog::setEntries(const QList<WaitingEditsModel::Entry> &entries)
{
    const int row = m_list->currentIndex().row();
    const RunEdit current = row >= 0 ? m_model.entries()[row].waiting.edit : RunEdit();
    // Others come and go by themselves, and what is clicked is meant of this one.
    const auto same = std::ranges::find_if(entries, [&](const WaitingEditsModel::Entry &entry) {
        const RunEdit &edit = entry.waiting.edit;
        return edit.run == current.run && edit.field == current.field && edit.key == current.key && row >= 0 && entry.location == m_model.entries()[row].location;
    });
    const int now = same != entries.end() ? int(same - entries.begin()) : std::clamp(row, 0, std::max(0, int(entries.size()) - 1));
    m_model.setEntries(entries);
    if (!entries.isEmpty())
        m_list->setCurrentIndex(m_model.index(now, 0));
    showCurrent();
}

void WaitingEditsDialog::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    const bool decides = current.data(WaitingEditsModel::NeedsDecisionRole).toBool();
    const bool isConflict = current.isValid() && m_model.entries()[current.row()].waiting.state == WaitingEdit::State::Conflict;
    m_sides[0]->setPlainText(current.data(WaitingEditsModel::WasRole).toString());
    m_sides[1]->setPlainText(current.data(WaitingEditsModel::MineRole).toString());
    m_sides[2]->setPlainText(current.data(WaitingEditsModel::NowRole).toString());
    m_now->setVisible(isConflict);
    m_insist->setEnabled(decides);
    m_insist->setText(isConflict || !decides ? tr("Use Mine") : tr("Try Again"));
    m_drop->setText(isConflict ? tr("Keep Theirs") : tr("Drop Mine"));
    m_drop->setEnabled(current.isValid());
    m_try->setEnabled(m_model.rowCount() > 0);
    m_explanation->setText(!current.isValid() ? tr("No changes wait.")
        : isConflict ? tr("Somebody changed this after you did. Nothing is written before you decide.")
        : decides ? tr("The store did not take this change: %1").arg(current.siblingAtColumn(WaitingEditsModel::StateColumn).data().toString())
                  : tr("Is made when the store can be reached, if there still stands what it was."));
}

} // namespace Assay
