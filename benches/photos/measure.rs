//! What a program costs: processor time and memory of it and of every program that it starts.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How often memory is looked at.
const EVERY: Duration = Duration::from_millis(2);

#[derive(Debug, Clone, Copy, Default)]
pub struct Cost {
    /// User and system time together, in seconds.
    pub cpu: f64,
    pub wall: f64,
    /// The sum of the most that each process held in memory, in MiB; what two share counts twice.
    pub memory: f64,
}

/// Runs the command to its end.
pub fn cost(command: &mut Command) -> Result<Cost, Box<dyn Error>> {
    inherit_orphans();
    let before = children_cpu();
    let begin = Instant::now();
    let mut child = command.stdin(Stdio::null()).stderr(Stdio::inherit()).spawn()?;
    let mut most = HashMap::new();
    let status = loop {
        look(child.id(), &mut most);
        match child.try_wait()? {
            Some(status) => break status,
            None => sleep(EVERY),
        }
    };
    wait_for_orphans();
    if !status.success() {
        return Err(format!("{command:?} failed: {status}").into());
    }
    let memory = most.values().sum::<u64>() as f64 / 1024.0;
    Ok(Cost { cpu: children_cpu() - before, wall: begin.elapsed().as_secs_f64(), memory })
}

/// Notes the peak of this process and of those below it, in KiB.
fn look(process: u32, most: &mut HashMap<u32, u64>) {
    let folder = format!("/proc/{process}");
    let Ok(status) = fs::read_to_string(format!("{folder}/status")) else { return };
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
    if let Some(peak) = peak {
        most.insert(process, peak);
    }
    let Ok(threads) = fs::read_dir(Path::new(&folder).join("task")) else { return };
    for thread in threads.flatten() {
        let children = fs::read_to_string(thread.path().join("children")).unwrap_or_default();
        for child in children.split_whitespace().filter_map(|child| child.parse().ok()) {
            look(child, most);
        }
    }
}

/// Makes processes ours whose parent has ended, so that their time is counted too: a worker outlives
/// its program by a moment.
fn inherit_orphans() {
    // SAFETY: it only sets a flag of this process.
    unsafe { libc::prctl(libc::PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) };
}

fn wait_for_orphans() {
    // SAFETY: it is told to leave the status nowhere. Fails when no child is left.
    while unsafe { libc::waitpid(-1, std::ptr::null_mut(), 0) } > 0 {}
}

/// Of all processes that have ended and were waited for, in seconds.
fn children_cpu() -> f64 {
    // SAFETY: zero is a value of every field, and the call fills the structure it is given.
    let usage = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        libc::getrusage(libc::RUSAGE_CHILDREN, &mut usage);
        usage
    };
    let seconds = |time: libc::timeval| time.tv_sec as f64 + time.tv_usec as f64 / 1e6;
    seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

/// The middle one of each.
pub fn medians(costs: &[Cost]) -> Cost {
    Cost {
        cpu: median(costs.iter().map(|cost| cost.cpu)),
        wall: median(costs.iter().map(|cost| cost.wall)),
        memory: median(costs.iter().map(|cost| cost.memory)),
    }
}

fn median(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = numbers.collect();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}
