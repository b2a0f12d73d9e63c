//! Thirty photos of 24 megapixels dropped at once: when the first thumbnail is there, when all are,
//! and what becomes of somebody who types meanwhile.
//!
//!     make bench-drop
//!
//! Everything is a ratio within one run: thumbnails against one full decode of such a photo, saves
//! against idle saves of the same desk. Fails when a bound does not hold.

use cutline_core::clock::Clock;
use cutline_core::desk::Desk;
use cutline_core::desk::contract::*;
use cutline_core::photo::darkroom::{Darkroom, serve_if_asked};
use cutline_core::photo::inspect;
use cutline_core::story::{Block, Document, Inline, Paragraph, Text, write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{fs, thread};

const PHOTOS: u32 = 30;
const SIZE: (u32, u32) = (6000, 4000);
const SAVES: usize = 100;

/// The first thumbnail, in the time that a person takes for "at once".
const FIRST: Duration = Duration::from_millis(300);
/// All thumbnails, in full decodes of one photo.
const ALL: f64 = 8.0;
/// The slowest save while the photos come in, in slow idle saves.
const SAVE: f64 = 5.0;
/// Between two saves, as between two pauses in typing.
const PAUSE: Duration = Duration::from_millis(20);

fn main() -> ExitCode {
    serve_if_asked();
    let folder = std::env::temp_dir().join(format!("cutline-drop-{}", std::process::id()));
    if let Err(error) = fs::create_dir_all(&folder) {
        eprintln!("{} cannot be made: {error}", folder.display());
        return ExitCode::FAILURE;
    }
    let held = measured(&folder);
    let _ = fs::remove_dir_all(&folder);
    if held { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn measured(folder: &Path) -> bool {
    let paths = photos(folder);
    let decode = decode(&paths[0]);
    let photo = fs::read(&paths[0]).expect("the photo was just made");
    let desk = Watched::open(&folder.join("desk"));
    let mut writer = Writer::begin(&desk.desk);
    let mut idle: Vec<Duration> = (0..SAVES).map(|_| writer.save()).collect();
    idle.sort();
    let idle = idle[SAVES * 95 / 100];

    let dropped = Instant::now();
    let paths = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    let request = AddPhotos { paths, keep_originals: true };
    let started = desk.desk.add_photos(request).expect("the desk takes photos");
    let slowest = writer.save_until_ended(&desk.desk, &started.job_id);
    let all_in = dropped.elapsed();

    let shown = desk.arrived(dropped);
    let (first, last) = (shown[0], shown[shown.len() - 1]);
    println!("one full decode: {:.0} ms", ms(decode));
    one_alone(&photo);
    let in_decodes = last.div_duration_f64(decode);
    let in_saves = slowest.div_duration_f64(idle);
    [
        check(shown.len() == PHOTOS as usize, &format!("{} thumbnails", shown.len())),
        check(first < FIRST, &format!("the first thumbnail after {:.0} ms (300)", ms(first))),
        check(in_decodes < ALL, &format!("all thumbnails after {in_decodes:.1} full decodes (8)")),
        check(in_saves < SAVE, &format!("the slowest save: {in_saves:.1} slow idle saves (5)")),
        check(
            true,
            &format!("all photos in after {:.1} full decodes", all_in.div_duration_f64(decode)),
        ),
    ]
    .into_iter()
    .all(|held| held)
}

/// What the two steps of a thumbnail take on an idle machine.
fn one_alone(photo: &[u8]) {
    let begin = Instant::now();
    inspect(photo).expect("the photo is sound");
    let looked = begin.elapsed();
    let made = Darkroom::in_process().thumbnail(photo, 480);
    made.expect("the photo has a thumbnail");
    let thumbnail = begin.elapsed() - looked;
    let megabytes = photo.len() as f64 / 1e6;
    println!(
        "{megabytes:.1} MB: looked at in {:.0} ms, thumbnail {:.0} ms",
        ms(looked),
        ms(thumbnail)
    );
}

fn check(held: bool, what: &str) -> bool {
    println!("{} {what}", if held { "held  " } else { "FAILED" });
    held
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The middle of three, in this process, by the plain decoder of the `image` crate.
fn decode(path: &Path) -> Duration {
    let bytes = fs::read(path).expect("the photo was just made");
    let mut times: Vec<Duration> = (0..3)
        .map(|_| {
            let begin = Instant::now();
            let picture = image::load_from_memory(&bytes).expect("the photo is sound");
            assert_eq!((picture.width(), picture.height()), SIZE);
            begin.elapsed()
        })
        .collect();
    times.sort();
    times[1]
}

/// A desk, and when it told of each thumbnail.
struct Watched {
    desk: Desk,
    arrived: Arc<Mutex<Vec<Instant>>>,
}

impl Watched {
    fn open(folder: &Path) -> Watched {
        let arrived: Arc<Mutex<Vec<Instant>>> = Arc::default();
        let told = Arc::clone(&arrived);
        let tell = move |event| {
            if let Event::Job { job } = event
                && matches!(job.item, Some(JobItem::Arriving { .. }))
            {
                told.lock().expect("nobody panics here").push(Instant::now());
            }
        };
        let darkroom = Darkroom::of_this_program();
        let desk = Desk::open(folder, "the bench", Clock::System, darkroom, tell);
        Watched { desk: desk.expect("the desk opens"), arrived }
    }

    fn arrived(&self, since: Instant) -> Vec<Duration> {
        let arrived = self.arrived.lock().expect("nobody panics here");
        arrived.iter().map(|at| at.duration_since(since)).collect()
    }
}

/// Somebody who types and saves.
struct Writer<'a> {
    desk: &'a Desk,
    story_id: String,
    revision: u32,
}

impl<'a> Writer<'a> {
    fn begin(desk: &'a Desk) -> Writer<'a> {
        let story = desk.new_story(NewStory::default()).expect("a story begins").value;
        Writer { desk, story_id: story.id, revision: story.revision }
    }

    /// Saves until the job has ended; answers the slowest.
    fn save_until_ended(&mut self, desk: &Desk, job_id: &str) -> Duration {
        let (desk, job_id) = (desk.clone(), job_id.to_owned());
        let job = thread::spawn(move || desk.wait(&job_id));
        let mut slowest = Duration::ZERO;
        while !job.is_finished() {
            slowest = slowest.max(self.save());
        }
        let end = job.join().expect("nobody panics here").expect("the job is known");
        assert_eq!(end, JobEnd::Finished);
        slowest
    }

    fn save(&mut self) -> Duration {
        thread::sleep(PAUSE);
        let document = copy(self.revision);
        let (story_id, based_on) = (self.story_id.clone(), self.revision);
        let asked = Instant::now();
        let saved = self.desk.save_draft(SaveDraft { story_id, based_on, document });
        let took = asked.elapsed();
        self.revision = saved.expect("the draft is saved").value.revision;
        took
    }
}

/// About a thousand words, different with each `number`.
fn copy(number: u32) -> String {
    let paragraph = |n: u32| {
        let words = format!("Sentence {n} of draft {number} says what the council decided. ");
        let text = Inline::Text(Text { at: 0, text: words.repeat(6), marks: Vec::new() });
        Block::Paragraph(Paragraph { content: vec![text], ..Paragraph::default() })
    };
    write(&Document { body: (0..18).map(paragraph).collect(), ..Document::default() })
}

/// The same thirty photos each time, made side by side.
fn photos(folder: &Path) -> Vec<PathBuf> {
    let path = |number: u32| folder.join(format!("photo-{number}.jpg"));
    thread::scope(|scope| {
        for lane in 0..4 {
            scope.spawn(move || {
                for number in (lane..PHOTOS).step_by(4) {
                    fs::write(path(number), photo(number)).expect("the disk has room");
                }
            });
        }
    });
    (0..PHOTOS).map(path).collect()
}

/// A photograph's weight without a photograph: soft slopes with grain on them.
fn photo(number: u32) -> Vec<u8> {
    let mut state = number.wrapping_mul(2_654_435_761) | 1;
    let (width, height) = SIZE;
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (state >> 29) as u8;
        let slope = |along: u32, of: u32| (along * 200 / of) as u8;
        let (across, down) = (slope(x, width), slope(y, height));
        let shape = if (x / 300 + y / 200 + number).is_multiple_of(5) { 40 } else { 0 };
        image::Rgb([across + grain, down + grain, (across / 2 + down / 2) + shape + grain])
    });
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.encode_image(&picture).expect("the picture can be written");
    bytes
}
