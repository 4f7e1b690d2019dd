// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/withoption.h"

#include "app/cli/text.h"

using namespace Qt::StringLiterals;

namespace Assay {

OptionSpec withOption()
{
    return {"with"_L1, 0, CliText::tr("LOCATION"), true, CliText::tr("this store, too, in the same answer; may be given several times")};
}

Status openWith(Session &session, const Arguments &arguments)
{
    return session.open(arguments.at(0), arguments.values("with"_L1));
}

QString withHelp()
{
    return CliText::tr("With --with several stores are read as one, all of them at once. A run then has a store: the short name of its "
                       "location, which a query knows as store = \"name\", and which stands in the answer beside the run. An experiment "
                       "that is named is looked for in each of them. Where one id stands in two stores, STORE/RUN_ID says which is meant. "
                       "When one of the stores cannot be read there is no answer.");
}

} // namespace Assay
