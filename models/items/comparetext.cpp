// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/comparetext.h"

#include "models/items/displaytext.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QString signedText(double number, QString text)
{
    return number > 0 ? u'+' + text : text.replace(u'-', u'\u2212');
}

QString numberDelta(const RunDiff &diff, const DiffRow &row, qsizetype run)
{
    const std::optional<double> delta = diff.delta(row, run);
    if (!delta || *delta == 0 || std::isnan(*delta))
        return {};
    if (row.section == DiffSection::Artifacts)
        return (*delta > 0 ? u"+"_s : u"\u2212"_s) + sizeText(qint64(std::min(std::abs(*delta), 9e18)));
    if (std::holds_alternative<qint64>(diff.value(row, run)))
        return (*delta > 0 ? u"+"_s : u"\u2212"_s) + durationText(qint64(std::min(std::abs(*delta), 9e18)));
    // A difference of two doubles has digits that nobody logged: six tell enough, the values stand beside it.
    const QString text = signedText(*delta, QString::number(*delta, 'g', 6));
    const double base = diffNumber(diff.value(row, diff.baseline())).value_or(0);
    const double percent = *delta / std::abs(base) * 100;
    if (base == 0 || !std::isfinite(percent))
        return text;
    return u"%1 (%2 %)"_s.arg(text, signedText(percent, QString::number(percent, 'g', 3)));
}

// One number of a version, and what stands behind it: "0rc1" is 0 and "rc1".
struct VersionPart {
    qint64 number = -1;
    QString rest;
};

std::vector<VersionPart> versionParts(QStringView text)
{
    while (text.startsWith(u'='))
        text = text.sliced(1);
    std::vector<VersionPart> parts;
    for (QStringView piece : text.trimmed().split(u'.')) {
        qsizetype digits = 0;
        while (digits < piece.size() && piece[digits] >= u'0' && piece[digits] <= u'9')
            ++digits;
        bool isNumber = false;
        const qint64 number = piece.first(digits).toLongLong(&isNumber);
        parts.push_back({isNumber ? number : -1, piece.sliced(digits).toString()});
    }
    return parts;
}

} // namespace

int compareVersions(QStringView a, QStringView b)
{
    // What stands behind a plus is of whoever built it ("2.1.0+cu118"), and has no order.
    const std::vector<VersionPart> left = versionParts(a.left(a.indexOf(u'+') < 0 ? a.size() : a.indexOf(u'+')));
    const std::vector<VersionPart> right = versionParts(b.left(b.indexOf(u'+') < 0 ? b.size() : b.indexOf(u'+')));
    for (size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
        const VersionPart zero{0, {}};
        const VersionPart &x = i < left.size() ? left[i] : zero, &y = i < right.size() ? right[i] : zero;
        if (x.number < 0 || y.number < 0)
            return 0;
        if (x.number != y.number)
            return x.number < y.number ? -1 : 1;
        if (x.rest == y.rest)
            continue;
        // "0" is newer than "0rc1" and older than "0post1"; other marks have no order here.
        const auto isLater = [](const VersionPart &part) { return part.rest.startsWith("post"_L1); };
        return x.rest.isEmpty() ? (isLater(y) ? -1 : 1) : y.rest.isEmpty() ? (isLater(x) ? 1 : -1) : 0;
    }
    return 0;
}

QString CompareText::section(DiffSection section)
{
    switch (section) {
    case DiffSection::Params: return tr("Params");
    case DiffSection::Metrics: return tr("Metrics");
    case DiffSection::Tags: return tr("Tags");
    case DiffSection::Info: return tr("Attributes");
    case DiffSection::Datasets: return tr("Datasets");
    case DiffSection::Environment: return tr("Environment");
    case DiffSection::Code: return tr("Code");
    case DiffSection::Signature: return tr("Signature");
    case DiffSection::Artifacts: return tr("Artifacts");
    }
    return {};
}

QString CompareText::value(const DiffRow &row, const DiffValue &value)
{
    if (std::holds_alternative<DiffUnread>(value))
        return tr("not read");
    const QString text = diffValueText(row, value);
    const bool isAny = row.section == DiffSection::Environment && text.isEmpty() && std::holds_alternative<QString>(value);
    return isAny ? tr("any version") : text;
}

QString CompareText::delta(const RunDiff &diff, const DiffRow &row, qsizetype run)
{
    if (run == diff.baseline())
        return {};
    const bool tellsPresence = row.section == DiffSection::Environment || row.section == DiffSection::Signature || row.section == DiffSection::Artifacts;
    const DiffValue value = diff.value(row, run), base = diff.value(row, diff.baseline());
    if (std::holds_alternative<DiffUnread>(value) || std::holds_alternative<DiffUnread>(base))
        return {};
    const bool isAbsent = std::holds_alternative<std::monostate>(value), wasAbsent = std::holds_alternative<std::monostate>(base);
    if (isAbsent || wasAbsent)
        return !tellsPresence || isAbsent == wasAbsent ? QString() : isAbsent ? tr("removed") : tr("added");
    if (row.section == DiffSection::Datasets)
        return diff.equalsBaseline(row, run) ? tr("same digest") : tr("other digest");
    if (row.section == DiffSection::Environment) {
        const int order = compareVersions(diffValueText(row, base), diffValueText(row, value));
        return diff.equalsBaseline(row, run) ? QString() : order < 0 ? tr("newer", "of a version") : order > 0 ? tr("older", "of a version") : tr("changed");
    }
    if (row.section == DiffSection::Signature)
        return diff.equalsBaseline(row, run) ? QString() : tr("changed");
    return numberDelta(diff, row, run);
}

QString CompareText::toolTip(const Comparison &comparison, const DiffRow &row, qsizetype run, bool isBest)
{
    const RunDiff &diff = *comparison.diff;
    QString text = value(row, diff.value(row, run));
    if (std::holds_alternative<std::monostate>(diff.value(row, run)))
        text = tr("This run does not have it.");
    if (text.size() > 1500)
        text = tr("%1… (%2 characters)").arg(text.first(1500), countText(text.size()));
    if (const QString change = delta(diff, row, run); !change.isEmpty())
        text += u'\n' + tr("Against the baseline: %1").arg(change);
    if (isBest)
        text += u'\n' + tr("The best of %n run(s), by the metric's name", nullptr, int(diff.runCount()));
    return toolTipText(text, 2000);
}

} // namespace Assay
