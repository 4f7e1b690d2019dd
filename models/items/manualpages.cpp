// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/manualpages.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct ManualText {
    Q_DECLARE_TR_FUNCTIONS(ManualText)
};

} // namespace

QString ManualPage::resource() const
{
    return u":/manual/%1.md"_s.arg(name);
}

QList<ManualPage> manualPages()
{
    return {
        {u"query"_s, ManualText::tr("Queries"), ManualText::tr("print the language of --filter and --sort")},
        {u"views"_s, ManualText::tr("Saved Views"), ManualText::tr("print what a file for --view-file holds")},
        {u"charts"_s, ManualText::tr("Charts"), ManualText::tr("print what charts draw, and how")},
        {u"compare"_s, ManualText::tr("Comparison"), ManualText::tr("print what a comparison shows")},
        {u"servers"_s, ManualText::tr("Servers"), ManualText::tr("print how servers and their databases are opened")},
        {u"offline"_s, ManualText::tr("Offline and Bundles"), ManualText::tr("print what is kept of servers, and what a bundle is")},
        {u"together"_s, ManualText::tr("Several Stores Together"), ManualText::tr("print how several stores are shown as one")},
    };
}

std::optional<ManualPage> manualPage(const QString &name)
{
    const QList<ManualPage> pages = manualPages();
    const auto it = std::ranges::find(pages, name, &ManualPage::name);
    return it == pages.end() ? std::nullopt : std::optional(*it);
}

} // namespace Assay
