//! Beginning a story: empty, from a template, or as the follow-up of another one.

use super::Desk;
use super::contract::{Changed, Done, NewStory, Plan, STATES, Story};
use super::failure::Failure;
use super::plan;
use super::summary::draft;
use super::words::word;
use super::{publication, story, story_templates};
use crate::store::fold::folded;
use crate::store::story::{PlanRow, StopsRow, StoryRow};
use crate::store::{self, Connection, StoreError, story_photo};
use crate::story::{Direction, Document, read, write};

impl Desk {
    /// Begins a story. A follow-up takes slug, kicker, kind and desk of the first one, and its
    /// language; each names the other from then on. With a template as well, the text is the
    /// template's.
    pub fn new_story(&self, request: NewStory) -> Result<Done<Story>, Failure> {
        let (id, now, glance) = (self.inner.clock.id(), self.now(), self.glance());
        self.write(move |db| {
            let mut beginning = match &request.template {
                Some(name) => from_template(db, name)?,
                None => Beginning { document: empty(db)?, ..Beginning::default() },
            };
            let mut changed = vec![Changed::Stories];
            if let Some(first) = request.follow_up_of {
                beginning = follow_up(db, beginning, &first, request.template.is_some())?;
                changed.push(Changed::Story { id: first });
            }
            insert(db, &id, beginning, now)?;
            Ok((story::read(db, &id, glance)?, changed))
        })
    }
}

/// What a story begins with.
#[derive(Debug, Clone, Default)]
pub struct Beginning {
    pub slug: String,
    pub document: String,
    pub plan: PlanRow,
    /// The id of a story.
    pub follow_up_of: Option<String>,
}

fn empty(db: &Connection) -> Result<String, StoreError> {
    let mut document = Document::default();
    set_language(&mut document, publication::of_desk(db)?.language);
    Ok(write(&document))
}

fn from_template(db: &Connection, name: &str) -> Result<Beginning, Failure> {
    let (document, Plan { kind, desk, target_words, .. }) = story_templates::taken(db, name)?;
    let plan = PlanRow { kind: word(&kind), desk, target_words, ..PlanRow::default() };
    Ok(Beginning { document, plan, ..Beginning::default() })
}

/// `beginning` as the follow-up of the story `first`. The template's language stands, where there is
/// a template.
fn follow_up(
    db: &Connection,
    beginning: Beginning,
    first: &str,
    from_template: bool,
) -> Result<Beginning, Failure> {
    let first = story::row(db, first)?;
    let told = read(&first.draft.document);
    let mut document = read(&beginning.document);
    document.kicker = told.kicker;
    if !from_template {
        (document.language, document.direction) = (told.language, told.direction);
    }
    let Plan { kind, desk, .. } = plan::shown(&first.plan);
    Ok(Beginning {
        slug: first.slug,
        document: super::skeleton::without_notes(&write(&document)),
        plan: PlanRow { kind: word(&kind), desk, ..beginning.plan },
        follow_up_of: Some(first.id),
    })
}

/// Gives a new document the language of the desk, and the direction that goes with it.
pub fn set_language(document: &mut Document, language: String) {
    let primary = language.split('-').next().unwrap_or_default().to_ascii_lowercase();
    if ["ar", "ckb", "dv", "fa", "he", "ps", "ug", "ur", "yi"].contains(&primary.as_str()) {
        document.direction = Direction::RightToLeft;
    }
    document.language = language;
}

/// Stores a new story under `id`.
pub fn insert(
    db: &Connection,
    id: &str,
    beginning: Beginning,
    now: String,
) -> Result<(), StoreError> {
    let Beginning { slug, document, plan, follow_up_of } = beginning;
    let (draft, photos) = draft(document, now.clone());
    let folded_slug = folded(&slug);
    let row = StoryRow {
        id: id.to_owned(),
        slug,
        url_name: String::new(),
        state: STATES[0].0.to_owned(),
        draft,
        revision: 1,
        created_at: now,
        spiked: false,
        first_published_at: None,
        live_at: None,
        killed_at: None,
        plan,
        stops: StopsRow::default(),
        follow_up_of,
    };
    store::story::insert(db, &row, &folded_slug)?;
    story_photo::put(db, id, &photos)
}
