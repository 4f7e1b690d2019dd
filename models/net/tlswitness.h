// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/checkstep.h"
#include "models/net/httpserver.h"

#include <curl/curl.h>

struct x509_store_ctx_st;
struct ssl_ctx_st;

namespace Assay {

// Stands by while a transfer looks at the certificates of a server, and remembers what it saw. It decides nothing: what OpenSSL
// says is what holds. Outlives the transfer's run; the handle must speak TLS through OpenSSL, else nothing is seen.
class TlsWitness
{
public:
    explicit TlsWitness(CURL *handle);
    Q_DISABLE_COPY_MOVE(TlsWitness)

    bool wasAsked() const { return m_wasAsked; } // TLS began
    const QList<CertificateFacts> &certificates() const { return m_certificates; }
    // Why this server's certificate was refused, and what to do.
    void explain(const HttpServer &server, CheckStep &step) const;

private:
    int verify(x509_store_ctx_st *context);
    void explainAuthority(const HttpServer &server, CheckStep &step) const;
    static CURLcode contextCallback(CURL *, void *context, void *self);
    static int verifyCallback(x509_store_ctx_st *context, void *self) { return static_cast<TlsWitness *>(self)->verify(context); }

    bool m_wasAsked = false;
    int m_reason = 0; // of OpenSSL
    CertificateFacts m_culprit;
    QList<CertificateFacts> m_certificates;
};

} // namespace Assay
