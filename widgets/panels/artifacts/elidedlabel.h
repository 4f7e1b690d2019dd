// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace Assay {

// One line of foreign text that gives way: shortened in the middle when there is no room, the whole of it as tooltip.
// Never markup, and nothing in it is hidden.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &role, QWidget *parent = nullptr);

    void setFullText(const QString &text);
    QString fullText() const { return m_text; }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;  // as given
    QString m_shown; // with escapes
};

} // namespace Assay
