// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/tlswitness.h"

#include "models/net/certificate.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <openssl/ssl.h>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct TlsText {
    Q_DECLARE_TR_FUNCTIONS(TlsText)
};

constexpr int MostShown = 10; // certificates of one server

QString day(qint64 time)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time).date(), QLocale::LongFormat);
}

} // namespace

TlsWitness::TlsWitness(CURL *handle)
{
    curl_easy_setopt(handle, CURLOPT_SSL_CTX_DATA, this);
    curl_easy_setopt(handle, CURLOPT_SSL_CTX_FUNCTION, &contextCallback);
}

CURLcode TlsWitness::contextCallback(CURL *, void *context, void *self)
{
    static_cast<TlsWitness *>(self)->m_wasAsked = true;
    SSL_CTX_set_cert_verify_callback(static_cast<SSL_CTX *>(context), &verifyCallback, self);
    return CURLE_OK;
}

int TlsWitness::verify(X509_STORE_CTX *context)
{
    const int isValid = X509_verify_cert(context);
    m_certificates.clear();
    const STACK_OF(X509) *const shown = X509_STORE_CTX_get0_untrusted(context);
    for (int i = 0; i < std::min(sk_X509_num(shown), MostShown); ++i)
        m_certificates.append(certificateFacts(sk_X509_value(shown, i)));
    if (isValid <= 0) {
        m_reason = X509_STORE_CTX_get_error(context);
        if (X509 *const culprit = X509_STORE_CTX_get_current_cert(context))
            m_culprit = certificateFacts(culprit);
    }
    return isValid;
}

void TlsWitness::explain(const HttpServer &server, CheckStep &step) const
{
    step.certificates = m_certificates;
    const bool isServers = m_certificates.isEmpty() || m_culprit == m_certificates.first();
    switch (m_reason) {
    case X509_V_OK:
        if (m_certificates.isEmpty())
            return; // not even begun: the authorities that were given cannot be read
        step.text = TlsText::tr("The certificate is not for %1, but for %2.").arg(server.base.host(), m_certificates.first().names.join(u", "_s).left(300));
        step.advice = TlsText::tr("Use the name that the certificate is for. If that name leads to another server, this one is not what it seems to be.");
        return;
    case X509_V_ERR_CERT_HAS_EXPIRED:
        step.text = isServers ? TlsText::tr("The certificate expired on %1.").arg(day(m_culprit.validUntil))
                              : TlsText::tr("The certificate of an authority above it expired on %1.").arg(day(m_culprit.validUntil));
        step.advice = TlsText::tr("Whoever runs the server has to renew it. Look at this computer's clock, too.");
        return;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        step.text = TlsText::tr("The certificate is not valid before %1.").arg(day(m_culprit.validFrom));
        step.advice = TlsText::tr("Look at this computer's clock.");
        return;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_CERT_UNTRUSTED:
        explainAuthority(server, step);
        return;
    default:
        step.text = TlsText::tr("The certificate does not hold: %1.").arg(QString::fromLatin1(X509_verify_cert_error_string(m_reason)));
        step.advice = TlsText::tr("Whoever runs the server has to put this right.");
    }
}

void TlsWitness::explainAuthority(const HttpServer &server, CheckStep &step) const
{
    if (!server.authorities.isEmpty()) {
        step.text = TlsText::tr("The certificate is not signed by the authority that you chose for this server.");
        step.advice = TlsText::tr("Its authority was changed, or this is another server. Compare the fingerprints with whoever runs it before you choose another file.");
        if (const auto chosen = certificatesIn(server.authorities))
            step.authorities = chosen->mid(0, MostShown);
        return;
    }
    step.text = m_reason == X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT
        ? TlsText::tr("The server signed its certificate itself; no authority stands for it.")
        : TlsText::tr("The authority that signed the certificate is not known to this computer: %1.").arg(m_culprit.issuer.left(300));
    step.advice = TlsText::tr("Ask whoever runs the server for the certificate of its authority, a PEM file, and choose it above.");
}

} // namespace Assay
