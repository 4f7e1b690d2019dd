// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/htmlrecords.h"

#include "models/table/column.h"

namespace Assay {

std::string htmlText(std::string_view utf8)
{
    std::string escaped;
    escaped.reserve(utf8.size());
    for (char c : utf8) {
        switch (c) {
        case '&': escaped += "&amp;"; break;
        case '<': escaped += "&lt;"; break;
        case '>': escaped += "&gt;"; break;
        case '"': escaped += "&quot;"; break;
        case '\'': escaped += "&#39;"; break;
        case '\n':
        case '\t': escaped += c; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
                escaped += "\xef\xbf\xbd";
            else
                escaped += c;
        }
    }
    return escaped;
}

std::string htmlText(const QString &text)
{
    return htmlText(std::string_view(text.toStdString()));
}

std::string htmlBegin(const QString &title)
{
    return "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"
        + htmlText(title)
        + "</title>\n<style>\n"
          ":root { color-scheme: light dark; font: 13px/1.5 system-ui, sans-serif; }\n"
          "body { margin: 24px; }\n"
          "h1 { font-size: 17px; } h2 { font-size: 14px; margin: 24px 0 8px; }\n"
          "table { border-collapse: collapse; font-variant-numeric: tabular-nums; }\n"
          "th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-bottom: 1px solid color-mix(in srgb, CanvasText 15%, Canvas);"
          " white-space: pre-wrap; overflow-wrap: anywhere; max-width: 48ch; }\n"
          "thead th { position: sticky; top: 0; background: Canvas; }\n"
          ".number { text-align: right; } .same, small, .note { opacity: 0.7; } .changed { font-weight: 600; }\n"
          "</style>\n</head>\n<body>\n";
}

std::string htmlEnd()
{
    return "</body>\n</html>\n";
}

void HtmlRecords::begin(const QList<RecordColumn> &columns)
{
    std::string out = htmlBegin(m_title) + "<table>\n<thead>\n<tr>";
    for (const RecordColumn &column : columns)
        out += "<th>" + htmlText(column.title) + "</th>";
    m_sink(out + "</tr>\n</thead>\n<tbody>\n");
}

void HtmlRecords::cell(std::string_view attributes, const std::string &escaped)
{
    std::string out = m_isOpen ? "" : "<tr>";
    m_isOpen = true;
    out.append("<td").append(attributes).append(">").append(escaped).append("</td>");
    m_sink(out);
}

void HtmlRecords::text(std::string_view utf8)
{
    cell("", htmlText(utf8));
}

void HtmlRecords::integer(qint64 value)
{
    cell(" class=\"number\"", std::to_string(value));
}

void HtmlRecords::number(double value)
{
    cell(" class=\"number\"", htmlText(numberText(value)));
}

void HtmlRecords::time(qint64 ms)
{
    cell("", htmlText(isoTimeText(ms)));
}

void HtmlRecords::absent()
{
    cell("", "");
}

void HtmlRecords::endRecord()
{
    m_sink("</tr>\n");
    m_isOpen = false;
}

void HtmlRecords::finish()
{
    m_sink("</tbody>\n</table>\n" + htmlEnd());
}

} // namespace Assay
