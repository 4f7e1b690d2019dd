// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/viewsdialog.h"

#include "widgets/theme/label.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace Assay {

ViewsDialog::ViewsDialog(const QStringList &names, QWidget *parent) : QDialog(parent), m_before(names), m_list(new QListWidget)
{
    setObjectName(u"viewsDialog"_s);
    setWindowTitle(tr("Saved Views"));
    resize(400, 320);
    m_list->setObjectName(u"viewsList"_s);
    m_list->setAccessibleName(tr("Saved views"));
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    for (const QString &name : names) {
        auto *item = new QListWidgetItem(name, m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setSizeHint({0, 26});
    }
    m_list->setCurrentRow(0);
    auto *rename = new QPushButton(tr("Rename"));
    auto *remove = new QPushButton(tr("Delete"));
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *apply = new QPushButton(tr("Apply Changes"));
    rename->setObjectName(u"viewsRename"_s);
    remove->setObjectName(u"viewsRemove"_s);
    apply->setObjectName(u"viewsApply"_s);
    apply->setProperty("primary", true);
    for (QPushButton *button : {rename, remove, cancel})
        button->setAutoDefault(false);
    auto *deleteKey = new QShortcut(QKeySequence::Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(rename, &QPushButton::clicked, this, [this] {
        if (QListWidgetItem *item = m_list->currentItem())
            m_list->editItem(item);
    });
    connect(remove, &QPushButton::clicked, this, &ViewsDialog::toggleDeleted);
    connect(deleteKey, &QShortcut::activated, this, &ViewsDialog::toggleDeleted);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(apply, &QPushButton::clicked, this, [this] {
        emit confirmed(this->names());
        accept();
    });
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(rename);
    buttons->addWidget(remove);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(apply);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_list, 1);
    layout->addWidget(wrappedLabel(tr("What is struck out is deleted when the changes are applied."), u"muted"_s));
    layout->addLayout(buttons);
    m_list->setFocus();
}

QStringList ViewsDialog::names() const
{
    QStringList all;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        const QString name = item->text().trimmed().left(80);
        all.append(item->font().strikeOut() ? QString() : name.isEmpty() ? m_before[row] : name);
    }
    return all;
}

void ViewsDialog::toggleDeleted()
{
    QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    QFont font = item->font();
    font.setStrikeOut(!font.strikeOut());
    item->setFont(font);
}

} // namespace Assay
