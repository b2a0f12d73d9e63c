//! Whether a story may leave the desk. One function, [`release`], decides; every way out asks it, and
//! what leaves goes through [`let_out`].
//!
//! To add a way out: a variant in [`WayOut`], its arm in `leaves_open`, and a line in `tests/door.rs`.

use super::Desk;
use super::contract::{PhotoProfile, Release, ReleaseStory, WayOut};
use super::edition::Edition;
use super::error::DeskError;
use super::export::originals::why_it_stays;
use super::export::shape;
use super::failure::Failure;
use super::records::kill;
use super::stops;
use super::story::is_damaged;
use super::typed::line;
use super::words::word;
use crate::check::{Finding, Level};
use crate::export;
use crate::store::passed_stop::PassedStopRow;

/// The rule that is declared and never waived.
pub const NO_CREDIT: &str = "no-credit";
/// The rule that is answered with a label and never waived.
pub const GENERATED_PICTURE: &str = "generated-picture";
/// The rule of a photo that may not be shown.
const PHOTO_BARRED: &str = "photo-barred";

/// Longer than any reason; what a desk keeps and prints into a manifest has bounds.
const LONGEST_REASON: usize = 300;

/// What the desk says about a story that wants to leave.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruling {
    /// A spiked story leaves by no way, whatever is right with it.
    pub spiked: bool,
    /// What stops it.
    pub blocks: Vec<Finding>,
    /// What one key passes.
    pub warnings: Vec<Finding>,
    pub wanted_left_out: u32,
    pub notes: Vec<String>,
    /// What a copy that stops leave open says at its head and foot. Empty for what goes to readers.
    pub banner: Vec<String>,
    /// What is let through when it leaves now, as "2 alt texts".
    pub owed: Vec<String>,
    /// The stops that a person went past, each with the reason.
    pub passed: Vec<Passed>,
}

/// A stop that a person went past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    /// The rule of the stop: "embargo".
    pub stop: String,
    /// What it said: "Embargoed until 00:01 Istanbul (21:01 UTC).".
    pub said: String,
    pub reason: String,
}

/// Judges a story that wants to leave by `way_out`, its pictures written by `profile`.
pub fn release(story: &Edition, way_out: WayOut, profile: PhotoProfile) -> Ruling {
    let open = leaves_open(way_out);
    let stops = stops::findings(&story.stops);
    let banner = if open { banner(story) } else { Vec::new() };
    if way_out == WayOut::Proof {
        // Nothing stops a proof, and it is made anew while somebody types.
        return Ruling { banner, ..Ruling::nothing(story) };
    }
    let findings = story.findings();
    let owed = owed(&findings);
    let wanted = export::wanted(&story.document);
    let unanswered = findings.into_iter().filter(|finding| finding.waived.is_none());
    let (noticed, others): (Vec<Finding>, Vec<Finding>) =
        unanswered.partition(|finding| finding.level == Level::Block);
    // What the desk said comes before what the checks noticed.
    let mut blocks: Vec<Finding> = kill::finding(story).into_iter().collect();
    blocks.extend(if open { Vec::new() } else { stops });
    blocks.extend(noticed.into_iter().filter(|found| holds(way_out, found)));
    Ruling {
        blocks,
        warnings: others.into_iter().filter(|finding| finding.level == Level::Warn).collect(),
        wanted_left_out: u32::try_from(wanted).unwrap_or(u32::MAX),
        notes: notes(story, way_out).into_iter().chain(of_pictures(story, profile)).collect(),
        owed,
        banner,
        ..Ruling::nothing(story)
    }
}

/// The door: judges the story and lets it out, or fails with what stops it. With a reason in
/// `going_past` it goes past hold, embargo, legal and not for publication, and past nothing else; who
/// lets it out keeps [`Ruling::passed`].
pub fn let_out(
    story: &Edition,
    way_out: WayOut,
    profile: PhotoProfile,
    going_past: Option<&str>,
) -> Result<Ruling, DeskError> {
    let mut ruling = release(story, way_out, profile);
    if let Some(typed) = going_past {
        let reason = line("the reason", typed, LONGEST_REASON)?;
        if reason.is_empty() {
            return Err(DeskError::NoReasonToPass);
        }
        ruling.go_past(&reason);
    }
    if ruling.may_leave() { Ok(ruling) } else { Err(stopped(story, &ruling)) }
}

/// Whether stops leave this way open: what goes out by it is marked, and not for readers.
fn leaves_open(way_out: WayOut) -> bool {
    match way_out {
        WayOut::Export | WayOut::Copy | WayOut::Again | WayOut::Site => false,
        WayOut::Proof | WayOut::ReadingCopy => true,
    }
}

/// Whether what the checks stopped holds this way. What went out before is no longer to be mended; a
/// photo that may not be shown stays barred.
fn holds(way_out: WayOut, found: &Finding) -> bool {
    way_out != WayOut::Again || found.rule == PHOTO_BARRED
}

/// What holds the story back, each on a line of its own, as a copy says it that leaves all the same.
pub fn banner(story: &Edition) -> Vec<String> {
    let spiked = story.row.spiked.then(|| "SPIKED".to_owned());
    let killed = story.row.killed_at.as_ref().map(|_| "KILLED".to_owned());
    killed.into_iter().chain(spiked).chain(stops::banner(&story.stops)).collect()
}

fn stopped(edition: &Edition, ruling: &Ruling) -> DeskError {
    if ruling.spiked {
        return DeskError::Spiked(edition.name());
    }
    if edition.row.killed_at.is_some() {
        return DeskError::Killed(edition.name());
    }
    const SHOWN: usize = 3;
    let mut blocks: Vec<String> =
        ruling.blocks.iter().take(SHOWN).map(|finding| finding.message.clone()).collect();
    match ruling.blocks.len().saturating_sub(SHOWN) {
        0 => {}
        more => blocks.push(format!("And {more} more.")),
    }
    DeskError::Stopped { slug: edition.name(), blocks }
}

impl Ruling {
    fn nothing(story: &Edition) -> Ruling {
        Ruling {
            spiked: story.row.spiked,
            blocks: Vec::new(),
            warnings: Vec::new(),
            wanted_left_out: 0,
            notes: Vec::new(),
            banner: Vec::new(),
            owed: Vec::new(),
            passed: Vec::new(),
        }
    }

    pub fn may_leave(&self) -> bool {
        self.blocks.is_empty() && !self.spiked
    }

    /// The rules of the stops among what stops it.
    fn passable(&self) -> Vec<String> {
        let stops = self.blocks.iter().filter(|block| is_stop(block));
        stops.map(|stop| stop.rule.clone()).collect()
    }

    /// What is to be kept of the stops that were gone past, by who lets the story out.
    pub fn passed(&self, story: &Edition, way_out: WayOut, at: &str) -> Vec<PassedStopRow> {
        let row = |passed: &Passed| PassedStopRow {
            story_id: story.row.id.clone(),
            at: at.to_owned(),
            stop: passed.stop.clone(),
            said: passed.said.clone(),
            reason: passed.reason.clone(),
            way_out: word(&way_out),
        };
        self.passed.iter().map(row).collect()
    }

    fn go_past(&mut self, reason: &str) {
        let (stops, others): (Vec<Finding>, Vec<Finding>) =
            std::mem::take(&mut self.blocks).into_iter().partition(is_stop);
        self.blocks = others;
        let passed = |stop: Finding| Passed {
            stop: stop.rule,
            said: stop.message,
            reason: reason.to_owned(),
        };
        self.passed = stops.into_iter().map(passed).collect();
    }
}

fn is_stop(finding: &Finding) -> bool {
    stops::RULES.iter().any(|(rule, _)| finding.rule == *rule)
}

impl Desk {
    /// Whether the saved story may leave, and what to tell the person first.
    pub fn release(&self, request: ReleaseStory) -> Result<Release, Failure> {
        let now = self.glance();
        let edition = self.read(|db| Edition::read(db, now, &request.story_id, None))?;
        let way_out = match request.way_out {
            WayOut::Export => shape(request.form).way_out,
            other => other,
        };
        let ruling = release(&edition, way_out, request.profile);
        Ok(Release {
            may_leave: ruling.may_leave(),
            passable: ruling.passable(),
            banner: ruling.banner,
            blocks: ruling.blocks,
            warnings: ruling.warnings,
            wanted_left_out: ruling.wanted_left_out,
            notes: ruling.notes,
            folder: self.inner.exports_folder.to_string_lossy().into_owned(),
        })
    }
}

fn notes(story: &Edition, way_out: WayOut) -> Vec<String> {
    let mut notes = Vec::new();
    if story.row.spiked {
        notes.push("The story is spiked: bring it back before it leaves.".to_owned());
    }
    if way_out == WayOut::Export && story.publication.site_address.is_none() {
        notes.push(
            "No site address is set, so the page does not say where it will stand.".to_owned(),
        );
    }
    match export::figures(&story.document).len().saturating_sub(story.photos.len()) {
        0 => {}
        1 => notes.push("1 photo of the story is not in this desk and stays out.".to_owned()),
        n => notes.push(format!("{n} photos of the story are not in this desk and stay out.")),
    }
    if is_damaged(&story.row) {
        notes.push("The disk has changed the stored text of this story: read it through before it goes out.".to_owned());
    }
    notes
}

/// What a profile cannot do for the pictures, or leaves out.
fn of_pictures(story: &Edition, profile: PhotoProfile) -> Vec<String> {
    let photos = story.photos.iter();
    match profile {
        PhotoProfile::Web | PhotoProfile::Agency => Vec::new(),
        PhotoProfile::SourceProtection if story.photos.is_empty() => Vec::new(),
        PhotoProfile::SourceProtection => vec![
            "The files say neither when nor where, but the pictures still show it: look for faces, \
             reflections, screens, uniforms and landmarks."
                .to_owned(),
        ],
        PhotoProfile::KeepOriginal => {
            photos.filter_map(|(id, record)| why_it_stays(story, id, record)).collect()
        }
    }
}

/// Debts that a reader could notice, counted by rule. A waived one is let through as well.
fn owed(findings: &[Finding]) -> Vec<String> {
    const OWED: [(&str, &str, &str); 3] = [
        ("no-alt-text", "alt text", "alt texts"),
        ("no-caption", "caption", "captions"),
        ("photo-wanted", "wanted photo", "wanted photos"),
    ];
    let count = |rule| findings.iter().filter(|finding| finding.rule == rule).count();
    let debts = OWED.iter().filter_map(|(rule, one, many)| match count(*rule) {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {many}")),
    });
    debts.chain(other_debts(findings, &OWED.map(|(rule, ..)| rule))).collect()
}

/// Everything else that warned or stopped and went out all the same.
fn other_debts(findings: &[Finding], counted: &[&str]) -> Option<String> {
    let weighs = |f: &&Finding| f.level != Level::Note && !counted.contains(&f.rule.as_str());
    match findings.iter().filter(weighs).count() {
        0 => None,
        1 => Some("1 other finding".to_owned()),
        n => Some(format!("{n} other findings")),
    }
}
