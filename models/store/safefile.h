// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace Assay {

// An open file descriptor, closed at the end; or the errno value that kept it from being opened.
class Descriptor
{
public:
    Descriptor() = default;
    static Descriptor adopt(int fd) { return Descriptor(fd, 0); }
    static Descriptor failed(int error) { return Descriptor(-1, error); }
    ~Descriptor() { close(); }
    Descriptor(Descriptor &&other) noexcept : m_fd(other.m_fd), m_error(other.m_error) { other.m_fd = -1; }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        if (this != &other) {
            close();
            m_fd = other.m_fd;
            m_error = other.m_error;
            other.m_fd = -1;
        }
        return *this;
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    explicit operator bool() const { return m_fd >= 0; }
    int fd() const { return m_fd; }
    int error() const { return m_error; } // errno; 0 when open

private:
    Descriptor(int fd, int error) : m_fd(fd), m_error(error) {}
    void close();

    int m_fd = -1;
    int m_error = 0;
};

enum class FileKind { Unknown, File, Folder, Link, Other };

struct FolderEntry {
    std::string name; // bytes as the file system has them; need not be UTF-8
    FileKind kind = FileKind::Unknown;
};

// The one place that opens files of other people's stores. Nothing here follows a symbolic link or ".." below the
// folder that it starts from, waits for a pipe, or opens anything but folders and regular files.
// Names are bytes. Errors are errno values (0: none): ELOOP for a link, EXDEV for a way out of the folder,
// NotRegular for what is neither folder nor file. Thread-safe.
namespace SafeFile {

extern const int NotRegular;

// A folder that the person or a rule named: links in `path` are followed.
Descriptor openRoot(const std::string &path);
// `beneath`: a relative path; empty for the folder itself.
Descriptor openFolder(int folder, const std::string &beneath);
Descriptor openFile(int folder, const std::string &beneath);
// For a name (without '/') that a listing just gave as a file: without the check of its kind.
Descriptor openListedFile(int folder, const char *name);
// What openFolder() and openFile() do where the kernel has no openat2(): one openat() for each part of the path.
Descriptor openByParts(int folder, const std::string &beneath, int flags);

struct Listing {
    std::vector<FolderEntry> entries; // in the folder's own order, kinds known
    int error = 0;
};
// Everything in an open folder but "." and "..". May be called again on the same descriptor.
Listing list(int folder);

// The bytes of the name in an open folder that is shown as `shown`: names need not be UTF-8. Empty for what is no name
// ("..", with '/') and for a name with replacement characters that fits nothing.
std::string entryName(int folder, const QString &shown);

struct FileStat {
    FileKind kind = FileKind::Unknown;
    qint64 size = 0;
    int error = 0;
};
FileStat stat(int folder, const char *name); // a link is itself
FileStat stat(int fd);

// "no permission", "a symbolic link, which is not followed": translated, for the middle of a sentence.
QString errorText(int error);
// The Error for a failed opening of `what` (shown to people).
Error openError(int error, const QString &what);

} // namespace SafeFile

// Reads files whole into a buffer that is used again. One thread at a time.
class FileReader
{
public:
    struct Bytes {
        std::string_view bytes; // valid until the next call
        bool isCut = false;     // the file goes on after `cap` bytes
        int error = 0;
    };
    Bytes read(const Descriptor &file, size_t cap);

private:
    std::vector<char> m_buffer;
};

} // namespace Assay
