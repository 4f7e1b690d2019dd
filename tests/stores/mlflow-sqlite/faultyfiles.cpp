// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stores/mlflow-sqlite/faultyfiles.h"

#include <cstring>

namespace Assay::Testing {

namespace {

struct State {
    sqlite3_vfs *real = nullptr;
    sqlite3_vfs vfs{};
    int left = 0; // operations until the one that fails; 0: none fails
    bool forEver = false;
    bool failed = false;
};
State state;

struct File {
    sqlite3_file base;
    // the real file follows
};

sqlite3_file *real(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<File *>(file) + 1);
}

bool fails()
{
    if (state.failed && state.forEver)
        return true;
    if (state.left == 0 || --state.left > 0)
        return false;
    state.failed = true;
    return true;
}

const sqlite3_io_methods *methods()
{
    static const sqlite3_io_methods all = [] {
        sqlite3_io_methods m{};
        m.iVersion = 2;
        m.xClose = [](sqlite3_file *f) { return real(f)->pMethods->xClose(real(f)); };
        m.xRead = [](sqlite3_file *f, void *to, int n, sqlite3_int64 at) {
            return real(f)->pMethods->xRead(real(f), to, n, at);
        };
        m.xWrite = [](sqlite3_file *f, const void *from, int n, sqlite3_int64 at) {
            return fails() ? SQLITE_IOERR_WRITE : real(f)->pMethods->xWrite(real(f), from, n, at);
        };
        m.xTruncate = [](sqlite3_file *f, sqlite3_int64 n) {
            return fails() ? SQLITE_IOERR_TRUNCATE : real(f)->pMethods->xTruncate(real(f), n);
        };
        m.xSync = [](sqlite3_file *f, int flags) {
            return fails() ? SQLITE_IOERR_FSYNC : real(f)->pMethods->xSync(real(f), flags);
        };
        m.xFileSize = [](sqlite3_file *f, sqlite3_int64 *n) {
            return real(f)->pMethods->xFileSize(real(f), n);
        };
        m.xLock = [](sqlite3_file *f, int lock) { return real(f)->pMethods->xLock(real(f), lock); };
        m.xUnlock
            = [](sqlite3_file *f, int lock) { return real(f)->pMethods->xUnlock(real(f), lock); };
        m.xCheckReservedLock = [](sqlite3_file *f, int *out) {
            return real(f)->pMethods->xCheckReservedLock(real(f), out);
        };
        m.xFileControl = [](sqlite3_file *f, int op, void *arg) {
            return real(f)->pMethods->xFileControl(real(f), op, arg);
        };
        m.xSectorSize = [](sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); };
        m.xDeviceCharacteristics
            = [](sqlite3_file *f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); };
        m.xShmMap = [](sqlite3_file *f, int page, int n, int extend, void volatile **to) {
            return real(f)->pMethods->xShmMap(real(f), page, n, extend, to);
        };
        m.xShmLock = [](sqlite3_file *f, int at, int n, int flags) {
            return real(f)->pMethods->xShmLock(real(f), at, n, flags);
        };
        m.xShmBarrier = [](sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); };
        m.xShmUnmap = [](sqlite3_file *f, int remove) {
            return real(f)->pMethods->xShmUnmap(real(f), remove);
        };
        return m;
    }();
    return &all;
}

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *out)
{
    file->pMethods = nullptr;
    const int code = state.real->xOpen(state.real, name, real(file), flags, out);
    if (code == SQLITE_OK)
        file->pMethods = methods();
    return code;
}

int removeFile(sqlite3_vfs *, const char *name, int sync)
{
    return fails() ? SQLITE_IOERR_DELETE : state.real->xDelete(state.real, name, sync);
}

} // namespace

void FaultyFiles::install()
{
    state.real = sqlite3_vfs_find(nullptr);
    state.vfs = *state.real;
    state.vfs.zName = "faulty";
    state.vfs.szOsFile = int(sizeof(File)) + state.real->szOsFile;
    state.vfs.xOpen = openFile;
    state.vfs.xDelete = removeFile;
    sqlite3_vfs_register(&state.vfs, 1);
}

void FaultyFiles::failAt(int n, Mode mode)
{
    state.left = n;
    state.forEver = mode == Mode::ForEver;
    state.failed = false;
}

bool FaultyFiles::hasFailed()
{
    return state.failed;
}

void FaultyFiles::heal()
{
    state.left = 0;
    state.failed = false;
}

} // namespace Assay::Testing
