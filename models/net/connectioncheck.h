// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/checkstep.h"
#include "models/net/httpclient.h"

#include <optional>

namespace Assay {

// What came to one question, with what tells who it was that answered.
struct CheckedAnswer {
    HttpAnswer answer;
    QByteArray server;    // what it calls itself
    QByteArray challenge; // what kinds of credentials it wants: "Basic realm=…"
    QUrl redirect;        // where it sends on to; empty: nowhere

    bool wants(QByteArrayView scheme) const; // "basic"
};

// Asks a server one thing, once, and tells of each step on the way there: the name, the connection, its encryption with the
// certificates that it shows, and that an answer is awaited. What was answered is for the caller to judge; nothing comes
// back where a step failed, which was told. Certificates are held to as always. Blocks; a cancelled job ends it without a word.
std::optional<CheckedAnswer> checkConnection(const HttpServer &server, const HttpRequest &request, const HttpLimits &limits, const CheckSink &tell, Job &job);

// The answer step as far as it holds for any server: what was sent, by whom, how it begins. Its state and text are left to the caller.
CheckStep answerStep(const HttpServer &server, const CheckedAnswer &checked);

} // namespace Assay
