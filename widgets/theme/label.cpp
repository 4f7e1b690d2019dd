// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/label.h"

#include <QLabel>

namespace Assay {

QLabel *plainLabel(const QString &text, const QString &role, const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    if (!role.isEmpty())
        label->setProperty("role", role);
    return label;
}

QLabel *wrappedLabel(const QString &text, const QString &role)
{
    QLabel *label = plainLabel(text, role);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace Assay
