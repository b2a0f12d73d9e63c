//! Exports the corpus into a folder: `make corpus TO=folder`, in another theme with `THEME=magazine`. Each
//! story has a folder of its own in it.

use corpus::{Room, stories};
use std::fs;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let to = std::env::args_os().nth(1).ok_or("Name a folder: make corpus TO=folder")?;
    let to = PathBuf::from(to);
    fs::create_dir_all(&to)?;
    let theme = std::env::args().nth(2).unwrap_or_else(|| "plain".to_owned());
    let mut room = Room::new(&theme);
    for story in stories() {
        println!("{}", room.export(&story, &to).display());
    }
    Ok(())
}
