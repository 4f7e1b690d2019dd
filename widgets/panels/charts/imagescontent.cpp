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

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView ImageOption{"image"};
constexpr int MostPictures = 128 * 1024; // KiB
constexpr qsizetype MostRuns = 100;      // whose pictures are shown
constexpr int MostSide = 640;            // pixels that are kept

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
    m_lists.clear();
    m_asked.clear();
    m_pictures.clear();
    m_problems.clear();
    m_wanted.clear();
    if (view)
        connect(view, &RunView::shownChanged, this, &ImagesContent::update);
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
    m_lists.insert(run, images ? *images : QList<LoggedImage>());
    updateKeys();
    update();
}

void ImagesContent::setImage(const RunRef &run, const QString &path, const Result<ImagePreview> &image)
{
    const QPair key(run, path);
    m_wanted.remove(key);
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

// Those with steps first: they are what people look through.
void ImagesContent::updateKeys()
{
    QMap<QPair<bool, QString>, int> keys;
    for (const QList<LoggedImage> &images : std::as_const(m_lists))
        for (const LoggedImage &image : images)
            ++keys[{!image.step, image.key}];
    QStringList texts;
    for (auto it = keys.cbegin(); it != keys.cend(); ++it)
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
    for (const QList<LoggedImage> &images : m_lists) {
        for (const LoggedImage &image : images) {
            if (image.key == key() && image.step)
                steps = steps ? std::pair(std::min(steps->first, *image.step), std::max(steps->second, *image.step)) : std::pair(*image.step, *image.step);
        }
    }
    return steps;
}

QPixmap ImagesContent::pictureOf(const RunRef &run, const LoggedImage &image, QString &problem)
{
    const QPair key(run, image.path);
    if (const QPixmap *picture = m_pictures.object(key))
        return *picture;
    problem = m_problems.value(key);
    if (problem.isEmpty()) {
        problem = tr("Loading…");
        if (!m_wanted.contains(key)) {
            m_wanted.insert(key);
            Q_EMIT imageRequested(run, image.path, image.size);
        }
    }
    return {};
}

void ImagesContent::update()
{
    QList<ImageTiles::Tile> tiles;
    const RunTablePtr table = m_view && m_isPlaced ? m_view->table() : nullptr;
    const QList<RunRef> runs = table ? m_view->shownRuns().mid(0, MostRuns) : QList<RunRef>();
    bool isListed = true;
    for (const RunRef &run : runs) {
        if (!m_lists.contains(run)) {
            isListed = false;
            if (!m_asked.contains(run)) {
                m_asked.insert(run);
                Q_EMIT listRequested(run);
            }
            continue;
        }
        const auto row = table->rowOf(run);
        const auto image = imageAt(m_lists.value(run), key(), m_step, m_rule);
        if (!row || !image)
            continue;
        ImageTiles::Tile tile{run, table->displayName(*row), m_view->colorIndex(run), {}, {}, {}};
        if (image->step)
            tile.caption = tr("Step %1").arg(countText(*image->step));
        tile.picture = pictureOf(run, *image, tile.problem);
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
}

} // namespace Assay
