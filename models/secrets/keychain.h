// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/secrets/secretstore.h"

namespace Assay {

// The desktop's own: the Secret Service of GNOME and others, or KWallet. Never a file in its place.
class Keychain final : public SecretStore
{
public:
    void read(const QString &key, QObject *context, Found found) override;
    void write(const QString &key, const QString &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;
};

} // namespace Assay
