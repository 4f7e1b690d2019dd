// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/svgcheck.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int MaxDepth = 500;

bool staysInside(QStringView reference)
{
    const QStringView text = reference.trimmed();
    return text.isEmpty() || text.startsWith(u'#') || text.startsWith("data:image/png;base64,"_L1)
        || text.startsWith("data:image/jpeg;base64,"_L1) || text.startsWith("data:image/jpg;base64,"_L1);
}

// url(…) of styles and attributes: only url(#id). A backslash could hide one.
bool styleStaysInside(QStringView style)
{
    if (style.contains(u'\\') || style.contains("@import"_L1, Qt::CaseInsensitive))
        return false;
    qsizetype at = 0;
    while ((at = style.indexOf("url"_L1, at, Qt::CaseInsensitive)) >= 0) {
        at += 3;
        QStringView rest = style.sliced(at).trimmed();
        if (!rest.startsWith(u'('))
            continue;
        rest = rest.sliced(1).trimmed();
        if (rest.startsWith(u'"') || rest.startsWith(u'\''))
            rest = rest.sliced(1).trimmed();
        if (!rest.startsWith(u'#'))
            return false;
    }
    return true;
}

PreviewFailure outside(QStringView what)
{
    return {PreviewFailure::Reason::ReadsOtherFiles, 0, what.left(200).toString()};
}

std::optional<PreviewFailure> elementObjection(const QXmlStreamReader &xml)
{
    const bool isLink = xml.name() == "a"_L1; // drawn, never followed
    for (const QXmlStreamAttribute &attribute : xml.attributes()) {
        if (attribute.name() == "href"_L1 ? !isLink && !staysInside(attribute.value()) : attribute.name() == "src"_L1)
            return outside(attribute.value());
        if (!isLink && attribute.name() != "href"_L1 && !styleStaysInside(attribute.value()))
            return outside(attribute.value());
    }
    return std::nullopt;
}

} // namespace

std::optional<PreviewFailure> svgObjection(const QByteArray &svg)
{
    QXmlStreamReader xml(svg);
    int depth = 0, styles = 0;
    bool hasRoot = false;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (!hasRoot && xml.name() != "svg"_L1)
                return PreviewFailure{PreviewFailure::Reason::Damaged, 0, u"not an SVG"_s};
            hasRoot = true;
            if (++depth > MaxDepth)
                return PreviewFailure{PreviewFailure::Reason::Damaged, 0, u"nested too deeply"_s};
            styles += xml.name() == "style"_L1;
            if (auto objection = elementObjection(xml))
                return objection;
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            styles -= xml.name() == "style"_L1;
            break;
        case QXmlStreamReader::Characters:
            if (styles > 0 && !styleStaysInside(xml.text()))
                return outside(xml.text());
            break;
        case QXmlStreamReader::ProcessingInstruction:
            if (xml.processingInstructionTarget() == "xml-stylesheet"_L1)
                return outside(xml.processingInstructionData());
            break;
        default: break;
        }
    }
    if (xml.hasError())
        return PreviewFailure{PreviewFailure::Reason::Damaged, 0, u"line %1: %2"_s.arg(xml.lineNumber()).arg(xml.errorString())};
    return std::nullopt;
}

} // namespace Assay
