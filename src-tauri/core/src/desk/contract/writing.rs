//! What a desk sets for writing: its settings, words, style and templates.

use super::Legal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How this desk works. Every value has a default that works; nothing has to be set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export_to = "contract.ts")]
pub struct Settings {
    /// In the order of the work. The five that Cutline knows are always there, whatever their names.
    pub states: Vec<WorkState>,
    /// The desks that a story may belong to, as "City".
    pub desks: Vec<String>,
    pub limits: Vec<LengthLimit>,
    /// What stands for a fact still to come, as "TK". Compared letter by letter.
    pub tk_marks: Vec<String>,
    pub dateline: DatelineStyle,
    pub typing: Typing,
    pub looks: Looks,
}

/// Where a story can stand in the desk's work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct WorkState {
    /// "writing", "desk", "subs", "ready", "published", or the id of one that the desk added.
    pub id: String,
    pub name: String,
}

/// How long a part should be at most. The most particular one stands; lengths guide and never stop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct LengthLimit {
    pub part: MeasuredPart,
    /// `null`: every desk.
    pub desk: Option<String>,
    /// `null`: every kind of story.
    pub kind: Option<StoryKind>,
    /// As a reader sees them, spaces included.
    pub characters: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum MeasuredPart {
    Headline,
    WebHeadline,
    SocialHeadline,
    PrintHeadline,
    Standfirst,
}

/// What a story is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum StoryKind {
    #[default]
    News,
    Brief,
    Feature,
    Analysis,
    Opinion,
    Explainer,
    Interview,
    Review,
}

/// Where the dateline prints. It is never recased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum DatelineStyle {
    /// At the head of the first paragraph.
    #[default]
    FirstParagraph,
    /// "in Istanbul" after the byline.
    AfterByline,
    None,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export_to = "contract.ts")]
pub struct Typing {
    /// Quotes and dashes by the story's language.
    pub smart: bool,
    pub spelling: bool,
    /// The line shows what an input method is composing.
    pub preedit: bool,
    /// Codes between backslashes turn into their text.
    pub expansions: bool,
}

/// How the window looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export_to = "contract.ts")]
pub struct Looks {
    pub theme: Theme,
    /// Stronger lines and no pale words, whatever the system says.
    pub high_contrast: bool,
    pub font: StoryFont,
    /// Of the story's text, in per cent of the usual: 80 to 200.
    pub text_size: u32,
    /// Characters in a line of the story: 45 to 90.
    pub measure: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum StoryFont {
    #[default]
    Serif,
    Sans,
    /// What the system uses for fixed-width text.
    Mono,
}

/// `null` leaves a value as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ChangeSettings {
    pub states: Option<Vec<WorkState>>,
    pub desks: Option<Vec<String>>,
    pub limits: Option<Vec<LengthLimit>>,
    pub tk_marks: Option<Vec<String>>,
    pub dateline: Option<DatelineStyle>,
    pub typing: Option<Typing>,
    pub looks: Option<Looks>,
}

/// A note on a passage of the story. It leaves by no route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PassageNote {
    /// The `noteId` of the mark on the passage. A note whose mark is gone stands without a passage.
    pub id: String,
    pub kind: NoteKind,
    pub text: String,
    pub resolved: bool,
    pub at: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum NoteKind {
    #[default]
    Note,
    Source,
    Legal,
}

/// Writes a note on a passage, new or changed. The caller makes the id, since the mark needs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct SetNote {
    pub story_id: String,
    /// A UUID.
    pub id: String,
    pub kind: NoteKind,
    pub text: String,
    pub resolved: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct RemoveNote {
    pub story_id: String,
    pub id: String,
}

/// How a new story begins. Both `null`: empty, in the publication's language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct NewStory {
    /// The name of a story template.
    pub template: Option<String>,
    /// The story that this one follows up. Its slug, kicker and kind come along; its text does not.
    pub follow_up_of: Option<String>,
}

/// A skeleton for stories: text, furniture, kind, desk, target. Photos are wanted places in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct StoryTemplate {
    pub name: String,
    pub headline: String,
    pub words: u32,
    pub kind: StoryKind,
    pub desk: String,
    pub target_words: Option<u32>,
}

/// Keeps a story as a template, in place of the one of that name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct SaveStoryTemplate {
    pub name: String,
    pub story_id: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct StoryTemplateName {
    pub name: String,
}

/// One change to many stories. `null` leaves a value as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ChangeStories {
    pub story_ids: Vec<String>,
    /// The id of a [`WorkState`].
    pub state: Option<String>,
    pub spiked: Option<bool>,
    pub desk: Option<String>,
    pub assignee: Option<String>,
}

/// What a desk plans for a story.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export_to = "contract.ts")]
pub struct Plan {
    pub kind: StoryKind,
    /// One of the desk's own names, or empty.
    pub desk: String,
    /// Who writes it, as text.
    pub assignee: String,
    /// A client may also send what the clocks of the publication show, "2026-05-12 18:00".
    pub due_at: Option<String>,
    pub target_words: Option<u32>,
}

/// What holds a story back. They last until lifted; an embargo lifts by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export_to = "contract.ts")]
pub struct Stops {
    pub hold: bool,
    pub not_for_publication: bool,
    pub embargo: Option<Embargo>,
    pub legal: Legal,
}

/// A story may not be published before `until`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Embargo {
    /// A client may also send what the clocks of the zone show, "2026-05-12 00:01".
    pub until: String,
    /// IANA name of the zone that it was given in, as "Europe/Istanbul".
    pub time_zone: String,
    /// The sentence that names it, as "Embargoed until 12 May 2026, 00:01 Istanbul (21:01 UTC)". The
    /// desk writes it; what a client sends is not read.
    #[serde(default)]
    pub sentence: String,
    /// Whether it still holds.
    #[serde(default)]
    pub holds: bool,
}

/// How many stories there are under a filter. The state that the filter names counts for `total`
/// only, so that the others can be offered with their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct StoryCounts {
    pub total: u32,
    /// Every state of the desk, in the order of the work.
    pub by_state: Vec<StateCount>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct StateCount {
    pub state: String,
    pub stories: u32,
}

/// A word that the desk's dictionary knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct LearnedWord {
    pub word: String,
}

/// One rule of the desk's house style.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct StyleRule {
    /// Whole words, whatever their case; `*` stands for the rest of a word.
    pub find: String,
    /// What to write instead; empty when there is only something to say.
    pub instead: String,
    pub reason: String,
}

/// A tab-separated file of rules: what to find, what to write instead, why. They take the place of
/// all that the desk has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ImportStyleRules {
    pub path: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct ImportedStyleRules {
    pub taken: u32,
    /// Lines that were left out, each with the reason in one sentence.
    pub left_out: Vec<String>,
}

/// HTML from the clipboard, for a story in this language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ReadHtml {
    pub html: String,
    /// The plain text that lay beside it; empty when there was none.
    #[serde(default)]
    pub plain: String,
    pub language: String,
}

/// What a paste brings into the story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PastedParts {
    /// The body's blocks as a JSON list of nodes, in the document's own shape.
    pub blocks: String,
    /// One line: "Kept 3 links, 2 quotes and 1 list; 1 picture was not in the clipboard."
    pub receipt: String,
    /// What was left out or could not be kept, each in one sentence.
    pub left_out: Vec<String>,
}

/// A story as its reader will see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ProofStory {
    pub story_id: String,
    /// What stands in the window now; `null` for the saved draft.
    #[serde(default)]
    pub document: Option<String>,
    /// A theme to try; `null` for the one that the desk's pages stand in.
    #[serde(default)]
    pub theme: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Proof {
    /// `proof://localhost/<token>/index.html`, good until the next but one proof of the same story.
    pub address: String,
    /// Printed credits on it, for a glance.
    pub credits: u32,
    pub bytes: u32,
    /// The page itself, to measure how tall it is: a frame of no origin tells nobody.
    pub html: String,
}

/// For what the window's spelling and input work now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct WriteIn {
    /// BCP 47.
    pub language: String,
    pub spelling: bool,
    pub preedit: bool,
}

/// Whether the machine can check the spelling of that language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct WritesIn {
    /// The dictionary in use, as "en_GB"; `null`: this machine has none for the language.
    pub dictionary: Option<String>,
}

/// The program, for Help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct AboutProgram {
    pub version: String,
    /// This run's log. It never holds copy.
    pub log: String,
    /// Absolute path of the folder of logs; `null` when there is none.
    pub log_folder: Option<String>,
    /// The licences of what Cutline is made of, as plain text.
    pub licences: String,
}

/// A folder to show in the system's file manager.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum OwnFolder {
    Desk,
    Log,
    Exports,
    /// The desk's own themes.
    Themes,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ShowFolder {
    pub folder: OwnFolder,
}

/// How large the window shows everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ZoomWindow {
    /// 100 is the usual size; 50 to 400, and the nearest of them for anything else.
    pub percent: u32,
}

impl Default for Settings {
    fn default() -> Self {
        let state = |(id, name): (&str, &str)| WorkState { id: id.into(), name: name.into() };
        let limit = |part, characters| LengthLimit { part, desk: None, kind: None, characters };
        Settings {
            states: STATES.map(state).into(),
            desks: Vec::new(),
            limits: vec![
                limit(MeasuredPart::Headline, 70),
                limit(MeasuredPart::WebHeadline, 60),
                limit(MeasuredPart::SocialHeadline, 100),
                limit(MeasuredPart::PrintHeadline, 45),
                limit(MeasuredPart::Standfirst, 250),
            ],
            tk_marks: ["TK", "TKTK", "[CQ?]"].map(String::from).into(),
            dateline: DatelineStyle::default(),
            typing: Typing::default(),
            looks: Looks::default(),
        }
    }
}

/// The states that Cutline itself knows; a story begins in the first.
pub const STATES: [(&str, &str); 5] = [
    ("writing", "Writing"),
    ("desk", "Desk"),
    ("subs", "Subs"),
    ("ready", "Ready"),
    ("published", "Published"),
];

impl Default for Typing {
    fn default() -> Self {
        Typing { smart: true, spelling: true, preedit: true, expansions: true }
    }
}

impl Default for Looks {
    fn default() -> Self {
        Looks {
            theme: Theme::default(),
            high_contrast: false,
            font: StoryFont::default(),
            text_size: 100,
            measure: 66,
        }
    }
}
