//! Counts equal and different values, and tells of each difference.

use crate::rules::Reason;
use cutline_core::photo::{Carrier, Field};
use std::collections::BTreeMap;

/// The share of a carrier's values that must be equal.
const LEAST: f64 = 0.99;

#[derive(Default)]
pub struct Tally {
    by_carrier: BTreeMap<Carrier, Counts>,
    by_field: BTreeMap<Field, Counts>,
    differences: Vec<String>,
    pub refused: BTreeMap<String, String>,
    /// Values in files that are refused.
    pub lost: usize,
    pub picked: usize,
    pub wrong: Vec<String>,
    pub slow: Vec<String>,
}

#[derive(Default, Clone, Copy)]
struct Counts {
    equal: usize,
    /// Different on purpose, for a reason that is listed.
    meant: usize,
    /// Not counted: ExifTool itself is wrong.
    misread: usize,
    different: usize,
}

pub enum Verdict {
    Equal,
    Different { theirs: Option<String>, ours: Option<String>, why: Option<Reason> },
}

impl Tally {
    pub fn count(&mut self, file: &str, field: Field, carrier: Carrier, verdict: Verdict) {
        let counts =
            [self.by_carrier.entry(carrier).or_default(), self.by_field.entry(field).or_default()];
        for counts in counts {
            match verdict {
                Verdict::Equal => counts.equal += 1,
                Verdict::Different { why: Some(Reason::Meant(_)), .. } => counts.meant += 1,
                Verdict::Different { why: Some(Reason::Misread(_)), .. } => counts.misread += 1,
                Verdict::Different { why: None, .. } => counts.different += 1,
            }
        }
        if let Verdict::Different { theirs, ours, why } = verdict {
            self.differences.push(format!(
                "{file} {field:?} by {carrier:?}: ExifTool {}, Cutline {}: {}",
                shown(theirs),
                shown(ours),
                match why {
                    Some(Reason::Meant(words) | Reason::Misread(words)) => words,
                    None => "NO REASON IS KNOWN",
                }
            ));
        }
    }

    pub fn print(&self) {
        for difference in &self.differences {
            println!("{difference}");
        }
        for (file, why) in &self.refused {
            println!("{file} is refused: it {why}");
        }
        println!("\nvalues by field (equal, meant, misread, different)");
        for (field, counts) in &self.by_field {
            println!("  {field:?}: {}", counts.line());
        }
        println!("values by carrier (equal, meant, misread, different; share of equal ones)");
        for (carrier, counts) in &self.by_carrier {
            println!("  {carrier:?}: {}; {:.2} %", counts.line(), 100.0 * counts.share());
        }
        println!("values in {} refused files: {}", self.refused.len(), self.lost);
        let right = self.picked - self.wrong.len();
        println!("picked values that stand as they should: {right} of {}", self.picked);
        for line in self.wrong.iter().chain(&self.slow) {
            println!("WRONG: {line}");
        }
    }

    pub fn is_good(&self) -> bool {
        let enough = |counts: &Counts| counts.share() >= LEAST;
        self.by_carrier.values().all(enough) && self.wrong.is_empty() && self.slow.is_empty()
    }
}

impl Counts {
    fn share(&self) -> f64 {
        self.equal as f64 / (self.equal + self.meant + self.different).max(1) as f64
    }

    fn line(&self) -> String {
        format!("{}, {}, {}, {}", self.equal, self.meant, self.misread, self.different)
    }
}

fn shown(value: Option<String>) -> String {
    let Some(value) = value else { return "nothing".to_owned() };
    let start: String = value.chars().take(80).collect();
    if start.len() < value.len() {
        format!("{start:?}… ({} bytes)", value.len())
    } else {
        format!("{start:?}")
    }
}
