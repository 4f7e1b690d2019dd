// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/objectstore/s3store.h"

#include "models/objectstore/awssignature.h"
#include "models/objectstore/objectlisting.h"
#include "models/objectstore/objecttext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QByteArray listTarget(const QByteArray &path, const QString &prefix, bool byFolder, const QString &page)
{
    // In the order of their names, as signatures want it.
    QByteArray target = (path.size() > 1 ? path.chopped(1) : path) + '?';
    if (!page.isEmpty())
        target += "continuation-token=" + percentEncoded(page, false) + '&';
    if (byFolder)
        target += "delimiter=%2F&";
    return target + "encoding-type=url&list-type=2&max-keys=1000&prefix=" + percentEncoded(prefix, false);
}

bool isRegion(const QString &text)
{
    static const QRegularExpression shape(u"^[a-z0-9-]{1,40}$"_s);
    return shape.match(text).hasMatch();
}

bool isBucket(const QString &text)
{
    static const QRegularExpression shape(u"^[A-Za-z0-9._-]{1,255}$"_s);
    return shape.match(text).hasMatch() && text != "."_L1 && text != ".."_L1;
}

Error noBucket(const QString &text)
{
    return {ErrorCode::InvalidArgument, ObjectText::tr("This is no name of a bucket: %1").arg(text.left(100)), {}};
}

// As libcurl sends it.
QByteArray hostHeader(const QUrl &base)
{
    const int usual = base.scheme() == "https"_L1 ? 443 : 80;
    const QByteArray host = base.host(QUrl::FullyEncoded).toLatin1();
    const QByteArray name = host.contains(':') ? '[' + host + ']' : host;
    return base.port(usual) == usual ? name : name + ':' + QByteArray::number(base.port());
}

QString amazonHost(const QString &region)
{
    return u"s3.%1.amazonaws.com%2"_s.arg(region, region.startsWith("cn-"_L1) ? u".cn"_s : QString());
}

} // namespace

S3Store::S3Store(Service service) : m_service(std::move(service))
{
    use(m_service.region);
}

void S3Store::use(const QString &region)
{
    m_region = region;
    m_client = std::make_unique<HttpClient>(m_service.server(region), m_service.limits);
}

std::optional<QString> S3Store::otherRegion(const HttpAnswer &answer) const
{
    if (!m_service.movesByRegion || (answer.status != 301 && answer.status != 307 && answer.status != 400))
        return {};
    QString region = QString::fromLatin1(answer.headers.value("x-amz-bucket-region"));
    if (region.isEmpty())
        region = objectRefusal(answer.body).region;
    return isRegion(region) && region != m_region ? std::optional(region) : std::nullopt;
}

Result<HttpAnswer> S3Store::ask(const Ask &ask)
{
    Result<HttpAnswer> answer = ask(*m_client);
    if (const auto region = answer ? otherRegion(*answer) : std::nullopt) {
        use(*region);
        answer = ask(*m_client);
    }
    return answer;
}

Result<ObjectPage> S3Store::list(const QString &prefix, bool byFolder, const QString &page, Job &job)
{
    const Result<HttpAnswer> answer = ask([&](HttpClient &client) {
        HttpRequest request;
        request.target = listTarget(m_service.path, prefix, byFolder, page);
        request.followsRedirects = false;
        return client.read(request, job);
    });
    if (!answer)
        return answer.error();
    return answer->isSuccess() ? s3Page(answer->body) : refusal(*answer, {});
}

Status S3Store::read(const QString &key, const HttpPart &have, const HttpClient::DownloadSink &sink, Job &job)
{
    const Result<HttpAnswer> answer = ask([&](HttpClient &client) {
        HttpRequest request;
        request.target = m_service.path + percentEncoded(key, true);
        request.followsRedirects = false;
        return client.download(request, have, sink, job);
    });
    if (!answer)
        return answer.error();
    return answer->isSuccess() ? Status() : Status(refusal(*answer, key));
}

Error S3Store::refusal(const HttpAnswer &answer, const QString &key) const
{
    using enum ErrorCode;
    const ObjectRefusal said = objectRefusal(answer.body);
    const QString &service = m_service.name, &bucket = m_service.bucket;
    const QString detail = u"%1 %2"_s.arg(answer.status).arg(said.code);
    if (said.code == "NoSuchBucket"_L1)
        return {NotFound, ObjectText::tr("%1 knows no bucket of the name %2.").arg(service, bucket), detail};
    if (said.code == "NoSuchKey"_L1 || (answer.status == 404 && !key.isEmpty()))
        return {NotFound, ObjectText::tr("There is no such file among the artifacts: %1").arg(key.left(200)), detail};
    if (said.code == "InvalidAccessKeyId"_L1)
        return {AccessDenied, ObjectText::tr("%1 does not know the access key that is set up here.").arg(service), detail};
    if (said.code == "SignatureDoesNotMatch"_L1)
        return {AccessDenied, ObjectText::tr("%1 does not accept the signature: the secret key that is set up here belongs to another access key.").arg(service), detail};
    if (said.code == "RequestTimeTooSkewed"_L1)
        return {AccessDenied, ObjectText::tr("%1 does not accept the signature: the clock of this machine differs too much from its own.").arg(service), detail};
    if (said.code == "ExpiredToken"_L1 || said.code == "TokenRefreshRequired"_L1)
        return {AccessDenied, ObjectText::tr("The credentials for %1 that are set up here have expired; get new ones.").arg(service), detail};
    if (said.code == "InvalidToken"_L1)
        return {AccessDenied, ObjectText::tr("%1 does not know the session token that is set up here (AWS_SESSION_TOKEN).").arg(service), detail};
    if (said.code == "InvalidObjectState"_L1)
        return {Unsupported, ObjectText::tr("The file lies in an archive and has to be restored there first: %1").arg(key.left(200)), detail};
    if (answer.status == 401 || answer.status == 403)
        return {AccessDenied, ObjectText::tr("%1 does not allow the credentials that are set up here to read the bucket %2.").arg(service, bucket), detail};
    if (answer.status == 404)
        return {NotFound, ObjectText::tr("At the address that is set up for %1 there is nothing of this kind.").arg(service), detail};
    if (answer.status >= 300 && answer.status < 400)
        return {Refused, ObjectText::tr("%1 sends on to another place, which is not followed; the region or the address that is set up here may be wrong.").arg(service), detail};
    return {Unreachable, ObjectText::tr("%1 cannot answer at present (status %2).").arg(service).arg(answer.status), detail};
}

Result<std::unique_ptr<ObjectStore>> s3Store(const QString &bucket, const AwsSettings &settings, const HttpLimits &limits)
{
    static const QRegularExpression inHost(u"^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$"_s);
    if (!isBucket(bucket))
        return noBucket(bucket);
    const bool isAmazon = settings.endpoint.isEmpty();
    using enum AwsSettings::Addressing;
    const bool isVirtual = inHost.match(bucket).hasMatch() && (settings.addressing == Virtual || (settings.addressing == Automatic && isAmazon));
    S3Store::Service service{u"S3"_s, bucket, settings.region, limits, true, {}, {}};
    service.path = (isAmazon ? QByteArray() : settings.endpoint.path(QUrl::FullyEncoded).toLatin1()) + (isVirtual ? QByteArray("/") : '/' + bucket.toLatin1() + '/');
    service.server = [=](const QString &region) {
        HttpServer server;
        server.base = settings.endpoint;
        if (isAmazon) {
            server.base.setScheme(u"https"_s);
            server.base.setHost(amazonHost(region));
        }
        if (isVirtual)
            server.base.setHost(bucket + u'.' + server.base.host());
        server.authorities = settings.authorities;
        if (settings.credentials.isEmpty())
            return server;
        const AwsKey key{settings.credentials.user.toUtf8(), settings.credentials.password.toUtf8(), settings.sessionToken, region.toLatin1()};
        server.authorize = [key, host = hostHeader(server.base)](const HttpRequest &request) { return awsSignature(key, host, request, QDateTime::currentDateTimeUtc()); };
        return server;
    };
    return std::unique_ptr<ObjectStore>(std::make_unique<S3Store>(std::move(service)));
}

Result<std::unique_ptr<ObjectStore>> googleStore(const QString &bucket, const GoogleSettings &settings, const HttpLimits &limits)
{
    if (!isBucket(bucket))
        return noBucket(bucket);
    S3Store::Service service{u"Google Cloud Storage"_s, bucket, {}, limits, false, {}, {}};
    service.path = settings.endpoint.path(QUrl::FullyEncoded).toLatin1() + '/' + bucket.toLatin1() + '/';
    service.server = [=](const QString &) {
        HttpServer server;
        server.base = settings.endpoint;
        server.credentials.token = settings.token;
        return server;
    };
    return std::unique_ptr<ObjectStore>(std::make_unique<S3Store>(std::move(service)));
}

} // namespace Assay
