// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/secrets/secretstore.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace Assay::Testing {

// A keychain in memory, which may be absent, locked or out of order.
class FakeSecrets final : public SecretStore
{
public:
    QHash<QString, QString> held;
    std::optional<ErrorCode> trouble; // what everything is answered with

    void read(const QString &key, QObject *context, Found found) override
    {
        const auto at = held.constFind(key);
        const Result<QString> answer = trouble ? Result<QString>(error()) : at == held.constEnd() ? Result<QString>(Error{ErrorCode::NotFound, {}, {}}) : *at;
        later(context, [found, answer] { found(answer); });
    }
    void write(const QString &key, const QString &secret, QObject *context, Done done) override
    {
        if (!trouble)
            held.insert(key, secret);
        later(context, [done, status = status()] { done(status); });
    }
    void remove(const QString &key, QObject *context, Done done) override
    {
        if (!trouble)
            held.remove(key);
        later(context, [done, status = status()] { done(status); });
    }

private:
    Error error() const { return {*trouble, QStringLiteral("The keychain is not there."), {}}; }
    Status status() const { return trouble ? Status(error()) : Status(); }
    template <typename F>
    static void later(QObject *context, F f) { QMetaObject::invokeMethod(context, std::move(f), Qt::QueuedConnection); }
};

} // namespace Assay::Testing
