// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/application.h"
#include "app/cli/savedaccess.h"
#include "models/secrets/corefile.h"
#include "models/secrets/keychain.h"
#include "models/store/storeregistry.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <clocale>
#include <cstdio>
#include <cstdlib>

#include <langinfo.h>

namespace {

// Diagnostics of libraries are no part of what scripts read; ASSAY_LOG shows them.
void logMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static const bool wanted = qEnvironmentVariableIsSet("ASSAY_LOG");
    if (wanted || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
}

// Qt takes words and file names for UTF-8 and complains aloud about other locales, such as the C locale of many jobs.
void ensureUtf8()
{
    std::setlocale(LC_ALL, "");
    if (qstrcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setenv("LC_ALL", "C.UTF-8", 1);
}

} // namespace

int main(int argc, char **argv)
{
    Assay::keepOutOfCoreFiles();
    ensureUtf8();
    qInstallMessageHandler(logMessage);
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("assayctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ASSAY_VERSION));
    QTranslator translator;
    if (translator.load(QLocale(), QStringLiteral("assay"), QStringLiteral("_"), QStringLiteral(":/translations")))
        QCoreApplication::installTranslator(&translator);
    const auto openAsTheWindow = [](const Assay::StoreFormat &format, const Assay::StoreCandidate &candidate, const Assay::OpenOptions &options,
                                    Assay::Job &job) {
        Assay::Keychain keychain;
        return format.open(candidate.location, Assay::savedOptions(format, candidate.location, options, Assay::savedSettingsFile(), keychain), job);
    };
    const Assay::StoreRegistry registry(Assay::allStoreFormats(), openAsTheWindow);
    return Assay::runAssayctl(QCoreApplication::arguments().mid(1), Assay::allCommands(), registry);
}
