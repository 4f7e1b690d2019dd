// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/model.h"

#include <QScrollArea>

class QVBoxLayout;

namespace Assay {

// Everything about one version, at the right of the board.
class VersionDetail final : public QScrollArea
{
    Q_OBJECT

public:
    explicit VersionDetail(QWidget *parent = nullptr);

    void setVersion(const RegisteredModel &model, const ModelVersion *version, const QString &runName, bool canMove, const QString &whyNot);

Q_SIGNALS:
    void runRequested(const QString &runId);
    void moveMenuRequested(const QString &version, const QPoint &globalPosition);

private:
    void addRow(const QString &title, const QString &text, const QString &toolTip = {});
    void addHeading(const QString &text);
    void addMap(const QString &title, const TextMap &map);

    QVBoxLayout *m_layout;
};

} // namespace Assay
