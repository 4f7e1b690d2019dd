// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/objectstore/awssignature.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <map>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QByteArray hashed(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

QByteArray keyed(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

} // namespace

QList<std::pair<QByteArray, QByteArray>> awsSignature(const AwsKey &key, const QByteArray &host, const HttpRequest &request, const QDateTime &now)
{
    const QByteArray time = now.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1(), nothing = hashed({});
    QList<std::pair<QByteArray, QByteArray>> headers{{"x-amz-content-sha256", nothing}, {"x-amz-date", time}};
    if (!key.sessionToken.isEmpty())
        headers.append(std::pair(QByteArray("x-amz-security-token"), key.sessionToken));

    std::map<QByteArray, QByteArray> toSign{{"host", host}};
    for (const auto &[name, value] : headers)
        toSign[name] = value;
    for (const auto &[name, value] : request.headers)
        if (name.compare("range", Qt::CaseInsensitive) == 0)
            toSign["range"] = value;
    QByteArray names, lines;
    for (const auto &[name, value] : toSign) {
        names += (names.isEmpty() ? QByteArray() : QByteArray(";")) + name;
        lines += name + ':' + value + '\n';
    }
    const qsizetype mark = request.target.indexOf('?');
    const QByteArray path = mark < 0 ? request.target : request.target.left(mark), query = mark < 0 ? QByteArray() : request.target.mid(mark + 1);
    const QByteArray canonical = "GET\n" + path + '\n' + query + '\n' + lines + '\n' + names + '\n' + nothing;

    const QByteArray date = time.left(8), scope = date + '/' + key.region + "/s3/aws4_request";
    const QByteArray signer = keyed(keyed(keyed(keyed("AWS4" + key.secret, date), key.region), "s3"), "aws4_request");
    const QByteArray signature = keyed(signer, "AWS4-HMAC-SHA256\n" + time + '\n' + scope + '\n' + hashed(canonical)).toHex();
    headers.append(std::pair(QByteArray("Authorization"),
                             "AWS4-HMAC-SHA256 Credential=" + key.id + '/' + scope + ",SignedHeaders=" + names + ",Signature=" + signature));
    return headers;
}

} // namespace Assay
