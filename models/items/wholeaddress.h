// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Assay {

// What somebody means who types "mlflow.example.org" or "localhost:5000" where an address is asked for: as in a browser, encrypted
// unless it is this computer. What has a scheme, or is not the name of a host, comes back as it is.
QString wholeAddress(const QString &typed);

} // namespace Assay
