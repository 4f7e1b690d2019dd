// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/viewtype.h"

#include "app/cli/text.h"

using namespace Qt::StringLiterals;

namespace Assay {

OptionSpec viewOption()
{
    return {"view"_L1, 0, CliText::tr("VIEW"), false, CliText::tr("active (the default), deleted, or all")};
}

Result<ViewType> viewOf(const Arguments &arguments)
{
    const QString view = arguments.value("view"_L1);
    if (!arguments.has("view"_L1) || view == "active"_L1)
        return ViewType::Active;
    if (view == "deleted"_L1)
        return ViewType::Deleted;
    if (view == "all"_L1)
        return ViewType::All;
    return Error{ErrorCode::InvalidArgument, CliText::tr("--view takes active, deleted or all, not: %1").arg(view), {}};
}

bool isInView(Lifecycle lifecycle, ViewType view)
{
    return view == ViewType::All || (view == ViewType::Active) == (lifecycle == Lifecycle::Active);
}

} // namespace Assay
