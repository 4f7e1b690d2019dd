// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/cards/importancecard.h"

#include "models/chart/importance.h"
#include "models/items/displaytext.h"
#include "widgets/chart/importanceview.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr double LeastScore = 0.1; // of a model that explains anything

QStringList firstKeys(const CardKeys &keys)
{
    return keys.metrics.mid(0, 1);
}

QString noteOf(const Importance &found)
{
    QStringList parts;
    const QString score = QLocale().toString(found.rSquared, 'f', 2) + u" ± "_s + QLocale().toString(found.rSquaredDeviation, 'f', 2);
    if (found.rSquared < LeastScore)
        parts.append(ImportanceCard::tr("The params hardly explain this metric (R² %1 on unseen runs): read nothing into the order").arg(score));
    else
        parts.append(ImportanceCard::tr("Permutation importance, extra-trees, R² %1 on unseen runs").arg(score));
    parts.append(found.runs < found.candidates ? ImportanceCard::tr("%1 of %2 runs").arg(countText(found.runs), countText(found.candidates))
                                               : ImportanceCard::tr("%n runs", nullptr, int(found.runs)));
    if (found.constant > 0)
        parts.append(ImportanceCard::tr("%n params do not differ", nullptr, int(found.constant)));
    if (found.beyond > 0)
        parts.append(ImportanceCard::tr("%n more params are left out", nullptr, int(found.beyond)));
    parts.append(ImportanceCard::tr("association, not cause"));
    return parts.join(u" · "_s);
}

CardAnswer work(const CardInput &input, const Job &job)
{
    ImportanceRequest request;
    request.metric = input.column(qsizetype(0));
    for (const RunTable::NamedColumn &column : input.table->columns()) {
        if (column.key.group != ColumnGroup::Param)
            continue;
        ChartColumn param = cardColumn(*input.table, input.rows, column.key, input.now);
        if (param.varies() || param.count(CellState::Value) < param.size())
            request.params.push_back(std::move(param));
        if (job.isCanceled())
            return {};
    }
    QString notice, note;
    QList<ImportanceView::Row> rows;
    if (request.metric.isText()) {
        notice = ImportanceCard::tr("%1 is text: importance is for a number.").arg(visibleText(columnTitle(request.metric.title), 100));
    } else if (const auto found = paramImportance(request, job)) {
        note = noteOf(*found);
        for (const Importance::Param &param : found->params) {
            rows.append({visibleText(columnTitle(request.params[size_t(param.column)].title), 200), param.mean, param.deviation, param.correlation, param.correlated});
        }
    } else {
        notice = found.error().message;
    }
    return [=](StatCard &card) {
        auto &view = static_cast<ImportanceView &>(card.plot());
        view.setRows(rows);
        view.setNote(note);
        view.setNotice(notice);
    };
}

} // namespace

ImportanceCard::ImportanceCard(QWidget *parent)
    : StatCard(new ImportanceView, {firstKeys, work, QT_TRANSLATE_NOOP("Assay::StatCard", "No metric differs among the runs."), true}, parent)
{
    addPicker(tr("for"), u"valueKey"_s, Offer::All, 0);
}

} // namespace Assay
