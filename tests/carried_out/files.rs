//! Exported folders, read by nothing that wrote them.

use scraper::{Html, Selector};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub struct Exported {
    pub folder: PathBuf,
    pub page: String,
}

impl Exported {
    pub fn read(folder: &str) -> Exported {
        let folder = PathBuf::from(folder);
        let page = fs::read_to_string(folder.join("index.html")).unwrap();
        Exported { folder, page }
    }

    pub fn credits_on_the_page(&self) -> Vec<String> {
        let page = Html::parse_document(&self.page);
        let credit = Selector::parse("figure figcaption small").unwrap();
        page.select(&credit).map(|small| small.text().collect()).collect()
    }

    pub fn credits_in_json_ld(&self) -> Vec<String> {
        let page = Html::parse_document(&self.page);
        let block = Selector::parse("script[type='application/ld+json']").unwrap();
        let block: String = page.select(&block).map(|script| script.inner_html()).collect();
        let json: Value = serde_json::from_str(&block).unwrap();
        let images = json["image"].as_array().unwrap().iter();
        images.map(|image| image["creditText"].as_str().unwrap().to_owned()).collect()
    }

    /// File, width and height of every picture, as the page says them.
    pub fn sizes_on_the_page(&self) -> Vec<(String, u32, u32)> {
        let page = Html::parse_document(&self.page);
        let images = Selector::parse("figure img").unwrap();
        let size = |image: scraper::ElementRef| {
            let number = |name| image.attr(name).unwrap().parse().unwrap();
            let widest = image.attr("srcset").unwrap().rsplit(", ").next().unwrap();
            let file = widest.split(' ').next().unwrap().to_owned();
            (file, number("width"), number("height"))
        };
        page.select(&images).map(size).collect()
    }

    /// The files of the picture with this number.
    pub fn pictures(&self, number: usize) -> Vec<PathBuf> {
        let of = format!("-{number}-");
        let named = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().contains(&of);
        self.files("img").into_iter().filter(named).collect()
    }

    pub fn files(&self, folder: &str) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(self.folder.join(folder)) else { return Vec::new() };
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files
    }

    /// Every file by its name.
    pub fn bytes(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let all = ["", "img", "originals"].into_iter().flat_map(|folder| self.files(folder));
        let files = all.filter(|path| path.is_file());
        files.map(|path| (path.clone(), fs::read(path).unwrap())).collect()
    }

    pub fn holds(&self, word: &[u8]) -> bool {
        self.bytes().values().any(|bytes| holds(bytes, word))
    }

    /// Neither in a file nor in the name of one.
    pub fn must_not_hold(&self, word: &[u8]) {
        for (path, bytes) in self.bytes() {
            let name = path.strip_prefix(&self.folder).unwrap().to_string_lossy().into_owned();
            let told = holds(&bytes, word) || holds(name.as_bytes(), word);
            assert!(!told, "{name} holds {:?}", String::from_utf8_lossy(word));
        }
    }
}

pub fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

pub fn cut(text: &str, bytes: usize) -> &str {
    text.get(..bytes).unwrap_or(text).trim_end()
}

/// A text of a file's Exif.
pub fn exif_text(bytes: &[u8], tag: exif::Tag) -> Option<String> {
    let read = exif::Reader::new().read_from_container(&mut std::io::Cursor::new(bytes)).ok()?;
    let field = read.get_field(tag, exif::In::PRIMARY)?;
    let exif::Value::Ascii(parts) = &field.value else { return None };
    Some(String::from_utf8_lossy(parts.first()?).into_owned())
}

/// Dataset 2:110, found by its marker and behind the declaration of UTF-8.
pub fn iim_credit(bytes: &[u8]) -> Option<String> {
    let block = bytes.windows(8).position(|window| window == b"\x1C\x01\x5A\0\x03\x1B%G")?;
    let at = block + bytes[block..].windows(3).position(|window| window == [0x1C, 2, 110])?;
    let length = usize::from(u16::from_be_bytes([bytes[at + 3], bytes[at + 4]]));
    Some(String::from_utf8_lossy(&bytes[at + 5..at + 5 + length]).into_owned())
}

/// What ExifTool reads in every picture of a folder, by group and tag. `None` when it is not installed,
/// which is said.
pub fn exiftool(folder: &Path, tags: &[&str]) -> Option<Vec<Value>> {
    let asked = Command::new("exiftool")
        .args(["-json", "-G0", "-struct", "-validate", "-warning", "-a"])
        .args(tags)
        .args(["-ext", "jpg", "-ext", "png", "-ext", "webp", "-ext", "avif"])
        .arg(folder)
        .output();
    match asked {
        Ok(output) => Some(serde_json::from_slice(&output.stdout).expect("ExifTool's JSON")),
        Err(_) => {
            println!("ExifTool is not installed: what it would read was not compared.");
            None
        }
    }
}
