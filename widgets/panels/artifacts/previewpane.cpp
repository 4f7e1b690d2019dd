// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/artifacts/previewpane.h"

#include "models/items/displaytext.h"
#include "models/items/previewtext.h"
#include "widgets/panels/artifacts/elidedlabel.h"
#include "widgets/panels/artifacts/imageview.h"
#include "widgets/text/markdownview.h"
#include "widgets/panels/artifacts/previewtableview.h"
#include "widgets/panels/artifacts/textview.h"
#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QToolButton *makeSwitch(const QString &name, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setProperty("kind", u"button"_s);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setCheckable(true);
    return button;
}

} // namespace

PreviewPane::PreviewPane(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"preview"_s);
    setProperty("role", u"surface"_s);
    m_message = plainLabel({}, u"muted"_s);
    m_message->setObjectName(u"previewMessage"_s);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_messageDetail = plainLabel({}, u"caption"_s);
    m_messageDetail->setAlignment(Qt::AlignCenter);
    m_messageDetail->setWordWrap(true);
    m_messageDetail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_messagePage = new QWidget;
    m_messagePage->setProperty("role", u"surface"_s);
    m_messagePage->setAttribute(Qt::WA_StyledBackground);
    auto *messageLayout = new QVBoxLayout(m_messagePage);
    messageLayout->setContentsMargins(32, 12, 32, 12);
    messageLayout->setSpacing(4);
    messageLayout->addStretch();
    messageLayout->addWidget(m_message);
    messageLayout->addWidget(m_messageDetail);
    messageLayout->addStretch();

    m_text = new TextView;
    m_markdown = new MarkdownView;
    m_table = new PreviewTableView;
    m_image = new ImageView;
    m_stack = new QStackedWidget;
    for (QWidget *page : {m_messagePage, static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_markdown),
                          static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_image)})
        m_stack->addWidget(page);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(makeNotice());
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_linkBar);
    connectViews();
    clear({});
}

QToolButton *PreviewPane::makeAction(const QString &name, QLatin1StringView iconName, const QString &text)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    m_actions.append(button);
    return button;
}

QWidget *PreviewPane::makeBar()
{
    m_name = new ElidedLabel(u"heading"_s);
    m_name->setObjectName(u"previewName"_s);
    m_caption = plainLabel({}, u"caption"_s);
    m_caption->setObjectName(u"previewCaption"_s);
    m_source = makeSwitch(u"previewSource"_s, tr("Source"), tr("Show the text as it is written"));
    m_wrap = makeSwitch(u"previewWrap"_s, tr("Wrap"), tr("Break long lines"));
    m_fit = makeSwitch(u"previewFit"_s, tr("Fit"), tr("Fit the picture into the view"));
    m_actual = makeSwitch(u"previewActual"_s, tr("100 %"), tr("Show the picture at its own size"));
    m_zoom = plainLabel({}, u"caption"_s);
    m_zoom->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_zoom->setMinimumWidth(m_zoom->fontMetrics().horizontalAdvance(u"1600 %"_s));

    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(m_name);
    titles->addWidget(m_caption);
    auto *bar = new QWidget;
    bar->setProperty("role", u"bar"_s);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(4);
    layout->addLayout(titles, 1);
    for (QWidget *widget : {static_cast<QWidget *>(m_zoom), static_cast<QWidget *>(m_fit), static_cast<QWidget *>(m_actual),
                            static_cast<QWidget *>(m_source), static_cast<QWidget *>(m_wrap)})
        layout->addWidget(widget);
    layout->addSpacing(8);
    auto *save = makeAction(u"previewSave"_s, "save"_L1, tr("Save As…"));
    auto *folder = makeAction(u"previewOpenFolder"_s, "open-folder"_L1, tr("Open the Folder"));
    auto *copy = makeAction(u"previewCopyPath"_s, "copy"_L1, tr("Copy the Path"));
    connect(save, &QToolButton::clicked, this, &PreviewPane::saveRequested);
    connect(folder, &QToolButton::clicked, this, &PreviewPane::openFolderRequested);
    connect(copy, &QToolButton::clicked, this, &PreviewPane::copyPathRequested);
    for (QToolButton *button : std::as_const(m_actions))
        layout->addWidget(button);
    return bar;
}

QFrame *PreviewPane::makeNotice()
{
    m_notice = new QFrame;
    m_notice->setProperty("role", u"notice"_s);
    m_noticeIcon = new QLabel;
    m_noticeText = plainLabel({});
    m_noticeText->setObjectName(u"previewNotes"_s);
    m_noticeText->setWordWrap(true);
    auto *notice = new QHBoxLayout(m_notice);
    notice->setContentsMargins(12, 6, 12, 6);
    notice->setSpacing(8);
    notice->addWidget(m_noticeIcon, 0, Qt::AlignTop);
    notice->addWidget(m_noticeText, 1);

    m_linkBar = new QFrame;
    m_linkBar->setProperty("role", u"notice"_s);
    m_linkText = new ElidedLabel(QString());
    m_linkText->setObjectName(u"previewLink"_s);
    m_linkOpen = new QToolButton;
    m_linkOpen->setObjectName(u"previewLinkOpen"_s);
    m_linkOpen->setProperty("kind", u"button"_s);
    m_linkOpen->setText(tr("Open in the Browser"));
    auto *copy = new QToolButton;
    copy->setProperty("kind", u"button"_s);
    copy->setText(tr("Copy"));
    connect(copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_linkText->fullText()); });
    connect(m_linkOpen, &QToolButton::clicked, this, [this] { Q_EMIT linkOpenRequested(QUrl(m_linkText->fullText())); });
    auto *link = new QHBoxLayout(m_linkBar);
    link->setContentsMargins(12, 6, 12, 6);
    link->setSpacing(8);
    link->addWidget(m_linkText, 1);
    link->addWidget(copy);
    link->addWidget(m_linkOpen);
    return m_notice;
}

void PreviewPane::connectViews()
{
    connect(m_wrap, &QToolButton::toggled, m_text, &TextView::setWrapped);
    connect(m_source, &QToolButton::clicked, this, [this] { showContent(m_preview); });
    connect(m_fit, &QToolButton::clicked, this, [this] { m_image->setFitted(true); });
    connect(m_actual, &QToolButton::clicked, this, [this] { m_image->setFitted(false); });
    connect(m_image, &ImageView::zoomChanged, this, &PreviewPane::updateZoom);
    connect(m_markdown, &MarkdownView::linkActivated, this, &PreviewPane::showLink);
}

void PreviewPane::clear(const QString &message)
{
    m_preview = {};
    m_isLoading = false;
    m_name->setFullText({});
    m_caption->clear();
    m_notice->hide();
    m_linkBar->hide();
    for (QToolButton *button : std::as_const(m_actions))
        button->setEnabled(false);
    showMessage(message, {});
    updateTools();
}

void PreviewPane::setLoading(const QString &path)
{
    m_isLoading = true;
    m_name->setFullText(path);
    m_caption->setText(tr("Reading…"));
    m_linkBar->hide();
    for (QToolButton *button : std::as_const(m_actions))
        button->setEnabled(true);
}

void PreviewPane::setPreview(const QString &path, const Result<Preview> &preview)
{
    m_isLoading = false;
    m_name->setFullText(path);
    for (QToolButton *button : std::as_const(m_actions))
        button->setEnabled(true);
    m_source->setChecked(false);
    m_linkBar->hide();
    if (!preview) {
        m_preview = {};
        m_caption->clear();
        m_notice->hide();
        showMessage(preview.error().message, preview.error().detail);
        updateTools();
        return;
    }
    m_preview = *preview;
    m_caption->setText(caption(m_preview));
    showNotes(m_preview);
    showContent(m_preview);
}

void PreviewPane::setSaved(const QString &target)
{
    m_caption->setText(tr("Saved as %1").arg(visibleText(target, 300)));
}

void PreviewPane::showMessage(const QString &text, const QString &detail)
{
    m_message->setText(text);
    m_messageDetail->setText(visibleText(detail, 500));
    m_messageDetail->setVisible(!detail.isEmpty());
    m_stack->setCurrentWidget(m_messagePage);
}

void PreviewPane::showContent(const Preview &preview)
{
    if (const auto *text = std::get_if<TextPreview>(&preview.content)) {
        showText(*text);
    } else if (const auto *table = std::get_if<TablePreview>(&preview.content)) {
        m_table->setTable(*table);
        m_stack->setCurrentWidget(m_table);
    } else if (const auto *archive = std::get_if<ArchivePreview>(&preview.content)) {
        m_table->setArchive(*archive);
        m_stack->setCurrentWidget(m_table);
    } else if (const auto *image = std::get_if<ImagePreview>(&preview.content)) {
        m_image->setPreview(*image, preview.type.kind == PreviewKind::Svg);
        m_stack->setCurrentWidget(m_image);
    } else if (const auto *hex = std::get_if<HexPreview>(&preview.content)) {
        m_text->setBytes(*hex);
        m_stack->setCurrentWidget(m_text);
    } else if (const auto *failure = std::get_if<PreviewFailure>(&preview.content)) {
        showMessage(failureText(*failure), failure->detail);
    }
    updateTools();
}

void PreviewPane::showText(const TextPreview &text)
{
    if (text.isMarkdown && !m_source->isChecked() && MarkdownView::canShow(text.text)) {
        m_markdown->setMarkdownText(text.text);
        m_stack->setCurrentWidget(m_markdown);
        return;
    }
    m_text->setPreview(text);
    m_stack->setCurrentWidget(m_text);
}

void PreviewPane::showNotes(const Preview &preview)
{
    QStringList sentences;
    bool warns = false;
    for (const PreviewNote &note : preview.notes) {
        sentences.append(noteText(note));
        warns = warns || isWarning(note);
    }
    m_noticeText->setText(sentences.join(u' '));
    m_noticeIcon->setPixmap((warns ? icon("warning"_L1, ColorRole::Caution) : icon("info"_L1, ColorRole::Muted)).pixmap(16, 16));
    m_notice->setVisible(!sentences.isEmpty());
}

void PreviewPane::showLink(const QUrl &link)
{
    m_linkText->setFullText(link.toString());
    // Everything else would be opened by a program that trusts it.
    m_linkOpen->setVisible(link.scheme() == "https"_L1 || link.scheme() == "http"_L1);
    m_linkBar->show();
}

void PreviewPane::updateTools()
{
    const QWidget *shown = m_stack->currentWidget();
    const auto *text = std::get_if<TextPreview>(&m_preview.content);
    m_wrap->setVisible(shown == m_text && text);
    m_source->setVisible(text && text->isMarkdown && MarkdownView::canShow(text->text));
    for (QWidget *widget : {static_cast<QWidget *>(m_fit), static_cast<QWidget *>(m_actual), static_cast<QWidget *>(m_zoom)})
        widget->setVisible(shown == m_image);
    updateZoom();
}

void PreviewPane::updateZoom()
{
    m_fit->setChecked(m_image->isFitted());
    m_actual->setChecked(!m_image->isFitted() && qFuzzyCompare(m_image->zoom(), 1.0));
    m_zoom->setText(tr("%1 %").arg(qRound(m_image->zoom() * 100)));
}

QString PreviewPane::caption(const Preview &preview) const
{
    QStringList parts{typeText(preview.type), sizeText(preview.size)};
    if (const auto *image = std::get_if<ImagePreview>(&preview.content))
        parts.append(tr("%1 × %2").arg(image->originalSize.width()).arg(image->originalSize.height()));
    else if (const auto *table = std::get_if<TablePreview>(&preview.content))
        parts.append(tr("%1 rows × %2 columns").arg(countText(table->rows.size()), countText(table->columns.size())));
    else if (const auto *archive = std::get_if<ArchivePreview>(&preview.content))
        parts.append(tr("%n entries", nullptr, int(archive->entries.size())));
    return parts.join(u" · "_s);
}

} // namespace Assay
