// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <functional>

class QObject;

namespace Assay {

// Where passwords and tokens are kept between runs. For one thread, which has an event loop. Answers come later, never within
// the call, and are dropped when the context is gone. Errors: NotFound; Unsupported where there is no such place on this
// machine; AccessDenied where it stays locked; Unreadable for all else. No answer and no log holds a secret but found().
class SecretStore
{
public:
    using Found = std::function<void(const Result<QString> &secret)>;
    using Done = std::function<void(const Status &status)>;

    virtual ~SecretStore() = default;
    virtual void read(const QString &key, QObject *context, Found found) = 0;
    virtual void write(const QString &key, const QString &secret, QObject *context, Done done) = 0;
    // What is not there counts as removed.
    virtual void remove(const QString &key, QObject *context, Done done) = 0;
};

} // namespace Assay
