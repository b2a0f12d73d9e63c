//! `theme list`, `theme add`, `theme use`, `theme remove` and `theme check`.

use crate::client::{Client, absolute};
use crate::outcome::Outcome;
use crate::text::{say, say_json};
use cutline_core::desk::contract::{
    AboutDesk, AddTheme, ChangePublication, Done, Nothing, PageTheme, Publication, ThemeName,
};
use cutline_core::desk::failure::Failure;
use std::path::Path;

pub fn list(client: &Client) -> Result<Outcome, Failure> {
    let themes: Vec<PageTheme> = client.act("themes", &Nothing {})?;
    if client.json {
        say_json(&themes);
        return Ok(Outcome::Done);
    }
    let about: AboutDesk = client.act("about_desk", &Nothing {})?;
    themes.iter().for_each(|theme| show(theme, theme.name == about.publication.theme));
    Ok(Outcome::Done)
}

pub fn add(client: &Client, folder: &Path) -> Result<Outcome, Failure> {
    let request = AddTheme { folder: absolute(folder) };
    let done: Done<PageTheme> = client.act("add_theme", &request)?;
    told(client, &done.value);
    Ok(Outcome::Done)
}

pub fn choose(client: &Client, name: String) -> Result<Outcome, Failure> {
    let request = ChangePublication { theme: Some(name), ..ChangePublication::default() };
    client.act::<Done<Publication>>("change_publication", &request)?;
    list(client)
}

pub fn remove(client: &Client, name: String) -> Result<Outcome, Failure> {
    client.act::<Done<Nothing>>("remove_theme", &ThemeName { name })?;
    list(client)
}

pub fn check(client: &Client, folder: &Path) -> Result<Outcome, Failure> {
    let request = AddTheme { folder: absolute(folder) };
    let theme: PageTheme = client.act("check_theme", &request)?;
    if client.json {
        say_json(&theme);
    } else {
        say(format!("{} can be used", theme.title));
    }
    Ok(Outcome::Done)
}

fn told(client: &Client, theme: &PageTheme) {
    if client.json { say_json(theme) } else { show(theme, false) }
}

fn show(theme: &PageTheme, used: bool) {
    let star = if used { '*' } else { ' ' };
    say(format!("{star} {}  {}", theme.name, theme.title));
    theme.problem.iter().for_each(|problem| say(format!("    {problem}")));
}
