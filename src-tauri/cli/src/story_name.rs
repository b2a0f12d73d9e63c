//! Which story is meant.

use crate::client::{Client, bad_request};
use cutline_core::desk::contract::{Stories, StoryRow};
use cutline_core::desk::failure::Failure;

/// The id of the story that `typed` means: its id, slug or URL name, or the beginning of one.
pub fn story_id(client: &Client, typed: &str) -> Result<String, Failure> {
    let mut rows: Vec<StoryRow> = client.act("stories", &Stories::default())?;
    let spiked = Stories { spiked: true, ..Stories::default() };
    rows.extend(client.act::<Vec<StoryRow>>("stories", &spiked)?);
    choose(&rows, typed).map(|row| row.id.clone())
}

fn choose<'a>(rows: &'a [StoryRow], typed: &str) -> Result<&'a StoryRow, Failure> {
    let whole = rows.iter().filter(|row| names(row).any(|name| same(name, typed)));
    let begins = rows.iter().filter(|row| names(row).any(|name| starts(name, typed)));
    let mut found: Vec<&StoryRow> = whole.collect();
    if found.is_empty() && !typed.is_empty() {
        found = begins.collect();
    }
    match found.as_slice() {
        [row] => Ok(row),
        [] => Err(bad_request(
            format!("There is no story “{typed}” in this desk."),
            "Look for its slug with: cutline-cli list",
        )),
        several => Err(bad_request(
            format!("“{typed}” could be {}.", named(several)),
            "Type more of it, or the id that cutline-cli list shows.",
        )),
    }
}

fn names(row: &StoryRow) -> impl Iterator<Item = &str> {
    [row.id.as_str(), &row.slug, &row.url_name].into_iter().filter(|name| !name.is_empty())
}

fn same(name: &str, typed: &str) -> bool {
    name.to_lowercase() == typed.to_lowercase()
}

fn starts(name: &str, typed: &str) -> bool {
    name.to_lowercase().starts_with(&typed.to_lowercase())
}

fn named(rows: &[&StoryRow]) -> String {
    let shown: Vec<String> =
        rows.iter().take(5).map(|row| format!("{} ({})", row.slug, row.id)).collect();
    let more = if rows.len() > 5 { ", or others" } else { "" };
    format!("{}{more}", shown.join(" or "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str, slug: &str, url_name: &str) -> StoryRow {
        StoryRow {
            id: id.into(),
            slug: slug.into(),
            url_name: url_name.into(),
            ..StoryRow::default()
        }
    }

    fn check(typed: &str, expected: Option<&str>) {
        let rows =
            [row("a1", "TRAMS", "trams-return"), row("a2", "TRAMS-VOTE", ""), row("b3", "", "")];
        assert_eq!(choose(&rows, typed).ok().map(|row| row.id.as_str()), expected, "{typed}");
    }

    #[test]
    fn a_story_is_named_by_slug_url_name_or_id() {
        check("trams", Some("a1"));
        check("TRAMS-V", Some("a2"));
        check("trams-r", Some("a1"));
        check("b", Some("b3"));
    }

    #[test]
    fn what_fits_two_stories_or_none_is_refused() {
        check("tra", None);
        check("a", None);
        check("ferry", None);
        check("", None);
    }
}
