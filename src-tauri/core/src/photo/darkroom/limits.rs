//! What a worker gives up before it looks at the first byte: memory without end, files, the network,
//! other programs, its place in the queue for the processor.
//!
//! Whatever a system does not let it give up is left: the program watches its time and its memory
//! from outside in any case (`watch.rs`).

use std::io::Write;

/// The private memory of a worker, in bytes. It is the limit on data (`RLIMIT_DATA`) and not the one
/// on addresses (`RLIMIT_AS`): the window's program maps half a gigabyte of libraries that a worker
/// never touches, and threads reserve addresses that they never fill. What comes on top of it is the
/// program's code and the main stack, which keeps the whole below a gigabyte.
#[cfg(unix)]
const MAX_DATA_BYTES: u64 = 900 << 20;

/// Takes all limits on, and gives the pipe for answers. Nothing else writes to it from here on, even
/// a library that prints.
#[cfg(unix)]
pub(super) fn take_on() -> Box<dyn Write> {
    close_what_was_inherited();
    let answers = own_pipe();
    shrink();
    #[cfg(target_os = "linux")]
    linux::take_on();
    answers
}

#[cfg(not(unix))]
pub(super) fn take_on() -> Box<dyn Write> {
    Box::new(std::io::stdout())
}

#[cfg(unix)]
fn own_pipe() -> Box<dyn Write> {
    let own = rustix::io::dup(rustix::stdio::stdout());
    match own {
        Ok(own) if rustix::stdio::dup2_stdout(rustix::stdio::stderr()).is_ok() => {
            Box::new(std::fs::File::from(own))
        }
        _ => Box::new(std::io::stdout()),
    }
}

/// Closes every open file but the three pipes: a library of the program may have left some open to
/// its children.
#[cfg(unix)]
fn close_what_was_inherited() {
    use rustix::io::{close, fcntl_getfd};
    use std::os::fd::BorrowedFd;
    let Ok(open) = std::fs::read_dir("/dev/fd") else { return };
    let open: Vec<i32> = open
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter(|number| *number > 2)
        .collect();
    for number in open {
        // SAFETY: this is the first thing that the process does, before anything in it has opened a
        // file, so nothing in it owns this number. The list's own is closed already.
        unsafe {
            if fcntl_getfd(BorrowedFd::borrow_raw(number)).is_ok() {
                close(number);
            }
        }
    }
}

#[cfg(unix)]
fn shrink() {
    use rustix::process::{Resource, Rlimit, setpriority_process, setrlimit};
    let at_most = |bytes| Rlimit { current: Some(bytes), maximum: Some(bytes) };
    let _ = setrlimit(Resource::Data, at_most(MAX_DATA_BYTES));
    let _ = setrlimit(Resource::Core, at_most(0));
    let _ = setpriority_process(None, 10);
}

#[cfg(target_os = "linux")]
mod linux {
    use rustix::process::{Signal, set_parent_process_death_signal};
    use rustix::thread::set_name;
    use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, apply_filter};
    use std::collections::BTreeMap;

    pub(super) fn take_on() {
        let _ = set_name(c"darkroom");
        // The thread that started this process lives as long as the program wants it to.
        let _ = set_parent_process_death_signal(Some(Signal::KILL));
        // A kernel without such filters runs the worker without.
        if let Some(filter) = filter() {
            let _ = apply_filter(&filter);
        }
    }

    /// Lets through what computing and threads need and whatever a later C library may add; refuses,
    /// as if there were no right to it, what reaches outside.
    fn filter() -> Option<BpfProgram> {
        let rules: BTreeMap<i64, Vec<_>> = REFUSED.iter().map(|call| (*call, Vec::new())).collect();
        let refuse = SeccompAction::Errno(libc::EPERM as u32);
        let here = std::env::consts::ARCH.try_into().ok()?;
        SeccompFilter::new(rules, SeccompAction::Allow, refuse, here).ok()?.try_into().ok()
    }

    const REFUSED: &[i64] = &[
        // Files.
        libc::SYS_openat,
        libc::SYS_openat2,
        libc::SYS_open_by_handle_at,
        libc::SYS_unlinkat,
        libc::SYS_renameat2,
        libc::SYS_linkat,
        libc::SYS_symlinkat,
        libc::SYS_mkdirat,
        libc::SYS_mknodat,
        libc::SYS_fchmodat,
        libc::SYS_fchownat,
        libc::SYS_truncate,
        libc::SYS_mount,
        libc::SYS_chroot,
        libc::SYS_memfd_create,
        // The network and other ways out.
        libc::SYS_socket,
        libc::SYS_socketpair,
        libc::SYS_connect,
        libc::SYS_bind,
        libc::SYS_listen,
        libc::SYS_accept,
        libc::SYS_accept4,
        libc::SYS_io_uring_setup,
        libc::SYS_shmget,
        libc::SYS_msgget,
        // Other programs.
        libc::SYS_execve,
        libc::SYS_execveat,
        libc::SYS_kill,
        libc::SYS_ptrace,
        libc::SYS_process_vm_readv,
        libc::SYS_process_vm_writev,
        libc::SYS_pidfd_open,
        // The kernel.
        libc::SYS_bpf,
        libc::SYS_perf_event_open,
        libc::SYS_userfaultfd,
        libc::SYS_keyctl,
        libc::SYS_add_key,
        libc::SYS_unshare,
        libc::SYS_setns,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_open,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_creat,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_unlink,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_rename,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_renameat,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_link,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_symlink,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_mkdir,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_rmdir,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_chmod,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_chown,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_fork,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_vfork,
    ];
}
