// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace Assay {

struct ShortcutSection {
    struct Row {
        QString keys;
        QString text;
    };
    QString title;
    QList<Row> rows;
};

// All keys on one page, to be looked at and closed again.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const QList<ShortcutSection> &sections, QWidget *parent = nullptr);
};

} // namespace Assay
