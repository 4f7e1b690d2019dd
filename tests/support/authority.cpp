// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/authority.h"

#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Assay::Testing {

namespace {

constexpr int StartMs = 20'000;

const QStringList NewKey{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s};

} // namespace

bool Authority::isPossible()
{
    return !QStandardPaths::findExecutable(u"openssl"_s).isEmpty() && !QStandardPaths::findExecutable(u"python3"_s).isEmpty();
}

bool Authority::openssl(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(u"openssl"_s, arguments);
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

QByteArray Authority::pem(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool Authority::makeAuthority(const QString &name)
{
    return openssl(QStringList{u"req"_s, u"-x509"_s} + NewKey
                   + QStringList{u"-keyout"_s, name + u".key"_s, u"-out"_s, name + u".pem"_s, u"-subj"_s, u"/O=Example/CN="_s + name, u"-days"_s, u"2"_s});
}

bool Authority::makeCertificate(const QString &name, const QString &authority, const QString &names, bool isExpired)
{
    QFile extensions(m_folder.filePath(u"ext"_s));
    if (!extensions.open(QIODevice::WriteOnly))
        return false;
    extensions.write("subjectAltName=" + names.toUtf8() + "\n");
    extensions.close();
    if (!openssl(QStringList{u"req"_s} + NewKey + QStringList{u"-keyout"_s, name + u".key"_s, u"-out"_s, name + u".csr"_s, u"-subj"_s, u"/CN="_s + name}))
        return false;
    const QStringList signer = authority.isEmpty() ? QStringList{u"-signkey"_s, name + u".key"_s}
                                                   : QStringList{u"-CA"_s, authority + u".pem"_s, u"-CAkey"_s, authority + u".key"_s, u"-CAcreateserial"_s};
    const auto sign = [&](const QStringList &validity) {
        return openssl(QStringList{u"x509"_s, u"-req"_s, u"-in"_s, name + u".csr"_s, u"-extfile"_s, u"ext"_s, u"-out"_s, name + u".pem"_s} + signer + validity);
    };
    if (!isExpired)
        return sign({u"-days"_s, u"2"_s});
    // Which of these a version of openssl takes differs.
    return sign({u"-days"_s, u"-1"_s}) || sign({u"-not_before"_s, u"20200101000000Z"_s, u"-not_after"_s, u"20200102000000Z"_s});
}

TlsFront::TlsFront(const Authority &authority, const QString &certificate, int port)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(u"python3"_s, {u"-B"_s, QStringLiteral(ASSAY_TESTS_SUPPORT "/tls_front.py"), authority.path(certificate),
                                   authority.m_folder.filePath(certificate + u".key"_s), QString::number(port)});
    while (!m_process.canReadLine() && m_process.waitForReadyRead(StartMs)) { }
    m_port = m_process.readLine().trimmed().toInt();
}

TlsFront::~TlsFront()
{
    m_process.kill();
    m_process.waitForFinished();
}

} // namespace Assay::Testing
