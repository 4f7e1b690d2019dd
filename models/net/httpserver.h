// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/credentials.h"
#include "models/base/result.h"
#include "models/domain/serveraccount.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <chrono>
#include <functional>

namespace Assay {

struct HttpRequest;

// A server and how it is spoken to. `base` is http or https, may have a path, and has neither user info nor query.
struct HttpServer {
    QUrl base;
    Credentials credentials;      // sent to base's origin (scheme, host, port) and nowhere else
    QByteArray authorities;       // PEM: certificate authorities that are trusted for it in place of the system's; empty: the system's
    QList<std::pair<QByteArray, QByteArray>> headers; // sent along with every request
    ServerProxy proxy = {};       // the way there; what is on this computer is always spoken to directly
    QString proxyPassword = {};   // of an own proxy; sent to it and nowhere else
    // Signatures: headers for a request as it is about to be sent, each time it is.
    std::function<QList<std::pair<QByteArray, QByteArray>>(const HttpRequest &request)> authorize = {};
};

// Foreign words that may repeat what was sent: with "…" in place of secrets.
QString withoutSecrets(QString text, const Credentials &credentials);

// Out of a typed address: what stands before an @ becomes the credentials. InvalidArgument where it is no http(s) address.
Result<HttpServer> httpServer(const QString &address);

// Of the same scheme, host and port: credentials of the one may go to the other.
bool isSameOrigin(const QUrl &a, const QUrl &b);
// What goes there does not leave this computer.
bool isLoopback(const QUrl &url);
// Host and, where it is written, port, for people.
QString hostText(const QUrl &url);

// What a server may take and give. The defaults are for questions and answers in JSON.
struct HttpLimits {
    std::chrono::milliseconds connecting{10'000};
    std::chrono::milliseconds deadline{15'000}; // of one attempt, by the wall clock; downloads have none
    std::chrono::milliseconds silence{20'000};  // a download that comes slower than 1 kB/s for so long is given up
    qint64 answerBytes = 64 << 20;              // unpacked; downloads have no limit
    qint64 headerBytes = 256 << 10;
    int retries = 4;                            // of reads, after the first attempt; writes are never tried again
    std::chrono::milliseconds firstDelay{500};  // before the first retry; doubled for each later one, and that much is made up at random
    std::chrono::milliseconds longestDelay{30'000};
    std::chrono::milliseconds longestRetryAfter{120'000}; // a server that asks for more is not waited for
    int redirects = 5;                          // of reads, within the origin
    int atOnce = 6;                             // requests to the server
    int failuresToBreak = 10;                   // attempts without an answer, one after the other …
    std::chrono::milliseconds breakFor{30'000}; // … after which none is made for so long
};

} // namespace Assay
