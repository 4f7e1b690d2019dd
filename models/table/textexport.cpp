// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/textexport.h"

#include "models/table/column.h"
#include "models/table/texttablewriter.h"

#include <QDateTime>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

bool looksLikeFormula(std::string_view text)
{
    if (text.empty() || std::string_view("=+-@\t\r\n").find(text.front()) == std::string_view::npos)
        return false;
    const bool isPlain = text.find_first_not_of("+-.0123456789eE") == std::string_view::npos;
    const auto number = isPlain ? parseNumber(text) : std::nullopt;
    return !number || !std::isfinite(*number);
}

void appendCsvField(std::string &out, std::string_view utf8, Formulas formulas)
{
    const std::string_view prefix = formulas == Formulas::Neutralised && looksLikeFormula(utf8) ? "'" : "";
    const bool needsQuotes = utf8.empty() || utf8.find_first_of(",\"\r\n") != std::string_view::npos
        || utf8.front() == ' ' || utf8.back() == ' ';
    if (!needsQuotes) {
        out += prefix;
        out += utf8;
        return;
    }
    out += '"';
    out += prefix;
    for (char c : utf8) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

QLatin1StringView textFormatSuffix(TextFormat format)
{
    switch (format) {
    case TextFormat::Csv: return "csv"_L1;
    case TextFormat::Tsv: return "tsv"_L1;
    case TextFormat::Markdown: return "md"_L1;
    case TextFormat::Latex: return "tex"_L1;
    case TextFormat::Json: return "json"_L1;
    }
    return {};
}

std::optional<TextFormat> textFormatOfFile(QStringView fileName)
{
    const QStringView suffix = fileName.mid(fileName.lastIndexOf(u'.') + 1);
    for (TextFormat format : AllTextFormats)
        if (suffix.size() < fileName.size() && suffix.compare(textFormatSuffix(format), Qt::CaseInsensitive) == 0)
            return format;
    return {};
}

bool writeTextTable(const TextTable &table, TextFormat format, Formulas formulas, const TextTableSink &sink)
{
    TextTableWriter writer(format, formulas, sink);
    writer.begin(table.columns);
    for (qsizetype row = 0; row < table.rowCount && !writer.isStopped(); ++row) {
        for (qsizetype column = 0; column < table.columns.size(); ++column) {
            const auto text = table.cell(row, column);
            if (!text)
                writer.absent();
            else if (table.columns[column].isNumeric)
                writer.number(text->toStdString());
            else
                writer.text(text->toStdString());
        }
        writer.endRecord();
    }
    if (writer.isStopped())
        return false;
    writer.finish();
    return !writer.isStopped();
}

QString isoTimeText(qint64 ms)
{
    const QString iso = QDateTime::fromMSecsSinceEpoch(ms).toUTC().toString(Qt::ISODateWithMs);
    return iso.isEmpty() ? QString::number(ms) : iso;
}

QString textTable(const TextTable &table, TextFormat format, Formulas formulas)
{
    std::string all;
    writeTextTable(table, format, formulas, [&](const std::string &piece) {
        all += piece;
        return true;
    });
    return QString::fromStdString(all);
}

} // namespace Assay
