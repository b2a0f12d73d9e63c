//! The desks that are measured: stories of four lengths with photos, and one desk of 5,000 stories.

use cutline_core::clock::Clock;
use cutline_core::desk::Desk;
use cutline_core::desk::contract::*;
use cutline_core::photo::darkroom::Darkroom;
use cutline_core::story::{
    Block, Crosshead, Document, Figure, Inline, Line, Paragraph, Text, write,
};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// Words and photos of each story; the last is the one that is opened and scrolled through.
const STORIES: [(usize, usize); 4] = [(1_000, 20), (10_000, 20), (50_000, 20), (20_000, 200)];
const MANY: usize = 5_000;

const WORDS: &str = "council budget vote river school minister police harbour report city evening \
    after before under against market hospital train strike union";

/// Makes both desks in `folder`, unless they are there already.
pub fn make(folder: &Path) {
    let (writing, many) = (folder.join("writing"), folder.join("many"));
    if !writing.join("desk.sqlite").exists() {
        let taken: Arc<Mutex<Vec<String>>> = Arc::default();
        let desk = open(&writing, Arc::clone(&taken));
        let photos = photos(&desk, &taken);
        for (words, count) in STORIES {
            put(&desk, &format!("Story of {words} words"), words, &photos[..count]);
        }
    }
    if !many.join("desk.sqlite").exists() {
        let desk = open(&many, Arc::default());
        for number in 0..MANY {
            put(&desk, &format!("Council votes on budget item {number}"), 120, &[]);
        }
        put(&desk, "The last story", 600, &[]);
    }
}

/// A new desk that notes the ids of the photos it takes.
fn open(folder: &Path, taken: Arc<Mutex<Vec<String>>>) -> Desk {
    fs::create_dir_all(folder).expect("the folder can be made");
    let note = move |event| {
        let Event::Job { job } = event else { return };
        if let Some(JobItem::Photo { photo, .. }) = job.item {
            taken.lock().expect("nobody panics here").push(photo.id);
        }
    };
    Desk::open(folder, "the bench", Clock::System, Darkroom::of_this_program(), note)
        .expect("the desk opens")
}

fn put(desk: &Desk, headline: &str, words: usize, photos: &[String]) {
    let story = desk.new_story(NewStory::default()).expect("a story begins").value;
    let document = write(&document(headline, words, photos));
    let save = SaveDraft { story_id: story.id, based_on: story.revision, document };
    desk.save_draft(save).expect("the draft is saved");
}

/// As many records as the largest story has photos; their pictures are those of the sample.
fn photos(desk: &Desk, taken: &Mutex<Vec<String>>) -> Vec<String> {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/sample");
    let names = ["bridge-engineer.jpg", "council-vote.jpg", "harbour-at-dawn.jpg", "last-tram.jpg"];
    let files: Vec<PathBuf> = names.iter().map(|name| sample.join(name)).collect();
    let paths = files.iter().cycle().take(200).map(|it| it.to_string_lossy().into_owned());
    let request = AddPhotos { paths: paths.collect(), keep_originals: true };
    let started = desk.add_photos(request).expect("the desk takes photos");
    desk.wait(&started.job_id).expect("the job is known");
    taken.lock().expect("nobody panics here").clone()
}

fn document(headline: &str, words: usize, photos: &[String]) -> Document {
    let mut vocabulary = WORDS.split_whitespace().cycle();
    let mut body = Vec::new();
    let paragraphs = words.div_ceil(60);
    for number in 0..paragraphs {
        if number % 8 == 0 {
            body.push(crosshead(&format!("Heading {number}")));
        }
        let left = (words - number * 60).min(60);
        let text: Vec<&str> = vocabulary.by_ref().take(left).collect();
        body.push(paragraph(&format!("{}.", text.join(" "))));
        // A cycle of twenty words would make every paragraph the same.
        vocabulary.by_ref().nth(number % 7);
        body.extend(due(photos, number, paragraphs).iter().map(|id| figure(id)));
    }
    let headline = Line { content: text(headline), ..Line::default() };
    Document { language: "en".into(), headline, body, ..Document::default() }
}

/// The photos that belong after this paragraph, spread over all of them.
fn due(photos: &[String], number: usize, paragraphs: usize) -> &[String] {
    let before = photos.len() * number / paragraphs;
    &photos[before..photos.len() * (number + 1) / paragraphs]
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(Paragraph { content: text(words), ..Paragraph::default() })
}

fn crosshead(words: &str) -> Block {
    let extra = Default::default();
    Block::Crosshead(Crosshead { at: 0, level: 2, content: text(words), extra })
}

fn figure(photo_id: &str) -> Block {
    let caption = Line { content: text("The council meets at the harbour."), ..Line::default() };
    let photo_id = Some(photo_id.to_owned());
    Block::Figure(Figure { photo_id, caption: Some(caption), ..Figure::default() })
}

fn text(text: &str) -> Vec<Inline> {
    vec![Inline::Text(Text { at: 0, text: text.to_owned(), marks: Vec::new() })]
}
