// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/viewoption.h"

#include "app/cli/text.h"
#include "models/table/quickfilter.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

Result<ReadViewFile> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::InvalidArgument, CliText::tr("The view file cannot be read: %1").arg(file.errorString()), path};
    auto view = readViewFile(file.readAll());
    if (!view)
        return Error{ErrorCode::InvalidArgument, view.error().message, path};
    return view;
}

// The window's filter field takes a plain text to look for, too.
Status takeFilter(const QString &text, RunSelection &selection)
{
    const QuickFilter filter = parseQuickFilter(text);
    if (filter.mistake) {
        const auto query = parseQuery(text);
        return query ? Status() : Status(Error{ErrorCode::InvalidQuery, query.error().message, query.error().detail});
    }
    selection.query = filter.query;
    selection.search = filter.search;
    return {};
}

} // namespace

OptionSpec viewFileOption()
{
    return {"view-file"_L1, 0, CliText::tr("FILE"), false,
            CliText::tr("query, order and columns of a view that was saved in the window; --filter, --sort and --columns come before it")};
}

Result<ViewFile> savedViewOf(const Arguments &arguments)
{
    const auto view = read(arguments.value("view-file"_L1));
    return view ? Result<ViewFile>(view->view) : view.error();
}

Status applyViewFile(const Arguments &arguments, Console &console, RunSelection &selection, std::optional<QList<ColumnKey>> &columns)
{
    if (!arguments.has("view-file"_L1))
        return {};
    const auto view = read(arguments.value("view-file"_L1));
    if (!view)
        return view.error();
    for (const QString &note : view->notes)
        console.warn(note);
    const RunTableState &table = view->view.table;
    QString looks;
    if (!arguments.has("filter"_L1)) {
        if (const Status taken = takeFilter(table.filter, selection); !taken)
            return taken;
        looks = table.filter;
    }
    if (!arguments.has("sort"_L1)) {
        selection.keys = table.sortKeys;
        selection.logged = LoggedOrder::NumbersWhereAllAre;
        for (const SortKey &key : table.sortKeys)
            looks += u' ' + sortKeyText(key);
    }
    selection.looksAround = selection.looksAround || looks.contains("parent"_L1) || looks.contains("depth"_L1);
    if (!columns && !table.columns.isEmpty())
        columns = table.columns;
    return {};
}

} // namespace Assay
