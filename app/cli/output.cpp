// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/cli/text.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr OutputFormat AllFormats[] = {OutputFormat::Table, OutputFormat::Json, OutputFormat::Csv, OutputFormat::Ndjson,
                                       OutputFormat::Tsv, OutputFormat::Markdown, OutputFormat::Latex, OutputFormat::Html};

} // namespace

QLatin1StringView outputFormatName(OutputFormat format)
{
    switch (format) {
    case OutputFormat::Table: return "table"_L1;
    case OutputFormat::Json: return "json"_L1;
    case OutputFormat::Csv: return "csv"_L1;
    case OutputFormat::Ndjson: return "ndjson"_L1;
    case OutputFormat::Tsv: return "tsv"_L1;
    case OutputFormat::Markdown: return "markdown"_L1;
    case OutputFormat::Latex: return "latex"_L1;
    case OutputFormat::Html: return "html"_L1;
    }
    return {};
}

std::optional<OutputFormat> outputFormatFromName(QStringView name)
{
    for (OutputFormat format : AllFormats)
        if (name == outputFormatName(format))
            return format;
    return {};
}

std::optional<TextFormat> recordFormat(OutputFormat format)
{
    switch (format) {
    case OutputFormat::Csv: return TextFormat::Csv;
    case OutputFormat::Tsv: return TextFormat::Tsv;
    case OutputFormat::Markdown: return TextFormat::Markdown;
    case OutputFormat::Latex: return TextFormat::Latex;
    case OutputFormat::Table:
    case OutputFormat::Json:
    case OutputFormat::Html:
    case OutputFormat::Ndjson: break;
    }
    return {};
}

Output::Output(OutputFormat format, QString file) : m_format(format), m_file(std::move(file)) {}
Output::~Output() = default;

Status Output::open()
{
    if (m_file.isEmpty()) {
        auto device = std::make_unique<QFile>();
        if (!device->open(stdout, QIODevice::WriteOnly))
            return Error{ErrorCode::Unreadable, CliText::tr("Standard output cannot be written"), device->errorString()};
        m_device = std::move(device);
        return {};
    }
    // A device or pipe is written to, never replaced.
    const QFileInfo there(m_file);
    const bool replace = !there.exists() || there.isFile();
    if (replace)
        m_device = std::make_unique<QSaveFile>(m_file);
    else
        m_device = std::make_unique<QFile>(m_file);
    if (!m_device->open(QIODevice::WriteOnly))
        return Error{ErrorCode::Unreadable, CliText::tr("The answer cannot be written to %1").arg(m_file), m_device->errorString()};
    return {};
}

void Output::write(std::string_view bytes)
{
    if (m_failure)
        return;
    if (!m_device) {
        if (const Status opened = open(); !opened) {
            m_failure = opened.error();
            return;
        }
    }
    if (m_device->write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size()))
        m_failure = Error{ErrorCode::Unreadable, CliText::tr("The answer cannot be written"), m_device->errorString()};
}

Status Output::finish()
{
    write({}); // an empty answer makes an empty file
    if (m_failure)
        return *m_failure;
    const auto failed = [this] {
        return Error{ErrorCode::Unreadable, CliText::tr("The answer cannot be written"), m_device->errorString()};
    };
    if (auto *file = qobject_cast<QSaveFile *>(m_device.get()))
        return file->commit() ? Status() : Status(failed());
    if (auto *file = qobject_cast<QFile *>(m_device.get()); file && !file->flush())
        return failed();
    return {};
}

int Output::width() const
{
    if (!m_file.isEmpty())
        return 0;
    bool ok = false;
    const int columns = qEnvironmentVariableIntValue("COLUMNS", &ok);
    if (ok && columns > 0)
        return columns;
    winsize size{};
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 0;
}

} // namespace Assay
