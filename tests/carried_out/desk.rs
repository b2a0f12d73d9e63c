//! A desk with small photos of suppliers in it.

use super::files::Exported;
use cutline_core::clock::Clock;
use cutline_core::desk::Desk;
use cutline_core::desk::contract::*;
use cutline_core::desk::failure::Failure;
use cutline_core::photo::darkroom::Darkroom;
use cutline_core::photo::{Field, WrittenFacts, write_facts};
use cutline_core::story::{Block, Document, Figure, Inline, Line, Text, write};
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

/// A desk of its own.
pub struct Room {
    folder: PathBuf,
    desk: Option<Desk>,
}

impl Room {
    pub fn new(name: &str) -> Room {
        let folder = std::env::temp_dir().join(format!("cutline-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("out")).unwrap();
        let mut room = Room { folder, desk: None };
        room.open_with(Darkroom::in_process());
        let name = Some("The Halden Post".to_owned());
        let request = ChangePublication { name, ..Default::default() };
        room.desk().change_publication(request).unwrap();
        room
    }

    /// Closes the desk and opens it with another darkroom, when the last worker has let go of it.
    pub fn open_with(&mut self, darkroom: Darkroom) {
        self.desk = None;
        let folder = self.folder.join("desk");
        for _ in 0..600 {
            let desk = Desk::open(&folder, "the test", Clock::System, darkroom.clone(), |_| {});
            let desk = desk.unwrap();
            if desk.about_desk(Nothing {}).unwrap().held_by.is_none() {
                self.desk = Some(desk);
                return;
            }
            drop(desk);
            sleep(Duration::from_millis(50));
        }
        panic!("the desk was not let go");
    }

    pub fn desk(&self) -> &Desk {
        self.desk.as_ref().unwrap()
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Waits until so many files are kept, and no more come.
    pub fn wait_for_renditions(&self, files: usize) {
        let count = || fs::read_dir(self.folder.join("desk/renditions")).map_or(0, Iterator::count);
        for _ in 0..1200 {
            if count() >= files {
                break;
            }
            sleep(Duration::from_millis(50));
        }
        assert_eq!(count(), files);
    }

    /// A photo of its own pixels, with what its supplier wrote into it.
    pub fn photo(&self, name: &str, seed: u32, facts: &WrittenFacts) -> String {
        let pixel = |x: u32, y: u32| image::Rgb([(x * 3) as u8, (y * 5) as u8, seed as u8]);
        let picture = image::RgbImage::from_fn(64, 48, pixel);
        self.take(name, picture.into(), image::ImageFormat::Jpeg, facts)
    }

    pub fn transparent_photo(&self, name: &str, facts: &WrittenFacts) -> String {
        let picture =
            image::RgbaImage::from_fn(64, 48, |x, y| image::Rgba([9, x as u8, y as u8, 99]));
        self.take(name, picture.into(), image::ImageFormat::Png, facts)
    }

    fn take(
        &self,
        name: &str,
        picture: image::DynamicImage,
        format: image::ImageFormat,
        facts: &WrittenFacts,
    ) -> String {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        let path = self.folder.join(name);
        fs::write(&path, write_facts(&bytes.into_inner(), facts).unwrap()).unwrap();
        self.desk().take_photo(&path).unwrap()
    }

    pub fn story(&self, headline: &str, figures: Vec<Figure>) -> String {
        let story_id = self.desk().new_story(NewStory::default()).unwrap().value.id;
        let document = write(&Document {
            headline: line(headline),
            body: figures.into_iter().map(Block::Figure).collect(),
            ..Document::default()
        });
        let draft = SaveDraft { story_id: story_id.clone(), based_on: 1, document };
        self.desk().save_draft(draft).unwrap();
        story_id
    }

    pub fn export(&self, story_id: &str, profile: PhotoProfile) -> Exported {
        self.try_export(story_id, profile).map_err(|failure| failure.message).unwrap()
    }

    pub fn try_export(&self, story_id: &str, profile: PhotoProfile) -> Result<Exported, Failure> {
        let folder = Some(self.folder.join("out").to_string_lossy().into_owned());
        let request =
            ExportStory { story_id: story_id.into(), folder, profile, ..Default::default() };
        let started = self.desk().export_story(request)?;
        match self.desk().wait(&started.job_id)? {
            JobEnd::Exported { exported } => Ok(Exported::read(&exported.path)),
            JobEnd::Failed { failure } => Err(failure),
            end => panic!("the export ended with {end:?}"),
        }
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        self.desk = None;
        let _ = fs::remove_dir_all(&self.folder);
    }
}

pub fn supplied(facts: &[(Field, &str)]) -> WrittenFacts {
    facts.iter().fold(WrittenFacts::default(), |written, (field, text)| written.with(*field, text))
}

pub fn line(text: &str) -> Line {
    let text = Text { at: 0, text: text.into(), marks: Vec::new() };
    let content = if text.text.is_empty() { Vec::new() } else { vec![Inline::Text(text)] };
    Line { content, ..Line::default() }
}
