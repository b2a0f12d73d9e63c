//! What social sites show of a list when somebody shares it: its name, its newest headlines, and the
//! first picture that stands on it (Open Graph, <https://ogp.me>, and the card of X).

use super::places::Place;
use super::{Frame, SitePicture, SiteStory};
use crate::export::file_name;
use crate::export::html::{Element, name, property};
use crate::export::printed::{height, widest};
use crate::export::text::tidy;

/// How many headlines tell what a list is about.
const HEADLINES: usize = 3;

/// The tags of a list that is called `title`. A card leads back to the list by its address, so there
/// is none for a site that has no address.
pub fn tags(frame: &Frame, place: &Place, title: &str) -> Vec<Element> {
    if frame.address.is_none() {
        return Vec::new();
    }
    let stories: Vec<&SiteStory> =
        place.stories.iter().filter_map(|at| frame.site.stories.get(*at)).collect();
    let said = headlines(&stories).unwrap_or_else(|| title.to_owned());
    let publication = tidy(frame.name());
    let mut tags = vec![name("description", &said), property("og:type", "website")];
    tags.extend((!publication.is_empty()).then(|| property("og:site_name", &publication)));
    tags.extend(frame.words.locale.map(|locale| property("og:locale", locale)));
    tags.push(property("og:title", title));
    tags.push(property("og:description", &said));
    tags.push(property("og:url", &frame.absolute(&place.folder)));
    let picture = stories.iter().find_map(|story| Some((*story, story.pictures.first()?)));
    tags.push(name(
        "twitter:card",
        if picture.is_some() { "summary_large_image" } else { "summary" },
    ));
    tags.extend(picture.into_iter().flat_map(|(story, picture)| image(frame, story, picture)));
    tags
}

fn headlines(stories: &[&SiteStory]) -> Option<String> {
    let first: Vec<&str> =
        stories.iter().take(HEADLINES).map(|story| story.headline.as_str()).collect();
    (!first.is_empty()).then(|| first.join(" · "))
}

fn image(frame: &Frame, story: &SiteStory, shown: &SitePicture) -> Vec<Element> {
    let picture = &shown.picture;
    let (width_px, format) = (widest(picture), picture.plain_format());
    let file = file_name(picture, width_px, format);
    let alt_text = if shown.alt_text.is_empty() { &story.headline } else { &shown.alt_text };
    vec![
        property("og:image", &format!("{}{file}", frame.story(story))),
        property("og:image:width", &width_px.to_string()),
        property("og:image:height", &height(picture, width_px).to_string()),
        property("og:image:alt", alt_text),
    ]
}
