//! Files of every format with bytes changed, cut out, doubled and put in: whatever comes of it, reading
//! the facts gives facts or a sentence, soon, and never a panic.
//!
//! A few thousand by default; `MUTATIONS=1000000` (or `make fuzz-photos`) runs longer. The changes
//! follow from their number alone, so a failure names the file and the number that give it again.

use cutline_core::photo::inspect;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const MUTATIONS: u64 = 6_000;
const LONGEST: Duration = Duration::from_secs(2);

#[test]
fn no_mutation_of_a_photo_stops_the_reader() {
    let count = std::env::var("MUTATIONS").ok().and_then(|count| count.parse().ok());
    let inputs = inputs();
    assert!(inputs.len() > 40, "the cases are not there");
    for number in 0..count.unwrap_or(MUTATIONS) {
        let (path, original) = &inputs[number as usize % inputs.len()];
        let bytes = mutate(original, number);
        let start = Instant::now();
        let outcome = catch_unwind(|| inspect(&bytes).map(|found| found.facts.0.len()));
        let name = path.display();
        assert!(outcome.is_ok(), "mutation {number} of {name} panics");
        assert!(start.elapsed() < LONGEST, "mutation {number} of {name} takes too long");
    }
}

/// The photos of the cases, of every format.
fn inputs() -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/photo");
    let cases = fs::read_dir(folder).unwrap().map(|case| case.unwrap().path());
    let mut files: Vec<PathBuf> = cases
        .flat_map(|case| fs::read_dir(case).into_iter().flatten())
        .map(|file| file.unwrap().path())
        .filter(|path| path.file_stem().is_some_and(|name| name == "input"))
        .collect();
    files.sort();
    files.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

/// One to eight changes, by a row of numbers that follows from `number`.
fn mutate(original: &[u8], number: u64) -> Vec<u8> {
    let mut bytes = original.to_vec();
    let mut chance = Chance(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    for _ in 0..=chance.below(8) {
        if bytes.is_empty() {
            break;
        }
        let at = chance.below(bytes.len());
        let end = (at + 1 + chance.below(16)).min(bytes.len());
        match chance.below(7) {
            0 => bytes[at] ^= 1 << chance.below(8),
            1 => bytes[at] = [0, 0xFF, 0x7F, 0x80, 1][chance.below(5)],
            2 => bytes[at..end].fill([0, 0xFF][chance.below(2)]),
            3 => drop(bytes.drain(at..end)),
            4 => {
                let part = bytes[at..end].to_vec();
                let to = chance.below(bytes.len());
                bytes.splice(to..to, part);
            }
            5 => bytes[at..end].reverse(),
            _ => bytes.truncate(bytes.len() - chance.below(bytes.len().min(64))),
        }
    }
    bytes
}

/// Marsaglia's xorshift: no randomness, only disorder.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}
