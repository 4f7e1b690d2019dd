// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/artifact.h"

#include <QDialog>

#include <functional>

class QTableWidget;

namespace Assay {

// Where the artifacts of a store lie here, when they are not where the store recorded them.
class RootMappingsDialog final : public QDialog
{
    Q_OBJECT

public:
    // `chooseFolder` asks for a folder and answers later (empty: none).
    using ChooseFolder = std::function<void(std::function<void(const QString &)>)>;

    RootMappingsDialog(const QString &storeTitle, const QList<RootMapping> &mappings, ChooseFolder chooseFolder, QWidget *parent = nullptr);

    QList<RootMapping> mappings() const; // rows with an empty side are left out
    void addMapping(const RootMapping &mapping); // a row to be completed; the place here is asked for when it is empty

Q_SIGNALS:
    void confirmed(const QList<Assay::RootMapping> &mappings);

private:
    void appendRow(const RootMapping &mapping);
    void chooseFor(int row);

    ChooseFolder m_chooseFolder;
    QTableWidget *m_table;
};

} // namespace Assay
