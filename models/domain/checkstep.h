// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <functional>
#include <optional>
#include <utility>

namespace Assay {

// What stands in a certificate. It is shown, and not trusted by that.
struct CertificateFacts {
    QString subject; // "CN=host, O=Company"
    QString issuer;
    QStringList names;      // hosts and addresses that it is for
    qint64 validFrom = 0;   // UTC milliseconds
    qint64 validUntil = 0;
    QByteArray fingerprint; // SHA-256, 32 bytes
    bool isAuthority = false;

    friend bool operator==(const CertificateFacts &, const CertificateFacts &) = default;
};

// One step on the way to a remote store, and what came of it. Texts are translated; values of `facts`, and `said`, are the
// server's own words, which are not.
struct CheckStep {
    enum class Kind { Name, Connection, Proxy, Encryption, Answer, Store }; // in the order in which they are taken; not all ways have a proxy
    enum class State { Running, Passed, Doubtful, Failed }; // doubtful: passed, but one should know

    Kind kind = Kind::Name;
    State state = State::Running;
    QString text = {};   // one sentence
    QString advice = {}; // what to do, where it failed
    std::optional<ErrorCode> error = {};          // of a step that failed
    QList<CertificateFacts> certificates = {};    // that the server shows, its own first
    QList<CertificateFacts> authorities = {};     // that were to be trusted in place of the system's, where none of them signed these
    QList<std::pair<QString, QString>> facts = {}; // name and value
    QString said = {};   // how the answer begins

    friend bool operator==(const CheckStep &, const CheckStep &) = default;
};

// Is told of every step when it begins and when it ended; the later one takes the place of that of the same kind.
using CheckSink = std::function<void(const CheckStep &step)>;

} // namespace Assay
