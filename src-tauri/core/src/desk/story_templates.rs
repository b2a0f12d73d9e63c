//! Skeletons for stories.

use super::Desk;
use super::contract::{Done, Nothing, Plan, SaveStoryTemplate, StoryTemplate, StoryTemplateName};
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::Failure;
use super::plan;
use super::skeleton::without_photos;
use super::story::{name_of, row};
use super::typed;
use crate::store::Connection;
use crate::store::story::StoryRow;
use crate::store::story_template::{self, TemplateRow};

const LONGEST_NAME: usize = 80;
const MOST: usize = 500;

impl Desk {
    /// Every template, in the order of the names.
    pub fn story_templates(&self, _: Nothing) -> Result<Vec<StoryTemplate>, Failure> {
        let rows = self.read(|db| Ok(story_template::all(db)?))?;
        Ok(rows.into_iter().map(shown).collect())
    }

    /// Keeps a saved story as a template: its text, furniture, kind, desk and target, without its
    /// photos, notes, assignee and times.
    pub fn save_story_template(
        &self,
        request: SaveStoryTemplate,
    ) -> Result<Done<Nothing>, Failure> {
        let name = typed::name("a story template", &request.name, LONGEST_NAME)?;
        self.write(move |db| {
            let story = row(db, &request.story_id)?;
            let others = story_template::all(db)?;
            if others.len() >= MOST && others.iter().all(|other| other.name != name) {
                return Err(DeskError::TooMany { what: "story templates", limit: MOST }.into());
            }
            story_template::put(db, &template(name, &story)?)?;
            Ok((Nothing {}, Vec::new()))
        })
    }

    /// Takes a template away. Fails when there is none of that name.
    pub fn remove_story_template(
        &self,
        request: StoryTemplateName,
    ) -> Result<Done<Nothing>, Failure> {
        self.write(move |db| match story_template::remove(db, request.name.trim())? {
            true => Ok((Nothing {}, Vec::new())),
            false => Err(DeskError::NoStoryTemplate(quoted(&request.name)).into()),
        })
    }
}

/// The document and the plan of the template called `name`.
pub fn taken(db: &Connection, name: &str) -> Result<(String, Plan), Failure> {
    let found = story_template::template(db, name.trim())?;
    let template = found.ok_or_else(|| DeskError::NoStoryTemplate(quoted(name)))?;
    let plan = read_plan(&template.plan);
    Ok((template.document, plan))
}

fn template(name: String, story: &StoryRow) -> Result<TemplateRow, DeskError> {
    let summary = &story.draft.summary;
    let document = without_photos(&story.draft.document)
        .ok_or_else(|| DeskError::UnreadableTemplate(name_of(&story.slug, &summary.headline)))?;
    let kept = Plan { assignee: String::new(), due_at: None, ..plan::shown(&story.plan) };
    Ok(TemplateRow {
        name,
        document,
        headline: summary.headline.clone(),
        words: summary.words,
        plan: serde_json::to_string(&kept).unwrap_or_default(),
    })
}

fn shown(row: TemplateRow) -> StoryTemplate {
    let Plan { kind, desk, target_words, .. } = read_plan(&row.plan);
    StoryTemplate {
        name: row.name,
        headline: row.headline,
        words: row.words,
        kind,
        desk,
        target_words,
    }
}

fn read_plan(json: &str) -> Plan {
    serde_json::from_str(json).unwrap_or_default()
}
