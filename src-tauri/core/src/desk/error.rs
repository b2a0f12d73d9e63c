//! Why the desk itself could not do it. The rooms have errors of their own.

use crate::export::ThemeProblem;
use std::io;
use std::path::{Path, PathBuf};

/// The message of each is the sentence that a person reads. A story goes by the name that
/// `story::name_of` gives it, quotation marks included.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    #[error("Cutline knows no action called “{0}”.")]
    NoSuchAction(String),
    #[error("The request to {action} does not fit: {why}.")]
    Malformed { action: &'static str, why: String },
    #[error("There is no story with the id “{0}”.")]
    NoStory(String),
    #[error("There is no photo with the id “{0}”.")]
    NoPhoto(String),
    #[error("There is no job with the id “{0}”.")]
    NoJob(String),
    #[error("{0} was saved elsewhere in the meantime.")]
    StoryMovedOn(String),
    #[error("“{0}” cannot be a URL name.")]
    BadUrlName(String),
    #[error("Another story has the URL name “{0}”.")]
    UrlNameTaken(String),
    #[error("{slug} has been exported, so its URL name stays “{url_name}”.")]
    UrlNameFixed { slug: String, url_name: String },
    #[error("“{0}” is not the address of a site.")]
    BadSiteAddress(String),
    #[error("“{0}” is not a time zone.")]
    BadTimeZone(String),
    #[error("“{0}” is not a language tag.")]
    BadLanguage(String),
    #[error("“{0}” is not a way to print a credit.")]
    BadCreditTemplate(String),
    #[error("“{0}” is not a day.")]
    BadDay(String),
    #[error("“{0}” cannot be a code.")]
    BadCode(String),
    #[error("The text of the code “{0}” is longer than 1,000 characters.")]
    CodeTextTooLong(String),
    #[error("{name} has no code replacement in it.{why}")]
    NoCodes { name: String, why: String },
    #[error("“{0}” cannot be the name of a photo template.")]
    BadTemplateName(String),
    #[error("The photo template “{0}” has no field.")]
    EmptyTemplate(String),
    #[error("The photo template “{0}” has a field twice.")]
    FieldTwice(String),
    #[error("There is no photo template “{0}”.")]
    NoTemplate(String),
    #[error("The text for {field} is longer than {limit} characters.")]
    TextTooLong { field: String, limit: usize },
    #[error("There would be more than {limit} {what}.")]
    TooMany { what: &'static str, limit: usize },
    #[error("The request has {count} {what}; one may have {limit}.")]
    TooMuch { what: &'static str, count: usize, limit: usize },
    #[error("This framing is not one that a picture has: {0}.")]
    BadFraming(&'static str),
    #[error("“{0}” cannot be the id of a state.")]
    BadStateId(String),
    #[error("“{name}” cannot be the name of {what}.")]
    BadName { what: &'static str, name: String },
    #[error("“{name}” would stand twice among the {what}.")]
    Twice { what: &'static str, name: String },
    #[error("Two limits are for the same part, desk and kind of story.")]
    LimitTwice,
    #[error("Every desk has the state “{0}”.")]
    StateStays(String),
    #[error("{} in the state “{name}”, so it stays.", stories_are(*stories))]
    StateInUse { name: String, stories: u32 },
    #[error("This desk has no state “{0}”.")]
    NoState(String),
    #[error("There is no desk called “{0}”.")]
    NoDeskCalled(String),
    #[error("{what} has to be from {from} to {to}.")]
    OutOfRange { what: &'static str, from: u32, to: u32 },
    #[error("“{0}” is not a time.")]
    BadTime(String),
    #[error("The clocks of {zone} never show {typed}: they jump over it.")]
    NoSuchTime { typed: String, zone: String },
    #[error("Nobody is named who cleared {0}.")]
    ClearedByNobody(String),
    #[error("{0} cannot be waived.")]
    StopWaived(&'static str),
    #[error("“{0}” cannot be the id of a note.")]
    BadNoteId(String),
    #[error("There is no story template “{0}”.")]
    NoStoryTemplate(String),
    #[error("{0} has a text that cannot be read, so it cannot be a template.")]
    UnreadableTemplate(String),
    #[error("“{0}” is not a word that can be learned.")]
    BadWord(String),
    #[error("{name} has no style rule in it.{why}")]
    NoStyleRules { name: String, why: String },
    #[error("The theme “{name}” cannot be used. {problem}")]
    ThemeRefused { name: String, problem: ThemeProblem },
    #[error("There is a theme “{0}” already.")]
    ThemeTaken(String),
    #[error("The theme “{0}” comes with Cutline.")]
    ThemeStays(String),
    #[error("This desk has no theme “{0}”.")]
    NoTheme(String),
    #[error("The desk’s pages stand in the theme “{0}”.")]
    ThemeInUse(String),
    #[error("{} is not a folder.", shown(.0))]
    NotAFolder(PathBuf),
    #[error("{} cannot be read.", shown(path))]
    FileUnreadable {
        path: PathBuf,
        #[source]
        cause: io::Error,
    },
    #[error("{} is a folder, not a file.", shown(.0))]
    NotAFile(PathBuf),
    #[error("{} is larger than {limit_mb} MB.", shown(path))]
    FileTooLarge { path: PathBuf, limit_mb: u64 },
    #[error("The original of {file_name} is no longer in the desk's photo folder.")]
    OriginalGone {
        file_name: String,
        #[source]
        cause: io::Error,
    },
    #[error("The original of {file_name} is no longer what was taken in: the disk changed it.")]
    OriginalDamaged { file_name: String },
    #[error("The pictures that were just made are no longer in the desk's folder for renditions.")]
    RenditionsGone,
    #[error("A missing credit cannot be waived.")]
    CreditWaived,
    #[error("A picture made or changed with generative AI cannot be waived.")]
    GeneratedWaived,
    #[error("A finding cannot be waived without a reason.")]
    NoReason,
    #[error("{slug} has no place for a photo there: {why}.")]
    NoPlace { slug: String, why: &'static str },
    #[error("{0} has a text that cannot be read, so no photo can be put into it.")]
    UnreadableDocument(String),
    #[error("{slug} cannot leave yet. {}", blocks.join(" "))]
    Stopped { slug: String, blocks: Vec<String> },
    #[error("{0} is spiked, so it leaves by no way.")]
    Spiked(String),
    #[error("{0} is being exported at this moment.")]
    ExportUnderWay(String),
    #[error("{} cannot be exported to.", shown(path))]
    FolderUnwritable {
        path: PathBuf,
        #[source]
        cause: io::Error,
    },
    #[error("{} was not made by Cutline, so it is not replaced.", shown(.0))]
    FolderNotOurs(PathBuf),
    #[error(
        "{} holds {name}, which Cutline did not put there, so it is not replaced.",
        shown(path)
    )]
    FolderHoldsOthers { path: PathBuf, name: String },
    #[error("{} was not made by Cutline, or was changed since, so it is not replaced.", shown(.0))]
    FileNotOurs(PathBuf),
    #[error("The disk is full: {} could not be written.", shown(.0))]
    DiskFull(PathBuf),
    #[error("{} could not be written.", shown(path))]
    FileUnwritten {
        path: PathBuf,
        #[source]
        cause: io::Error,
    },
    #[error("{} is not on the disk as it was written.", shown(.0))]
    FileUnsound(PathBuf),
    #[error("A stop cannot be passed without a reason.")]
    NoReasonToPass,
    #[error("{0} was killed, so it leaves by no way.")]
    Killed(String),
    #[error("{0} has never gone out.")]
    NeverWentOut(String),
    #[error("{slug} has no export number {number}.")]
    NoExport { slug: String, number: u32 },
    #[error("Readers have {0}, it has changed since, and nobody has said what the change is.")]
    ChangeUnsaid(String),
    #[error("The {0} has no wording, and the story has none of its own.")]
    NoWording(&'static str),
    #[error("A minor change prints nothing, so it has no wording.")]
    MinorWithText,
    #[error("{0} misses no printed correction of that kind.")]
    NoCorrection(String),
    #[error("Export {number} of {slug} is from before Cutline remembered what went out.")]
    ExportForgotten { slug: String, number: u32 },
    #[error("A kill cannot be lifted without a reason.")]
    NoReasonToLift,
    #[error("{0} is not killed.")]
    NotKilled(String),
    #[error("Something in {doing} went wrong that should not happen.")]
    Bug { doing: String },
}

/// A path as a sentence shows it. A file's name may hold anything; a terminal obeys control
/// characters.
fn shown(path: &Path) -> String {
    let shown: String = path.to_string_lossy().chars().filter(|c| !c.is_control()).collect();
    if shown.is_empty() { "A file without a name".into() } else { shown }
}

fn stories_are(count: u32) -> String {
    if count == 1 { "1 story is".into() } else { format!("{count} stories are") }
}
