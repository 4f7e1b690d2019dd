// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/charts/searchlist.h"

class QLabel;
class QPushButton;

namespace Assay {

// A list of metrics that opens over the page to choose one of, or to write an expression of some.
class MetricChooser final : public SearchList
{
    Q_OBJECT

public:
    MetricChooser(const QStringList &metrics, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &key); // as cards have it: "metrics.loss", or the expression

protected:
    void chooseText(const QString &metric) override;
    void enter() override;

private:
    void takeText(const QString &text);
    void chooseExpression();
    void finish(const QString &key);

    QPushButton *m_expression; // draws what is written, when it is one
    QLabel *m_hint;
};

} // namespace Assay
