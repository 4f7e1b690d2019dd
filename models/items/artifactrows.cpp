// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/artifactrows.h"

#include "models/items/displaytext.h"
#include "models/table/diffrows.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype MaxValues = 4'000'000; // of one section: keys times runs
constexpr qsizetype FewRuns = 3;           // that a sentence names

struct ArtifactRowsText {
    Q_DECLARE_TR_FUNCTIONS(ArtifactRowsText)
};

QString fileName(const QString &path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

QString nameOf(const RunInfo &run)
{
    const QString name = visibleText(run.name.isEmpty() ? run.ref.run.value : run.name, 60);
    return run.store.isEmpty() ? name : u"%1 · %2"_s.arg(name, visibleText(run.store, 60));
}

// One section while it is put together.
class SectionRows
{
public:
    SectionRows(DiffSection section, const ReadFiles &files) : m_builder(section, files.size()), m_files(files), m_limit(MaxValues / std::max<qsizetype>(files.size(), 1)) {}

    bool add(qsizetype run, const QString &key, DiffValue value)
    {
        if (m_builder.size() >= m_limit && !m_builder.contains(key)) {
            m_isCut = true;
            return false;
        }
        m_builder.add(run, key, std::move(value));
        return true;
    }
    bool isCut() const { return m_isCut; }
    std::vector<DiffRow> take()
    {
        std::vector<DiffRow> rows = m_builder.take();
        for (DiffRow &row : rows)
            for (qsizetype run = 0; run < m_files.size(); ++run)
                if (!m_files[run] || !m_files[run]->isReachable)
                    row.own[size_t(run)] = DiffUnread();
        return rows;
    }

private:
    DiffRowBuilder m_builder;
    const ReadFiles &m_files;
    qsizetype m_limit;
    bool m_isCut = false;
};

// Sentences about single runs: a few of them, and how many more there are.
class Sentences
{
public:
    void add(const RunInfo &run, const QString &what)
    {
        if (++m_count <= FewRuns)
            m_list.append(ArtifactRowsText::tr("%1: %2", "run: what is the matter").arg(nameOf(run), what));
    }
    QStringList take() const
    {
        return m_count <= FewRuns ? m_list : m_list + QStringList{ArtifactRowsText::tr("The same or similar of %n more.", nullptr, int(m_count - FewRuns))};
    }

private:
    QStringList m_list;
    qsizetype m_count = 0;
};

QString problemText(EnvironmentFile::Problem problem, const QString &path)
{
    switch (problem) {
    case EnvironmentFile::Problem::None: return {};
    case EnvironmentFile::Problem::NotText: return ArtifactRowsText::tr("%1 is not text.").arg(visibleText(path, 120));
    case EnvironmentFile::Problem::TooLarge: return ArtifactRowsText::tr("%1 is too long to be read whole.").arg(visibleText(path, 120));
    case EnvironmentFile::Problem::NotYaml: return ArtifactRowsText::tr("%1 is not sound YAML.").arg(visibleText(path, 120));
    }
    return {};
}

void addEnvironment(SectionRows &rows, Sentences &sentences, qsizetype run, const RunInfo &info, const RunFiles &files, const RunParse &parse)
{
    QMap<QString, QStringList> versions;
    for (const RunParse::Environment &environment : parse.environments) {
        const RunFile &file = files.files[environment.index];
        const EnvironmentFile &read = *environment.file;
        const QString problem = !file.problem.isEmpty() ? file.problem : file.isCut ? problemText(EnvironmentFile::Problem::TooLarge, file.path)
                                                                                      : problemText(read.problem, file.path);
        if (!problem.isEmpty())
            sentences.add(info, problem);
        for (const Requirement &found : read.requirements)
            if (QStringList &known = versions[found.name]; !known.contains(found.version))
                known.append(found.version);
    }
    for (auto it = versions.begin(); it != versions.end(); ++it) {
        if (it->size() > 1)
            it->removeAll(QString());
        it->sort();
        rows.add(run, it.key(), it->join(", "_L1));
    }
}

void addSignatures(SectionRows &rows, Sentences &sentences, qsizetype run, const RunInfo &info, const RunFiles &files, const RunParse &parse, bool hasFolders)
{
    static constexpr QLatin1StringView parts[] = {"inputs."_L1, "outputs."_L1, "params."_L1};
    for (const RunParse::Signature &model : parse.signatures) {
        const RunFile &file = files.files[model.index];
        const ModelSignature &signature = *model.signature;
        if (!file.problem.isEmpty() || signature.state == ModelSignature::State::Damaged)
            sentences.add(info, file.problem.isEmpty() ? ArtifactRowsText::tr("the signature in %1 cannot be read.").arg(visibleText(file.path, 120)) : file.problem);
        const QString prefix = hasFolders ? file.path.chopped(7) : QString();
        for (const SignatureColumn &column : signature.columns)
            rows.add(run, prefix + parts[size_t(column.part)] + column.name, column.type);
    }
}

bool hasSeveralModels(const ReadFiles &files)
{
    return std::any_of(files.begin(), files.end(), [](const auto &read) {
        return read && std::count_if(read->files.begin(), read->files.end(), [](const RunFile &file) { return fileName(file.path) == "MLmodel"_L1; }) > 1;
    });
}

QStringList common(const QList<RunInfo> &runs, const ReadFiles &files)
{
    QStringList sentences;
    Sentences gone;
    qsizetype unread = 0;
    for (qsizetype run = 0; run < files.size(); ++run) {
        if (!files[run])
            ++unread;
        else if (!files[run]->note.isEmpty() || !files[run]->isReachable)
            gone.add(runs[run], files[run]->note.isEmpty() ? ArtifactRowsText::tr("the artifacts are not here.") : files[run]->note);
    }
    if (unread > 0)
        sentences.append(ArtifactRowsText::tr("The artifacts of %n run(s) were not read.", nullptr, int(unread)));
    return sentences + gone.take();
}

QString emptyText(DiffSection section)
{
    if (section == DiffSection::Environment)
        return ArtifactRowsText::tr("None of the runs that were read has a requirements.txt, conda.yaml or python_env.yaml.");
    return section == DiffSection::Signature ? ArtifactRowsText::tr("None of the runs that were read has a model with a signature.")
                                             : ArtifactRowsText::tr("None of the runs that were read has artifacts.");
}

} // namespace

ArtifactRows artifactRows(const QList<RunInfo> &runs, const ReadFiles &files)
{
    ArtifactParses parses;
    return artifactRows(runs, files, parses);
}

ArtifactRows artifactRows(const QList<RunInfo> &runs, const ReadFiles &files, ArtifactParses &parses)
{
    parses.dropUnused();
    SectionRows environment(DiffSection::Environment, files), signature(DiffSection::Signature, files), artifacts(DiffSection::Artifacts, files);
    Sentences aboutEnvironment, aboutSignature;
    const bool hasFolders = hasSeveralModels(files);
    for (qsizetype run = 0; run < files.size(); ++run) {
        if (!files[run] || !files[run]->isReachable)
            continue;
        const auto parse = parses.of(files[run]);
        addEnvironment(environment, aboutEnvironment, run, runs[run], *files[run], *parse);
        addSignatures(signature, aboutSignature, run, runs[run], *files[run], *parse, hasFolders);
        for (const ArtifactEntry &entry : files[run]->entries)
            if (!entry.isFolder)
                artifacts.add(run, entry.path, entry.size);
    }
    ArtifactRows all{environment.take(), signature.take(), artifacts.take(), {}};
    const QStringList sentences = common(runs, files);
    const bool anyRead = std::any_of(files.begin(), files.end(), [](const auto &read) { return read && read->isReachable; });
    const auto note = [&](DiffSection section, const std::vector<DiffRow> &rows, const QStringList &own, bool isCut) {
        QStringList &notes = all.notes[section];
        notes = sentences + own;
        if (isCut)
            notes.append(ArtifactRowsText::tr("There are more than can be shown; the rest is left out."));
        if (rows.empty() && anyRead && own.isEmpty())
            notes.append(emptyText(section));
    };
    note(DiffSection::Environment, all.environment, aboutEnvironment.take(), environment.isCut());
    note(DiffSection::Signature, all.signature, aboutSignature.take(), signature.isCut());
    note(DiffSection::Artifacts, all.artifacts, {}, artifacts.isCut());
    return all;
}

} // namespace Assay
