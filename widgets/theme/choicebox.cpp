// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/choicebox.h"

#include <QComboBox>

namespace Assay {

QComboBox *choiceBox(const QString &name, const QString &title, int letters)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(title);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(letters);
    return box;
}

} // namespace Assay
