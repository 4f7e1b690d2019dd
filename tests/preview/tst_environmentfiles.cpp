// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/modelsignature.h"
#include "models/preview/requirements.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

QStringList printed(const EnvironmentFile &file)
{
    QStringList lines;
    for (const Requirement &found : file.requirements)
        lines.append(found.name + u'|' + found.version);
    return lines;
}

} // namespace

class EnvironmentFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QByteArray &line, const QString &expected) {
            QTest::newRow(name) << line << (expected.isEmpty() ? QStringList() : expected.split(u'\n'));
        };
        row("pin", "numpy==1.26.4", u"numpy|1.26.4"_s);
        row("blanks", "  numpy  ==  1.26.4 ", u"numpy|1.26.4"_s);
        row("any", "Scikit_Learn", u"scikit-learn|"_s);
        row("runs of signs", "a._-b", u"a-b|"_s);
        row("range", "torch>=2.0,<3", u"torch|>=2.0,<3"_s);
        row("brackets", "torch (>=2.0)", u"torch|>=2.0"_s);
        row("wildcard is no pin", "a==1.*", u"a|==1.*"_s);
        row("arbitrary", "a===1.0", u"a|===1.0"_s);
        row("extras", "uvicorn[standard, x]==0.3", u"uvicorn|[standard, x] 0.3"_s);
        row("marker", "tomli==2.0; python_version < \"3.11\"", u"tomli|2.0 ; python_version < \"3.11\""_s);
        row("address", "pkg @ https://example.org/pkg-1.0.whl", u"pkg|@ https://example.org/pkg-1.0.whl"_s);
        row("password", "pkg @ https://me:secret@example.org/x@1.whl", u"pkg|@ https://…@example.org/x@1.whl"_s);
        row("index with password", "--index-url https://token@example.org/simple", u"--index-url|https://…@example.org/simple"_s);
        row("option with sign", "--extra-index-url=https://example.org", u"--extra-index-url|https://example.org"_s);
        row("include", "-r base.txt # the rest", u"-r|base.txt"_s);
        row("long include", "--requirement base.txt", u"-r|base.txt"_s);
        row("editable", "-e git+https://example.org/r.git@v1#egg=My_Pkg", u"my-pkg|git+https://example.org/r.git@v1#egg=My_Pkg"_s);
        row("editable folder", "-e .", u"-e|."_s);
        row("path", "./wheels/x.whl", u"./wheels/x.whl|"_s);
        row("comment", "# numpy==1", QString());
        row("comment behind", "numpy==1 # why", u"numpy|1"_s);
        row("fragment is no comment", "a @ https://e.org/a#sha=1", u"a|@ https://e.org/a#sha=1"_s);
        row("hashes", "a==1 --hash=sha256:00 --hash=sha256:11", u"a|1"_s);
        row("goes on", "a==1 \\\n  --hash=sha256:00\nb", u"a|1\nb|"_s);
        row("windows", "a==1\r\nb==2\r\n", u"a|1\nb|2"_s);
        row("words", "this is no requirement", QString());
        row("empty", "", QString());
    }

    void readsLines()
    {
        QFETCH(QByteArray, line);
        QTEST(printed(Requirements::readPip(line)), "expected");
    }

    void readsConda()
    {
        const QByteArray yaml = "channels:\n- conda-forge\ndependencies:\n- python=3.11.7\n- pip<=23.2.1\n- conda-forge::numpy=1.26=py311_0\n- pip:\n  - mlflow==2.22.5\n  - scikit-learn\nname: x\n";
        QCOMPARE(printed(Requirements::readConda(yaml)),
                 (QStringList{u"python|3.11.7"_s, u"pip (conda)|<=23.2.1"_s, u"numpy (conda)|1.26"_s, u"mlflow|2.22.5"_s, u"scikit-learn|"_s}));
    }

    void readsPythonEnv()
    {
        const QByteArray yaml = "python: 3.11.7\nbuild_dependencies:\n- pip==23.2.1\n- wheel\ndependencies:\n- -r requirements.txt\n- -r other.txt\n";
        QCOMPARE(printed(Requirements::readPythonEnv(yaml)), (QStringList{u"python|3.11.7"_s, u"pip|23.2.1"_s, u"wheel|"_s, u"-r|other.txt"_s}));
    }

    void saysWhatCannotBeRead()
    {
        using Problem = EnvironmentFile::Problem;
        QCOMPARE(Requirements::readPip(QByteArray("a\0b", 3)).problem, Problem::NotText);
        QCOMPARE(Requirements::readPip("\xff\xfe\x61").problem, Problem::NotText);
        QCOMPARE(Requirements::readPip(QByteArray(10 * 1024 * 1024, 'x')).problem, Problem::TooLarge);
        QCOMPARE(Requirements::readConda(QByteArray(10 * 1024 * 1024, '-')).problem, Problem::TooLarge);
        QCOMPARE(Requirements::readConda("dependencies: [a, b").problem, Problem::NotYaml);
        QCOMPARE(Requirements::readConda("- just a list\n").problem, Problem::NotYaml);
        QCOMPARE(Requirements::readConda("").problem, Problem::None);
        QCOMPARE(Requirements::readConda("dependencies: 5\n").problem, Problem::None);
        QByteArray bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 20; ++i)
            bomb += QByteArray("a") + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + QByteArray("*a" + QByteArray::number(i - 1) + ", ").repeated(10) + "]\n";
        QCOMPARE(Requirements::readConda(bomb + "dependencies: *a19\n").problem, Problem::NotYaml);
        QCOMPARE(Requirements::readConda(QByteArray("dependencies: ") + QByteArray(100'000, '[')).problem, Problem::NotYaml);
        QByteArray many;
        for (int i = 0; i < 6000; ++i)
            many += "p" + QByteArray::number(i) + "\n";
        const EnvironmentFile cut = Requirements::readPip(many);
        QCOMPARE(cut.problem, Problem::TooLarge);
        QCOMPARE(cut.requirements.size(), Requirements::MaxCount);
    }

    void survivesGarbage()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 500; ++round) {
            QByteArray bytes;
            for (int i = random.bounded(200); i > 0; --i)
                bytes += QByteArray("ab=<>![]();@#\\- \n:{}\"'&*é.\t")[random.bounded(28)];
            Requirements::readPip(bytes);
            Requirements::readConda("dependencies:\n- " + bytes);
            Requirements::readPythonEnv("dependencies:\n- " + bytes);
            readModelSignature("signature:\n  inputs: " + bytes);
        }
    }

    void readsSignatures()
    {
        const QByteArray yaml = "signature:\n"
                                "  inputs: '[{\"type\": \"double\", \"name\": \"age\", \"required\": true}, {\"type\": \"string\", \"name\": \"city\", \"required\": false},\n"
                                "    {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"long\"}}}, \"name\": \"list\"}]'\n"
                                "  outputs: '[{\"type\": \"tensor\", \"tensor-spec\": {\"dtype\": \"float32\", \"shape\": [-1, 28]}}]'\n"
                                "  params: '[{\"name\": \"temperature\", \"type\": \"double\", \"default\": 0.5, \"shape\": null}]'\n";
        const ModelSignature signature = readModelSignature(yaml);
        QCOMPARE(signature.state, ModelSignature::State::Read);
        QStringList lines;
        for (const SignatureColumn &column : signature.columns)
            lines.append(u"%1 %2 %3"_s.arg(int(column.part)).arg(column.name, column.type));
        QCOMPARE(lines, (QStringList{u"0 age double"_s, u"0 city string (optional)"_s, u"0 list array<{a: long}>"_s, u"1 0 float32[-1, 28]"_s, u"2 temperature double = 0.5"_s}));
    }

    void tellsNoSignatureFromADamagedOne()
    {
        using State = ModelSignature::State;
        QCOMPARE(readModelSignature("flavors: {}\n").state, State::None);
        QCOMPARE(readModelSignature("signature: null\n").state, State::None);
        QCOMPARE(readModelSignature("").state, State::Damaged);
        QCOMPARE(readModelSignature("signature:\n  inputs: '[{'\n").state, State::Damaged);
        QCOMPARE(readModelSignature(QByteArray(5'000'000, '{')).state, State::Damaged);
        QByteArray deep = "signature:\n  inputs: '[{\"name\": \"x\", " + QByteArray("\"type\": \"array\", \"items\": {").repeated(200) + QByteArray("}").repeated(201) + "]'\n";
        QCOMPARE(readModelSignature(deep).state, State::Read);
    }
};

QTEST_APPLESS_MAIN(EnvironmentFilesTest)
#include "tst_environmentfiles.moc"
