//! What clients may ask of the desk, and what they get. One list names every action once; from it
//! come the dispatcher (`desk/dispatch.rs`) and `ui/src/desk/contract.ts` (`make contract`).
//!
//! Ids and times are strings (times in UTC, RFC 3339); no 64-bit integer crosses; absent is `null`.

mod copy;
mod desk;
mod export;
mod job;
mod photo;
mod records;
mod site;
mod story;
mod theme;
mod typescript;
mod writing;

pub use copy::*;
pub use desk::*;
pub use export::*;
pub use job::*;
pub use photo::*;
pub use records::*;
pub use site::*;
pub use story::*;
pub use theme::*;
pub use typescript::typescript;
pub use writing::*;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Calls `$with!` with every action: `name(Request) -> Reply`, as one list.
///
/// Reads answer with their value; writes with [`Done`], which says what changed; long work with
/// [`Started`], and its progress comes as [`Event::Job`].
#[macro_export]
macro_rules! actions {
    ($with:ident) => {
        $with! {
            about_desk(Nothing) -> AboutDesk;
            change_publication(ChangePublication) -> Done<Publication>;
            settings(Nothing) -> Settings;
            change_settings(ChangeSettings) -> Done<Settings>;

            stories(Stories) -> Vec<StoryRow>;
            count_stories(Stories) -> StoryCounts;
            story(StoryId) -> Story;
            new_story(NewStory) -> Done<Story>;
            duplicate_story(StoryId) -> Done<Story>;
            change_stories(ChangeStories) -> Done<Nothing>;
            story_templates(Nothing) -> Vec<StoryTemplate>;
            save_story_template(SaveStoryTemplate) -> Done<Nothing>;
            remove_story_template(StoryTemplateName) -> Done<Nothing>;
            set_note(SetNote) -> Done<Nothing>;
            remove_note(RemoveNote) -> Done<Nothing>;
            save_draft(SaveDraft) -> Done<SavedDraft>;
            change_story(ChangeStory) -> Done<Story>;
            spike_story(StoryId) -> Done<Nothing>;
            unspike_story(StoryId) -> Done<Nothing>;
            import_story(ImportStory) -> Done<ImportedStory>;
            import_sample(Nothing) -> Done<ImportedStory>;
            read_html(ReadHtml) -> PastedParts;
            proof(ProofStory) -> Proof;
            themes(Nothing) -> Vec<PageTheme>;
            theme_state(ThemeName) -> ThemeState;
            check_theme(AddTheme) -> PageTheme;
            add_theme(AddTheme) -> Done<PageTheme>;
            remove_theme(ThemeName) -> Done<Nothing>;
            learned_words(Nothing) -> Vec<LearnedWord>;
            learn_word(LearnedWord) -> Done<Nothing>;
            forget_word(LearnedWord) -> Done<Nothing>;
            style_rules(Nothing) -> Vec<StyleRule>;
            import_style_rules(ImportStyleRules) -> Done<ImportedStyleRules>;

            add_photos(AddPhotos) -> Started;
            photos(Photos) -> Vec<Photo>;
            change_photo(ChangePhoto) -> Done<Photo>;
            declare_credit(DeclareCredit) -> Done<Photo>;
            change_kind(ChangeKind) -> Done<Photo>;
            change_photos(ChangePhotos) -> Done<Vec<Photo>>;
            change_usage(ChangeUsage) -> Done<Photo>;
            replace_photo(ReplacePhoto) -> Done<ReplacedPhoto>;
            photo_use(PhotoId) -> PhotoUse;
            preview_credit(PreviewCredit) -> PrintsAs;
            attach_photo(AttachPhoto) -> Done<SavedDraft>;

            suggest(Suggest) -> Vec<String>;
            code_replacements(Nothing) -> Vec<CodeReplacement>;
            set_code(SetCode) -> Done<Nothing>;
            import_codes(ImportCodes) -> Done<ImportedCodes>;
            photo_templates(Nothing) -> Vec<PhotoTemplate>;
            save_photo_template(PhotoTemplate) -> Done<Nothing>;
            remove_photo_template(PhotoTemplateName) -> Done<Nothing>;

            check_story(CheckStory) -> Checked;
            waive_finding(WaiveFinding) -> Done<Nothing>;
            take_back_waiver(TakeBackWaiver) -> Done<Nothing>;

            since_cleared(StoryId) -> SinceCleared;
            release(ReleaseStory) -> Release;
            export_story(ExportStory) -> Started;
            copy_story(CopyStory) -> CopiedStory;

            exports(StoryId) -> Vec<PastExport>;
            changes_since_export(ChangesSinceExport) -> Changes;
            export_again(ExportAgain) -> Started;
            put_back_correction(PutBackCorrection) -> Done<SavedDraft>;
            mark_live(MarkLive) -> Done<Nothing>;
            kill_story(KillStory) -> Done<Killed>;
            lift_kill(LiftKill) -> Done<Nothing>;
            site(Nothing) -> SiteStanding;
            make_site(MakeSite) -> Started;

            cancel_job(JobId) -> Nothing;
        }
    };
}

/// What the window asks of the machine around the desk. Carried out by the window's shell, not by
/// the desk; listed here so that the page has one typed call for everything.
#[macro_export]
macro_rules! window_actions {
    ($with:ident) => {
        $with! {
            pick_photos(Nothing) -> Vec<String>;
            pick_photo_folder(Nothing) -> Vec<String>;
            pick_codes(Nothing) -> Option<String>;
            pick_style_rules(Nothing) -> Option<String>;
            clipboard_photos(Nothing) -> Vec<String>;
            clipboard_html(Nothing) -> Option<String>;
            copy_to_clipboard(CopyStory) -> InClipboard;
            write_in(WriteIn) -> WritesIn;
            print_proof(StoryId) -> Nothing;
            about_program(Nothing) -> AboutProgram;
            show_folder(ShowFolder) -> Nothing;
            zoom_window(ZoomWindow) -> Nothing;
            pick_copy(Nothing) -> Option<String>;
            pick_folder(Nothing) -> Option<String>;
            show_export(StoryId) -> Nothing;
            show_site(Nothing) -> Nothing;
            reveal_export(StoryId) -> Nothing;
            open_link(OpenLink) -> Nothing;
            may_close(Nothing) -> Nothing;
        }
    };
}

/// An empty request or reply: `{}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Nothing {}

/// The reply of a write.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Done<T> {
    pub value: T,
    /// What clients must read again; nothing else changed.
    pub changed: Vec<Changed>,
}

/// One thing that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "what")]
#[ts(export_to = "contract.ts")]
pub enum Changed {
    /// The list of stories: one came, went or changed its row.
    Stories,
    Story {
        id: String,
    },
    Photo {
        id: String,
    },
    Publication,
    Settings,
    /// The dictionary of learned words.
    Words,
    /// The themes that pages can stand in.
    Themes,
}

/// What the desk tells clients unasked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "what")]
#[ts(export_to = "contract.ts")]
pub enum Event {
    Changed { changed: Vec<Changed> },
    Job { job: Box<JobReport> },
}
