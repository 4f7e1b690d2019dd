// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/chartexporter.h"

#include "app/controllers/exportfile.h"
#include "app/prompt.h"
#include "models/base/whendone.h"
#include "models/items/chartdrawing.h"
#include "models/items/pointstable.h"
#include "widgets/chart/plotsheet.h"
#include "widgets/panels/charts/cardcontent.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/theme/theme.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QtConcurrent>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize LeastSize{640, 400}; // of a sheet: a small card's lines are worth more room than the card has

// A card's sheet as the card is seen: its part of the axes, its look, and if it is none of lines its picture.
std::unique_ptr<PlotSheet> sheetOf(ChartCard &card)
{
    const QSize size = card.size().expandedTo(LeastSize);
    auto sheet = std::make_unique<PlotSheet>(cardTitle(card.spec()), size, Theme::of(card.palette()).isDark());
    if (card.isLines())
        sheet->plot().showSameAs(card.plot());
    else if (card.content())
        sheet->setPicture(card.content()->picture());
    return sheet;
}

// What a file may be called: of a title the part that every file system takes.
QString fileNameOf(const QString &title)
{
    QString name;
    for (const QChar c : title.left(80))
        name += c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.' ? c : u'-';
    return name.isEmpty() ? u"chart"_s : name;
}

// The points as logged; of groups, which were computed, what is drawn.
TextTable pointsOf(ChartCard &card)
{
    QList<PointsOfRun> runs;
    QList<LineOfGroup> groups;
    const QList<PlotLine> drawn = card.lines();
    for (qsizetype i = 0; i < drawn.size(); ++i) {
        const PlotLine &line = drawn.at(i);
        if (line.isGroup)
            groups.append({line.name, line.xOffset, line.pyramid, line.low, line.high});
        else
            runs.append({card.runs().at(i), line.name, line.pyramid});
    }
    return groups.isEmpty() ? pointsTable(runs) : groupPointsTable(groups, card.plot().xAxis());
}

} // namespace

ChartExporter::ChartExporter(Prompt &prompt, QObject *parent) : QObject(parent), m_prompt(prompt) {}

void ChartExporter::addActions(QMenu &menu, ChartCard &card)
{
    const Card safe(&card);
    menu.addSeparator();
    menu.addAction(icon("copy"_L1), tr("Copy as image"), this, [this, safe] {
        if (safe)
            copyImage(*safe);
    });
    menu.addAction(icon("save"_L1), tr("Export…"), this, [this, safe] { askForFile(safe); });
    QMenu *scales = menu.addMenu(tr("Scale of pictures"));
    auto *group = new QActionGroup(scales);
    for (const int scale : {1, 2, 3, 4, 8}) {
        QAction *action = scales->addAction(tr("%1×").arg(scale), this, [this, scale] { m_pixelRatio = scale; });
        action->setCheckable(true);
        action->setChecked(m_pixelRatio == scale);
        group->addAction(action);
    }
}

void ChartExporter::copyImage(ChartCard &card)
{
    const QImage image = sheetOf(card)->image(m_pixelRatio);
    if (image.isNull()) {
        Q_EMIT failed(tr("There is not enough memory for a picture of this scale."));
        return;
    }
    QApplication::clipboard()->setImage(image);
    Q_EMIT copied();
}

void ChartExporter::askForFile(const Card &card)
{
    if (!card)
        return;
    QString filter = tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)");
    if (card->isLines())
        filter += u";;"_s + tr("Points as comma-separated values (*.csv);;Points as JSON (*.json)");
    m_prompt.chooseSaveFile(card, tr("Export Chart"), fileNameOf(cardTitle(card->spec())) + u".png"_s, filter, [this, card](const QString &path) {
        if (!card || path.isEmpty())
            return;
        const bool isNamed = chartFormatOf(path) || (card->isLines() && textFormatOfFile(path));
        write(*card, isNamed ? path : path + u".png"_s);
    });
}

void ChartExporter::write(ChartCard &card, const QString &path)
{
    const auto format = chartFormatOf(path);
    if (!format) {
        const auto toFile = [path, points = pointsOf(card)] { return writeExport(path, points, Formulas::AsTheyAre); };
        whenDone(QtConcurrent::run(toFile), this, [this, path](const QFuture<QString> &done) { finish(path, done.result()); });
        return;
    }
    const auto sheet = sheetOf(card);
    const QByteArray bytes = sheet->file(*format, m_pixelRatio);
    if (bytes.isEmpty())
        return finish(path, tr("there is not enough memory for a picture of this scale"));
    const auto toFile = [path, bytes] { return writeExport(path, bytes); };
    whenDone(QtConcurrent::run(toFile), this, [this, path](const QFuture<QString> &done) { finish(path, done.result()); });
}

void ChartExporter::finish(const QString &path, const QString &error)
{
    if (error.isEmpty())
        Q_EMIT exported(path);
    else
        Q_EMIT failed(tr("“%1” could not be written: %2").arg(path, error));
}

} // namespace Assay
