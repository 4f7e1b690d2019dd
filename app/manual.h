// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace Assay {

// Opens the user guide beside `window`, or brings it to the front, at what is told there of `page` (a page's name as in
// pageName()); at its beginning for others.
void showManual(QWidget *window, const QString &page);

} // namespace Assay
