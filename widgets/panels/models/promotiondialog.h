// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/promotion.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Assay {

// What will happen, asked before it happens: name, version, from, to, what will be archived; and the reason.
class PromotionDialog final : public QDialog
{
    Q_OBJECT

public:
    // `model` as it is shown now.
    PromotionDialog(const RegisteredModel &model, const QString &version, Stage to, QWidget *parent = nullptr);

Q_SIGNALS:
    void confirmed(const Assay::PromotionRequest &request);

private:
    PromotionRequest request() const;
    void updateConsequences();

    RegisteredModel m_model;
    StageChange m_change;
    QCheckBox *m_archive;
    QLabel *m_consequences;
    QPlainTextEdit *m_reason;
    QPushButton *m_promote;
};

} // namespace Assay
