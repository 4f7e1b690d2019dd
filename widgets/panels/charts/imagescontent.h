// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/items/loggedimages.h"
#include "models/preview/preview.h"
#include "widgets/panels/charts/cardcontent.h"

#include <QCache>
#include <QPixmap>

class QComboBox;
class QLabel;
class QScrollArea;

namespace Assay {

class ImageTiles;

// Pictures that runs logged under one name, side by side, at the page's step. Asks for the runs' lists of pictures and for
// those that it shows; both are answered by setters.
class ImagesContent final : public CardContent
{
    Q_OBJECT

public:
    explicit ImagesContent(QWidget *parent = nullptr);
    ~ImagesContent() override;

    void setSpec(const CardSpec &spec) override;
    void setView(RunView *view) override;
    void setHighlightedRun(const std::optional<RunRef> &run) override;

    void forget(); // another store: nothing of the one before counts
    void listRunningAgain(); // runs that go on may have logged more
    void setPlace(std::optional<qint64> step, ReadingRule rule);
    void setList(const RunRef &run, const Result<QList<LoggedImage>> &images);
    void setImage(const RunRef &run, const QString &path, const Result<ImagePreview> &image);
    std::optional<std::pair<qint64, qint64>> steps() const; // of the shown name's pictures

    // Those in view that are not there yet, first things first.
    const QList<RunImage> &wanted() const { return m_wanted; }

Q_SIGNALS:
    void listRequested(const Assay::RunRef &run);
    void wantedChanged();

private:
    void update();
    void updateKeys();
    QString key() const;
    QPixmap pictureOf(const RunRef &run, const LoggedImage &image, QString &problem, QList<RunImage> &wanted);
    void countKeys(const QList<LoggedImage> &images, int by);

    CardSpec m_spec;
    RunView *m_view = nullptr;
    bool m_isPlaced = false; // nothing is asked for before: nobody would answer
    std::optional<qint64> m_step;
    ReadingRule m_rule = ReadingRule::Nearest;
    QHash<RunRef, QList<LoggedImage>> m_lists;
    QSet<RunRef> m_asked; // for their lists
    QHash<QPair<RunRef, QString>, QString> m_problems;
    QList<RunImage> m_wanted;
    QMap<QPair<bool, QString>, int> m_keyCounts; // lists by their pictures' names; false: those with steps
    QCache<QPair<RunRef, QString>, QPixmap> m_pictures;
    QComboBox *m_keys;
    QLabel *m_notice;
    QScrollArea *m_scroll;
    ImageTiles *m_tiles;
};

} // namespace Assay
