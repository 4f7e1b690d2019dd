// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/certificate.h"

#include <QCoreApplication>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>

#include <ctime>
#include <memory>

namespace Assay {

namespace {

struct CertificateText {
    Q_DECLARE_TR_FUNCTIONS(CertificateText)
};

constexpr int MostCertificates = 500; // all of a system are some 150

template <auto cleanUp>
struct OpensslDeleter {
    template <typename T>
    void operator()(T *object) const { cleanUp(object); }
};
using Bio = std::unique_ptr<BIO, OpensslDeleter<BIO_free_all>>;
using Certificate = std::unique_ptr<X509, OpensslDeleter<X509_free>>;
using GeneralNames = std::unique_ptr<GENERAL_NAMES, OpensslDeleter<GENERAL_NAMES_free>>;

QString nameText(const X509_NAME *name)
{
    const Bio out(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(out.get(), name, 0, ASN1_STRFLGS_ESC_CTRL | ASN1_STRFLGS_UTF8_CONVERT | ASN1_STRFLGS_DUMP_UNKNOWN | XN_FLAG_SEP_CPLUS_SPC | XN_FLAG_FN_SN);
    char *text = nullptr;
    const long size = BIO_get_mem_data(out.get(), &text);
    return QString::fromUtf8(text, qsizetype(size));
}

qint64 milliseconds(const ASN1_TIME *time)
{
    std::tm parts{};
    return ASN1_TIME_to_tm(time, &parts) == 1 ? qint64(timegm(&parts)) * 1000 : 0;
}

QString addressText(const ASN1_OCTET_STRING *address)
{
    char text[INET6_ADDRSTRLEN] = {};
    const int size = ASN1_STRING_length(address);
    if (size == 4 || size == 16)
        inet_ntop(size == 4 ? AF_INET : AF_INET6, ASN1_STRING_get0_data(address), text, sizeof text);
    return QString::fromLatin1(text);
}

QStringList namesOf(X509 *certificate)
{
    QStringList names;
    const GeneralNames all(static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; i < sk_GENERAL_NAME_num(all.get()); ++i) {
        const GENERAL_NAME *const name = sk_GENERAL_NAME_value(all.get(), i);
        if (name->type == GEN_DNS)
            names.append(QString::fromUtf8(reinterpret_cast<const char *>(ASN1_STRING_get0_data(name->d.dNSName)), ASN1_STRING_length(name->d.dNSName)));
        else if (name->type == GEN_IPADD)
            names.append(addressText(name->d.iPAddress));
    }
    return names;
}

} // namespace

CertificateFacts certificateFacts(X509 *certificate)
{
    CertificateFacts facts;
    facts.subject = nameText(X509_get_subject_name(certificate));
    facts.issuer = nameText(X509_get_issuer_name(certificate));
    facts.names = namesOf(certificate);
    facts.validFrom = milliseconds(X509_get0_notBefore(certificate));
    facts.validUntil = milliseconds(X509_get0_notAfter(certificate));
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (X509_digest(certificate, EVP_sha256(), digest, &size) == 1)
        facts.fingerprint = QByteArray(reinterpret_cast<const char *>(digest), qsizetype(size));
    facts.isAuthority = X509_check_ca(certificate) > 0;
    return facts;
}

Result<QList<CertificateFacts>> certificatesIn(const QByteArray &pem)
{
    QList<CertificateFacts> all;
    const Bio in(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    ERR_clear_error();
    while (all.size() < MostCertificates) {
        // Without a pass phrase: nobody is asked for one, at the terminal.
        const Certificate certificate(PEM_read_bio_X509(in.get(), nullptr, [](char *, int, int, void *) { return -1; }, nullptr));
        if (!certificate)
            break;
        all.append(certificateFacts(certificate.get()));
    }
    const unsigned long why = ERR_peek_last_error();
    ERR_clear_error();
    if (why != 0 && ERR_GET_REASON(why) != PEM_R_NO_START_LINE)
        return Error{ErrorCode::InvalidArgument, CertificateText::tr("A certificate in it cannot be read."), QString::fromLatin1(ERR_reason_error_string(why))};
    if (all.isEmpty())
        return Error{ErrorCode::InvalidArgument, CertificateText::tr("There is no certificate in it. A PEM file holds lines that say BEGIN CERTIFICATE."), {}};
    return all;
}

} // namespace Assay
