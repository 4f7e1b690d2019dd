// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/table/textexport.h"

#include <QIODevice>

#include <memory>
#include <optional>
#include <string_view>

namespace Assay {

enum class OutputFormat { Table, Json, Csv, Ndjson, Tsv, Markdown, Latex, Html };

QLatin1StringView outputFormatName(OutputFormat format);
std::optional<OutputFormat> outputFormatFromName(QStringView name);
// Records as text, every cell whole: nothing for what is a document, or a table for people.
std::optional<TextFormat> recordFormat(OutputFormat format);

// Where the answer goes: standard output, or the file of --output, which is replaced as a whole when the answer is
// complete. Nothing else is written to it.
class Output
{
public:
    Output(OutputFormat format, QString file);
    ~Output();
    Q_DISABLE_COPY_MOVE(Output)

    OutputFormat format() const { return m_format; }
    void write(std::string_view bytes); // the first failure is kept for finish()
    Status finish();

    // Columns of the terminal that the answer goes to, $COLUMNS where that is set, 0 where lines may be of any length.
    int width() const;

private:
    Status open();

    OutputFormat m_format;
    QString m_file; // empty: standard output
    std::unique_ptr<QIODevice> m_device; // opened by the first byte
    std::optional<Error> m_failure;
};

} // namespace Assay
