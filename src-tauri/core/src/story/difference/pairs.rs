//! Which passage of the older state became which of the newer one.

use super::pieces::Piece;
use std::collections::BTreeMap;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Two passages with less in common than this are two passages, in hundredths.
const ALIKE: u32 = 40;

/// How many comparisons of passages one stretch may cost. A longer one is looked at in slices.
const MOST: usize = 2_500;

/// Pairs of indices, ascending on both sides, that have the most words in common altogether.
pub(super) fn pairs(old: &[Piece], new: &[Piece]) -> Vec<(usize, usize)> {
    let (old, new): (Vec<Bag>, Vec<Bag>) =
        (old.iter().map(Bag::of).collect(), new.iter().map(Bag::of).collect());
    let mut found = Vec::new();
    for (left, right) in slices(old.len(), new.len()) {
        let best = best(&old[left.clone()], &new[right.clone()]);
        found.extend(best.into_iter().map(|(o, n)| (left.start + o, right.start + n)));
    }
    found
}

/// Both sides cut into as many slices, so that no slice costs too much.
fn slices(old: usize, new: usize) -> Vec<(Range<usize>, Range<usize>)> {
    let mut count = 1;
    while (old.div_ceil(count)) * (new.div_ceil(count)) > MOST {
        count += 1;
    }
    let cut = |length: usize, at: usize| length * at / count;
    (0..count).map(|at| (cut(old, at)..cut(old, at + 1), cut(new, at)..cut(new, at + 1))).collect()
}

/// The words of a passage, each as often as it occurs.
struct Bag<'a> {
    part: super::ChangedPart,
    words: BTreeMap<&'a str, u32>,
    count: u32,
}

impl<'a> Bag<'a> {
    fn of(piece: &'a Piece) -> Bag<'a> {
        let mut bag = Bag { part: piece.part, words: BTreeMap::new(), count: 0 };
        for word in piece.text.unicode_words() {
            *bag.words.entry(word).or_default() += 1;
            bag.count += 1;
        }
        bag
    }

    /// How much both have in common, in hundredths. Passages of two kinds have nothing.
    fn alike(&self, other: &Bag) -> u32 {
        if self.part != other.part {
            return 0;
        }
        // One word that became another is still the same passage: "14" became "41".
        if self.count <= 1 && other.count <= 1 {
            return ALIKE;
        }
        let shared = self
            .words
            .iter()
            .map(|(word, times)| other.words.get(word).map_or(0, |others| *times.min(others)));
        let shared: u64 = shared.map(u64::from).sum();
        let both = u64::from(self.count) + u64::from(other.count);
        u32::try_from(200 * shared / both.max(1)).unwrap_or_default()
    }
}

/// The best pairing by dynamic programming.
fn best(old: &[Bag], new: &[Bag]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let at = |o: usize, n: usize| o * width + n;
    let mut alike = vec![0; (old.len() + 1) * width];
    let mut score = vec![0_u32; (old.len() + 1) * width];
    for o in (0..old.len()).rev() {
        for n in (0..new.len()).rev() {
            let here = old[o].alike(&new[n]);
            alike[at(o, n)] = if here >= ALIKE { here } else { 0 };
            let paired = match alike[at(o, n)] {
                0 => 0,
                here => here + score[at(o + 1, n + 1)],
            };
            score[at(o, n)] = paired.max(score[at(o + 1, n)]).max(score[at(o, n + 1)]);
        }
    }
    let (mut o, mut n, mut found) = (0, 0, Vec::new());
    while o < old.len() && n < new.len() {
        let here = alike[at(o, n)];
        if here > 0 && score[at(o, n)] == here + score[at(o + 1, n + 1)] {
            found.push((o, n));
            (o, n) = (o + 1, n + 1);
        } else if score[at(o, n)] == score[at(o + 1, n)] {
            o += 1;
        } else {
            n += 1;
        }
    }
    found
}
