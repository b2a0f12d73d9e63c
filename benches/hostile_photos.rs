//! Opens every file of a folder as a photo, each in a worker process of its own, and says what came of
//! it, how long it took, by the clock and of the processor, and how much memory the worker had at most.
//!
//! Fails when a file takes more than a second of the processor or a gigabyte, whether it is a picture
//! or not: the folder is one of files that were made to do harm, or are broken. The processor's time
//! and the memory are told on Linux only.

use cutline_core::photo::PhotoError;
use cutline_core::photo::darkroom::{
    Darkroom, Order, Original, PictureFormat, Purpose, Size, Wanted, serve_if_asked,
};
use cutline_core::story::Framing;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{scope, sleep};
use std::time::{Duration, Instant};

const LONGEST: Duration = Duration::from_secs(1);
const MOST_BYTES: u64 = 1 << 30;

fn main() -> ExitCode {
    serve_if_asked();
    let named: Vec<PathBuf> =
        std::env::args_os().skip(1).filter(|name| name != "--bench").map(Into::into).collect();
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/hostile/images");
    let folders = if named.is_empty() { vec![beside] } else { named };
    let files: Vec<PathBuf> = folders.iter().flat_map(|folder| files(folder)).collect();
    if files.is_empty() {
        println!(
            "There is nothing to open in {folders:?}. Name a folder: make hostile-photos PHOTOS=…"
        );
        return ExitCode::SUCCESS;
    }
    let seen: Vec<Seen> = files.iter().flat_map(|file| see(file)).collect();
    let slowest = seen.iter().max_by_key(|seen| seen.cpu);
    let largest = seen.iter().max_by_key(|seen| seen.bytes);
    if let (Some(slowest), Some(largest)) = (slowest, largest) {
        println!("{} files", files.len());
        println!("slowest: {:?} of the processor, {}", slowest.cpu, slowest.name);
        println!("most memory: {} MiB, {}", largest.bytes >> 20, largest.name);
    }
    let too_much = |seen: &Seen| seen.cpu > LONGEST || seen.bytes > MOST_BYTES;
    if seen.iter().any(too_much) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

struct Seen {
    name: String,
    cpu: Duration,
    /// At most, of the worker.
    bytes: u64,
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries
        .flat_map(|entry| match entry.path() {
            path if path.is_dir() => files(&path),
            path => vec![path],
        })
        .collect();
    found.sort();
    found
}

/// Pictures for a page, then the thumbnail.
fn see(file: &Path) -> [Seen; 2] {
    let bytes = fs::read(file).unwrap_or_default();
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let pictures = measured(&name, "pictures", |darkroom| develop(darkroom, &bytes));
    let thumbnail = measured(&name, "thumbnail", |darkroom| {
        darkroom
            .thumbnail(&bytes, 320)
            .map(|made| format!("{} × {}", made.width_px, made.height_px))
    });
    [pictures, thumbnail]
}

fn measured(
    name: &str,
    what: &str,
    work: impl FnOnce(&Darkroom) -> Result<String, PhotoError>,
) -> Seen {
    let darkroom = Darkroom::of_this_program();
    let (done, bytes, cpu) = (AtomicBool::new(false), AtomicU64::new(0), AtomicU64::new(0));
    let look = || {
        let (most, worked) = children();
        bytes.fetch_max(most, Ordering::Relaxed);
        cpu.fetch_max(worked, Ordering::Relaxed);
    };
    let begun = Instant::now();
    let (result, took) = scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                look();
                sleep(Duration::from_millis(2));
            }
        });
        let result = work(&darkroom);
        let took = begun.elapsed();
        look();
        done.store(true, Ordering::Relaxed);
        (result, took)
    });
    let (bytes, cpu) = (bytes.into_inner(), Duration::from_millis(cpu.into_inner() * 10));
    let said = result.unwrap_or_else(|error| format!("it {error}"));
    let (clock, worked) = (took.as_millis(), cpu.as_millis());
    println!("{clock:>6} ms {worked:>5} ms of CPU {:>4} MiB  {name} ({what}): {said}", bytes >> 20);
    Seen { name: name.to_owned(), cpu, bytes }
}

fn develop(darkroom: &Darkroom, bytes: &[u8]) -> Result<String, PhotoError> {
    let wanted = [480, 1280].map(|width| Wanted {
        size: Size::Width(width),
        format: PictureFormat::Jpeg,
        purpose: Purpose::Page,
    });
    let order = Order { framing: Framing::default(), wanted: wanted.to_vec() };
    let each = &mut |_, _| ControlFlow::Continue(());
    let developed = darkroom.develop(Original::Bytes(bytes), &order, each)?;
    let remarks = developed.remarks.join(" ");
    Ok(format!("{} × {} {remarks}", developed.width_px, developed.height_px))
}

/// The most memory that a process started by this one ever had, in bytes, and the hundredths of a
/// second that it worked (the usual unit; proc(5)).
fn children() -> (u64, u64) {
    let here = std::process::id().to_string();
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let children = processes.filter_map(|entry| {
        let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
        let values: Vec<&str> = stat.rsplit_once(") ")?.1.split(' ').collect();
        if *values.get(1)? != here {
            return None;
        }
        let number = |at: usize| values.get(at)?.parse::<u64>().ok();
        let status = fs::read_to_string(entry.path().join("status")).ok()?;
        let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kib = most.trim().trim_end_matches(" kB").parse::<u64>().ok()?;
        Some((kib << 10, number(11)? + number(12)?))
    });
    children.fold((0, 0), |most, child| (most.0.max(child.0), most.1.max(child.1)))
}
