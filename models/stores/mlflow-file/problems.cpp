// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/problems.h"

#include "models/stores/mlflow-file/mlflowfiletext.h"
#include "models/stores/mlflow-file/text.h"

#include <cerrno>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QString faultText(MetricFault fault)
{
    switch (fault) {
    case MetricFault::None:
    case MetricFault::FieldCount: return MlflowFileText::tr("This is no line of a metric: it does not have two, three or five fields.");
    case MetricFault::Timestamp: return MlflowFileText::tr("The time is not a whole number of 64 bits; the line is left out.");
    case MetricFault::Value: return MlflowFileText::tr("The value is not a number; the line is left out.");
    case MetricFault::Step: return MlflowFileText::tr("The step is not a whole number of 64 bits; the line is left out.");
    }
    return {};
}

} // namespace

void ProblemList::add(Severity severity, QLatin1StringView code, std::string_view path, qint64 line, const QString &message)
{
    if (m_problems.size() >= MaxProblems) {
        ++m_dropped;
        return;
    }
    Problem problem;
    problem.severity = severity;
    problem.code = code;
    problem.path = shownText(path);
    problem.line = line;
    problem.runId = m_runId;
    problem.message = message;
    m_problems.append(std::move(problem));
}

void ProblemList::addError(int error, std::string_view path, bool isFolder)
{
    if (error == ELOOP)
        return warn(FileProblem::LinkNotFollowed, path, MlflowFileText::tr("This is a symbolic link, which is not followed."));
    if (error == SafeFile::NotRegular || error == EISDIR || error == ENOTDIR)
        return warn(FileProblem::NotAFile, path,
                    isFolder ? MlflowFileText::tr("There should be a folder here.") : MlflowFileText::tr("There should be a file here."));
    warn(isFolder ? FileProblem::FolderUnreadable : FileProblem::FileUnreadable, path,
         MlflowFileText::tr("This cannot be read: %1.").arg(SafeFile::errorText(error)));
}

void ProblemList::addIssues(const YamlDocument &document, std::string_view path)
{
    for (const YamlIssue &issue : document.issues()) {
        const QString detail = shortText(issue.detail);
        switch (issue.kind) {
        case YamlIssue::Kind::Syntax:
            add(Severity::Error, FileProblem::YamlSyntax, path, issue.line, MlflowFileText::tr("This is not YAML from here on: %1.").arg(detail));
            break;
        case YamlIssue::Kind::Limit:
            add(Severity::Error, FileProblem::YamlLimit, path, issue.line, MlflowFileText::tr("The file is refused: %1.").arg(detail));
            break;
        case YamlIssue::Kind::SecondDocument:
            warn(FileProblem::YamlSecondDocument, path, MlflowFileText::tr("A second YAML document begins here; only the first one counts."), issue.line);
            break;
        case YamlIssue::Kind::DuplicateKey:
            add(Severity::Hint, FileProblem::YamlDuplicateKey, path, issue.line, MlflowFileText::tr("“%1” stands here a second time; the last one counts.").arg(detail));
            break;
        case YamlIssue::Kind::NotUtf8:
            warn(FileProblem::TextNotUtf8, path, MlflowFileText::tr("The text is not UTF-8; what cannot be read is shown as “\uFFFD”."));
            break;
        }
    }
}

void ProblemList::addWrongField(std::string_view key, std::string_view path, int line)
{
    warn(FileProblem::FieldWrongType, path, MlflowFileText::tr("“%1” is not what it should be; it is left out.").arg(shortText(key)), line);
}

void ProblemList::addFaults(const MetricFaults &faults, std::string_view path, bool withHints)
{
    if (faults.error != 0)
        addError(faults.error, path, false);
    if (faults.isEmpty)
        warn(FileProblem::MetricEmpty, path, MlflowFileText::tr("The metric's file is empty."));
    for (const MetricFaults::Line &line : faults.lines)
        warn(FileProblem::MetricLineMalformed, path, faultText(line.fault), line.line);
    if (const qint64 more = faults.count - qint64(faults.lines.size()); more > 0)
        warn(FileProblem::MetricLinesMalformed, path,
             MlflowFileText::tr("%n more lines of this metric cannot be read.", nullptr, int(std::min<qint64>(more, INT_MAX))));
    if (withHints && faults.unterminatedLine != 0)
        add(Severity::Hint, FileProblem::MetricLineUnterminated, path, faults.unterminatedLine,
            MlflowFileText::tr("The last line is not finished; it is not read yet."));
}

void ProblemList::append(QList<Problem> &&others)
{
    if (others.isEmpty())
        return;
    const qsizetype room = MaxProblems - m_problems.size();
    m_dropped += std::max<qsizetype>(0, others.size() - room);
    if (others.size() > room)
        others.resize(std::max<qsizetype>(0, room));
    m_problems.append(std::move(others));
}

QList<Problem> ProblemList::take()
{
    if (m_dropped > 0) {
        Problem more;
        more.severity = Severity::Warning;
        more.code = FileProblem::TooManyProblems;
        more.message = MlflowFileText::tr("%n more problems are not listed.", nullptr,
                                                   int(std::min<qint64>(m_dropped, INT_MAX)));
        m_problems.append(more);
        m_dropped = 0;
    }
    return std::exchange(m_problems, {});
}

} // namespace Assay
