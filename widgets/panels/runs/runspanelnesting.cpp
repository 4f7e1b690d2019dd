// SPDX-License-Identifier: GPL-3.0-or-later
// The panel's part that says which nested runs stand beside those that the filter finds.
#include "widgets/panels/runs/runspanel.h"

#include <QActionGroup>
#include <QMenu>

#include <array>

using namespace Qt::StringLiterals;

namespace Assay {

QMenu *RunsPanel::makeNestedMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"nestedMenu"_s);
    menu->addSection(tr("A filter shows in the tree"));
    auto *group = new QActionGroup(menu);
    const std::array texts{tr("Only runs that match"), tr("Also their parents"), tr("Also their children"), tr("Also both")};
    for (size_t kin = 0; kin < texts.size(); ++kin) {
        QAction *action = menu->addAction(texts[kin], this, [this, kin] {
            RunTableState state = m_state;
            state.nested = true;
            state.groupBy.clear();
            state.kin = Kin(kin);
            change(state);
        });
        action->setCheckable(true);
        group->addAction(action);
    }
    connect(menu, &QMenu::aboutToShow, this, [this, group] { group->actions().at(int(m_state.kin))->setChecked(true); });
    return menu;
}

} // namespace Assay
