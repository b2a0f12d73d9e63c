//! Exports the corpus into a folder: `make corpus TO=folder THEME=plain`. Each story has a folder of its
//! own in it, and those of a house with a site stand in `_site` too.

use corpus::{Place, Room, stories};
use std::fs;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let to = std::env::args_os().nth(1).ok_or("Name a folder: make corpus TO=folder")?;
    let to = PathBuf::from(to);
    fs::create_dir_all(&to)?;
    let mut room = Room::new();
    if let Some(theme) = std::env::args().nth(2) {
        room.stand_in(&theme);
    }
    let stories = stories();
    for story in &stories {
        println!("{}", room.export(story, &to).display());
    }
    let site: Vec<_> = stories.into_iter().filter(|story| story.place == Place::Site).collect();
    room.site(&site, &to.join("_site"));
    Ok(())
}
