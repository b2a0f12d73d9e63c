//! How much of the machine a process has taken so far.

use std::time::Duration;

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Taken {
    /// Zero where the system does not say it.
    pub cpu: Duration,
    pub resident_bytes: u64,
}

/// `None` for a process that has ended.
#[cfg(target_os = "linux")]
pub(super) fn taken(process: u32) -> Option<Taken> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let resident_pages = {
        let statm = std::fs::read_to_string(format!("/proc/{process}/statm")).ok()?;
        statm.split(' ').nth(1)?.parse::<u64>().ok()?
    };
    let second = rustix::param::clock_ticks_per_second();
    Some(Taken {
        cpu: Duration::from_millis(cpu_ticks(&stat)? * 1_000 / second),
        resident_bytes: resident_pages * rustix::param::page_size() as u64,
    })
}

/// utime and stime, the 14th and 15th value of `/proc/<process>/stat` (proc(5)). The second is the
/// name in brackets and may hold anything.
#[cfg(target_os = "linux")]
fn cpu_ticks(stat: &str) -> Option<u64> {
    let mut values = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let mut next = || values.next()?.parse::<u64>().ok();
    Some(next()? + next()?)
}

/// Asks `ps`, which every Unix has: its memory is in KiB.
#[cfg(all(unix, not(target_os = "linux")))]
pub(super) fn taken(process: u32) -> Option<Taken> {
    let process = process.to_string();
    let said =
        std::process::Command::new("ps").args(["-o", "rss=", "-p", &process]).output().ok()?;
    let kib: u64 = String::from_utf8_lossy(&said.stdout).trim().parse().ok()?;
    Some(Taken { cpu: Duration::ZERO, resident_bytes: kib << 10 })
}

#[cfg(not(unix))]
pub(super) fn taken(_process: u32) -> Option<Taken> {
    None
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_process_has_taken_something() {
        let here = taken(std::process::id()).unwrap();
        assert!(here.resident_bytes > 100_000, "{here:?}");
        assert!(taken(u32::MAX).is_none());
    }

    #[test]
    fn a_name_with_brackets_changes_nothing() {
        let stat = "7 (a) b (c)) S 1 2 3 4 5 6 7 8 9 10 250 50 0 0";
        assert_eq!(cpu_ticks(stat), Some(300));
        assert_eq!(cpu_ticks("7 (a"), None);
    }
}
