//! Which lists a site has, and where each stands.

use super::{Site, SiteStory};
use crate::export::address::url_name;
use chrono::Datelike;
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// How many stories a list shows before it sends readers to its months.
const LONGEST: usize = 60;

/// A list of stories on the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub kind: PlaceKind,
    /// Seen from the site's folder, with a slash at its end; "" for the front page.
    pub folder: String,
    /// Places of its stories among those of the site, the newest first.
    pub stories: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceKind {
    Front,
    Section { name: String },
    Person { name: String },
    Month { year: i32, month: u32 },
}

impl Place {
    pub fn is_section(&self) -> bool {
        matches!(self.kind, PlaceKind::Section { .. })
    }

    pub fn is_month(&self) -> bool {
        matches!(self.kind, PlaceKind::Month { .. })
    }
}

/// The front page, then sections and people by name, then the months, the newest first.
pub fn places(site: &Site) -> Vec<Place> {
    let zone: Tz = site.publication.time_zone.parse().unwrap_or(Tz::UTC);
    let front = Place {
        kind: PlaceKind::Front,
        folder: String::new(),
        stories: (0..site.stories.len().min(LONGEST)).collect(),
    };
    let sections = named(site, "section", |story| std::slice::from_ref(&story.section));
    let people = named(site, "people", |story| &story.people);
    let sections = sections.into_iter().map(|(name, folder, stories)| Place {
        kind: PlaceKind::Section { name },
        folder,
        stories,
    });
    let people = people.into_iter().map(|(name, folder, stories)| Place {
        kind: PlaceKind::Person { name },
        folder,
        stories,
    });
    std::iter::once(front).chain(sections).chain(people).chain(months(site, zone)).collect()
}

/// Where the list of a person or a section stands. Two names that come to the same address share a
/// list, under the name that was met first: "Ana Ruiz" and "ANA RUIZ" are one person.
fn named<'a>(
    site: &'a Site,
    kind: &str,
    names: impl Fn(&'a SiteStory) -> &'a [String],
) -> Vec<(String, String, Vec<usize>)> {
    let mut found: BTreeMap<String, (String, Vec<usize>)> = BTreeMap::new();
    for (at, story) in site.stories.iter().enumerate() {
        for name in names(story).iter().filter(|name| !name.is_empty()) {
            let (_, stories) =
                found.entry(url_name(name)).or_insert_with(|| (name.clone(), Vec::new()));
            if stories.len() < LONGEST && stories.last() != Some(&at) {
                stories.push(at);
            }
        }
    }
    let place = |(address, (name, stories))| (name, format!("{kind}/{address}/"), stories);
    found.into_iter().map(place).collect()
}

/// A month shows every story in it: its address never changes and nothing moves on to a next page.
fn months(site: &Site, zone: Tz) -> Vec<Place> {
    let mut months: BTreeMap<(i32, u32), Vec<usize>> = BTreeMap::new();
    for (at, story) in site.stories.iter().enumerate() {
        let day = story.published_at.with_timezone(&zone);
        months.entry((day.year(), day.month())).or_default().push(at);
    }
    let place = |((year, month), stories)| Place {
        kind: PlaceKind::Month { year, month },
        folder: format!("archive/{year:04}-{month:02}/"),
        stories,
    };
    months.into_iter().rev().map(place).collect()
}
