// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/secrets/keychain.h"

#include <QCoreApplication>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct KeychainText {
    Q_DECLARE_TR_FUNCTIONS(KeychainText)
};

const QString Service = u"Assay"_s;

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {ErrorCode::NotFound, KeychainText::tr("The keychain holds nothing for this account."), job.errorString()};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {ErrorCode::AccessDenied, KeychainText::tr("The keychain stayed locked."), job.errorString()};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {ErrorCode::Unsupported, KeychainText::tr("There is no keychain on this computer."), job.errorString()};
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError: break;
    }
    return {ErrorCode::Unreadable, KeychainText::tr("The keychain does not answer."), job.errorString()};
}

// The job deletes itself when it is done.
template <typename Job>
Job *makeJob(const QString &key)
{
    auto *job = new Job(Service); // owned by itself
    job->setInsecureFallback(false);
    job->setKey(key);
    return job;
}

} // namespace

void Keychain::read(const QString &key, QObject *context, Found found)
{
    auto *job = makeJob<QKeychain::ReadPasswordJob>(key);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, found = std::move(found)] {
        found(job->error() == QKeychain::NoError ? Result<QString>(job->textData()) : errorOf(*job));
    });
    job->start();
}

void Keychain::write(const QString &key, const QString &secret, QObject *context, Done done)
{
    auto *job = makeJob<QKeychain::WritePasswordJob>(key);
    job->setTextData(secret);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        done(job->error() == QKeychain::NoError ? Status() : Status(errorOf(*job)));
    });
    job->start();
}

void Keychain::remove(const QString &key, QObject *context, Done done)
{
    auto *job = makeJob<QKeychain::DeletePasswordJob>(key);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        const bool isGone = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        done(isGone ? Status() : Status(errorOf(*job)));
    });
    job->start();
}

} // namespace Assay
