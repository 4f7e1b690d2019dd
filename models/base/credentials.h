// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Assay {

// What proves to a server who asks. Kept in memory and in the desktop's keychain alone; nothing prints it.
struct Credentials {
    QString user;
    QString password;
    QString token; // sent as a bearer token where there is no user

    bool isEmpty() const { return user.isEmpty() && token.isEmpty(); }
    friend bool operator==(const Credentials &, const Credentials &) = default;
};

} // namespace Assay
