// SPDX-License-Identifier: GPL-3.0-or-later
// What can be read off the charts: what columns stand for, the table of values, the page's step, the way back from zooms.
#include "models/items/displaytext.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/chartgrid.h"
#include "widgets/panels/charts/chartsfoot.h"
#include "widgets/panels/charts/chartspanel.h"
#include "widgets/panels/charts/dashboardeditor.h"
#include "widgets/panels/charts/encodinglegend.h"
#include "widgets/panels/charts/imagescontent.h"
#include "widgets/panels/charts/pagecursor.h"
#include "widgets/panels/charts/readings.h"
#include "widgets/panels/charts/readingtable.h"
#include "widgets/theme/label.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace Assay {

using namespace Qt::StringLiterals;

QWidget *ChartsPanel::makeReadings()
{
    m_readingsTitle = plainLabel({}, u"caption"_s, u"readingsTitle"_s);
    m_readingTable = new ReadingTable;
    auto *whole = new QWidget;
    whole->setObjectName(u"chartsReadings"_s);
    whole->setProperty("role", u"foot"_s);
    whole->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 1, 0, 0);
    layout->setSpacing(0);
    m_readingsTitle->setContentsMargins(12, 4, 12, 4);
    layout->addWidget(m_readingsTitle);
    layout->addWidget(m_readingTable, 1);
    whole->setMinimumHeight(120);
    whole->hide();
    return whole;
}

void ChartsPanel::connectFoot()
{
    connect(m_foot, &ChartsFoot::stepChanged, this, [this] {
        updateLater();
        updateReadings();
    });
    connect(m_foot, &ChartsFoot::ruleChosen, this, [this](ReadingRule rule) {
        m_cursor->setRule(rule);
        updateLater();
        tellState();
    });
    connect(m_foot, &ChartsFoot::linkedChosen, this, [this](bool linked) {
        m_grid->setLinksZoom(linked);
        tellState();
    });
    connect(m_foot, &ChartsFoot::valuesChosen, this, [this](bool shown) {
        m_readings->setVisible(shown);
        updateReadings();
        updateLater();
        tellState();
    });
    connect(m_foot, &ChartsFoot::zoomBackRequested, m_cursor, &PageCursor::zoomBack);
    connect(m_cursor, &PageCursor::changed, this, &ChartsPanel::updateReadings);
    connect(m_cursor, &PageCursor::zoomsChanged, this, [this] { m_foot->setCanZoomBack(m_cursor->canZoomBack()); });
    connect(m_readingTable, &ReadingTable::runHovered, this, [this](const std::optional<RunRef> &run) {
        if (m_view)
            m_view->setHoveredRun(run);
    });
    connect(m_readingTable, &ReadingTable::runClicked, this, &ChartsPanel::clickRun);
}

void ChartsPanel::connectLegend()
{
    m_lines.setEncoding(&m_encoding);
    connect(&m_encoding, &LineEncoding::changed, this, &ChartsPanel::updateLater);
    connect(m_legend, &EncodingLegend::removeRequested, this, [this](LineChannel channel) {
        ChartOptions options = m_options;
        switch (channel) {
        case LineChannel::Color: options.colorBy.clear(); break;
        case LineChannel::Dash: options.dashBy.clear(); break;
        case LineChannel::Marker: options.markerBy.clear(); break;
        }
        setOptions(options);
    });
}

// Of the card that the pointer is or was in; of the first one while it was in none.
void ChartsPanel::updateReadings()
{
    if (!m_readings->isVisible())
        return;
    ChartCard *card = m_cursor->card();
    if (!card || !card->isVisible() || !card->isLines()) {
        card = nullptr;
        for (const QString &key : m_grid->visibleKeys()) {
            if (ChartCard *each = m_grid->card(key); each->isLines() && !card)
                card = each;
        }
    }
    const XAxis axis = m_recipe.x;
    std::optional<double> x = m_cursor->cursor();
    if (!x && axis == XAxis::Step && m_foot->step())
        x = double(*m_foot->step());
    if (!card || !x) {
        m_readingTable->setTable({});
        m_readingsTitle->setText(tr("Point at a chart to read its values."));
        return;
    }
    const QString title = visibleText(cardTitle(card->spec()), 200);
    QString text = tr("%1 at %2").arg(title, placeText(axis, *x));
    if (m_cursor->reference())
        text += u" · "_s + tr("differences to %1").arg(placeText(axis, *m_cursor->reference()));
    m_readingsTitle->setText(text);
    m_readingTable->setTable(readingsOf(*card, {axis, *x, m_cursor->reference(), m_cursor->rule()}));
    m_readingTable->setHighlightedRun(m_view ? m_view->hoveredRun() : std::nullopt);
}

void ChartsPanel::updateFoot()
{
    const bool hasStepCards = std::ranges::any_of(m_editor->dashboard().cards, [](const CardSpec &card) {
        return card.isKnown() && (card.type == CardType::Values || card.type == CardType::Images);
    });
    m_foot->setVisible(m_stack->currentWidget() == m_grid);
    m_foot->setStepVisible(hasStepCards || (m_foot->areValuesShown() && m_recipe.x == XAxis::Step));
    auto steps = m_lines.steps();
    for (const ImagesContent *images : imageContents()) {
        if (const auto more = images->steps())
            steps = steps ? std::pair(std::min(steps->first, more->first), std::max(steps->second, more->second)) : *more;
    }
    m_foot->setSteps(steps);
}

QList<ImagesContent *> ChartsPanel::imageContents() const
{
    QList<ImagesContent *> contents;
    for (ChartCard *card : m_grid->cards())
        if (auto *images = qobject_cast<ImagesContent *>(card->content()))
            contents.append(images);
    return contents;
}

void ChartsPanel::fillImages(ImagesContent &images)
{
    connect(&images, &ImagesContent::listRequested, this, &ChartsPanel::imageListRequested, Qt::UniqueConnection);
    connect(&images, &ImagesContent::wantedChanged, this, &ChartsPanel::requestImages, Qt::UniqueConnection);
    images.setPlace(m_foot->step(), m_cursor->rule());
}

void ChartsPanel::requestImages()
{
    QList<RunImage> wanted;
    for (const ImagesContent *content : imageContents())
        for (const RunImage &image : content->wanted())
            if (!wanted.contains(image))
                wanted.append(image);
    Q_EMIT imagesRequested(wanted);
}

void ChartsPanel::setImageList(const RunRef &run, const Result<QList<LoggedImage>> &images)
{
    for (ImagesContent *content : imageContents())
        content->setList(run, images);
    updateLater();
}

void ChartsPanel::setImage(const RunRef &run, const QString &path, const Result<ImagePreview> &image)
{
    for (ImagesContent *content : imageContents())
        content->setImage(run, path, image);
}

void ChartsPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Backspace && m_cursor->canZoomBack())
        m_cursor->zoomBack();
    else
        QWidget::keyPressEvent(event);
}

void ChartsPanel::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::BackButton && m_cursor->canZoomBack())
        m_cursor->zoomBack();
    else
        QWidget::mousePressEvent(event);
}

} // namespace Assay
