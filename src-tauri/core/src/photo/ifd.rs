//! The entries of a TIFF structure, which Exif is too, found without believing any offset in it.
//!
//! Promises: a loop, a value outside the file or a made-up count costs that entry and nothing else;
//! values are slices of the file, so nothing is allocated for what a count claims.

use std::collections::BTreeSet;

const MAX_DIRECTORIES: usize = 1_000;
const MAX_ENTRIES: usize = 50_000;

const SUB_DIRECTORIES: u16 = 330;
const EXIF_DIRECTORY: u16 = 34665;
const GPS_DIRECTORY: u16 = 34853;

/// A TIFF structure taken apart.
pub(super) struct Tiff<'a> {
    bytes: &'a [u8],
    pub big_endian: bool,
    entries: Vec<Entry<'a>>,
    /// Directories in the main chain, the first picture's and those that follow.
    pub pages: usize,
}

/// Which directory an entry stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Directory {
    /// The first, IFD0.
    Main,
    /// One that follows it: the thumbnail's in Exif, further pages in a TIFF file.
    Next,
    /// One that an entry 330 points to; a camera keeps the raw picture there.
    Sub,
    Exif,
    Gps,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'a> {
    pub directory: Directory,
    pub tag: u16,
    pub kind: Kind,
    pub value: &'a [u8],
    big_endian: bool,
}

/// The type of a value (TIFF 6.0, section 2; Exif 3.0 adds UTF-8). Types without text or whole
/// numbers are not told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Byte,
    Ascii,
    Short,
    Long,
    Undefined,
    Utf8,
    Else,
}

/// Takes a structure apart, from its byte order mark on. `None` when it does not begin like one.
pub(super) fn read(bytes: &[u8]) -> Option<Tiff<'_>> {
    let big_endian = match bytes.get(..4)? {
        b"II*\0" => false,
        b"MM\0*" => true,
        _ => return None,
    };
    let mut tiff = Tiff { bytes, big_endian, entries: Vec::new(), pages: 0 };
    tiff.walk();
    Some(tiff)
}

impl<'a> Tiff<'a> {
    /// The first entry of this tag in this directory.
    pub fn find(&self, directory: Directory, tag: u16) -> Option<&Entry<'a>> {
        self.entries.iter().find(|entry| entry.directory == directory && entry.tag == tag)
    }

    pub fn entries(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.iter()
    }

    /// The first number of an entry of the first directory.
    pub fn number(&self, tag: u16) -> Option<u32> {
        self.find(Directory::Main, tag)?.numbers().next()
    }

    fn walk(&mut self) {
        let mut seen = BTreeSet::new();
        let mut open: Vec<_> =
            self.u32_at(4).map(|first| (Directory::Main, first)).into_iter().collect();
        while let Some((directory, offset)) = open.pop() {
            if !seen.insert(offset) || seen.len() > MAX_DIRECTORIES {
                continue;
            }
            self.pages += usize::from(matches!(directory, Directory::Main | Directory::Next));
            let first = self.entries.len();
            let after = self.read_directory(directory, offset as usize);
            for entry in &self.entries[first..] {
                let to = match (directory, entry.tag) {
                    (_, SUB_DIRECTORIES) => Directory::Sub,
                    (Directory::Main, EXIF_DIRECTORY) => Directory::Exif,
                    (Directory::Main, GPS_DIRECTORY) => Directory::Gps,
                    _ => continue,
                };
                let offsets = entry.numbers().take(MAX_DIRECTORIES);
                open.extend(offsets.map(|offset| (to, offset)));
            }
            if matches!(directory, Directory::Main | Directory::Next) {
                open.extend(after.filter(|after| *after != 0).map(|next| (Directory::Next, next)));
            }
        }
    }

    /// Adds the entries of a directory; gives the offset of the next one.
    fn read_directory(&mut self, directory: Directory, offset: usize) -> Option<u32> {
        let count = usize::from(self.u16_at(offset)?);
        let start = offset.checked_add(2)?;
        for index in 0..count {
            if self.entries.len() >= MAX_ENTRIES {
                return None;
            }
            let at = start + index * 12;
            let entry = self.bytes.get(at..at + 12)?;
            self.entries.extend(self.entry(directory, at, entry));
        }
        self.u32_at(start + count * 12)
    }

    fn entry(&self, directory: Directory, at: usize, entry: &'a [u8]) -> Option<Entry<'a>> {
        let (kind, size) = kind(self.u16_at(at + 2)?)?;
        let length = (self.u32_at(at + 4)? as usize).checked_mul(size)?;
        let value = if length <= 4 {
            &entry[8..8 + length]
        } else {
            let offset = self.u32_at(at + 8)? as usize;
            self.bytes.get(offset..offset.checked_add(length)?)?
        };
        let big_endian = self.big_endian;
        Some(Entry { directory, tag: self.u16_at(at)?, kind, value, big_endian })
    }

    fn u16_at(&self, at: usize) -> Option<u16> {
        let bytes = *self.bytes.get(at..)?.first_chunk::<2>()?;
        Some(if self.big_endian { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    }

    fn u32_at(&self, at: usize) -> Option<u32> {
        let bytes = *self.bytes.get(at..)?.first_chunk::<4>()?;
        Some(if self.big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
    }
}

impl<'a> Entry<'a> {
    /// The whole numbers of a value; none when it holds something else.
    pub fn numbers(&self) -> impl Iterator<Item = u32> + 'a {
        let size = match self.kind {
            Kind::Byte => 1,
            Kind::Short => 2,
            Kind::Long => 4,
            _ => usize::MAX,
        };
        let big_endian = self.big_endian;
        self.value.chunks_exact(size).map(move |bytes| {
            let join = |sum: u32, byte: &u8| sum << 8 | u32::from(*byte);
            match big_endian {
                true => bytes.iter().fold(0, join),
                false => bytes.iter().rev().fold(0, join),
            }
        })
    }
}

/// A type and the bytes that one value of it takes.
fn kind(number: u16) -> Option<(Kind, usize)> {
    Some(match number {
        1 => (Kind::Byte, 1),
        2 => (Kind::Ascii, 1),
        3 => (Kind::Short, 2),
        4 | 13 => (Kind::Long, 4),
        6 => (Kind::Else, 1),
        7 => (Kind::Undefined, 1),
        8 => (Kind::Else, 2),
        9 | 11 => (Kind::Else, 4),
        5 | 10 | 12 => (Kind::Else, 8),
        129 => (Kind::Utf8, 1),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A little-endian structure with one directory at 8: tag, type, count and four bytes of value.
    fn one_directory(entries: &[(u16, u16, u32, u32)], next: u32, after: &[u8]) -> Vec<u8> {
        let mut bytes = b"II*\0\x08\0\0\0".to_vec();
        bytes.extend((entries.len() as u16).to_le_bytes());
        for (tag, kind, count, value) in entries {
            bytes.extend(tag.to_le_bytes());
            bytes.extend(kind.to_le_bytes());
            bytes.extend(count.to_le_bytes());
            bytes.extend(value.to_le_bytes());
        }
        bytes.extend(next.to_le_bytes());
        bytes.extend(after);
        bytes
    }

    fn check(bytes: &[u8], tag: u16, expected: &[u8]) {
        let tiff = read(bytes).unwrap();
        let found = tiff.entries().find(|entry| entry.tag == tag);
        assert_eq!(found.map(|entry| entry.value).unwrap_or_default(), expected);
    }

    #[test]
    fn values_lie_in_the_entry_or_behind_it() {
        check(&one_directory(&[(7, 3, 1, 5)], 0, b""), 7, &[5, 0]);
        check(&one_directory(&[(7, 2, 5, 26)], 0, b"quay\0"), 7, b"quay\0");
    }

    #[test]
    fn what_lies_outside_the_file_is_not_there() {
        check(&one_directory(&[(7, 2, 6, 26)], 0, b"quay\0"), 7, b"");
        check(&one_directory(&[(7, 2, u32::MAX, 26)], 0, b"quay\0"), 7, b"");
        check(&one_directory(&[(7, 12, u32::MAX, u32::MAX)], 0, b""), 7, b"");
        check(&one_directory(&[(7, 99, 1, 1)], 0, b""), 7, b"");
    }

    #[test]
    fn a_loop_of_directories_ends() {
        let bytes = one_directory(&[(SUB_DIRECTORIES, 4, 1, 8)], 8, b"");
        assert_eq!(read(&bytes).unwrap().entries().count(), 1);
        let bytes = one_directory(&[(EXIF_DIRECTORY, 4, 1, 8), (7, 1, 1, 1)], 8, b"");
        assert_eq!(read(&bytes).unwrap().entries().count(), 2);
    }

    #[test]
    fn a_structure_cut_short_is_read_as_far_as_it_goes() {
        let bytes = one_directory(&[(7, 3, 1, 5), (8, 3, 1, 6)], 0, b"");
        check(&bytes[..24], 7, &[5, 0]);
        assert_eq!(read(&bytes[..24]).unwrap().entries().count(), 1);
        assert!(read(b"II*\0").is_some_and(|tiff| tiff.entries().count() == 0));
        assert!(read(b"II+\0\x08\0\0\0").is_none());
    }
}
