//! How long the story list takes in a desk of five thousand stories.
//!
//!     cargo bench -p cutline-core --bench list
//!
//! Fifty stories of six hundred words, each with two photos, are written through the desk and then
//! multiplied in its database, so that setting up takes seconds. Each time is the middle of
//! [`ROUNDS`] rounds; the bounds are asserted.

use cutline_core::clock::Clock;
use cutline_core::desk::Desk;
use cutline_core::desk::contract::*;
use cutline_core::photo::darkroom::Darkroom;
use cutline_core::photo::{Field, WrittenFacts, write_facts};
use cutline_core::story::{Block, Document, Figure, Inline, Line, Paragraph, Text, write};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

const ROUNDS: usize = 21;
const WRITTEN: usize = 50;
const COPIES: usize = 99;
const WORDS: usize = 600;

fn main() {
    let folder = Folder::new();
    write_stories(&folder.0);
    multiply(&folder.0.join("desk/desk.sqlite"));

    let begin = Instant::now();
    let desk = open(&folder.0);
    let first = desk.stories(Stories { most: 100, ..Stories::default() });
    let opened = begin.elapsed();
    assert_eq!(first.map(|rows| rows.len()).ok(), Some(100));
    println!("open the desk and read the first 100 rows: {:.1} ms", millis(opened));

    let list = |request: Stories| desk.stories(request).expect("the list is read");
    let first = |sort| Stories { most: 100, sort, ..Stories::default() };
    say("the first 100 rows", 5.0, || list(first(StorySort::Changed)));
    say("the first 100 rows by due time", 30.0, || list(first(StorySort::Due)));
    say("the first 100 rows by slug", 30.0, || list(first(StorySort::Slug)));
    say("the first 100 rows by state", 30.0, || list(first(StorySort::State)));
    say("all rows", 30.0, || list(Stories::default()));
    say("how many, by state", 30.0, || desk.count_stories(Stories::default()).expect("counted"));
    for filter in ["c", "council", "council zzz", "kaya", "zzz"] {
        let request = || Stories { filter: filter.into(), most: 100, ..Stories::default() };
        say(&format!("100 rows with “{filter}”"), 50.0, || list(request()));
        let all = || Stories { filter: filter.into(), ..Stories::default() };
        say(&format!("how many with “{filter}”"), 50.0, || {
            desk.count_stories(all()).expect("counted")
        });
    }
    for flag in [StoryFlag::Stopped, StoryFlag::NoCredit, StoryFlag::ChangedSince, StoryFlag::Due] {
        let request = || Stories { flag: Some(flag), most: 100, ..Stories::default() };
        say(&format!("100 rows with {flag:?}"), 50.0, || list(request()));
    }
}

/// Measures `work` and asserts that it keeps within `bound` milliseconds.
fn say<T>(what: &str, bound: f64, mut work: impl FnMut() -> T) {
    let mut rounds: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let begin = Instant::now();
            black_box(work());
            begin.elapsed()
        })
        .collect();
    rounds.sort();
    let (middle, slowest) = (millis(rounds[ROUNDS / 2]), millis(rounds[ROUNDS - 1]));
    println!("{what}: {middle:.1} ms, at most {slowest:.1} ms (bound {bound} ms)");
    if env::var_os("CUTLINE_BENCH_ASSERTS").is_some() {
        assert!(middle <= bound, "{what} takes {middle:.1} ms");
    }
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

fn open(folder: &Path) -> Desk {
    let darkroom = Darkroom::in_process();
    Desk::open(&folder.join("desk"), "the bench", Clock::System, darkroom, |_| ())
        .expect("the desk opens")
}

fn write_stories(folder: &Path) {
    let desk = open(folder);
    for number in 0..WRITTEN {
        let photos = [photo(&desk, folder, number * 2), photo(&desk, folder, number * 2 + 1)];
        let story = desk.new_story(NewStory::default()).expect("a story begins").value;
        let change = ChangeStory {
            story_id: story.id.clone(),
            slug: Some(format!("TRAMS-{number}")),
            plan: Some(Plan { due_at: Some("2026-05-12T10:00:00Z".into()), ..Plan::default() }),
            ..ChangeStory::default()
        };
        desk.change_story(change).expect("the record changes");
        let document = copy(number, photos);
        desk.save_draft(SaveDraft { story_id: story.id, based_on: 1, document }).expect("saved");
    }
}

fn photo(desk: &Desk, folder: &Path, number: usize) -> String {
    let path = folder.join(format!("photo-{number}.jpg"));
    let shade = image::Rgb([number as u8, 90, 120]);
    let mut bytes = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 60);
    image::RgbImage::from_pixel(64, 48, shade).write_with_encoder(encoder).expect("a picture");
    let facts = WrittenFacts::default()
        .with(Field::CreditLine, "Elif Kaya / AFP")
        .with(Field::Caption, "Councillors raise their hands for the final vote on Tuesday.");
    fs::write(&path, write_facts(&bytes, &facts).expect("facts")).expect("a file");
    desk.take_photo(&path).expect("a photo")
}

fn copy(number: usize, photos: [String; 2]) -> String {
    let text = |text: String| vec![Inline::Text(Text { at: 0, text, marks: Vec::new() })];
    let paragraph = |n: usize| {
        let words = format!("Sentence {n} of story {number} says what the council decided then. ");
        let content = text(words.repeat(5));
        Block::Paragraph(Paragraph { content, ..Paragraph::default() })
    };
    let figure = |id: String| Figure { photo_id: Some(id), ..Figure::default() };
    let [lead, inside] = photos;
    let mut body: Vec<Block> = (0..WORDS / 50).map(paragraph).collect();
    body.push(Block::Figure(figure(inside)));
    write(&Document {
        headline: Line { content: text(format!("Trams run again, {number}")), ..Line::default() },
        lead: Some(figure(lead)),
        body,
        ..Document::default()
    })
}

/// Copies every story with its photos [`COPIES`] times, under ids and slugs of its own.
fn multiply(database: &Path) {
    let db = rusqlite::Connection::open(database).expect("the database opens");
    let copied = db.execute_batch(
        "CREATE TEMP TABLE stories AS SELECT * FROM story;
         CREATE TEMP TABLE texts AS SELECT * FROM story_text;
         CREATE TEMP TABLE uses AS SELECT * FROM story_photo;
         CREATE TEMP TABLE photos AS SELECT * FROM photo;
         CREATE TEMP TABLE photo_texts AS SELECT * FROM photo_text;
         CREATE TEMP TABLE facts AS SELECT * FROM photo_fact;
         CREATE TEMP TABLE counts AS SELECT * FROM listed;",
    );
    copied.expect("the rows are copied");
    db.execute_batch("BEGIN").expect("a transaction begins");
    for number in 1..=COPIES {
        let another = format!(
            "UPDATE stories SET id = substr(id, 1, 36) || '-{number}', slug = slug || 'x',
                 folded_slug = folded_slug || 'x', change_number = change_number + 1000,
                 hold = {number} % 10 = 0, state = CASE {number} % 3 WHEN 0 THEN 'desk' ELSE 'subs' END;
             UPDATE texts SET story_id = substr(story_id, 1, 36) || '-{number}';
             UPDATE photos SET id = substr(id, 1, 36) || '-{number}', credited = {number} % 4 > 0;
             UPDATE photo_texts SET photo_id = substr(photo_id, 1, 36) || '-{number}';
             UPDATE facts SET photo_id = substr(photo_id, 1, 36) || '-{number}';
             UPDATE uses SET story_id = substr(story_id, 1, 36) || '-{number}',
                 photo_id = substr(photo_id, 1, 36) || '-{number}';
             UPDATE counts SET story_id = substr(story_id, 1, 36) || '-{number}',
                 credits_missing = 2 * ({number} % 4 = 0);
             INSERT INTO story SELECT * FROM stories;
             INSERT INTO listed SELECT * FROM counts;
             INSERT INTO story_text SELECT * FROM texts;
             INSERT INTO photo SELECT * FROM photos;
             INSERT INTO photo_text SELECT * FROM photo_texts;
             INSERT INTO photo_fact SELECT * FROM facts;
             INSERT INTO story_photo SELECT * FROM uses;"
        );
        db.execute_batch(&another).expect("a copy is written");
    }
    db.execute_batch("COMMIT").expect("the copies are written");
}

struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        let folder = env::temp_dir().join(format!("cutline-list-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder of our own");
        Folder(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
