// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/items/artifacttreemodel.h"
#include "models/preview/preview.h"
#include "widgets/panels/artifacts/transferbar.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace Assay {

class ElidedLabel;
class PreviewPane;

// The run whose artifacts are shown.
struct ArtifactRun {
    RunRef ref;
    QString name;
    int colorIndex = 0;
    qsizetype position = -1; // among the runs that the table shows
    qsizetype count = 0;

    friend bool operator==(const ArtifactRun &, const ArtifactRun &) = default;
};

// The files of the current run: a tree that is read as it is opened, and a preview of the chosen file. The file stays
// chosen when another run that has it comes to be shown, so that one can walk through the runs. Gets values, asks by
// signals.
class ArtifactsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ArtifactsPanel(QWidget *parent = nullptr);

    // Nothing: no run is chosen.
    void setRun(const std::optional<ArtifactRun> &run);
    // Answers; those about another run are dropped.
    void setListing(const RunRef &run, const QString &folder, const Result<ArtifactListing> &listing);
    void setPreview(const RunRef &run, const QString &path, const Result<Preview> &preview);
    void setSaved(const RunRef &run, const QString &path, const QString &target);
    void setTransfer(const std::optional<ArtifactTransfer> &transfer); // of a file that is being saved; nothing: none is
    void reload(); // asks for everything again
    // Chooses a file as soon as it is there.
    void showArtifact(const QString &path);
    QString currentPath() const;
    bool isBusy() const; // something was asked for and not answered yet

Q_SIGNALS:
    void listingRequested(const Assay::RunRef &run, const QString &folder);
    void previewRequested(const Assay::RunRef &run, const QString &path, qint64 size);
    void previousRunRequested();
    void nextRunRequested();
    void saveRequested(const Assay::RunRef &run, const QString &path);
    void transferStopRequested();
    void openFolderRequested(const QString &localFolder);
    void rootMappingRequested(const QString &artifactUri); // the person knows where the files are
    void linkOpenRequested(const QUrl &link);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    QToolButton *makeButton(const QString &name, QLatin1StringView iconName, const QString &text);
    QWidget *makeTree();
    QWidget *makeMessagePage();
    void connectViews();
    void showMessage(const QString &text, const QString &detail, bool canMap);
    void updateDot();
    void showRoot(const Result<ArtifactListing> &listing);
    void choose(const QModelIndex &index);
    void reveal(); // goes one folder further towards m_wanted
    QString localPath(const QString &path) const;

    ArtifactTreeModel m_model;
    std::optional<ArtifactRun> m_run;
    QString m_uri;    // as recorded
    QString m_root;   // here
    QString m_wanted; // to be chosen; also what is chosen, to choose it again in the next run
    int m_pending = 0;

    QLabel *m_dot;
    ElidedLabel *m_name;
    ElidedLabel *m_place;
    QLabel *m_position;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_reload;
    QStackedWidget *m_stack;
    QWidget *m_messagePage;
    QLabel *m_message;
    QLabel *m_messageDetail;
    QPushButton *m_map;
    QSplitter *m_splitter;
    QTreeView *m_tree;
    PreviewPane *m_preview;
    TransferBar *m_transfer;
};

} // namespace Assay
