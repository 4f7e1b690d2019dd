// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/apptheme.h"
#include "app/controllers/powersource.h"
#include "app/controllers/storerefresher.h"
#include "app/mainwindow.h"
#include "app/prompt.h"
#include "app/screenshot.h"
#include "app/serveraccess.h"
#include "app/settings.h"
#include "models/base/translation.h"
#include "models/offline/remotecache.h"
#include "models/secrets/corefile.h"
#include "models/secrets/keychain.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

void print(std::FILE *stream, const QString &text)
{
    std::fputs(qPrintable(text + u'\n'), stream);
}

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/assay.ini"_L1;
}

QString cacheFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + "/stores"_L1;
}

// Told on the threads of the stores.
void showThatNothingIsKept(const Error &why)
{
    const QString message = QCoreApplication::translate("Application", "What is read of servers cannot be kept for when they are away: %1").arg(why.message);
    QMetaObject::invokeMethod(qApp, [message] {
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (auto *window = qobject_cast<MainWindow *>(widget))
                window->showMessage(message);
    }, Qt::QueuedConnection);
}

} // namespace

int runApplication(int argc, char *argv[])
{
    keepOutOfCoreFiles();
    // A picture needs no display.
    const bool hasDisplay = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    const bool wantsPicture = std::any_of(argv, argv + argc, [](const char *given) { return QByteArrayView(given).startsWith("--screenshot"); });
    if (wantsPicture && !hasDisplay && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"assay"_s);
    QApplication::setApplicationDisplayName(u"Assay"_s);
    QApplication::setApplicationVersion(QStringLiteral(ASSAY_VERSION));
    QApplication::setDesktopFileName(QStringLiteral(ASSAY_APPLICATION_ID));

    const auto line = parseCommandLine(QApplication::arguments());
    if (!line) {
        print(stderr, "assay: "_L1 + line.error().message);
        return 2;
    }
    if (line->showsHelp || line->showsVersion) {
        print(stdout, line->showsHelp ? line->helpText : "assay "_L1 + QApplication::applicationVersion());
        return 0;
    }
    installTranslations(application, line->language);

    const bool isScreenshot = !line->screenshot.isEmpty();
    Settings settings(isScreenshot ? QString() : settingsFile());
    applyPalette(line->theme.isEmpty() ? settings.value(SettingKey::Theme).toString() : line->theme);
    QApplication::setWindowIcon(QIcon(u":/icons/assay.svg"_s));

    DialogPrompt prompt;
    RunLibrary library(std::make_unique<StoreRegistry>(allStoreFormats(), isScreenshot ? RemoteOpener() : RemoteCache(cacheFolder()).opener(showThatNothingIsKept)));
    Workbench workbench(library, settings);
    Keychain keychain;
    ServerAccess access(settings, keychain);
    MainWindow window(workbench, settings, access, prompt);
    applyStyleSheet();
    window.resize(line->size.isValid() ? line->size : QSize(1440, 900));
    if (isScreenshot) {
        Screenshot screenshot(window, *line);
        screenshot.start();
        return QApplication::exec();
    }
    StoreRefresher refresher(library, window, [] { return isOnBattery(u"/sys/class/power_supply"_s); });
    refresher.setInterval(std::chrono::seconds(refreshSeconds(settings)));
    QObject::connect(&window, &MainWindow::refreshIntervalChosen, &refresher, &StoreRefresher::setInterval);
    if (line->locations.isEmpty() && !line->isSample)
        window.restoreSession();
    else if (!line->size.isValid())
        window.restoreLayout();
    if (line->isTogether)
        workbench.gather();
    for (const QString &location : line->locations)
        workbench.open(location);
    if (line->isSample)
        window.openSample();
    if (line->page)
        window.showPage(*line->page);
    window.show();
    return QApplication::exec();
}

} // namespace Assay
