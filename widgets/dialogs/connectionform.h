// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/serveraccount.h"

namespace Assay {

// What is filled in to reach a server. Kept in memory alone.
struct ConnectionForm {
    QString address;
    ServerAccount account;
    QString secret; // password or token; empty: the one that is kept, if there is one
    QString proxyPassword = {}; // likewise
};

// What an address leads to, as far as one can tell from itself.
struct AddressWords {
    QString format;  // what is expected there; empty: nothing has such an address
    QString mistake; // why not, translated
    bool takesToken = false;
    bool takesProxy = false;
    bool hasEnvironment = false; // there are credentials in the environment for it
    QString freeEnvironment = {}; // the variable of those that are sent there if one wants so
};

} // namespace Assay
