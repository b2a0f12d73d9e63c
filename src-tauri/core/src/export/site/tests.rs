use super::*;
use std::collections::BTreeMap;

fn story(number: u32, section: &str, person: &str) -> SiteStory {
    let picture = PagePicture {
        stem: format!("story-{number}-1"),
        width_px: 1600,
        height_px: 1067,
        widths: vec![480, 960, 1600],
        formats: vec!["webp".into(), "jpg".into()],
        ..PagePicture::default()
    };
    let day = format!("2026-05-{:02}T09:00:00Z", 28 - number % 28);
    SiteStory {
        url_name: format!("story-{number}"),
        headline: format!("Harbour <vote> & “bridge” {number}"),
        kicker: "Transport".into(),
        description: "The council voted on Tuesday night.".into(),
        section: section.into(),
        people: vec![person.into()],
        language: "en".into(),
        right_to_left: false,
        published_at: day.parse().expect("a time"),
        modified_at: day.parse().expect("a time"),
        pictures: vec![SitePicture {
            picture,
            caption: "The bridge at dawn".into(),
            alt_text: "A bridge".into(),
            credit: format!("Photo: Mara <Lind> {number} / Northlight"),
            names: format!("Mara <Lind> {number} / Northlight"),
        }],
    }
}

fn files(stories: &[SiteStory], address: Option<&str>) -> BTreeMap<String, String> {
    let texts: Vec<String> =
        stories.iter().take(FEED_STORIES).map(|_| "<p>Text &amp; more</p>\n".into()).collect();
    let site = Site {
        publication: PublicationLine {
            name: "The Marensund Post",
            site_address: address,
            language: "en",
            time_zone: "Europe/Istanbul",
        },
        stories,
        feed_texts: &texts,
        now: "2026-05-28T10:00:00Z".parse().expect("a time"),
    };
    let files: Vec<SiteFile> = site_files(&site).collect();
    let names = files.len();
    let by_name: BTreeMap<String, String> =
        files.into_iter().map(|file| (file.name, file.text)).collect();
    assert_eq!(by_name.len(), names, "two files have one name");
    by_name
}

fn forty() -> Vec<SiteStory> {
    let of = |n| story(n, if n % 2 == 0 { "City" } else { "Sport" }, "Elif Kaya");
    (0..40).map(of).collect()
}

#[test]
fn every_list_is_where_its_readers_look_for_it() {
    let files = files(&forty(), Some("https://example.org/"));
    for name in [
        "index.html",
        "section/city/index.html",
        "section/sport/index.html",
        "people/elif-kaya/index.html",
        "archive/2026-05/index.html",
        "feed.xml",
        "atom.xml",
        "feed.json",
        "sitemap.xml",
        "news-sitemap.xml",
        "robots.txt",
        "img/logo.svg",
    ] {
        assert!(files.contains_key(name), "{name} is missing");
    }
    assert!(files["section/city/index.html"].contains("href=\"../../story-2/\""));
    assert!(!files["section/city/index.html"].contains("href=\"../../story-1/\""));
    assert_eq!(files["sitemap.xml"].matches("<loc>").count(), 40 + 5);
    // Published in the two days before: the stories of the 27th and the 28th.
    assert_eq!(files["news-sitemap.xml"].matches("<news:news>").count(), 4);
}

#[test]
fn a_picture_in_a_list_has_its_credit_and_a_list_runs_no_script() {
    for (name, text) in files(&forty(), Some("https://example.org")) {
        if name.ends_with(".html") {
            assert_eq!(
                text.matches("<img ").count(),
                text.matches("<small>Photo: ").count(),
                "{name}"
            );
            assert!(!text.contains("<script") && !text.contains("<vote>"), "{name}");
        }
    }
}

#[test]
fn a_shared_list_shows_its_newest_headlines_and_its_first_picture() {
    let files = files(&forty(), Some("https://example.org/"));
    let city = &files["section/city/index.html"];
    for tag in [
        "property=\"og:title\" content=\"City | The Marensund Post\"",
        "property=\"og:url\" content=\"https://example.org/section/city/\"",
        "property=\"og:image\" content=\"https://example.org/story-0/img/story-0-1-1600.jpg\"",
        "name=\"description\" content=\"Harbour &lt;vote&gt; &amp; “bridge” 0 · Harbour",
    ] {
        assert!(city.contains(tag), "{tag} is missing in {city}");
    }
}

#[test]
fn feeds_carry_every_credit_once() {
    let files = files(&forty(), Some("https://example.org"));
    for (name, credit) in [
        ("feed.xml", "<media:credit role=\"photographer\">Photo: Mara &lt;Lind&gt; "),
        ("atom.xml", "<media:credit role=\"photographer\">Photo: Mara &lt;Lind&gt; "),
        ("feed.json", "\"credit\": \"Photo: Mara <Lind> "),
    ] {
        assert_eq!(files[name].matches(credit).count(), FEED_STORIES, "{name}");
    }
    assert!(files["feed.xml"].contains("<content:encoded>&lt;p&gt;Text &amp;amp; more&lt;/p&gt;"));
}

#[test]
fn without_an_address_there_is_nothing_that_needs_one() {
    let files = files(&forty(), None);
    assert!(files.keys().all(|name| name.ends_with(".html") || name == "img/logo.svg"));
    assert!(!files["index.html"].contains("canonical") && !files["index.html"].contains("og:"));
}

#[test]
fn one_person_under_two_spellings_has_one_list() {
    let stories = [story(1, "", "Ana Ruiz"), story(2, "", "ANA RUIZ"), story(3, "", "")];
    let files = files(&stories, None);
    let person = &files["people/ana-ruiz/index.html"];
    assert_eq!(person.matches("<article>").count(), 2);
    assert!(!files.keys().any(|name| name.starts_with("section/")));
}

#[test]
fn a_site_without_stories_is_a_site() {
    let files = files(&[], Some("https://example.org"));
    assert!(files["index.html"].contains("<h1>The Marensund Post</h1>"));
    assert!(files["atom.xml"].contains("<updated>1970-01-01T00:00:00Z</updated>"));
}
