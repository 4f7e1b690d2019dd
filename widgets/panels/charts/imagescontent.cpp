// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/imagescontent.h"

#include "models/items/displaytext.h"
#include "models/items/runview.h"
#include "widgets/panels/charts/imagetiles.h"
#include "widgets/theme/label.h"

#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView ImageOption{"image"};
constexpr qsizetype MostRuns = 100; // whose pictures are shown
constexpr int MostSide = 640;       // pixels that are kept
constexpr int MostPictures = int(MostRuns) * (MostSide * MostSide * 4 / 1024 + 1); // KiB: all that are shown at once

QPixmap pixmapOf(const ImagePreview &preview)
{
    const QImage borrowed(reinterpret_cast<const uchar *>(preview.pixels.constData()), preview.size.width(), preview.size.height(),
                          qsizetype(preview.size.width()) * 4, QImage::Format_RGBA8888_Premultiplied);
    const QSize most(MostSide, MostSide);
    if (preview.size.width() > MostSide || preview.size.height() > MostSide)
        return QPixmap::fromImage(borrowed.scaled(most, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    return QPixmap::fromImage(borrowed.copy());
}

} // namespace

ImagesContent::ImagesContent(QWidget *parent)
    : CardContent(parent), m_pictures(MostPictures), m_keys(new QComboBox), m_notice(wrappedLabel({}, u"muted"_s)), m_scroll(new QScrollArea),
      m_tiles(new ImageTiles)
{
    m_keys->setObjectName(u"imageKeys"_s);
    m_keys->setAccessibleName(tr("Picture"));
    m_keys->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_notice->setObjectName(u"imagesNotice"_s);
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setContentsMargins(24, 12, 24, 12);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_tiles);
    m_tiles->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 2, 12, 4);
    layout->setSpacing(8);
    layout->addWidget(m_keys);
    layout->addWidget(m_notice, 1);
    layout->addWidget(m_scroll, 1);
    connect(m_keys, &QComboBox::activated, this, [this] {
        m_spec.options.insert(ImageOption, m_keys->currentText());
        update();
        Q_EMIT specChanged(m_spec);
    });
    connect(m_tiles, &ImageTiles::runHovered, this, &CardContent::runHovered);
    connect(m_tiles, &ImageTiles::runClicked, this, &CardContent::runClicked);
    update();
}

ImagesContent::~ImagesContent() = default;

void ImagesContent::setSpec(const CardSpec &spec)
{
    m_spec = spec;
    updateKeys();
    update();
}

void ImagesContent::setView(RunView *view)
{
    if (m_view)
        m_view->disconnect(this);
    m_view = view;
    forget();
    if (view)
        connect(view, &RunView::shownChanged, this, &ImagesContent::update);
}

void ImagesContent::forget()
{
    m_lists.clear();
    m_asked.clear();
    m_pictures.clear();
    m_problems.clear();
    m_keyCounts.clear();
    m_isPlaced = false;
    updateKeys();
    update();
}

void ImagesContent::listRunningAgain()
{
    const RunTablePtr table = m_view ? m_view->table() : nullptr;
    const QSet<RunRef> asked = m_asked;
    for (const RunRef &run : asked) {
        const auto row = table ? table->rowOf(run) : std::nullopt;
        if (row && m_lists.contains(run) && table->attributeText(Attribute::Status)->text(*row) == runStatusName(RunStatus::Running))
            m_asked.remove(run);
    }
    update();
}

void ImagesContent::setHighlightedRun(const std::optional<RunRef> &run)
{
    m_tiles->setHighlightedRun(run);
}

void ImagesContent::setPlace(std::optional<qint64> step, ReadingRule rule)
{
    m_isPlaced = true;
    m_step = step;
    m_rule = rule;
    update(); // also without another step: runs may have come
}

void ImagesContent::setList(const RunRef &run, const Result<QList<LoggedImage>> &images)
{
    const QList<LoggedImage> list = images ? *images : m_lists.value(run);
    const auto keysBefore = m_keyCounts.keys();
    countKeys(m_lists.value(run), -1);
    countKeys(list, 1);
    m_lists.insert(run, list);
    if (m_keyCounts.keys() != keysBefore)
        updateKeys();
    update();
}

void ImagesContent::setImage(const RunRef &run, const QString &path, const Result<ImagePreview> &image)
{
    const QPair key(run, path);
    if (image && !image->size.isEmpty()) {
        auto *picture = new QPixmap(pixmapOf(*image));
        m_pictures.insert(key, picture, picture->width() * picture->height() * 4 / 1024 + 1);
    } else {
        m_problems.insert(key, image ? tr("This picture cannot be shown.") : image.error().message);
    }
    update();
}

QString ImagesContent::key() const
{
    const QString chosen = m_spec.options.value(ImageOption).toString();
    return chosen.isEmpty() ? m_keys->itemText(0) : chosen;
}

void ImagesContent::countKeys(const QList<LoggedImage> &images, int by)
{
    for (qsizetype i = 0; i < images.size(); ++i) {
        if (i > 0 && images.at(i).key == images.at(i - 1).key)
            continue;
        const QPair key(!images.at(i).step.has_value(), images.at(i).key);
        if ((m_keyCounts[key] += by) <= 0)
            m_keyCounts.remove(key);
    }
}

// Those with steps first: they are what people look through.
void ImagesContent::updateKeys()
{
    QStringList texts;
    for (auto it = m_keyCounts.cbegin(); it != m_keyCounts.cend(); ++it)
        texts.append(it.key().second);
    QStringList now;
    for (int i = 0; i < m_keys->count(); ++i)
        now.append(m_keys->itemText(i));
    if (now != texts) {
        m_keys->clear();
        m_keys->addItems(texts);
    }
    m_keys->setCurrentIndex(int(texts.indexOf(key())));
}

std::optional<std::pair<qint64, qint64>> ImagesContent::steps() const
{
    std::optional<std::pair<qint64, qint64>> steps;
    const QString shown = key();
    for (const QList<LoggedImage> &images : m_lists) {
        for (const LoggedImage &image : std::ranges::equal_range(images, shown, {}, &LoggedImage::key)) {
            if (image.step)
                steps = steps ? std::pair(std::min(steps->first, *image.step), std::max(steps->second, *image.step)) : std::pair(*image.step, *image.step);
        }
    }
    return steps;
}

QPixmap ImagesContent::pictureOf(const RunRef &run, const LoggedImage &image, QString &problem, QList<RunImage> &wanted)
{
    const QPair key(run, image.path);
    if (const QPixmap *picture = m_pictures.object(key))
        return *picture;
    problem = m_problems.value(key);
    if (problem.isEmpty()) {
        problem = tr("Loading…");
        wanted.append({run, image.path, image.size});
    }
    return {};
}

void ImagesContent::update()
{
    QList<ImageTiles::Tile> tiles;
    const RunTablePtr table = m_view && m_isPlaced ? m_view->table() : nullptr;
    const QList<RunRef> runs = table ? m_view->shownRuns().mid(0, MostRuns) : QList<RunRef>();
    QList<RunImage> wanted;
    bool isListed = true;
    const QString shown = key();
    for (const RunRef &run : runs) {
        if (!m_asked.contains(run)) {
            m_asked.insert(run);
            Q_EMIT listRequested(run);
        }
        if (!m_lists.contains(run)) {
            isListed = false;
            continue;
        }
        const auto row = table->rowOf(run);
        const auto image = imageAt(m_lists.value(run), shown, m_step, m_rule);
        if (!row || !image)
            continue;
        ImageTiles::Tile tile{run, table->displayName(*row), m_view->colorIndex(run), {}, {}, {}};
        if (image->step)
            tile.caption = tr("Step %1").arg(countText(*image->step));
        tile.picture = pictureOf(run, *image, tile.problem, wanted);
        tiles.append(tile);
    }
    m_notice->setText(runs.isEmpty()          ? tr("No runs are drawn.")
                      : !isListed             ? tr("Looking for pictures…")
                      : m_keys->count() == 0  ? tr("The runs that are drawn have no pictures among their artifacts.")
                                              : tr("None of these runs has this picture at the step."));
    m_notice->setVisible(tiles.isEmpty());
    m_scroll->setVisible(!tiles.isEmpty());
    m_keys->setVisible(m_keys->count() > 0);
    m_tiles->setTiles(std::move(tiles));
    if (m_wanted != wanted) {
        m_wanted = wanted;
        Q_EMIT wantedChanged();
    }
}

} // namespace Assay
