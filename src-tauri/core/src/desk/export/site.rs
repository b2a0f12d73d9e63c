//! Making the site: every published story, its lists, feeds and sitemaps, as a folder that a web
//! server shows as it is.
//!
//! A page is made again only when something that it is made of has changed. Whether a story may stand
//! on the site is judged anew each time all the same: rights run out and stops are set while nothing
//! changes in it. Nothing is written before every story was judged, and a story that something stops
//! is never laid down or dropped silently: the work ends with the list, and a person says which of
//! them may go.

use super::forms::PAGE;
use super::outgoing::Receives;
use super::pictures::Pictures;
use super::site_folder::{Counts, SiteFolder, StoryPlace};
use super::{free_url_name, page_photos, page_story};
use crate::desk::Desk;
use crate::desk::contract::{
    Changed, JobEnd, MakeSite, Nothing, PhotoProfile, Publication, Settings, SiteMade,
    SiteStanding, SiteStopped, Started, ThemeName, WayOut,
};
use crate::desk::dispatch::safely;
use crate::desk::edition::Edition;
use crate::desk::failure::Failure;
use crate::desk::folders::absolute;
use crate::desk::jobs::{Job, Turn};
use crate::desk::records::WentOut;
use crate::desk::records::kill::withdrawn_page;
use crate::desk::release::release;
use crate::desk::themes::{Loaded, refused};
use crate::desk::words::{read_time, time};
use crate::desk::{publication, settings};
use crate::export::{
    FEED_STORIES, LOGO_FILE, PagePhoto, PageStory, PublicationLine, Site, SiteStory, feed_text,
    logo, page, site_files, site_story,
};
use crate::store;
use crate::store::site::{self as table, Candidate, SiteRow, SiteStoryRow};
use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Stories in this state stand on the site.
const PUBLISHED: &str = "published";

/// The folder of the site among the desk's exports. No URL name begins so.
const FOLDER: &str = "_site";

/// Goes up when the same story would make another page: then every page is made again.
const FORM: &str = concat!("1 ", env!("CARGO_PKG_VERSION"));

impl Desk {
    /// Where the site goes and how it stands.
    pub fn site(&self, _: Nothing) -> Result<SiteStanding, Failure> {
        let (row, stories, publication) = self.read(|db| {
            let stories = table::candidates(db, PUBLISHED)?.len();
            Ok((table::site(db)?, stories, publication::of_desk(db)?))
        })?;
        Ok(SiteStanding {
            folder: self.site_folder(None, row.as_ref()).to_string_lossy().into_owned(),
            made_at: row.map(|row| row.made_at),
            stories: u32::try_from(stories).unwrap_or(u32::MAX),
            notes: notes(&publication),
        })
    }

    /// Starts to make the site and answers at once. Ends with the list of what stops it when a
    /// published story may not leave and is not in `leave_out`; nothing is written then.
    pub fn make_site(&self, request: MakeSite) -> Result<Started, Failure> {
        self.must_be_ours()?;
        let row = self.read(|db| Ok(table::site(db)?))?;
        let folder = self.site_folder(request.folder.as_deref(), row.as_ref());
        let job_id = self.inner.clock.id();
        let job = self.open_job(&job_id, 0);
        let leave_out = request.leave_out.into_iter().collect();
        let (theme_name, theme) = self.theme_in_use()?;
        let making = Making { desk: self.clone(), job, folder, leave_out, theme_name, theme };
        self.inner.jobs.push(Turn::Next, move || making.run());
        Ok(Started { job_id })
    }

    fn site_folder(&self, chosen: Option<&str>, last: Option<&SiteRow>) -> PathBuf {
        let known =
            chosen.map(PathBuf::from).or_else(|| last.map(|row| PathBuf::from(&row.folder)));
        absolute(&known.unwrap_or_else(|| self.inner.exports_folder.join(FOLDER)))
    }
}

fn notes(publication: &Publication) -> Vec<String> {
    let without = publication.site_address.is_none();
    without
        .then(|| "No site address is set, so there are no feeds and no sitemaps.".to_owned())
        .into_iter()
        .collect()
}

/// One making of the site.
struct Making {
    desk: Desk,
    job: Arc<Job>,
    folder: PathBuf,
    leave_out: BTreeSet<String>,
    theme_name: String,
    theme: Loaded,
}

/// What a story that may stand on the site needs.
enum Verdict {
    /// Its page stands as it would be made now.
    Stands(Box<Standing>),
    /// Its page has to be made.
    Make(Box<Make>),
    Stopped(Box<SiteStopped>),
    LeftOut,
}

struct Standing {
    row: SiteStoryRow,
    files: Files,
}

struct Make {
    story: Candidate,
    made_of: String,
}

/// The files of a story by name, with their hashes.
type Files = BTreeMap<String, String>;

impl Making {
    fn run(self) {
        let (desk, job) = (self.desk.clone(), Arc::clone(&self.job));
        let end = match safely("make_site", || self.make()) {
            Ok(end) => end,
            Err(failure) => {
                log::warn!("A site could not be made: {:?} {:?}", failure.code, failure.detail);
                JobEnd::Failed { failure }
            }
        };
        desk.inner.jobs.end(&job, end);
    }

    fn make(&self) -> Result<JobEnd, Failure> {
        self.name_stories()?;
        let (candidates, known, house) = self.desk.read(|db| {
            let known = table::stories(db)?.into_iter();
            let known: BTreeMap<String, SiteStoryRow> =
                known.map(|row| (row.story_id.clone(), row)).collect();
            let house = self.house(&publication::of_desk(db)?, &settings::of_desk(db)?)?;
            Ok((table::candidates(db, PUBLISHED)?, known, house))
        })?;
        self.job.expect(candidates.len() * 2);
        let folder = SiteFolder::open(&self.folder)?;
        let verdicts = self.each(&candidates, |candidate| {
            self.judged(candidate, known.get(&candidate.id), &house, &folder)
        })?;
        let Some(verdicts) = verdicts else { return Ok(JobEnd::Cancelled) };
        let stopped: Vec<SiteStopped> = verdicts.iter().filter_map(Verdict::stopped).collect();
        if !stopped.is_empty() {
            return Ok(JobEnd::SiteStopped { stopped });
        }
        let Some(made) = self.lay_down(verdicts, &known, folder)? else {
            return Ok(JobEnd::Cancelled);
        };
        Ok(JobEnd::SiteMade { made })
    }

    /// Over everything that every page is made of besides its story.
    fn house(&self, publication: &Publication, settings: &Settings) -> Result<String, Failure> {
        let theme = self.desk.theme_state(ThemeName { name: self.theme_name.clone() })?.state;
        Ok(json(&(FORM, publication, settings.dateline, &self.theme_name, theme)))
    }

    /// Fixes the URL name and the time of publication of stories that never left before.
    fn name_stories(&self) -> Result<(), Failure> {
        let now = time(self.desk.inner.clock.now());
        let done = self.desk.write(move |db| {
            let mut changed = Vec::new();
            for new in table::candidates(db, PUBLISHED)? {
                if !new.url_name.is_empty() && new.first_published_at.is_some() {
                    continue;
                }
                name(db, &new, &now)?;
                changed.push(Changed::Story { id: new.id });
            }
            Ok(((), changed))
        });
        done.map(|_| ())
    }

    /// Does the same with every story on several threads; answers in their order, or `None` when it was
    /// cancelled.
    fn each<T: Sync, R: Send>(
        &self,
        all: &[T],
        work: impl Fn(&T) -> Result<R, Failure> + Sync,
    ) -> Result<Option<Vec<R>>, Failure> {
        let next = AtomicUsize::new(0);
        let one = || -> Result<Vec<(usize, R)>, Failure> {
            let mut done = Vec::new();
            while !self.job.is_cancelled() {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(item) = all.get(at) else { break };
                done.push((at, work(item)?));
                self.job.step(None);
            }
            Ok(done)
        };
        let threads = thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS);
        let parts: Vec<Result<Vec<(usize, R)>, Failure>> = thread::scope(|scope| {
            let started: Vec<_> =
                (0..threads).map(|_| scope.spawn(|| safely("make_site", one))).collect();
            started
                .into_iter()
                .map(|thread| thread.join().unwrap_or_else(|_| Ok(Vec::new())))
                .collect()
        });
        let mut found = Vec::with_capacity(all.len());
        for part in parts {
            found.extend(part?);
        }
        found.sort_unstable_by_key(|(at, _)| *at);
        let whole = found.len() == all.len();
        Ok(whole.then(|| found.into_iter().map(|(_, result)| result).collect()))
    }

    fn judged(
        &self,
        story: &Candidate,
        known: Option<&SiteStoryRow>,
        house: &str,
        folder: &SiteFolder,
    ) -> Result<Verdict, Failure> {
        let made_of = made_of(story, house);
        let stands = known.filter(|row| row.made_of == made_of).and_then(|row| {
            let files: Files = serde_json::from_str(&row.files).ok()?;
            files
                .iter()
                .all(|(name, hash)| folder.has(name, hash))
                .then(|| Standing { row: row.clone(), files })
        });
        // Words alone stand as they were judged; rights and stops change by the clock.
        if let Some(standing) = stands {
            if story.killed || (story.photos == 0 && !story.may_be_stopped) {
                return Ok(Verdict::Stands(Box::new(standing)));
            }
            return self.ruled(story, || Verdict::Stands(Box::new(standing)));
        }
        let make = Verdict::Make(Box::new(Make { story: story.clone(), made_of }));
        if story.killed { Ok(make) } else { self.ruled(story, || make) }
    }

    fn ruled(
        &self,
        story: &Candidate,
        may_leave: impl FnOnce() -> Verdict,
    ) -> Result<Verdict, Failure> {
        let edition = self.edition(&story.id, story.changed_since)?;
        let ruling = release(&edition, WayOut::Site, PhotoProfile::Web);
        if ruling.may_leave() {
            return Ok(may_leave());
        }
        if self.leave_out.contains(&story.id) {
            return Ok(Verdict::LeftOut);
        }
        Ok(Verdict::Stopped(Box::new(SiteStopped {
            story_id: story.id.clone(),
            slug: edition.row.slug.clone(),
            headline: edition.row.draft.summary.headline.clone(),
            blocks: ruling.blocks,
        })))
    }

    /// Writes what has changed, pictures and pages first, then the lists that lead to them.
    fn lay_down(
        &self,
        verdicts: Vec<Verdict>,
        known: &BTreeMap<String, SiteStoryRow>,
        folder: SiteFolder,
    ) -> Result<Option<SiteMade>, Failure> {
        let left_out = verdicts.iter().filter(|v| matches!(v, Verdict::LeftOut)).count();
        let (mut rows, mut make) = (Vec::new(), Vec::new());
        for verdict in verdicts {
            match verdict {
                Verdict::Stands(standing) => {
                    folder.keep(&standing.files);
                    rows.push(standing.row);
                }
                Verdict::Make(one) => make.push(*one),
                Verdict::Stopped(_) | Verdict::LeftOut => {}
            }
        }
        let Some(made) = self.each(&make, |one| self.page(one, &folder))? else { return Ok(None) };
        let Some(made) = made.into_iter().collect::<Option<Vec<SiteStoryRow>>>() else {
            return Ok(None);
        };
        let here: BTreeSet<&str> =
            rows.iter().chain(&made).map(|row| row.story_id.as_str()).collect();
        let gone: Vec<String> =
            known.keys().filter(|id| !here.contains(id.as_str())).cloned().collect();
        let stories = self.lists(rows.iter().chain(&made), &folder)?;
        let counts = folder.finish()?;
        self.remember(made, gone, (stories, left_out), counts).map(Some)
    }

    /// A story as readers have it: what went out last, also where the draft has moved on.
    fn edition(&self, story_id: &str, changed_since: bool) -> Result<Edition, Failure> {
        let now = self.desk.glance();
        self.desk.read(|db| {
            let document = match changed_since {
                true => store::export::last(db, story_id)?
                    .map(|row| store::kept::text(db, &row.document_hash))
                    .transpose()?
                    .flatten(),
                false => None,
            };
            Edition::read(db, now, story_id, document.as_deref())
        })
    }

    /// Makes the page of one story. `None` when it was cancelled.
    fn page(&self, make: &Make, folder: &SiteFolder) -> Result<Option<SiteStoryRow>, Failure> {
        let edition = self.edition(&make.story.id, make.story.changed_since)?;
        let mut place = folder.of_story(&edition.row.url_name);
        let listed = match make.story.killed {
            true => {
                let page = self.desk.read(|db| Ok(withdrawn_page(db, &edition)?))?;
                place.take(PAGE, page.as_bytes())?;
                String::new()
            }
            false => match self.lay_down_story(&edition, &mut place)? {
                Some(listed) => json(&listed),
                None => return Ok(None),
            },
        };
        Ok(Some(SiteStoryRow {
            story_id: make.story.id.clone(),
            made_of: make.made_of.clone(),
            listed,
            files: json(place.files()),
        }))
    }

    fn lay_down_story(
        &self,
        edition: &Edition,
        place: &mut StoryPlace,
    ) -> Result<Option<SiteStory>, Failure> {
        let profile = PhotoProfile::Web;
        let mut photos = page_photos(edition, profile);
        let pictures = Pictures { desk: &self.desk, job: &self.job, edition, profile };
        if pictures.lay_down(place, &mut photos)?.is_none() {
            return Ok(None);
        }
        let story = as_it_went_out(edition, &photos);
        let html = refused(&self.theme_name, page(&story, &self.theme))?;
        if html.contains(LOGO_FILE) {
            place.take(LOGO_FILE, logo(&edition.publication.name).as_bytes())?;
        }
        place.take(PAGE, html.as_bytes())?;
        Ok(Some(site_story(&story, &edition.plan.desk)))
    }

    /// Writes front page, sections, people, months, feeds and sitemaps. Answers how many stories
    /// stand on them.
    fn lists<'a>(
        &self,
        rows: impl Iterator<Item = &'a SiteStoryRow>,
        folder: &SiteFolder,
    ) -> Result<usize, Failure> {
        let mut listed: Vec<(SiteStory, &str)> = rows
            .filter_map(|row| {
                Some((serde_json::from_str(&row.listed).ok()?, row.story_id.as_str()))
            })
            .collect();
        listed.sort_by(|(a, _), (b, _)| {
            b.published_at.cmp(&a.published_at).then_with(|| a.url_name.cmp(&b.url_name))
        });
        let newest = listed.iter().take(FEED_STORIES);
        let feed_texts = newest.map(|(_, id)| self.feed_text(id)).collect::<Result<Vec<_>, _>>()?;
        let stories: Vec<SiteStory> = listed.into_iter().map(|(story, _)| story).collect();
        let publication = self.desk.read(|db| Ok(publication::of_desk(db)?))?;
        let site = Site {
            publication: line(&publication),
            stories: &stories,
            feed_texts: &feed_texts,
            now: self.desk.glance(),
        };
        for file in site_files(&site) {
            folder.write(&file.name, file.text.as_bytes())?;
        }
        Ok(stories.len())
    }

    fn feed_text(&self, story_id: &str) -> Result<String, Failure> {
        let edition = self.edition(story_id, true)?;
        let photos = page_photos(&edition, PhotoProfile::Web);
        Ok(feed_text(&as_it_went_out(&edition, &photos)))
    }

    fn remember(
        &self,
        made: Vec<SiteStoryRow>,
        gone: Vec<String>,
        (stories, left_out): (usize, usize),
        counts: Counts,
    ) -> Result<SiteMade, Failure> {
        let at = time(self.desk.inner.clock.now());
        let folder = self.folder.to_string_lossy().into_owned();
        let row = SiteRow { folder: folder.clone(), made_at: at.clone() };
        self.desk.write(move |db| {
            table::put(db, &row, &made, &gone)?;
            Ok(((), vec![Changed::Stories]))
        })?;
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(SiteMade {
            at,
            page: self.folder.join("index.html").to_string_lossy().into_owned(),
            folder,
            stories: number(stories),
            written: number(counts.written),
            unchanged: number(counts.unchanged),
            removed: number(counts.removed),
            left_out: number(left_out),
        })
    }
}

impl Verdict {
    fn stopped(&self) -> Option<SiteStopped> {
        match self {
            Verdict::Stopped(stopped) => Some((**stopped).clone()),
            Verdict::Stands(_) | Verdict::Make(_) | Verdict::LeftOut => None,
        }
    }
}

/// More would only wait for the disk and for each other.
const MOST_THREADS: usize = 4;

/// Gives a story that never left its URL name and its time of publication.
fn name(db: &store::Connection, story: &Candidate, now: &str) -> Result<(), Failure> {
    if story.url_name.is_empty() {
        let headline = store::story::standing(db, &story.id)?.map(|s| s.headline);
        let url_name = free_url_name(db, &headline.unwrap_or_default())?;
        store::story::set_url_name(db, &story.id, &url_name)?;
    }
    Ok(store::story::set_first_published_at(db, &story.id, now)?)
}

/// The story with the times that its readers were told.
fn as_it_went_out<'a>(
    edition: &'a Edition,
    photos: &'a BTreeMap<String, PagePhoto>,
) -> PageStory<'a> {
    let now = edition.now.to_utc();
    let published = edition.row.first_published_at.as_deref().map_or(now, read_time);
    let story = page_story(edition, published, photos);
    let told = edition.went_out.as_ref().and_then(WentOut::modified_at);
    PageStory { modified_at: told.unwrap_or(story.modified_at), ..story }
}

/// Over everything that the page of a story is made of.
fn made_of(story: &Candidate, house: &str) -> String {
    let mut hash = blake3::Hasher::new();
    let published = story.first_published_at.as_deref().unwrap_or_default();
    let parts = [
        house,
        &story.document_hash,
        &story.url_name,
        &story.kind,
        &story.desk,
        published,
        &story.stands_since,
        if story.killed { "killed" } else { "" },
        &story.facts,
    ];
    for part in parts {
        // With its length, so that no part runs over into the next.
        hash.update(&(part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().to_hex().to_string()
}

fn line(publication: &Publication) -> PublicationLine<'_> {
    PublicationLine {
        name: &publication.name,
        site_address: publication.site_address.as_deref(),
        language: &publication.language,
        time_zone: &publication.time_zone,
    }
}

/// Plain structs of strings and numbers always serialise.
fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
