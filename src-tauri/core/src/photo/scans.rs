//! Whether the scans of a JPEG hold all of its picture, told without decoding them.
//!
//! A file that was cut short and closed again by a program has its end mark, so the end mark alone
//! proves nothing. Told here: parts between restart marks that are missing, pixels with fewer bits than
//! the shortest codes take, and passes of a progressive picture that never came. Not told: a cut in
//! the middle of a picture without restart marks, which only its decoder can see.

/// Sequential with Huffman codes: baseline and extended.
const SEQUENTIAL: [u8; 2] = [0xC0, 0xC1];
const PROGRESSIVE: u8 = 0xC2;

const COEFFICIENTS: usize = 64;
/// No pass has come for a coefficient yet.
const ABSENT: u8 = u8::MAX;

/// What is known of the frame and its scans so far.
#[derive(Default)]
pub(super) struct Scans {
    frame: Option<Frame>,
    /// Units between two restart marks; 0 without any.
    interval: u64,
}

struct Frame {
    kind: u8,
    width: u64,
    height: u64,
    components: Vec<Component>,
}

struct Component {
    id: u8,
    across: u64,
    down: u64,
    /// For each coefficient, the bits that are still to come.
    missing: [u8; COEFFICIENTS],
}

/// The pixels of one scan.
pub(super) struct Entropy {
    pub bytes: usize,
    pub restarts: u64,
}

impl Scans {
    /// Takes a frame's header. What cannot be read is not judged.
    pub fn start_frame(&mut self, kind: u8, body: &[u8]) {
        self.frame = frame(kind, body);
    }

    /// Takes the definition of a restart interval.
    pub fn set_interval(&mut self, body: &[u8]) {
        self.interval = body.first_chunk().map_or(0, |n| u64::from(u16::from_be_bytes(*n)));
    }

    /// Takes a scan, and says whether it may be whole.
    pub fn take(&mut self, header: &[u8], entropy: &Entropy) -> bool {
        let interval = self.interval;
        let Some(frame) = &mut self.frame else { return true };
        let Some(scan) = scan(header) else { return true };
        let (units, blocks) = frame.units(&scan);
        let restarts = units.div_ceil(interval.max(1)).saturating_sub(1);
        frame.note(&scan);
        let all_parts = interval == 0 || entropy.restarts >= restarts;
        all_parts && (entropy.bytes as u64) * 8 >= blocks * frame.least_bits(&scan)
    }

    /// A progressive picture lacks its last passes, so it is coarser than it was.
    pub fn is_coarse(&self) -> bool {
        let Some(frame) = self.frame.as_ref().filter(|frame| frame.kind == PROGRESSIVE) else {
            return false;
        };
        frame.components.iter().any(|component| component.missing.iter().any(|bits| *bits > 0))
    }
}

/// The header of a scan (ITU T.81, B.2.3).
struct Scan {
    components: Vec<u8>,
    from: usize,
    to: usize,
    first_pass: bool,
    bits_left: u8,
}

fn scan(header: &[u8]) -> Option<Scan> {
    let (&count, rest) = header.split_first()?;
    let (components, rest) = rest.split_at_checked(usize::from(count) * 2)?;
    let [from, to, bits, ..] = rest else { return None };
    Some(Scan {
        components: components.chunks(2).map(|component| component[0]).collect(),
        from: usize::from(*from),
        to: usize::from(*to),
        first_pass: bits >> 4 == 0,
        bits_left: bits & 15,
    })
}

fn frame(kind: u8, body: &[u8]) -> Option<Frame> {
    let [_, h1, h0, w1, w0, count, components @ ..] = body else { return None };
    let components = components.chunks_exact(3).take(usize::from(*count)).map(|part| Component {
        id: part[0],
        across: u64::from(part[1] >> 4),
        down: u64::from(part[1] & 15),
        missing: [ABSENT; COEFFICIENTS],
    });
    let components: Vec<Component> = components.collect();
    let is_sound = |part: &Component| part.across > 0 && part.down > 0;
    components.iter().all(is_sound).then_some(Frame {
        kind,
        width: u64::from(u16::from_be_bytes([*w1, *w0])),
        height: u64::from(u16::from_be_bytes([*h1, *h0])),
        components,
    })
}

impl Frame {
    /// How many units a scan has, and how many blocks of 8 × 8 those hold at least (A.2).
    fn units(&self, scan: &Scan) -> (u64, u64) {
        let most =
            |side: fn(&Component) -> u64| self.components.iter().map(side).max().unwrap_or(1);
        let (across, down) = (most(|part| part.across), most(|part| part.down));
        let of_scan = || self.components.iter().filter(|part| scan.components.contains(&part.id));
        if let [id] = scan.components.as_slice()
            && let Some(part) = self.components.iter().find(|part| part.id == *id)
        {
            let columns = (self.width * part.across).div_ceil(across).div_ceil(8);
            let blocks = columns * (self.height * part.down).div_ceil(down).div_ceil(8);
            return (blocks, blocks);
        }
        let units = self.width.div_ceil(across * 8) * self.height.div_ceil(down * 8);
        (units, units * of_scan().map(|part| part.across * part.down).sum::<u64>())
    }

    /// A block takes one bit for its mean and one to say that nothing follows; a progressive picture
    /// says the latter for many blocks at once.
    fn least_bits(&self, scan: &Scan) -> u64 {
        match self.kind {
            kind if SEQUENTIAL.contains(&kind) => 2,
            PROGRESSIVE if scan.from == 0 && scan.first_pass => 1,
            _ => 0,
        }
    }

    fn note(&mut self, scan: &Scan) {
        for part in self.components.iter_mut().filter(|part| scan.components.contains(&part.id)) {
            let (from, to) = (scan.from.min(COEFFICIENTS), (scan.to + 1).min(COEFFICIENTS));
            if let Some(missing) = part.missing.get_mut(from..to) {
                missing.fill(scan.bits_left);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 32 × 16 pixels, one component: eight blocks.
    const FRAME: &[u8] = b"\x08\0\x10\0\x20\x01\x01\x11\0";

    fn check(kind: u8, interval: u8, scans: &[(&[u8], usize, u64)], expected: &str) {
        let mut found = Scans::default();
        found.set_interval(&[0, interval]);
        found.start_frame(kind, FRAME);
        for (header, bytes, restarts) in scans {
            let entropy = Entropy { bytes: *bytes, restarts: *restarts };
            if !found.take(header, &entropy) {
                assert_eq!("cut", expected);
                return;
            }
        }
        assert_eq!(if found.is_coarse() { "coarse" } else { "whole" }, expected);
    }

    const ALL: &[u8] = b"\x01\x01\0\0\x3F\0";
    const MEANS: &[u8] = b"\x01\x01\0\0\0\x01";
    const MEANS_AGAIN: &[u8] = b"\x01\x01\0\0\0\x10";
    const REST: &[u8] = b"\x01\x01\0\x01\x3F\0";

    #[test]
    fn missing_parts_between_restart_marks_are_told() {
        check(0xC0, 2, &[(ALL, 20, 3)], "whole");
        check(0xC0, 2, &[(ALL, 20, 2)], "cut");
        check(0xC0, 0, &[(ALL, 20, 0)], "whole");
    }

    #[test]
    fn too_few_bits_are_told() {
        check(0xC0, 0, &[(ALL, 2, 0)], "whole");
        check(0xC0, 0, &[(ALL, 1, 0)], "cut");
        check(0xC9, 0, &[(ALL, 1, 0)], "whole");
    }

    #[test]
    fn missing_passes_are_told() {
        check(0xC2, 0, &[(MEANS, 9, 0), (REST, 9, 0), (MEANS_AGAIN, 9, 0)], "whole");
        check(0xC2, 0, &[(MEANS, 9, 0), (REST, 9, 0)], "coarse");
        check(0xC2, 0, &[(MEANS, 9, 0)], "coarse");
    }
}
