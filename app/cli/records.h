// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/jsonwriter.h"
#include "models/table/texttablewriter.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace Assay {

class Output;

struct RecordColumn {
    enum class Kind {
        Text,
        Exact,  // a table cuts it only when cutting texts is not enough
        Number, // the same, to the right
    };

    QString title;
    Kind kind = Kind::Text;
    bool optional = false; // a table leaves it out where it does not fit the terminal
};

// Takes an answer as records of equal columns: begin(), then for each record one call a column and endRecord().
class RecordWriter
{
public:
    virtual ~RecordWriter() = default;

    virtual void begin(const QList<RecordColumn> &columns) = 0;
    virtual void text(std::string_view utf8) = 0;
    virtual void integer(qint64 value) = 0;
    virtual void number(double value) = 0;
    virtual void time(qint64 ms) = 0; // since 1970 UTC
    virtual void absent() = 0;
    virtual void endRecord() = 0;
    virtual void finish() = 0;

    void text(const QString &value);
    void text(QLatin1StringView latin1) { text(std::string_view(latin1.data(), size_t(latin1.size()))); } // ASCII
    void textOrAbsent(const QString &value) { value.isEmpty() ? absent() : text(value); }
    void timeOrAbsent(const std::optional<qint64> &ms) { ms ? time(*ms) : absent(); }
};

// For programs and documents: every cell whole, nothing for what is absent, times in ISO 8601 UTC.
class TextRecords final : public RecordWriter
{
public:
    TextRecords(TextSink sink, TextFormat format, Formulas formulas = Formulas::AsTheyAre);

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
    TextTableWriter m_writer;
};

// For people: aligned columns, one record a line. With a width, optional columns are left out from the right until the
// rest fits, then long texts are cut, which `…` shows. Nothing in a cell can move the cursor or hide.
class TableWriter final : public RecordWriter
{
public:
    TableWriter(TextSink sink, int width); // 0: lines may be of any length

    using RecordWriter::text;
    void begin(const QList<RecordColumn> &columns) override;
    void text(std::string_view utf8) override;
    void integer(qint64 value) override;
    void number(double value) override;
    void time(qint64 ms) override;
    void absent() override;
    void endRecord() override;
    void finish() override;

    qsizetype hiddenColumns() const { return m_columns.size() - m_widths.size(); } // after finish()

private:
    void add(QString cell);
    QList<int> naturalWidths() const;
    void fit();
    void shrink(const std::function<bool(qsizetype)> &mayShrink, int least);
    std::string line(const std::vector<QString> &cells) const;

    TextSink m_sink;
    int m_width;
    QList<RecordColumn> m_columns;
    std::vector<std::vector<QString>> m_records;
    std::vector<QString> m_current;
    QList<int> m_widths; // of the columns that are shown
};

// Columns that a text takes in a terminal: wide East Asian characters two, combining ones none.
int displayWidth(QStringView text);

} // namespace Assay
