// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/objectstore/azurestore.h"

#include "models/objectstore/objectlisting.h"
#include "models/objectstore/objecttext.h"

#include <QDateTime>
#include <QLocale>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

QByteArray dateText()
{
    return QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

// With each attempt, as a date is signed, too, and what part is asked for.
Headers signedHeaders(const AzureSettings &settings, const HttpRequest &request)
{
    Headers headers{{"x-ms-date", dateText()}, {"x-ms-version", "2019-12-12"}};
    if (settings.key.isEmpty())
        return headers;
    const QByteArray text = azureStringToSign(settings.account.toLatin1(), request.target, headers + request.headers);
    const QByteArray signature = QMessageAuthenticationCode::hash(text, settings.key, QCryptographicHash::Sha256).toBase64();
    headers.append(std::pair(QByteArray("Authorization"), "SharedKey " + settings.account.toLatin1() + ':' + signature));
    return headers;
}

HttpServer serverOf(const AzureSettings &settings)
{
    HttpServer server;
    server.base = settings.endpoint;
    server.authorize = [settings](const HttpRequest &request) { return signedHeaders(settings, request); };
    return server;
}

} // namespace

QByteArray azureStringToSign(const QByteArray &account, const QByteArray &target, const Headers &headers)
{
    std::map<QByteArray, QByteArray> ofAzure, standard, query;
    for (const auto &[name, value] : headers)
        (name.toLower().startsWith("x-ms-") ? ofAzure : standard)[name.toLower()] = value;
    QByteArray text = "GET\n";
    for (const char *name : {"content-encoding", "content-language", "content-length", "content-md5", "content-type", "date", "if-modified-since", "if-match",
                             "if-none-match", "if-unmodified-since", "range"})
        text += standard[name] + '\n';
    for (const auto &[name, value] : ofAzure)
        text += name + ':' + value + '\n';
    const qsizetype mark = target.indexOf('?');
    text += '/' + account + (mark < 0 ? target : target.left(mark));
    for (const QByteArray &item : mark < 0 ? QList<QByteArray>() : target.mid(mark + 1).split('&')) {
        const qsizetype equals = item.indexOf('=');
        query[item.left(equals).toLower()] = equals < 0 ? QByteArray() : QByteArray::fromPercentEncoding(item.mid(equals + 1));
    }
    for (const auto &[name, value] : query)
        text += '\n' + name + ':' + value;
    return text;
}

AzureStore::AzureStore(const QString &container, const AzureSettings &settings, const HttpLimits &limits)
    : m_container(container), m_settings(settings), m_path(settings.endpoint.path(QUrl::FullyEncoded).toLatin1() + '/' + percentEncoded(container, false)),
      m_client(serverOf(settings), limits)
{
}

HttpRequest AzureStore::request(const QByteArray &target) const
{
    HttpRequest request;
    request.target = target;
    if (m_settings.key.isEmpty())
        request.target += (target.contains('?') ? '&' : '?') + m_settings.sas;
    request.followsRedirects = false;
    return request;
}

Result<ObjectPage> AzureStore::list(const QString &prefix, bool byFolder, const QString &page, Job &job)
{
    QByteArray target = m_path + "?comp=list";
    if (byFolder)
        target += "&delimiter=%2F";
    if (!page.isEmpty())
        target += "&marker=" + percentEncoded(page, false);
    target += "&maxresults=5000&prefix=" + percentEncoded(prefix, false) + "&restype=container";
    const Result<HttpAnswer> answer = m_client.read(request(target), job);
    if (!answer)
        return answer.error();
    return answer->isSuccess() ? azurePage(answer->body) : refusal(*answer, {});
}

Status AzureStore::read(const QString &key, const HttpPart &have, const HttpClient::DownloadSink &sink, Job &job)
{
    const Result<HttpAnswer> answer = m_client.download(request(m_path + '/' + percentEncoded(key, true)), have, sink, job);
    if (!answer)
        return answer.error();
    return answer->isSuccess() ? Status() : Status(refusal(*answer, key));
}

Error AzureStore::refusal(const HttpAnswer &answer, const QString &key) const
{
    using enum ErrorCode;
    const QString code = objectRefusal(answer.body).code;
    const QString detail = u"%1 %2"_s.arg(answer.status).arg(code), &account = m_settings.account;
    if (code == "ContainerNotFound"_L1)
        return {NotFound, ObjectText::tr("The Azure Storage account %1 has no container of the name %2.").arg(account, m_container.left(100)), detail};
    if (code == "BlobArchived"_L1)
        return {Unsupported, ObjectText::tr("The file lies in an archive and has to be restored there first: %1").arg(key.left(200)), detail};
    if (answer.status == 404 && !key.isEmpty())
        return {NotFound, ObjectText::tr("There is no such file among the artifacts: %1").arg(key.left(200)), detail};
    if (code == "AuthenticationFailed"_L1)
        return {AccessDenied, m_settings.key.isEmpty() ? ObjectText::tr("Azure Storage does not accept the shared access signature that is set up here; it may have expired.")
                                                       : ObjectText::tr("Azure Storage does not accept the signature: the key that is set up here is another account's or an old one, or "
                                                                        "the clock of this machine is wrong."), detail};
    if (code == "KeyBasedAuthenticationNotPermitted"_L1)
        return {AccessDenied, ObjectText::tr("The Azure Storage account %1 takes no keys, only sign-ins, which are not used here.").arg(account), detail};
    if (answer.status == 401 || answer.status == 403 || answer.status == 409)
        return {AccessDenied, ObjectText::tr("Azure Storage does not allow what is set up here to read the container %1.").arg(m_container.left(100)), detail};
    if (answer.status >= 300 && answer.status < 400)
        return {Refused, ObjectText::tr("Azure Storage sends on to another place, which is not followed."), detail};
    return {Unreachable, ObjectText::tr("%1 cannot answer at present (status %2).").arg(u"Azure Storage"_s).arg(answer.status), detail};
}

} // namespace Assay
