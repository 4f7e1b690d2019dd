// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Assay {

// README.txt of every bundle: how it is read without Assay. English, as the names in it.
QByteArray bundleReadme();

} // namespace Assay
