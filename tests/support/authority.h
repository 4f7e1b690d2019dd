// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace Assay::Testing {

// Certificates for servers on the loopback, made by the openssl program.
class Authority
{
public:
    static bool isPossible(); // openssl and python3 are here

    QString path(const QString &name) const { return m_folder.filePath(name + QStringLiteral(".pem")); }
    QByteArray pem(const QString &name) const;
    bool makeAuthority(const QString &name);
    // Signed by an authority, else by itself. `names` as openssl takes them; expired ones ended years ago.
    bool makeCertificate(const QString &name, const QString &authority, const QString &names, bool isExpired = false);

private:
    friend class TlsFront;
    bool openssl(const QStringList &arguments) const;

    QTemporaryDir m_folder;
};

// TLS in front of a plain server on the loopback.
class TlsFront
{
public:
    TlsFront(const Authority &authority, const QString &certificate, int port);
    ~TlsFront();
    Q_DISABLE_COPY_MOVE(TlsFront)

    QString url() const { return QStringLiteral("https://127.0.0.1:%1").arg(m_port); } // port 0: it did not start

private:
    QProcess m_process;
    int m_port = 0;
};

} // namespace Assay::Testing
