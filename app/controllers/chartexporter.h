// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QMenu;

namespace Assay {

class ChartCard;
class Prompt;

// Brings a card of the charts page out of the window: as a picture or drawing in a file, as an image in the clipboard, and,
// of lines, every point of them.
class ChartExporter final : public QObject
{
    Q_OBJECT

public:
    ChartExporter(Prompt &prompt, QObject *parent);

    void addActions(QMenu &menu, ChartCard &card);

Q_SIGNALS:
    void exported(const QString &path);
    void copied(); // an image is in the clipboard
    void failed(const QString &message);

private:
    using Card = QPointer<ChartCard>;

    void copyImage(ChartCard &card);
    void askForFile(const Card &card);
    void write(ChartCard &card, const QString &path);
    void finish(const QString &path, const QString &error);

    Prompt &m_prompt;
    double m_pixelRatio = 2; // of pictures, as last chosen
};

} // namespace Assay
