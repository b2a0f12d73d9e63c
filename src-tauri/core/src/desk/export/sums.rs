//! The hash and the size of each file of an export.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::{self, Read};

/// What a file must be when it is read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// SHA-256, in lower-case hex.
    pub sha256: String,
    pub bytes: u64,
}

/// The files of an export that is closed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// What lies beside the manifest: the files of a folder by their names in it, or one file without
    /// a name.
    pub files: Vec<(String, Sum)>,
    /// What is packed in that one file, by the names that it was handed over with.
    pub packed: Vec<(String, Sum)>,
}

/// The sum of each file by its name. A file that comes in pieces is summed as it comes.
#[derive(Debug, Default)]
pub struct Sums(BTreeMap<String, (Sha256, u64)>);

impl Sums {
    /// Takes in a file, or its next piece.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        let (hash, length) = self.0.entry(name.to_owned()).or_default();
        hash.update(bytes);
        *length += bytes.len() as u64;
    }

    pub fn get(&self, name: &str) -> Option<Sum> {
        self.0.get(name).map(|(hash, bytes)| sum(hash.clone(), *bytes))
    }

    /// All of them, by name.
    pub fn all(&self) -> impl Iterator<Item = (String, Sum)> {
        self.0.iter().map(|(name, (hash, bytes))| (name.clone(), sum(hash.clone(), *bytes)))
    }
}

/// The sum of everything that `from` holds.
pub fn sum_of(mut from: impl Read) -> io::Result<Sum> {
    let mut hash = Sha256::new();
    let (mut piece, mut bytes) = (vec![0; 1 << 16], 0);
    loop {
        match from.read(&mut piece)? {
            0 => return Ok(sum(hash, bytes)),
            read => {
                hash.update(piece.get(..read).unwrap_or_default());
                bytes += read as u64;
            }
        }
    }
}

fn sum(hash: Sha256, bytes: u64) -> Sum {
    let mut sha256 = String::with_capacity(64);
    for byte in hash.finalize() {
        // Writing to a string cannot fail.
        let _ = write!(sha256, "{byte:02x}");
    }
    Sum { sha256, bytes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_sum_to_the_whole() {
        let mut sums = Sums::default();
        sums.add("a", b"one ");
        sums.add("a", b"two");
        assert_eq!(sums.get("a"), sum_of(&b"one two"[..]).ok());
        assert_eq!(sums.get("b"), None);
        // The vector of FIPS 180-2, B.1.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sum_of(&b"abc"[..]).map(|sum| sum.sha256).ok().as_deref(), Some(abc));
    }
}
