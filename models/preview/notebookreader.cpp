// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/notebookreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// Texts stand as one string or as a list of lines.
QString joined(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    QString text;
    const QJsonArray lines = value.toArray();
    for (const QJsonValue &line : lines)
        text += line.toString();
    return text;
}

// Fenced by more backticks than the text has in a row.
void appendFenced(QString &out, const QString &text, const QString &language)
{
    if (text.trimmed().isEmpty())
        return;
    qsizetype longest = 0, run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(std::max<qsizetype>(3, longest + 1), u'`');
    out += fence + language + u'\n' + text + (text.endsWith(u'\n') ? QString() : u"\n"_s) + fence + u"\n\n"_s;
}

void appendOutput(QString &out, const QJsonObject &output)
{
    const QJsonObject data = output.value("data"_L1).toObject();
    if (output.contains("text"_L1))
        appendFenced(out, joined(output.value("text"_L1)), {});
    else if (output.contains("traceback"_L1))
        appendFenced(out, output.value("ename"_L1).toString() + u": "_s + output.value("evalue"_L1).toString(), {});
    else if (data.contains("text/plain"_L1))
        appendFenced(out, joined(data.value("text/plain"_L1)), {});
    for (const QString &type : data.keys())
        if (type != "text/plain"_L1)
            out += u"*("_s + type + u")*\n\n"_s;
}

} // namespace

std::optional<QString> notebookMarkdown(const QByteArray &json)
{
    const QJsonObject notebook = QJsonDocument::fromJson(json).object();
    if (!notebook.value("cells"_L1).isArray())
        return std::nullopt;
    const QString language = notebook.value("metadata"_L1)["language_info"_L1]["name"_L1].toString();
    QString out;
    const QJsonArray cells = notebook.value("cells"_L1).toArray();
    for (const QJsonValue &cell : cells) {
        const QString source = joined(cell["source"_L1]);
        if (cell["cell_type"_L1].toString() == "markdown"_L1) {
            out += source + u"\n\n"_s;
            continue;
        }
        const QString number = cell["execution_count"_L1].isDouble() ? QString::number(cell["execution_count"_L1].toInteger()) : u" "_s;
        out += u"*In [%1]:*\n\n"_s.arg(number);
        appendFenced(out, source, language);
        const QJsonArray outputs = cell["outputs"_L1].toArray();
        if (!outputs.isEmpty())
            out += u"*Out [%1]:*\n\n"_s.arg(number);
        for (const QJsonValue &output : outputs)
            appendOutput(out, output.toObject());
    }
    return out;
}

} // namespace Assay
