// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/rootmappingsdialog.h"

#include "models/items/displaytext.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace Assay {

RootMappingsDialog::RootMappingsDialog(const QString &storeTitle, const QList<RootMapping> &mappings, ChooseFolder chooseFolder, QWidget *parent)
    : QDialog(parent), m_chooseFolder(std::move(chooseFolder)), m_table(new QTableWidget(0, 2))
{
    setObjectName(u"rootMappings"_s);
    setWindowTitle(tr("Artifact Locations"));
    resize(720, 360);
    auto *words = new QLabel(tr("Stores record artifacts by absolute paths of the machine that wrote them. Say here where such a place lies on this machine; it is remembered for %1.")
                                 .arg(visibleText(storeTitle, 200)));
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    m_table->setObjectName(u"rootMappingTable"_s);
    m_table->setHorizontalHeaderLabels({tr("Recorded place begins with"), tr("Lies here under")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    for (const RootMapping &mapping : mappings)
        appendRow(mapping);

    auto *add = new QPushButton(icon("plus"_L1), tr("Add"));
    auto *choose = new QPushButton(icon("open-folder"_L1), tr("Choose Folder…"));
    auto *remove = new QPushButton(icon("close"_L1), tr("Remove"));
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *save = new QPushButton(tr("Use These Locations"));
    save->setObjectName(u"rootMappingsSave"_s);
    save->setProperty("primary", true);
    save->setDefault(true);
    connect(add, &QPushButton::clicked, this, [this] { appendRow({}); });
    connect(choose, &QPushButton::clicked, this, [this] { chooseFor(m_table->currentRow()); });
    connect(remove, &QPushButton::clicked, this, [this] { m_table->removeRow(m_table->currentRow()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, [this] {
        Q_EMIT confirmed(this->mappings());
        accept();
    });
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {add, choose, remove})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(words);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
}

void RootMappingsDialog::appendRow(const RootMapping &mapping)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(mapping.from));
    m_table->setItem(row, 1, new QTableWidgetItem(mapping.to));
    m_table->setCurrentCell(row, mapping.from.isEmpty() ? 0 : 1);
}

void RootMappingsDialog::addMapping(const RootMapping &mapping)
{
    appendRow(mapping);
    if (mapping.to.isEmpty())
        chooseFor(m_table->rowCount() - 1);
}

void RootMappingsDialog::chooseFor(int row)
{
    if (row < 0)
        return;
    const QPointer<RootMappingsDialog> self(this);
    m_chooseFolder([self, row](const QString &folder) {
        if (self && !folder.isEmpty() && row < self->m_table->rowCount())
            self->m_table->item(row, 1)->setText(folder);
    });
}

QList<RootMapping> RootMappingsDialog::mappings() const
{
    QList<RootMapping> all;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const RootMapping mapping{m_table->item(row, 0)->text().trimmed(), m_table->item(row, 1)->text().trimmed()};
        if (!mapping.from.isEmpty() && !mapping.to.isEmpty())
            all.append(mapping);
    }
    return all;
}

} // namespace Assay
