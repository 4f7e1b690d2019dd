// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Assay {

// A page of the user guide: :/manual/NAME.md, for programs that link assay_resources_manual.
struct ManualPage {
    QString name;
    QString title;
    QString summary; // what `assayctl help NAME` prints, as `assayctl help` lists it

    QString resource() const;
};

// In the order in which they are read, in the program's language.
QList<ManualPage> manualPages();
std::optional<ManualPage> manualPage(const QString &name);

} // namespace Assay
