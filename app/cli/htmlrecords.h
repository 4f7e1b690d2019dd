// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/records.h"

namespace Assay {

// A foreign text within HTML, also within a quoted attribute. Controls become U+FFFD.
std::string htmlText(std::string_view utf8);
std::string htmlText(const QString &text);

// One document in itself, to be read without a network: it loads nothing, and forbids itself to. Its colours are the
// reader's own, light or dark.
std::string htmlBegin(const QString &title);
std::string htmlEnd();

// An answer as one table of such a document; every cell whole, nothing for what is absent, times in ISO 8601 UTC.
class HtmlRecords final : public RecordWriter
{
public:
    HtmlRecords(TextSink sink, QString title) : m_sink(std::move(sink)), m_title(std::move(title)) {}

    using RecordWriter::text;
    void begin(const QList<RecordColumn> &columns) override;
    void text(std::string_view utf8) override;
    void integer(qint64 value) override;
    void number(double value) override;
    void time(qint64 ms) override;
    void absent() override;
    void endRecord() override;
    void finish() override;

private:
    void cell(std::string_view attributes, const std::string &escaped);

    TextSink m_sink;
    QString m_title;
    bool m_isOpen = false; // a row is
};

} // namespace Assay
