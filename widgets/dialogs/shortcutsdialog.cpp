// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/shortcutsdialog.h"

#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace Assay {

ShortcutsDialog::ShortcutsDialog(const QList<ShortcutSection> &sections, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard Shortcuts"));
    setObjectName(u"shortcutsDialog"_s);
    auto *page = new QWidget;
    page->setProperty("role", u"surface"_s);
    page->setAttribute(Qt::WA_StyledBackground);
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(16, 12, 16, 16);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const ShortcutSection &section : sections) {
        if (section.rows.isEmpty())
            continue;
        if (row > 0)
            grid->setRowMinimumHeight(row++, 8);
        grid->addWidget(plainLabel(section.title, u"heading"_s), row++, 0, 1, 2);
        for (const ShortcutSection::Row &one : section.rows) {
            QLabel *keys = plainLabel(one.keys, u"muted"_s);
            keys->setMinimumWidth(112);
            grid->addWidget(keys, row, 0);
            grid->addWidget(plainLabel(one.text), row++, 1);
        }
    }
    grid->setRowStretch(row, 1);
    auto *area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
    const int height = page->sizeHint().height() + 2;
    resize(std::max(440, page->sizeHint().width() + 24), std::min(height, parent ? std::max(320, parent->height() - 80) : height));
}

} // namespace Assay
