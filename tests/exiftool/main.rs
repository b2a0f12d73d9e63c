//! Compares what Cutline reads of a folder of photos with what ExifTool reads, value by value.
//!
//! Without an argument: the photos beside the project, with ExifTool's readings as they are kept there
//! (`exiftool.json`) and the values of picked files (`expected.json`). With a folder as the argument,
//! or in `PHOTOS`: ExifTool itself is run over it. Fails when less than 99 % of a carrier's values are
//! equal, when a picked value is not what stands, and when a file takes longer than it may.

mod reference;
mod rules;
mod tally;

use cutline_core::photo::{Carrier, Facts, inspect};
use reference::{Reference, picked};
use rules::{allowed, standing};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use tally::{Tally, Verdict};

const CARRIERS: [Carrier; 3] = [Carrier::Xmp, Carrier::Iim, Carrier::Exif];

/// For one file, in an optimised build; tests of the dev build are given more.
const LONGEST: Duration =
    if cfg!(debug_assertions) { Duration::from_secs(1) } else { Duration::from_millis(100) };

fn main() -> ExitCode {
    let given = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let given = given.or_else(|| std::env::var("PHOTOS").ok().filter(|folder| !folder.is_empty()));
    let folder = given.as_ref().map_or_else(beside_the_project, PathBuf::from);
    if !folder.is_dir() {
        println!("Nothing was compared: there is no folder {}.", folder.display());
        return if given.is_some() { ExitCode::FAILURE } else { ExitCode::SUCCESS };
    }
    let references = match given {
        Some(_) => reference::ask_exiftool(&folder),
        None => reference::kept(&folder),
    };
    match references {
        Ok(references) => compare(&folder, &references),
        Err(problem) => {
            println!("Nothing was compared: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn beside_the_project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/photos")
}

fn compare(folder: &Path, references: &[Reference]) -> ExitCode {
    let mut tally = Tally::default();
    for reference in references {
        compare_file(folder, reference, &mut tally);
    }
    for picked in picked(folder) {
        if let Some(whole) = references.iter().find(|reference| reference.file == picked.file) {
            check_picked(folder, &picked, whole, &mut tally);
        }
    }
    tally.print();
    if tally.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn compare_file(folder: &Path, reference: &Reference, tally: &mut Tally) {
    let Some(facts) = facts_of(folder, &reference.file, tally) else {
        let lost = CARRIERS.into_iter().flat_map(|carrier| reference.values(carrier)).count();
        tally.lost += lost;
        return;
    };
    for carrier in CARRIERS {
        for (field, theirs) in reference.fields(carrier) {
            let ours = reading(&facts, field, carrier);
            let verdict = match (&theirs, ours) {
                (None, None) => continue,
                (Some(theirs), Some(ours)) if theirs.is(ours) => Verdict::Equal,
                (theirs, ours) => {
                    let why = allowed(&reference.file, field, carrier);
                    Verdict::Different {
                        theirs: theirs.as_ref().map(|theirs| theirs.text.clone()),
                        ours: ours.map(str::to_owned),
                        why,
                    }
                }
            };
            tally.count(&reference.file, field, carrier, verdict);
        }
    }
}

/// Every field of which a picked value is given; `whole` has what ExifTool says besides.
fn check_picked(folder: &Path, picked: &Reference, whole: &Reference, tally: &mut Tally) {
    let Some(facts) = facts_of(folder, &picked.file, tally) else { return };
    for field in rules::fields() {
        if CARRIERS.iter().all(|carrier| picked.value(field, *carrier).is_none()) {
            continue;
        }
        let value = |carrier| Some((carrier, whole.value(field, carrier)?));
        let readings: Vec<_> = CARRIERS.into_iter().filter_map(value).collect();
        let Some(expected) = standing(&picked.file, field, &readings) else { continue };
        let stands = facts.get(field).unwrap_or_default();
        tally.picked += 1;
        if !expected.is(stands) {
            let wrong = format!("{} {field:?}: {stands:?}, not {:?}", picked.file, expected.text);
            tally.wrong.push(wrong);
        }
    }
}

/// What Cutline reads of a file. Counts a refusal and a file that takes too long.
fn facts_of(folder: &Path, file: &str, tally: &mut Tally) -> Option<Facts> {
    let bytes = std::fs::read(folder.join(file)).ok()?;
    let start = Instant::now();
    let inspected = inspect(&bytes);
    let took = start.elapsed();
    if took > LONGEST {
        tally.slow.push(format!("{file} took {} ms", took.as_millis()));
    }
    match inspected {
        Ok(inspected) => Some(inspected.facts),
        Err(error) => {
            tally.refused.insert(file.to_owned(), error.to_string());
            None
        }
    }
}

fn reading(facts: &Facts, field: cutline_core::photo::Field, carrier: Carrier) -> Option<&str> {
    let fact = facts.0.get(&field)?;
    let others = fact.others.iter().map(|other| (other.carrier, other.value.as_str()));
    let stands = (fact.carrier, fact.value.as_str());
    std::iter::once(stands)
        .chain(others)
        .find(|(of, value)| *of == carrier && !value.is_empty())
        .map(|(_, value)| value)
}
