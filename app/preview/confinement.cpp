// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/confinement.h"

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <span>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace Assay {

namespace {

constexpr rlim_t MaxMemory = rlim_t(1) << 30;
constexpr rlim_t MaxSeconds = 5;
constexpr rlim_t MaxFiles = 64;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool HasSanitizer = true; // reserves terabytes of addresses
#else
constexpr bool HasSanitizer = false;
#endif

void limit(decltype(RLIMIT_CPU) what, rlim_t soft, rlim_t hard)
{
    const rlimit value{soft, hard};
    (void)setrlimit(what, &value);
}

#if defined(__x86_64__)
constexpr uint32_t Architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr uint32_t Architecture = AUDIT_ARCH_AARCH64;
#else
constexpr uint32_t Architecture = 0; // no filter; the limits hold all the same
#endif

constexpr uint32_t Forbidden[] = {
    SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen, SYS_accept4, SYS_sendto, SYS_sendmsg,
    SYS_execve, SYS_execveat, SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_kill,
    SYS_unlinkat, SYS_renameat2, SYS_mkdirat, SYS_linkat, SYS_symlinkat, SYS_mknodat, SYS_fchmodat, SYS_fchownat,
    SYS_truncate, SYS_mount, SYS_umount2, SYS_unshare, SYS_setns, SYS_bpf, SYS_add_key, SYS_keyctl, SYS_userfaultfd,
#ifdef SYS_io_uring_setup
    SYS_io_uring_setup,
#endif
#ifdef SYS_fork
    SYS_fork, SYS_vfork,
#endif
#ifdef SYS_unlink
    SYS_unlink, SYS_rename, SYS_mkdir, SYS_rmdir, SYS_link, SYS_symlink, SYS_mknod, SYS_chmod, SYS_chown, SYS_creat,
#endif
#ifdef SYS_renameat
    SYS_renameat,
#endif
#ifdef SYS_openat2
    SYS_openat2,
#endif
};

constexpr uint32_t Opening[] = {
    SYS_openat,
#ifdef SYS_open
    SYS_open,
#endif
};

constexpr uint32_t WriteFlags = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;

sock_filter load(size_t offset)
{
    return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, uint32_t(offset));
}

sock_filter answer(uint32_t value)
{
    return BPF_STMT(BPF_RET | BPF_K, value);
}

constexpr uint32_t Deny = SECCOMP_RET_ERRNO | EPERM;

// `call` is allowed unless (or only if) one of `bits` is set in its argument.
void restrictArgument(std::vector<sock_filter> &program, uint32_t call, int argument, uint32_t bits, bool allowWhenSet)
{
    program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 4));
    program.push_back(load(offsetof(seccomp_data, args) + size_t(argument) * sizeof(uint64_t))); // the low half
    program.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, 0, 1));
    program.push_back(answer(allowWhenSet ? SECCOMP_RET_ALLOW : Deny));
    program.push_back(answer(allowWhenSet ? Deny : SECCOMP_RET_ALLOW));
}

std::vector<sock_filter> filterWithout(std::span<const uint32_t> calls)
{
    std::vector<sock_filter> program{load(offsetof(seccomp_data, arch)),
                                     BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, Architecture, 1, 0),
                                     answer(Deny),
                                     load(offsetof(seccomp_data, nr))};
    for (const uint32_t call : calls) {
        program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1));
        program.push_back(answer(Deny));
    }
    return program;
}

void install(std::vector<sock_filter> program)
{
    if (Architecture == 0)
        return;
    program.push_back(answer(SECCOMP_RET_ALLOW));
    const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
    (void)prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

void forbidSystemCalls()
{
    std::vector<sock_filter> program = filterWithout(Forbidden);
#ifdef SYS_clone3
    program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1));
    program.push_back(answer(SECCOMP_RET_ERRNO | ENOSYS)); // its flags lie in memory; the C library falls back to clone
#endif
    restrictArgument(program, SYS_clone, 0, CLONE_THREAD, true);
    restrictArgument(program, SYS_openat, 2, WriteFlags, false);
#ifdef SYS_open
    restrictArgument(program, SYS_open, 1, WriteFlags, false);
#endif
    install(std::move(program));
}

} // namespace

void confineProcess()
{
#ifdef SYS_close_range
    (void)syscall(SYS_close_range, 3U, ~0U, 0U);
#endif
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    (void)prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    (void)prctl(PR_SET_DUMPABLE, 0);
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_CPU, MaxSeconds, MaxSeconds + 1);
    limit(RLIMIT_NOFILE, MaxFiles, MaxFiles);
    if (!HasSanitizer)
        limit(RLIMIT_AS, MaxMemory, MaxMemory);
    forbidSystemCalls();
}

void closeTheDoor()
{
    install(filterWithout(Opening));
}

} // namespace Assay
