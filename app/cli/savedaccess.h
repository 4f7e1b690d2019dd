// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/secrets/secretstore.h"
#include "models/store/storeformat.h"

namespace Assay {

// The settings that the window keeps.
QString savedSettingsFile();

// What opens a remote store as the window would: the account and authority of its settings, the secret from `secrets`, which
// is waited for a little. What the environment holds comes first, also where it names no server: who names one on the command line
// decides that it goes there, unless MLFLOW_TRACKING_URI names another. Needs an event loop's thread.
OpenOptions savedOptions(const StoreFormat &format, const QString &location, OpenOptions options, const QString &settingsFile, SecretStore &secrets);

} // namespace Assay
