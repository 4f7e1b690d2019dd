// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runmarks.h"

#include <QStringList>

#include <algorithm>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int GreatestColor = 100'000; // a hand-made file shall not make the search for a free one long

QString textOf(const RunRef &run)
{
    return run.experiment.value + u'/' + run.run.value;
}

RunRef refOf(const QString &text)
{
    const qsizetype slash = text.indexOf(u'/');
    return {ExperimentId(text.left(std::max<qsizetype>(0, slash))), RunId(text.mid(slash + 1))};
}

} // namespace

QVariantMap RunMarks::toMap() const
{
    QVariantMap map;
    if (isShownChosen) {
        QStringList texts;
        for (const RunRef &run : shown)
            texts.append(textOf(run));
        texts.sort();
        map.insert(u"shown"_s, texts);
    }
    QList<RunRef> kept = colors.keys();
    std::ranges::sort(kept, [this](const RunRef &a, const RunRef &b) {
        const bool first = shown.contains(a), second = shown.contains(b);
        return first != second ? first : textOf(a) < textOf(b);
    });
    kept.resize(std::min(kept.size(), MostColors));
    QVariantMap byRun;
    for (const RunRef &run : std::as_const(kept))
        byRun.insert(textOf(run), colors.value(run));
    map.insert(u"colors"_s, byRun);
    return map;
}

RunMarks RunMarks::fromMap(const QVariantMap &map)
{
    RunMarks marks;
    marks.isShownChosen = map.contains(u"shown"_s);
    for (const QString &text : map.value(u"shown"_s).toStringList())
        marks.shown.insert(refOf(text));
    const QVariantMap byRun = map.value(u"colors"_s).toMap();
    for (auto it = byRun.cbegin(); it != byRun.cend(); ++it) {
        bool isNumber = false;
        const int color = it->toInt(&isNumber);
        if (isNumber && color >= 0 && color <= GreatestColor)
            marks.colors.insert(refOf(it.key()), color);
    }
    return marks;
}

} // namespace Assay
