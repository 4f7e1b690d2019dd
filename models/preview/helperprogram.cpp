// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/helperprogram.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace Assay {

using namespace Qt::StringLiterals;

QString helperProgram(QLatin1StringView name)
{
    const QString folder = QCoreApplication::applicationDirPath();
    for (const auto place : {"/"_L1, "/" ASSAY_HELPERS "/"_L1})
        if (const QFileInfo file(folder + place + name); file.isExecutable())
            return file.canonicalFilePath();
    return folder + u'/' + name;
}

} // namespace Assay
