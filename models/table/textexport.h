// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace Assay {

enum class Formulas {
    AsTheyAre,
    Neutralised, // a text that a spreadsheet would take for a formula gets a leading apostrophe
};

// Begins like a formula and is no plain number: "=1+1", "@a", "-x"; not "-1.5".
bool looksLikeFormula(std::string_view text);

// One field by RFC 4180, quoted where it has to be; an empty text is `""`, to tell it from an absent one.
void appendCsvField(std::string &out, std::string_view utf8, Formulas formulas = Formulas::AsTheyAre);

// A time as exports have it: ISO 8601 in UTC with milliseconds, "2023-11-14T22:13:20.123Z"; the bare number for a year
// that ISO 8601 has no four digits for.
QString isoTimeText(qint64 ms);

enum class TextFormat {
    Csv,      // RFC 4180 in UTF-8, CRLF
    Tsv,      // for the clipboard: spreadsheets take it apart at tabs
    Markdown, // a table whose cells are no markup
    Latex,    // a tabular with the rules of booktabs; nothing in a cell is a command
    Json,     // {"columns": ["name", …], "rows": [[cell, …], …]}: texts, numbers where the column is one ("NaN",
              // "Infinity", "-Infinity" as texts), null for what is absent
};
inline constexpr TextFormat AllTextFormats[] = {TextFormat::Csv, TextFormat::Tsv, TextFormat::Markdown, TextFormat::Latex, TextFormat::Json};

// "csv", "tsv", "md", "tex", "json".
QLatin1StringView textFormatSuffix(TextFormat format);
// By the end of a file's name, any case; nothing for other ends.
std::optional<TextFormat> textFormatOfFile(QStringView fileName);

struct TextTableColumn {
    QString title;
    bool isNumeric = false; // its cells are what numberText() writes
};

// A table of texts: what is copied and exported.
struct TextTable {
    QList<TextTableColumn> columns;
    qsizetype rowCount = 0;
    std::function<std::optional<QString>(qsizetype row, qsizetype column)> cell; // nothing: absent
};

// Gets UTF-8 piece by piece; false stops the writing.
using TextTableSink = std::function<bool(const std::string &)>;

// True when everything was written. Formulas matter to CSV and TSV alone.
bool writeTextTable(const TextTable &table, TextFormat format, Formulas formulas, const TextTableSink &sink);
QString textTable(const TextTable &table, TextFormat format, Formulas formulas = Formulas::AsTheyAre);

} // namespace Assay
