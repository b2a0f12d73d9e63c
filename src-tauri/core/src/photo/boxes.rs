//! The boxes that HEIC and AVIF files are made of (ISO/IEC 14496-12, 4.2), and numbers out of them.

const MAX_BOXES: usize = 100_000;

/// A box with its four letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part<'a> {
    pub name: &'a [u8],
    pub body: &'a [u8],
}

/// The boxes that `bytes` are made of. `None` when one is longer than what is left.
pub(super) fn parts(bytes: &[u8]) -> Option<Vec<Part<'_>>> {
    let mut left = Bytes(bytes);
    let mut found = Vec::new();
    while !left.0.is_empty() {
        let start = left.0;
        let short = left.u32()?;
        let name = left.take(4)?;
        let length = match short {
            0 => start.len() as u64,
            1 => left.number(8)?,
            short => u64::from(short),
        };
        let header = start.len() - left.0.len();
        let length = usize::try_from(length).ok()?.checked_sub(header)?;
        found.push(Part { name, body: left.take(length)? });
        if found.len() > MAX_BOXES {
            return None;
        }
    }
    Some(found)
}

/// What is still to be read; each read takes it from the front, or nothing when there is too little.
#[derive(Clone, Copy)]
pub(super) struct Bytes<'a>(pub &'a [u8]);

impl<'a> Bytes<'a> {
    pub fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    pub fn skip(&mut self, count: usize) -> Option<()> {
        self.take(count).map(|_| ())
    }

    /// A number of up to eight bytes; 0 of none.
    pub fn number(&mut self, bytes: u8) -> Option<u64> {
        let taken = self.take(usize::from(bytes)).filter(|taken| taken.len() <= 8)?;
        Some(taken.iter().fold(0, |sum, &byte| sum << 8 | u64::from(byte)))
    }

    pub fn u8(&mut self) -> Option<u8> {
        self.take(1).map(|taken| taken[0])
    }

    pub fn u16(&mut self) -> Option<u16> {
        self.take(2)?.first_chunk().map(|taken| u16::from_be_bytes(*taken))
    }

    pub fn u32(&mut self) -> Option<u32> {
        self.take(4)?.first_chunk().map(|taken| u32::from_be_bytes(*taken))
    }

    /// An item's number, which later versions of a box write in four bytes for two.
    pub fn id(&mut self, wide: bool) -> Option<u32> {
        if wide { self.u32() } else { self.u16().map(u32::from) }
    }

    /// The version and the flags with which many boxes begin.
    pub fn version(&mut self) -> Option<(u8, u32)> {
        let both = self.u32()?;
        Some(((both >> 24) as u8, both & 0x00FF_FFFF))
    }

    /// A text up to its NUL; without one, all that is left.
    pub fn text(&mut self) -> &'a [u8] {
        let end = self.0.iter().position(|&byte| byte == 0).unwrap_or(self.0.len());
        let (text, rest) = self.0.split_at(end);
        self.0 = rest.get(1..).unwrap_or_default();
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: Option<&[(&[u8], &[u8])]>) {
        let found = parts(bytes);
        let found = found.map(|parts| parts.iter().map(|p| (p.name, p.body)).collect::<Vec<_>>());
        assert_eq!(found.as_deref(), expected);
    }

    #[test]
    fn a_box_has_a_length_in_one_of_three_ways() {
        check(b"\0\0\0\x0Afreehi", Some(&[(b"free", b"hi")]));
        check(b"\0\0\0\x01free\0\0\0\0\0\0\0\x12hi", Some(&[(b"free", b"hi")]));
        check(b"\0\0\0\0freehi", Some(&[(b"free", b"hi")]));
        check(b"", Some(&[]));
    }

    #[test]
    fn a_box_that_goes_on_behind_the_end_is_cut_short() {
        check(b"\0\0\0\x0Bfreehi", None);
        check(b"\0\0\0\x07free", None);
        check(b"\0\0\0\x01free\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", None);
        check(b"\0\0", None);
    }
}
