// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shortcutsections.h"

#include "widgets/panels/charts/cardkeys.h"
#include "widgets/panels/runs/runtablekeys.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct ShortcutTexts {
    Q_DECLARE_TR_FUNCTIONS(ShortcutTexts)
};

QString native(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText);
}

// "&File…" in a list is "File…"; "&&" is a real one.
QString withoutMnemonic(QString text)
{
    return text.replace(u"&&"_s, u"\n"_s).remove(u'&').replace(u'\n', u'&');
}

} // namespace

QList<ShortcutSection> shortcutSections(const ActionRegistry &actions)
{
    ShortcutSection window{ShortcutTexts::tr("Everywhere"), {}};
    for (const QAction *action : actions.all())
        if (!action->shortcut().isEmpty())
            window.rows.append({native(action->shortcut()), withoutMnemonic(action->text())});
    ShortcutSection table{ShortcutTexts::tr("In the run table"), {}};
    for (const KeyText &key : runTableKeyTexts())
        table.rows.append({key.keys, key.text});
    const ShortcutSection field{ShortcutTexts::tr("In the filter field"),
                                {{native(QKeySequence(u"Ctrl+Space"_s)), ShortcutTexts::tr("What can stand here")},
                                 {native(QKeySequence(u"Tab"_s)), ShortcutTexts::tr("Take what is offered")},
                                 {native(QKeySequence(u"Ctrl+Down"_s)), ShortcutTexts::tr("Filters of before")},
                                 {native(QKeySequence(u"Return"_s)), ShortcutTexts::tr("To the table")},
                                 {native(QKeySequence(u"Esc"_s)), ShortcutTexts::tr("Close the list, then clear the filter")}}};
    ShortcutSection charts{ShortcutTexts::tr("On the charts page"), {}};
    for (const KeyText &key : cardKeyTexts())
        charts.rows.append({key.keys, key.text});
    return {table, field, charts, window};
}

} // namespace Assay
