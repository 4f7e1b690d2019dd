// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/objectstore/googletoken.h"

#include "models/net/httpclient.h"
#include "models/objectstore/objecttext.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/evp.h>
#include <openssl/pem.h>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qint64 TokenSeconds = 3600;

template <auto release>
struct OpenSslDeleter {
    template <typename T>
    void operator()(T *held) const { release(held); }
};
using Bio = std::unique_ptr<BIO, OpenSslDeleter<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, OpenSslDeleter<EVP_PKEY_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, OpenSslDeleter<EVP_MD_CTX_free>>;

Error denied(const QString &message)
{
    return {ErrorCode::AccessDenied, message, {}};
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// Without a pass phrase: nobody is asked for one.
Key privateKey(const QByteArray &pem)
{
    const Bio text(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return Key(text ? PEM_read_bio_PrivateKey(text.get(), nullptr, [](char *, int, int, void *) { return 0; }, nullptr) : nullptr);
}

QByteArray signedBy(EVP_PKEY *key, const QByteArray &text)
{
    const Digest digest(EVP_MD_CTX_new());
    size_t size = 0;
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.constData());
    if (!digest || EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key) != 1
        || EVP_DigestSign(digest.get(), nullptr, &size, bytes, size_t(text.size())) != 1)
        return {};
    QByteArray signature(qsizetype(size), 0);
    if (EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, bytes, size_t(text.size())) != 1)
        return {};
    return signature.left(qsizetype(size));
}

QByteArray form(std::initializer_list<std::pair<const char *, QString>> items)
{
    QByteArray body;
    for (const auto &[name, value] : items)
        body += (body.isEmpty() ? QByteArray() : "&"_ba) + name + '=' + QUrl::toPercentEncoding(value);
    return body;
}

Result<QString> exchange(const QUrl &address, const QByteArray &body, const HttpLimits &limits, Job &job)
{
    const bool isSafe = address.scheme() == "https"_L1 || address.host() == "127.0.0.1"_L1 || address.host() == "localhost"_L1;
    Result<HttpServer> server = httpServer(address.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment).toString());
    if (!isSafe || !server || !server->credentials.isEmpty())
        return denied(ObjectText::tr("The file of Google's credentials names an address for tokens that is none."));
    HttpRequest request{HttpMethod::Post, {}, {}, body};
    request.headers.append(std::pair("Content-Type"_ba, "application/x-www-form-urlencoded"_ba));
    request.followsRedirects = false;
    HttpClient client(std::move(*server), limits);
    const Result<HttpAnswer> answer = client.read(request, job);
    if (!answer)
        return answer.error();
    const QJsonObject said = QJsonDocument::fromJson(answer->body).object();
    const QString token = said.value("access_token"_L1).toString();
    if (answer->isSuccess() && !token.isEmpty())
        return token;
    if (said.value("error"_L1).toString() == "invalid_grant"_L1)
        return denied(ObjectText::tr("Google does not accept the credentials that are set up here any more; get new ones (gcloud auth application-default login)."));
    return denied(ObjectText::tr("Google gives no token for the credentials that are set up here (status %1).").arg(answer->status));
}

Result<QString> tokenOf(const QJsonObject &file, const HttpLimits &limits, Job &job)
{
    const QString address = file.value("token_uri"_L1).toString(u"https://oauth2.googleapis.com/token"_s);
    const QString type = file.value("type"_L1).toString();
    const auto text = [&](QLatin1StringView name) { return file.value(name).toString(); };
    if (type == "authorized_user"_L1)
        return exchange(QUrl(address), form({{"grant_type", u"refresh_token"_s}, {"client_id", text("client_id"_L1)}, {"client_secret", text("client_secret"_L1)},
                                             {"refresh_token", text("refresh_token"_L1)}}), limits, job);
    if (type == "service_account"_L1) {
        const Result<QByteArray> claim = serviceAssertion(text("client_email"_L1), text("private_key"_L1).toUtf8(), address, QDateTime::currentSecsSinceEpoch());
        if (!claim)
            return claim.error();
        return exchange(QUrl(address), form({{"grant_type", u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s}, {"assertion", QString::fromLatin1(*claim)}}), limits, job);
    }
    return denied(ObjectText::tr("Google's credentials that are set up here are of a kind that is not followed here (%1). Set CLOUDSDK_AUTH_ACCESS_TOKEN, as "
                                 "“gcloud auth print-access-token” prints it.").arg(type.left(60)));
}

Result<QByteArray> defaultCredentials(const ObjectEnvironment &environment)
{
    const QString named = environment.value("GOOGLE_APPLICATION_CREDENTIALS"_L1);
    if (!named.isEmpty())
        return environment.file(named);
    const QString folder = environment.value("CLOUDSDK_CONFIG"_L1);
    const Result<QByteArray> file = environment.file((folder.isEmpty() ? u"~/.config/gcloud"_s : folder) + "/application_default_credentials.json"_L1);
    if (file || file.error().code != ErrorCode::NotFound)
        return file;
    return denied(ObjectText::tr("There are no credentials for Google Cloud Storage: set GOOGLE_APPLICATION_CREDENTIALS or CLOUDSDK_AUTH_ACCESS_TOKEN, or use "
                                 "“gcloud auth application-default login”; for public buckets CLOUDSDK_AUTH_DISABLE_CREDENTIALS=true."));
}

} // namespace

Result<QByteArray> serviceAssertion(const QString &account, const QByteArray &key, const QString &audience, qint64 now)
{
    const QJsonObject header{{u"alg"_s, u"RS256"_s}, {u"typ"_s, u"JWT"_s}};
    const QJsonObject claims{{u"iss"_s, account}, {u"scope"_s, u"https://www.googleapis.com/auth/devstorage.read_only"_s}, {u"aud"_s, audience},
                             {u"iat"_s, now}, {u"exp"_s, now + TokenSeconds}};
    const QByteArray text = base64Url(json(header)) + '.' + base64Url(json(claims));
    const Key held = privateKey(key);
    const QByteArray signature = held && EVP_PKEY_is_a(held.get(), "RSA") ? signedBy(held.get(), text) : QByteArray();
    if (signature.isEmpty())
        return Error{ErrorCode::InvalidArgument, ObjectText::tr("The key in the file of Google's credentials is none."), {}};
    return text + '.' + base64Url(signature);
}

Result<GoogleSettings> googleSettings(const ObjectEnvironment &environment, const HttpLimits &limits, Job &job)
{
    GoogleSettings settings;
    // As Google's own client has it, nobody is asked for credentials there.
    if (const QString emulator = environment.value("STORAGE_EMULATOR_HOST"_L1); !emulator.isEmpty()) {
        const Result<HttpServer> server = httpServer(emulator);
        if (!server || !server->credentials.isEmpty())
            return Error{ErrorCode::InvalidArgument, ObjectText::tr("The address in STORAGE_EMULATOR_HOST is none: it is written http://host:port."), {}};
        settings.endpoint = server->base;
        return settings;
    }
    for (const auto &name : {"CLOUDSDK_AUTH_ACCESS_TOKEN"_L1, "GOOGLE_OAUTH_ACCESS_TOKEN"_L1})
        if (settings.token.isEmpty())
            settings.token = environment.value(name).trimmed();
    if (!settings.token.isEmpty() || environment.isYes("CLOUDSDK_AUTH_DISABLE_CREDENTIALS"_L1))
        return settings;
    const Result<QByteArray> file = defaultCredentials(environment);
    if (!file)
        return file.error();
    const Result<QString> token = tokenOf(QJsonDocument::fromJson(*file).object(), limits, job);
    if (!token)
        return token.error();
    settings.token = *token;
    return settings;
}

} // namespace Assay
