// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/explanationtext.h"

#include "models/items/displaytext.h"

#include <QCoreApplication>

namespace Assay {

namespace {

constexpr qsizetype MostLines = 8;
constexpr qsizetype MostLetters = 120;

struct ExplanationText {
    Q_DECLARE_TR_FUNCTIONS(ExplanationText)
};

} // namespace

QString explanationText(const QueryExplanation &explanation)
{
    QStringList lines;
    for (const QueryPart &part : explanation.parts) {
        if (lines.size() == MostLines)
            break;
        const QString text = visibleText(part.text, MostLetters), removed = countText(part.removes), all = countText(explanation.candidates);
        if (part.removes == explanation.candidates)
            lines.append(ExplanationText::tr("“%1” removes all %2 runs").arg(text, all));
        else if (part.takesLast)
            lines.append(ExplanationText::tr("“%1” removes %2 of %3 runs, and the last that were left").arg(text, removed, all));
        else
            lines.append(ExplanationText::tr("“%1” removes %2 of %3 runs").arg(text, removed, all));
    }
    return lines.join(u'\n');
}

QString hintText(const std::vector<UnknownKey> &keys)
{
    QStringList lines;
    for (const UnknownKey &key : keys)
        if (lines.size() < MostLines)
            lines.append(visibleText(unknownKeyText(key), 300));
    return lines.join(u'\n');
}

} // namespace Assay
