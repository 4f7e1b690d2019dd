// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/runs/runtablekeys.h"

#include <QCoreApplication>
#include <QKeySequence>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct RunTableKeys {
    Q_DECLARE_TR_FUNCTIONS(RunTableKeys)
};

QString native(int key)
{
    return QKeySequence(key).toString(QKeySequence::NativeText);
}

} // namespace

std::optional<RunTableAct> runTableAct(int key, Qt::KeyboardModifiers modifiers)
{
    if (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return {};
    switch (key) {
    case Qt::Key_J: return RunTableAct::Down;
    case Qt::Key_K: return RunTableAct::Up;
    case Qt::Key_Space: return RunTableAct::ToggleEye;
    case Qt::Key_X: return RunTableAct::Mark;
    case Qt::Key_Escape: return RunTableAct::EndMarking;
    case Qt::Key_Slash: return RunTableAct::Query;
    case Qt::Key_S: return RunTableAct::Sort;
    case Qt::Key_C: return RunTableAct::Columns;
    case Qt::Key_G: return RunTableAct::Groups;
    case Qt::Key_F: return RunTableAct::Facet;
    default: return {};
    }
}

QList<KeyText> runTableKeyTexts()
{
    const auto both = [](const QString &a, const QString &b) { return RunTableKeys::tr("%1, %2", "two keys that do the same").arg(a, b); };
    return {{both(u"J"_s, native(Qt::Key_Down)), RunTableKeys::tr("Next run")},
            {both(u"K"_s, native(Qt::Key_Up)), RunTableKeys::tr("Previous run")},
            {both(native(Qt::Key_Left), native(Qt::Key_Right)), RunTableKeys::tr("Another column; fold and unfold")},
            {native(Qt::Key_Space), RunTableKeys::tr("Show in charts, or not")},
            {u"X"_s, RunTableKeys::tr("Select this run as well, or not")},
            {native(Qt::Key_Escape), RunTableKeys::tr("Select only this run")},
            {native(Qt::Key_Return), RunTableKeys::tr("Open the run")},
            {u"/"_s, RunTableKeys::tr("Filter")},
            {u"S"_s, RunTableKeys::tr("Sort by the current column; with Shift in addition")},
            {u"F"_s, RunTableKeys::tr("Values of the current column")},
            {u"C"_s, RunTableKeys::tr("Choose columns")},
            {u"G"_s, RunTableKeys::tr("Group runs")}};
}

} // namespace Assay
