//! Saving stays quick while the machine works: thirty photos are taken in, a story is exported, and
//! each of fifty saves is answered within five times an idle save of the same run.
//!
//! An idle save is one commit, and that is one wait for the disk. Disks differ, and one disk differs
//! from minute to minute, so the idle save is the slowest of its kind that the run itself saw: the
//! 95th of a hundred idle saves, half before and half after the work.

use cutline_core::clock::Clock;
use cutline_core::desk::Desk;
use cutline_core::desk::contract::*;
use cutline_core::photo::darkroom::Darkroom;
use cutline_core::story::{Block, Document, Inline, Line, Paragraph, Text, write};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const SAVES: usize = 50;
const PHOTOS: u32 = 30;
const MOST: u32 = 5;

/// Saves come as a person's pauses do, not as fast as they can.
const PAUSE: Duration = Duration::from_millis(20);

/// The machine has other work too. What it does to the disk for a moment spoils one round; what
/// Cutline does to its own saves spoils every round.
const ROUNDS: u32 = 3;

#[test]
fn saves_are_answered_while_photos_come_in_and_a_story_goes_out() {
    let mut rounds = Vec::new();
    for number in 0..ROUNDS {
        rounds.push(round(number));
        if rounds.last().is_some_and(Round::holds) {
            return;
        }
    }
    panic!("in every round a save took over {MOST} times an idle one: {rounds:#?}");
}

/// What one round measured.
#[derive(Debug)]
struct Round {
    idle_middle: Duration,
    idle_95th: Duration,
    loaded_slowest: Duration,
}

impl Round {
    fn holds(&self) -> bool {
        self.loaded_slowest <= self.idle_95th * MOST
    }
}

fn round(number: u32) -> Round {
    let folder = Folder::new();
    let desk = Desk::open(
        &folder.0.join("desk"),
        "the test",
        Clock::System,
        Darkroom::in_process(),
        |_| (),
    )
    .unwrap();
    let mut writer = Writer::begin(&desk);
    let exported = story_with_a_photo(&desk, &folder.0);
    let seeds = number * PHOTOS..(number + 1) * PHOTOS;
    let paths: Vec<String> = seeds.map(|n| noise(&folder.0, n, 3000, 2000)).collect();

    let mut idle = writer.saves(SAVES);
    let photos = desk.add_photos(AddPhotos { paths, keep_originals: true }).unwrap();
    let out = folder.0.join("out").to_string_lossy().into_owned();
    let export = desk
        .export_story(ExportStory { story_id: exported, folder: Some(out), ..Default::default() })
        .unwrap();
    let loaded = writer.saves(SAVES);
    assert!(writer.saves_while(&desk, &photos.job_id) > 0, "the work ended before the saves did");
    assert!(matches!(desk.wait(&export.job_id).unwrap(), JobEnd::Exported { .. }));
    idle.extend(writer.saves(SAVES));

    idle.sort();
    let round = Round {
        idle_middle: idle[idle.len() / 2],
        idle_95th: idle[idle.len() * 95 / 100],
        loaded_slowest: loaded.into_iter().max().unwrap_or_default(),
    };
    println!(
        "the slowest of {SAVES} saves took {:.1} times a middle idle save, {:.1} times a slow one",
        round.loaded_slowest.div_duration_f64(round.idle_middle),
        round.loaded_slowest.div_duration_f64(round.idle_95th),
    );
    round
}

/// Somebody who types and saves.
struct Writer<'a> {
    desk: &'a Desk,
    story_id: String,
    revision: u32,
}

impl<'a> Writer<'a> {
    fn begin(desk: &'a Desk) -> Writer<'a> {
        let story = desk.new_story(NewStory::default()).unwrap().value;
        Writer { desk, story_id: story.id, revision: story.revision }
    }

    fn saves(&mut self, count: usize) -> Vec<Duration> {
        (0..count).map(|_| self.save()).collect()
    }

    /// How many saves fit in before the job ends.
    fn saves_while(&mut self, desk: &Desk, job_id: &str) -> usize {
        let (desk, job_id) = (desk.clone(), job_id.to_owned());
        let job = std::thread::spawn(move || desk.wait(&job_id).unwrap());
        let mut count = 0;
        while !job.is_finished() {
            self.save();
            count += 1;
        }
        assert!(matches!(job.join().unwrap(), JobEnd::Finished));
        count
    }

    fn save(&mut self) -> Duration {
        std::thread::sleep(PAUSE);
        let document = copy(self.revision, None);
        let (story_id, based_on) = (self.story_id.clone(), self.revision);
        let asked = Instant::now();
        let saved = self.desk.save_draft(SaveDraft { story_id, based_on, document });
        let took = asked.elapsed();
        self.revision = saved.unwrap().value.revision;
        took
    }
}

/// A document of about a thousand words, different with each `number`.
fn copy(number: u32, lead: Option<String>) -> String {
    let text = |text: String| vec![Inline::Text(Text { at: 0, text, marks: Vec::new() })];
    let paragraph = |n: u32| {
        let words = format!("Sentence {n} of draft {number} says what the council decided. ");
        Block::Paragraph(Paragraph { content: text(words.repeat(6)), ..Paragraph::default() })
    };
    let photo_id = lead.clone();
    write(&Document {
        headline: Line { content: text("Trams run again".into()), ..Line::default() },
        lead: lead.map(|_| cutline_core::story::Figure { photo_id, ..Default::default() }),
        body: (0..18).map(paragraph).collect(),
        ..Document::default()
    })
}

fn story_with_a_photo(desk: &Desk, folder: &Path) -> String {
    let path = noise(folder, PHOTOS, 3000, 2000);
    let photo_id = desk.take_photo(Path::new(&path)).unwrap();
    let photo = DeclareCredit {
        photo_id: photo_id.clone(),
        declared: Some(cutline_core::photo::Declared::NotKnown),
        language: None,
    };
    desk.declare_credit(photo).unwrap();
    let story_id = desk.new_story(NewStory::default()).unwrap().value.id;
    let document = copy(0, Some(photo_id));
    desk.save_draft(SaveDraft { story_id: story_id.clone(), based_on: 1, document }).unwrap();
    story_id
}

/// A photograph's weight without a photograph: bands with noise on them.
fn noise(folder: &Path, number: u32, width: u32, height: u32) -> String {
    let mut state = number.wrapping_mul(2_654_435_761) | 1;
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (state >> 28) as u8;
        image::Rgb([(x / 16) as u8 ^ grain, (y / 16) as u8 ^ grain, grain * 8])
    });
    let path = folder.join(format!("photo-{number}.jpg"));
    let file = fs::File::create(&path).unwrap();
    let file = std::io::BufWriter::new(file);
    let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(file, 90);
    encoder.encode_image(&picture).unwrap();
    path.to_string_lossy().into_owned()
}

struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        let name = format!("cutline-saving-under-load-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(folder.join("out")).unwrap();
        Folder(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
