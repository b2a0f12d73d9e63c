//! What it costs to make the pictures of a page from one 24-megapixel photo, beside sharp.
//!
//!     make bench-photos
//!     cargo bench -p cutline-core --bench photos -- [--peer FOLDER] [--photo PHOTO] [--rounds N]
//!
//! Runs ours and theirs in turn and compares medians of processor time (user and system, of all
//! processes) and of the most memory; then the bytes at equal looks. The peer's folder holds `sharp.mjs`
//! and `node_modules` with sharp; it is looked for at `../shared/bench`, or where `CUTLINE_PEER` says.
//! Without it only our own figures are printed. Fails when a codec was built without SIMD, and when a
//! bound does not hold.

mod looks;
mod measure;
mod photo;
mod product;

use cutline_core::photo::codecs_without_simd;
use cutline_core::photo::darkroom::{PictureFormat, serve_if_asked};
use measure::{Cost, cost, medians};
use product::WIDTHS;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// One row: what we make, what sharp makes for it, and the most that ours may cost of theirs.
struct Row {
    what: &'static str,
    formats: &'static str,
    theirs: &'static str,
    cpu: f64,
    memory: f64,
}

const ROWS: [Row; 4] = [
    Row { what: "5 JPEG", formats: "j", theirs: "naive", cpu: 0.25, memory: 0.5 },
    Row { what: "5 WebP", formats: "w", theirs: "naive", cpu: 0.45, memory: f64::INFINITY },
    Row {
        what: "5 JPEG + 5 WebP",
        formats: "jw",
        theirs: "smart",
        cpu: 0.5,
        memory: f64::INFINITY,
    },
    // Nothing is promised of AVIF: it is made in the background.
    Row {
        what: "5 AVIF",
        formats: "a",
        theirs: "naive",
        cpu: f64::INFINITY,
        memory: f64::INFINITY,
    },
];

/// The most bytes that our JPEGs may have of sharp's with the same looks.
const MAX_BYTES: f64 = 1.02;

/// At which sharp's JPEGs are looked at.
const QUALITIES: [u32; 5] = [70, 75, 80, 85, 90];

fn main() -> Result<(), Box<dyn Error>> {
    serve_if_asked();
    let asked: Vec<String> = std::env::args().skip(1).collect();
    if let [make, formats, photo, hash, folder] = &asked[..]
        && make == "make"
    {
        fs::create_dir_all(folder)?;
        return product::make(Path::new(photo), hash, &named(formats), Path::new(folder));
    }
    let slow = codecs_without_simd();
    if !slow.is_empty() {
        return Err(format!("Built without SIMD, look whether nasm is installed: {slow:?}").into());
    }
    let run = Run::of(&asked)?;
    let held = run.costs()? & run.looks()?;
    if held { Ok(()) } else { Err("A bound does not hold.".into()) }
}

fn named(letters: &str) -> Vec<PictureFormat> {
    letters
        .chars()
        .map(|letter| match letter {
            'j' => PictureFormat::Jpeg,
            'w' => PictureFormat::WebP,
            'a' => PictureFormat::Avif,
            _ => PictureFormat::Png,
        })
        .collect()
}

struct Run {
    /// `None`: not on this machine.
    peer: Option<PathBuf>,
    photo: PathBuf,
    hash: String,
    rounds: usize,
    /// Where the pictures go.
    folder: PathBuf,
}

impl Run {
    fn of(asked: &[String]) -> Result<Run, Box<dyn Error>> {
        let option = |name: &str| {
            let at = asked.iter().position(|argument| argument == name)?;
            asked.get(at + 1).cloned()
        };
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench-photos");
        fs::create_dir_all(&folder)?;
        let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/bench");
        let peer = option("--peer").or_else(|| std::env::var("CUTLINE_PEER").ok());
        let peer = PathBuf::from(peer.unwrap_or(beside.into()));
        let there = peer.join("sharp.mjs").exists() && peer.join("node_modules/sharp").exists();
        if !there {
            println!("No sharp in {}: only our own figures follow.", peer.display());
        }
        let peer = there.then_some(peer);
        let photo = match option("--photo") {
            Some(photo) => PathBuf::from(photo),
            None => camera_like(peer.as_deref(), &folder)?,
        };
        let rounds = option("--rounds").map_or(Ok(7), |rounds| rounds.parse())?;
        let hash = product::hash(&photo)?;
        Ok(Run { peer, photo, hash, rounds, folder })
    }

    /// Whether every bound of the rows holds.
    fn costs(&self) -> Result<bool, Box<dyn Error>> {
        println!("{} MB, {} rounds", fs::metadata(&self.photo)?.len() / 1_000_000, self.rounds);
        let mut held = true;
        for row in &ROWS {
            let (mut ours, mut theirs) = (Vec::new(), Vec::new());
            // AVIF takes ten times as long.
            let rounds = if row.formats == "a" { self.rounds.min(3) } else { self.rounds };
            for _ in 0..rounds {
                ours.push(cost(&mut self.ours(row.formats)?)?);
                if let Some(peer) = &self.peer {
                    theirs.push(cost(&mut self.theirs(peer, row.theirs, row.formats))?);
                }
            }
            let (ours, theirs) = (medians(&ours), medians(&theirs));
            held &= say(row, ours, theirs);
        }
        Ok(held)
    }

    fn ours(&self, formats: &str) -> Result<Command, Box<dyn Error>> {
        let mut command = Command::new(std::env::current_exe()?);
        command
            .args(["make", formats])
            .args([&self.photo, Path::new(&self.hash)])
            .arg(self.folder.join("ours"));
        Ok(command)
    }

    fn theirs(&self, peer: &Path, mode: &str, formats: &str) -> Command {
        let mut command = Command::new("node");
        command.arg(peer.join("sharp.mjs")).args([mode, formats, "2"]);
        command.arg(&self.photo).arg(self.folder.join("theirs"));
        command.stderr(std::process::Stdio::null());
        command
    }

    /// Prints how our pictures look, and whether the five JPEGs have no more bytes than sharp's would
    /// have where they look as good in the mean.
    fn looks(&self) -> Result<bool, Box<dyn Error>> {
        let references = looks::references(&self.photo)?;
        cost(&mut self.ours("jwa")?)?;
        let Some(peer) = &self.peer else { return Ok(true) };
        let (ours, curve) = (self.folder.join("ours"), self.folder.join("curve"));
        script(peer, "curve", &[&self.photo, &curve])?;
        println!("score and KB of   {:>30}", WIDTHS.map(|width| format!("{width:>12}")).concat());
        let mut jpeg = (0.0, 0.0);
        for ending in ["jpg", "webp", "avif"] {
            let files = WIDTHS.map(|width| ours.join(format!("{width}.{ending}")));
            let row = seen(peer, &self.folder.join("seen"), &files, &references)?;
            say_looks(&format!("our {ending}"), &row);
            if ending == "jpg" {
                jpeg = mean(&row);
            }
        }
        let mut means = Vec::new();
        for quality in QUALITIES {
            let files = WIDTHS.map(|width| curve.join(format!("{width}-{quality}.jpg")));
            let row = seen(peer, &self.folder.join("seen"), &files, &references)?;
            say_looks(&format!("sharp's jpg {quality}"), &row);
            means.push(mean(&row));
        }
        let ratio = jpeg.1 / looks::bytes_at(jpeg.0, &means);
        println!("bytes at equal looks: {ratio:.3} of sharp's or less, at most {MAX_BYTES}");
        Ok(ratio <= MAX_BYTES)
    }
}

fn script(peer: &Path, what: &str, arguments: &[&Path]) -> Result<Cost, Box<dyn Error>> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../benches/photos/peer.mjs");
    cost(Command::new("node").arg(script).arg(peer).arg(what).args(arguments))
}

/// Score and bytes of each picture, beside the lossless one of its width.
fn seen(
    peer: &Path,
    folder: &Path,
    files: &[PathBuf],
    references: &[image::RgbImage],
) -> Result<Vec<(f64, f64)>, Box<dyn Error>> {
    let mut arguments = vec![folder];
    arguments.extend(files.iter().map(PathBuf::as_path));
    script(peer, "png", &arguments)?;
    let one = |(file, reference): (&PathBuf, &image::RgbImage)| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let shown = looks::open(&folder.join(format!("{name}.png")))?;
        Ok((looks::score(reference, &shown)?, fs::metadata(file)?.len() as f64))
    };
    files.iter().zip(references).map(one).collect()
}

fn say_looks(what: &str, row: &[(f64, f64)]) {
    let each = row.iter().map(|(score, bytes)| format!("{score:6.1} {:5.0}", bytes / 1e3));
    let (score, bytes) = mean(row);
    println!("{what:16} {}   mean {score:.1}, sum {:.0}", each.collect::<String>(), bytes / 1e3);
}

/// The mean of the scores and the sum of the bytes.
fn mean(row: &[(f64, f64)]) -> (f64, f64) {
    let scores: f64 = row.iter().map(|(score, _)| score).sum();
    (scores / row.len() as f64, row.iter().map(|(_, bytes)| bytes).sum())
}

/// A photo of 24 megapixels, by the peer's own recipe where it has one.
fn camera_like(peer: Option<&Path>, folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let made = folder.join("24-megapixels.jpg");
    let recipe = peer.map(|peer| peer.join("make-photo.mjs")).filter(|recipe| recipe.exists());
    match recipe {
        Some(recipe) => {
            let sample =
                concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/sample/opening-day.jpg");
            cost(Command::new("node").arg(recipe).arg(sample).arg(&made))?;
        }
        None => photo::make(&made)?,
    }
    Ok(made)
}

fn say(row: &Row, ours: Cost, theirs: Cost) -> bool {
    let what = row.what;
    print!("{what}: {:.3} s of CPU, {:.2} s, {:.0} MiB", ours.cpu, ours.wall, ours.memory);
    if theirs.cpu == 0.0 {
        println!();
        return true;
    }
    let (cpu, memory) = (ours.cpu / theirs.cpu, ours.memory / theirs.memory);
    print!("; sharp {} {:.3} s, {:.0} MiB", row.theirs, theirs.cpu, theirs.memory);
    println!(": {cpu:.3} of its CPU, {memory:.2} of its memory");
    let held = cpu <= row.cpu && memory <= row.memory;
    if !held {
        println!("  over its bound: {} of the CPU, {} of the memory", row.cpu, row.memory);
    }
    held
}
