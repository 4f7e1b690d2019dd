// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace Assay {

// Makes the program speak `language` ("de"), or the system's when empty, where a catalogue is compiled in; English
// otherwise. Sets the default locale with it. Once, at start.
void installTranslations(QCoreApplication &application, const QString &language);

} // namespace Assay
