// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/drawprogram.h"

#include "app/cli/text.h"
#include "models/preview/helperprogram.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int LookEvery = 50; // ms: how soon a cancelled job is noticed

} // namespace

Result<DrawnChart> drawChart(const ChartDrawing &drawing, Job &job)
{
    const QString program = helperProgram("assay-draw"_L1);
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, QStringList());
    if (!process.waitForStarted())
        return Error{ErrorCode::Unsupported, CliText::tr("The program that draws charts could not be started"), program};
    process.write(drawing.toBytes());
    process.closeWriteChannel();
    while (process.state() != QProcess::NotRunning && !process.waitForFinished(LookEvery)) {
        if (job.isCanceled()) {
            process.kill();
            process.waitForFinished();
            return Error{ErrorCode::Canceled, {}, {}};
        }
    }
    auto drawn = DrawnChart::fromBytes(process.readAllStandardOutput());
    if (drawn && !drawn->notice.isEmpty())
        return Error{ErrorCode::NotFound, CliText::tr("There is nothing to draw"), drawn->notice};
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0 || !drawn || drawn->picture.isEmpty())
        return Error{ErrorCode::Internal, CliText::tr("The chart could not be drawn"), u"%1: exit status %2"_s.arg(program).arg(process.exitCode())};
    return drawn;
}

} // namespace Assay
