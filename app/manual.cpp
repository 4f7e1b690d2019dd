// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual.h"

#include "models/items/manualpages.h"
#include "widgets/dialogs/manualdialog.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Assay {

void showManual(QWidget *window, const QString &page)
{
    auto *dialog = window->findChild<ManualDialog *>(QString(), Qt::FindDirectChildrenOnly);
    if (!dialog) {
        QList<ManualDialog::Page> pages;
        for (const ManualPage &each : manualPages()) {
            QFile file(each.resource());
            if (file.open(QIODevice::ReadOnly))
                pages.append({each.name, each.title, QString::fromUtf8(file.readAll())});
        }
        dialog = new ManualDialog(pages, window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    dialog->showPage(manualPage(page) ? page : u"query"_s);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace Assay
