// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/dashboard.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace Assay {

// The field that cards are looked for in, by a text or by a regular expression. Says below itself what is wrong with an
// expression; then the last good one still holds.
class CardSearch final : public QWidget
{
    Q_OBJECT

public:
    explicit CardSearch(QWidget *parent = nullptr);
    ~CardSearch() override;

    QString text() const;
    bool isExpression() const;
    const CardFilter &filter() const { return m_filter; }
    void set(const QString &text, bool isExpression);
    void clear() { set({}, isExpression()); }

Q_SIGNALS:
    void changed();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void update();
    void showError(const QString &error);

    QLineEdit *m_field;
    QToolButton *m_expression;
    QPointer<QLabel> m_error; // over the window; made when first needed
    CardFilter m_filter;
};

} // namespace Assay
