// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr std::pair<Page, QLatin1StringView> PageNames[] = {
    {Page::Start, "start"_L1}, {Page::Runs, "runs"_L1}, {Page::Charts, "charts"_L1},
    {Page::Compare, "compare"_L1}, {Page::Artifacts, "artifacts"_L1}, {Page::Models, "models"_L1}};

struct CommandLineText {
    Q_DECLARE_TR_FUNCTIONS(CommandLineText)
};

Error usage(const QString &message)
{
    return {ErrorCode::InvalidArgument, message, {}};
}

Result<QSize> parseSize(const QString &given)
{
    const QStringList sides = given.split(u'x');
    const QSize size = sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
    if (size.width() < 320 || size.height() < 240 || size.width() > 16384 || size.height() > 16384)
        return usage(CommandLineText::tr("A size is written WIDTHxHEIGHT, from 320x240 to 16384x16384: %1").arg(given));
    return size;
}

} // namespace

QString pageName(Page page)
{
    for (const auto &[known, name] : PageNames)
        if (known == page)
            return name;
    return {};
}

std::optional<Page> pageFromName(const QString &name)
{
    for (const auto &[page, known] : PageNames)
        if (known == name)
            return page;
    return {};
}

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(CommandLineText::tr("A workbench for machine-learning experiments."));
    parser.addPositionalArgument(u"LOCATION"_s, CommandLineText::tr("Folders, databases or files of run stores to open."), u"[LOCATION…]"_s);
    const QCommandLineOption help({u"h"_s, u"help"_s}, CommandLineText::tr("Show this help."));
    const QCommandLineOption version({u"v"_s, u"version"_s}, CommandLineText::tr("Show the version."));
    const QCommandLineOption sample(u"sample"_s, CommandLineText::tr("Open the sample store."));
    const QCommandLineOption together(u"together"_s, CommandLineText::tr("Show the runs of all these stores in one table."));
    const QCommandLineOption screenshot(u"screenshot"_s, CommandLineText::tr("Render a page into this PNG file once it is loaded, and exit."), u"FILE.png"_s);
    const QCommandLineOption page(u"page"_s, CommandLineText::tr("The page to show: runs, charts, compare, artifacts or models."), u"PAGE"_s);
    const QCommandLineOption runs(u"runs"_s, CommandLineText::tr("Runs to select, by id or the beginning of it."), u"ID,…"_s);
    const QCommandLineOption experiment(u"experiment"_s, CommandLineText::tr("The experiment to show, by name or id."), u"NAME"_s);
    const QCommandLineOption artifact(u"artifact"_s, CommandLineText::tr("The artifact to preview on the artifacts page."), u"PATH"_s);
    const QCommandLineOption model(u"model"_s, CommandLineText::tr("The registered model to show on the models page."), u"NAME"_s);
    const QCommandLineOption theme(u"theme"_s, CommandLineText::tr("light or dark; otherwise as the system has it."), u"THEME"_s);
    const QCommandLineOption language(u"language"_s, CommandLineText::tr("Language of the window, as a code: en, de."), u"CODE"_s);
    const QCommandLineOption size(u"size"_s, CommandLineText::tr("Size of the window in pixels."), u"WxH"_s);
    parser.addOptions({help, version, sample, together, screenshot, page, runs, experiment, artifact, model, theme, language, size});

    if (!parser.parse(arguments))
        return usage(parser.errorText());
    CommandLine line;
    line.showsHelp = parser.isSet(help);
    line.showsVersion = parser.isSet(version);
    line.helpText = parser.helpText();
    line.locations = parser.positionalArguments();
    line.isSample = parser.isSet(sample);
    line.isTogether = parser.isSet(together);
    line.screenshot = parser.value(screenshot);
    line.experiment = parser.value(experiment);
    line.artifact = parser.value(artifact);
    line.model = parser.value(model);
    line.language = parser.value(language);
    line.runs = parser.value(runs).split(u',', Qt::SkipEmptyParts);
    line.theme = parser.value(theme);
    if (!line.theme.isEmpty() && line.theme != "light"_L1 && line.theme != "dark"_L1)
        return usage(CommandLineText::tr("The theme is light or dark, not: %1").arg(line.theme));
    if (parser.isSet(page)) {
        line.page = pageFromName(parser.value(page));
        if (!line.page)
            return usage(CommandLineText::tr("There is no such page: %1").arg(parser.value(page)));
    }
    if (parser.isSet(size)) {
        const auto parsed = parseSize(parser.value(size));
        if (!parsed)
            return parsed.error();
        line.size = *parsed;
    }
    if (!line.screenshot.isEmpty() && line.locations.isEmpty() && !line.isSample && line.page.value_or(Page::Start) != Page::Start)
        return usage(CommandLineText::tr("A screenshot of this page needs a LOCATION."));
    return line;
}

} // namespace Assay
