//! Two texts, word by word.

use super::{RunKind, WordRun};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// The words of both texts in reading order; what was taken out stands before what was put in in its
/// place. Words are cut by Unicode's word boundaries (UAX #29), so that "14,000" is one word and
/// Chinese is compared sign by sign.
pub fn word_runs(before: &str, after: &str) -> Vec<WordRun> {
    let (old, new) = (words(before), words(after));
    let mut runs = Runs::default();
    // The search gives up looking for the shortest answer when it takes long, and answers a longer one.
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (taken_out, put_in) = (op.old_range(), op.new_range());
        match op {
            DiffOp::Equal { .. } => runs.same(&old[taken_out].concat()),
            _ => runs.changed(&old[taken_out].concat(), &new[put_in].concat()),
        }
    }
    runs.finish()
}

fn words(text: &str) -> Vec<&str> {
    text.split_word_bounds().collect()
}

#[derive(Default)]
struct Runs {
    found: Vec<WordRun>,
    /// What is being changed, until words that stay end it.
    taken_out: String,
    put_in: String,
    /// Spaces after a change. They belong to it when the next word is changed too, so that a changed
    /// phrase is shown whole.
    spaces: String,
}

impl Runs {
    fn same(&mut self, text: &str) {
        let between = !self.taken_out.is_empty() || !self.put_in.is_empty();
        if between && text.chars().all(char::is_whitespace) {
            self.spaces.push_str(text);
            return;
        }
        self.end_change();
        self.push(RunKind::Same, text);
    }

    fn changed(&mut self, taken_out: &str, put_in: &str) {
        let spaces = std::mem::take(&mut self.spaces);
        self.taken_out.push_str(&spaces);
        self.put_in.push_str(&spaces);
        self.taken_out.push_str(taken_out);
        self.put_in.push_str(put_in);
    }

    fn end_change(&mut self) {
        let taken_out = std::mem::take(&mut self.taken_out);
        self.push(RunKind::TakenOut, &taken_out);
        let put_in = std::mem::take(&mut self.put_in);
        self.push(RunKind::PutIn, &put_in);
        let spaces = std::mem::take(&mut self.spaces);
        self.push(RunKind::Same, &spaces);
    }

    fn push(&mut self, kind: RunKind, text: &str) {
        if text.is_empty() {
            return;
        }
        match self.found.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(text),
            _ => self.found.push(WordRun { kind, text: text.to_owned() }),
        }
    }

    fn finish(mut self) -> Vec<WordRun> {
        self.end_change();
        self.found
    }
}
