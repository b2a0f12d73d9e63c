//! `tests/cases/desk/<case>.json`: a script of what clients ask, with what the desk answers.
//!
//! A script is a list of steps. The harness plays them against a desk of its own, with a fixed clock
//! and counted ids, writes each answer into its step and compares. A step is one of
//!
//! - `{"act": "save_draft", "request": {…}}`, with `"desk": "second"` to ask the second desk. A job
//!   is waited for; its finished items and its end are part of the answer.
//!   With `"show": ["/value/id", …]` only these parts of the reply are written down.
//! - `{"picture": "a.jpg", "credit": "…"}` draws a picture, 900 × 600 pixels, for later steps; with
//!   `"height"` another one, with `"xmp": "…"` these attributes in a packet of its own.
//! - `{"copy": "a.jpg", "to": "b.jpg"}` copies a file.
//! - `{"file": "a.txt", "text": "…"}` writes a file, `"folder"` instead makes a folder.
//! - `{"open": "second"}` opens the desk once more, as another program would, or another desk with
//!   `"at": "a/folder"`; `{"close": "main"}` closes one.
//! - `{"sql": "…"}` changes the closed database, as a disk or another program might.
//! - `{"same": ["one", "two"]}` compares two folders or files byte for byte; `{"files": "one"}` lists one.
//! - `{"text": "one/index.html", "says": ["…"], "keepsQuiet": ["…"]}` looks into a file.
//!
//! `$DIR` stands for the folder that a case has for itself, `$EXPORTS` for the desk's exports folder.

use super::Case;
use chrono::{TimeZone, Utc};
use cutline_core::clock::Clock;
use cutline_core::desk::contract::{Event, JobItem};
use cutline_core::desk::failure::Failure;
use cutline_core::desk::{Desk, default_exports_folder};
use cutline_core::photo::darkroom::Darkroom;
use cutline_core::photo::{Field, WrittenFacts, write_facts};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

pub fn run(case: &Case) -> Result<(), String> {
    let script: Vec<Map<String, Value>> =
        serde_json::from_str(&case.read("")?).map_err(|e| format!("{}: {e}", case.name()))?;
    let mut stage = Stage::new(&case.name())?;
    let mut played = Vec::new();
    for mut step in script {
        stage.play(&mut step).map_err(|e| format!("step {}: {e}", played.len() + 1))?;
        played.push(written(step));
    }
    case.expect("", &stage.named(&format!("[\n{}\n]\n", played.join(",\n"))))
}

/// A step as JSON, the question before the answer.
fn written(mut step: Map<String, Value>) -> String {
    let answers = ["names", "reply", "failure"].map(|name| (name, step.remove(name)));
    let answers = answers.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    let lines: Vec<String> = step
        .into_iter()
        .chain(answers)
        .map(|(name, value)| format!("  {}: {value:#}", json!(name)).replace('\n', "\n  "))
        .collect();
    format!("{{\n{}\n}}", lines.join(",\n"))
}

/// What a script plays on: a folder, and the desks that are open.
struct Stage {
    folder: PathBuf,
    desks: BTreeMap<String, Desk>,
    items: Arc<Mutex<Vec<JobItem>>>,
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.desks.clear();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Stage {
    fn new(case: &str) -> Result<Stage, String> {
        let name = format!("cutline-{}-{}", case.replace('/', "-"), std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).map_err(text)?;
        let mut stage = Stage { folder, desks: BTreeMap::new(), items: Arc::default() };
        stage.open("main", "desk").map_err(|failure| failure.message)?;
        Ok(stage)
    }

    fn play(&mut self, step: &mut Map<String, Value>) -> Result<(), String> {
        let word = |name: &str| step.get(name).and_then(Value::as_str).map(str::to_owned);
        if let Some(action) = word("act") {
            let desk = word("desk").unwrap_or_else(|| "main".into());
            let request = step.get("request").cloned().unwrap_or_else(|| json!({}));
            let answer = self.act(&desk, &action, request).map(|reply| shown(step, reply));
            put(step, answer);
        } else if let Some(name) = word("open") {
            let at = word("at").unwrap_or_else(|| "desk".into());
            let answer = self.open(&name, &at).map(|()| json!("open"));
            put(step, answer);
        } else if let Some(name) = word("close") {
            self.desks.remove(&name).ok_or("this desk is not open")?;
        } else if let Some(name) = word("picture") {
            draw(&self.folder.join(name), step)?;
        } else if let Some(name) = word("copy") {
            let to = self.folder.join(word("to").unwrap_or_default());
            fs::copy(self.folder.join(name), to).map_err(text)?;
        } else if let Some(sql) = word("sql") {
            let database = rusqlite::Connection::open(self.folder.join("desk/desk.sqlite"));
            database.and_then(|database| database.execute_batch(&sql)).map_err(text)?;
        } else if let Some(name) = word("file") {
            fs::write(self.folder.join(name), word("text").unwrap_or_default()).map_err(text)?;
        } else if let Some(name) = word("folder") {
            fs::create_dir_all(self.folder.join(name)).map_err(text)?;
        } else if let Some(name) = word("files") {
            let files = tree(&self.folder.join(name))?;
            step.insert("names".into(), files.into_keys().collect());
        } else if let Some(name) = word("text") {
            let text = fs::read_to_string(self.folder.join(name)).map_err(text)?;
            self.look(step, &text)?;
        } else if let Some([one, two]) =
            step.get("same").and_then(Value::as_array).map(Vec::as_slice)
        {
            let folder = |name: &Value| self.folder.join(name.as_str().unwrap_or_default());
            if tree(&folder(one))? != tree(&folder(two))? {
                return Err(format!("{one} and {two} differ"));
            }
        } else {
            return Err("the harness knows no such step".into());
        }
        Ok(())
    }

    fn open(&mut self, name: &str, at: &str) -> Result<(), Failure> {
        let start = Utc.with_ymd_and_hms(2026, 5, 12, 8, 0, 0).single().expect("a time that is");
        let items = Arc::clone(&self.items);
        let tell = move |event| {
            if let Event::Job { job } = event {
                items.lock().expect("nobody panics here").extend(job.item);
            }
        };
        let holder = format!("the {name} desk");
        let desk = Desk::open(
            &self.folder.join(at),
            &holder,
            Clock::fixed(start),
            Darkroom::in_process(),
            tell,
        )?;
        self.desks.insert(name.to_owned(), desk);
        Ok(())
    }

    fn act(&self, desk: &str, action: &str, request: Value) -> Result<Value, Failure> {
        let request = request.to_string().replace("$DIR", &self.folder.to_string_lossy());
        let request = serde_json::from_str(&request).expect("it was JSON before");
        let desk = &self.desks[desk];
        let reply = desk.act(action, request)?;
        let Some(job) = reply.get("jobId").and_then(Value::as_str) else { return Ok(reply) };
        let end = desk.wait(job)?;
        let items = std::mem::take(&mut *self.items.lock().expect("nobody panics here"));
        let mut items: Vec<JobItem> = items.into_iter().filter_map(finished).collect();
        items.sort_by_key(index);
        Ok(json!({ "items": items, "end": end }))
    }

    fn look(&self, step: &Map<String, Value>, text: &str) -> Result<(), String> {
        let words = |name: &str| step.get(name).and_then(Value::as_array).cloned();
        for word in words("says").unwrap_or_default() {
            if !text.contains(word.as_str().unwrap_or_default()) {
                return Err(format!("it does not say {word}"));
            }
        }
        for word in words("keepsQuiet").unwrap_or_default() {
            if text.contains(word.as_str().unwrap_or_default()) {
                return Err(format!("it says {word}"));
            }
        }
        Ok(())
    }

    /// What differs from machine to machine goes by its name.
    fn named(&self, text: &str) -> String {
        let process = format!("(process {})", std::process::id());
        text.replace(&*self.folder.to_string_lossy(), "$DIR")
            .replace(&*default_exports_folder().to_string_lossy(), "$EXPORTS")
            .replace(&process, "(process 1)")
    }
}

fn put(step: &mut Map<String, Value>, answer: Result<Value, Failure>) {
    step.retain(|name, _| name != "reply" && name != "failure");
    let (name, value) = match answer {
        Ok(reply) => ("reply", reply),
        Err(failure) => ("failure", json!(Failure { detail: None, ..failure })),
    };
    step.insert(name.into(), value);
}

/// What arrives is not finished. The detail is for the log and is the system's own text.
fn finished(item: JobItem) -> Option<JobItem> {
    match item {
        JobItem::Arriving { .. } => None,
        JobItem::Photo { .. } => Some(item),
        JobItem::NotTaken { index, path, failure } => {
            let failure = Failure { detail: None, ..failure };
            Some(JobItem::NotTaken { index, path, failure })
        }
    }
}

/// Photos are taken in side by side; an answer names them in the order of the request.
fn index(item: &JobItem) -> u32 {
    match item {
        JobItem::Arriving { index, .. }
        | JobItem::Photo { index, .. }
        | JobItem::NotTaken { index, .. } => *index,
    }
}

/// Only those parts of a reply that the step asks for, by their JSON pointers.
fn shown(step: &Map<String, Value>, reply: Value) -> Value {
    let Some(parts) = step.get("show").and_then(Value::as_array) else { return reply };
    let part = |pointer: &Value| {
        let pointer = pointer.as_str().unwrap_or_default();
        (pointer.to_owned(), reply.pointer(pointer).cloned().unwrap_or(json!("nothing")))
    };
    Value::Object(parts.iter().map(part).collect())
}

/// A picture of bands, with a credit in it or with none.
fn draw(path: &Path, step: &Map<String, Value>) -> Result<(), String> {
    let word = |name: &str| step.get(name).and_then(Value::as_str);
    let height = step.get("height").and_then(Value::as_u64).unwrap_or(600);
    let pixel = |x: u32, y: u32| image::Rgb([(x / 4) as u8, (y / 3) as u8, 120]);
    let picture = image::RgbImage::from_fn(900, height as u32, pixel);
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 80);
    encoder.encode_image(&picture).map_err(text)?;
    let facts = WrittenFacts::default().with(Field::CreditLine, word("credit").unwrap_or_default());
    let mut bytes = write_facts(&bytes, &facts).map_err(text)?;
    if let Some(attributes) = word("xmp") {
        bytes.splice(2..2, packet(attributes));
    }
    fs::write(path, bytes).map_err(text)
}

/// A segment with an XMP packet of these attributes.
fn packet(attributes: &str) -> Vec<u8> {
    let body = format!(
        "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF \
         xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description \
         xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" \
         xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" {attributes}/></rdf:RDF></x:xmpmeta>"
    );
    let length = u16::try_from(body.len() + 2).expect("a short packet");
    [&[0xFF, 0xE1], &length.to_be_bytes()[..], body.as_bytes()].concat()
}

/// Every file under `folder` with its bytes; of a file its own.
fn tree(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut files = BTreeMap::new();
    if folder.is_file() {
        files.insert(String::new(), fs::read(folder).map_err(text)?);
        return Ok(files);
    }
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).map_err(|e| format!("{}: {e}", next.display()))? {
            let path = entry.map_err(text)?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).map_err(text)?;
                let name = name.to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read(&path).map_err(text)?);
            }
        }
    }
    Ok(files)
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}
