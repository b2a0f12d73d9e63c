//! The only place that turns errors into what clients see.

use super::error::DeskError;
use crate::import::{self, HtmlError, ImportError};
use crate::photo::PhotoError;
use crate::store::StoreError;
use serde::{Deserialize, Serialize};
use std::error::Error;
use ts_rs::TS;

/// Why an action was not done. Clients act on `code`, never on the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Failure {
    pub code: Code,
    /// What happened, naming the thing. One sentence.
    pub message: String,
    /// What to do. One instruction.
    pub advice: String,
    /// For the log; never copy.
    pub detail: Option<String>,
}

/// A code stands here only when some client does something about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Code {
    /// Another program holds the desk: reading works, writing does not.
    DeskHeld,
    /// The draft that a save is based on is no longer the newest: the window offers both.
    StoryMovedOn,
    /// Findings stop the story: the command line ends with 3, the window shows the list.
    Stopped,
    /// Readers have the story, it changed, and nobody said what the change is: the command line ends
    /// with 3, the window asks.
    ChangeUnsaid,
    /// The request itself is wrong: the command line ends with 2.
    BadRequest,
    /// A theme cannot be used: the proof shows nothing in its place, and the sentence with file and line.
    ThemeRefused,
    /// It could not be done; the sentence says why.
    Failed,
    /// A person cancelled it.
    Cancelled,
    /// This should not happen: the window apologises and keeps the draft.
    Bug,
}

impl From<DeskError> for Failure {
    fn from(error: DeskError) -> Self {
        let (code, advice) = judged(&error);
        failure(code, &error, advice.into())
    }
}

fn judged(error: &DeskError) -> (Code, &'static str) {
    use DeskError as E;
    let failed = |advice| (Code::Failed, advice);
    let wrong = |advice| (Code::BadRequest, advice);
    match error {
        E::NoSuchAction(_) => wrong("Use one of the actions of the contract."),
        E::Malformed { .. } => wrong("Send what the contract says for this action."),
        E::NoStory(_) => failed("Open another story from the list."),
        E::NoPhoto(_) => failed("Add the photo again."),
        E::NoJob(_) => wrong("Start the work again."),
        E::StoryMovedOn(_) => {
            (Code::StoryMovedOn, "Look at both texts and choose which one to keep.")
        }
        E::BadUrlName(_) => wrong(
            "Use lower-case letters, digits and single hyphens, at most 80 characters in all.",
        ),
        E::UrlNameTaken(_) => wrong("Choose another URL name."),
        E::UrlNameFixed { .. } => failed("Leave the URL name: readers have this address already."),
        E::BadSiteAddress(_) => wrong("Type an address like https://example.org, or none."),
        E::BadTimeZone(_) => wrong("Type a name like Europe/Istanbul."),
        E::BadLanguage(_) => wrong("Type a tag like en, tr or pt-BR."),
        E::BadCreditTemplate(_) => {
            wrong("Name at least {photographer} or {credit} in it, as in {label}: {photographer}.")
        }
        E::BadDay(_) => wrong("Type a day of the calendar like 2026-12-31, or none."),
        E::BadCode(_) => wrong("Use letters, digits and hyphens, at most 40 in all."),
        E::CodeTextTooLong(_) => wrong("Type a shorter text."),
        E::NoCodes { .. } => {
            failed("Choose a text file with a code, a tab and its text on each line.")
        }
        E::BadTemplateName(_) => wrong("Type a name on one line, of at most 80 characters."),
        E::EmptyTemplate(_) => wrong("Fill in at least one field."),
        E::FieldTwice(_) => wrong("Name each field once."),
        E::NoTemplate(_) => failed("Choose another template."),
        E::TextTooLong { .. } => wrong("Type a shorter text."),
        E::TooMany { .. } => failed("Take away some that nobody uses."),
        E::TooMuch { .. } => wrong("Do it in several steps."),
        E::BadFraming(_) => wrong("Crop, turn and cover the picture anew."),
        E::BadStateId(_) => wrong("Use lower-case letters, digits and hyphens, at most 40 in all."),
        E::BadName { .. } => wrong("Type a short name on one line."),
        E::Twice { .. } => wrong("Choose another name."),
        E::LimitTwice => wrong("Keep one of them."),
        E::StateStays(_) => wrong("Rename it instead."),
        E::StateInUse { .. } => failed("Move them to another state first."),
        E::NoState(_) => wrong("Use the id of one of the desk's states."),
        E::NoDeskCalled(_) => wrong("Add it in the settings, or choose another one."),
        E::OutOfRange { .. } => wrong("Type a number between these."),
        E::BadTime(_) => wrong("Type a time like 2026-05-12 00:01."),
        E::NoSuchTime { .. } => wrong("Type a time before or after the jump."),
        E::ClearedByNobody(_) => wrong("Type who cleared it."),
        E::StopWaived(_) => failed("Lift it in the story's own record."),
        E::BadNoteId(_) => wrong("Use a UUID."),
        E::NoStoryTemplate(_) => failed("Choose another template."),
        E::UnreadableTemplate(_) => failed("Open the story in the window and look at its text."),
        E::BadWord(_) => {
            wrong("Type one word without spaces, with a letter in it, at most 60 characters long.")
        }
        E::NoStyleRules { .. } => failed(
            "Choose a text file with, on each line, what to find, a tab, and what to write instead.",
        ),
        E::ThemeRefused { .. } => {
            (Code::ThemeRefused, "Mend that file, or choose another theme in the settings.")
        }
        E::ThemeTaken(_) => failed("Rename the folder, or remove the theme that has its name."),
        E::ThemeStays(_) => failed("Leave it; nobody has to use it."),
        E::NoTheme(_) => failed("Choose another theme in the settings."),
        E::ThemeInUse(_) => failed("Choose another theme for the desk first."),
        E::NotAFolder(_) => failed("Choose the folder that holds the theme."),
        E::FileUnreadable { .. } => failed("Look whether the file is there and may be read."),
        E::NotAFile(_) => failed("Choose the files in it."),
        E::FileTooLarge { .. } => failed("Make a smaller copy and use that."),
        E::OriginalGone { .. } => {
            failed("Put the file back from a backup, or add the photo again.")
        }
        E::OriginalDamaged { .. } => {
            failed("Put the file back from a backup, or add the photo again.")
        }
        E::RenditionsGone => failed("Export again; they are made anew."),
        E::CreditWaived => failed("Type the credit, or declare why there is no name."),
        E::GeneratedWaived => failed("Choose “Illustration” for it, or take it out."),
        E::NoReason => wrong("Say why it may pass."),
        E::NoPlace { .. } => failed("Choose another place, or replace the photo in the window."),
        E::UnreadableDocument(_) => failed("Open the story in the window and look at its text."),
        E::Stopped { .. } => (Code::Stopped, "Mend what is listed, then try again."),
        E::Spiked(_) => failed("Unspike it first."),
        E::ExportUnderWay(_) => failed("Wait until it is done."),
        E::FolderUnwritable { .. } => {
            failed("Choose a folder that exists and that you may write to.")
        }
        E::FolderNotOurs(_) => failed("Move that folder away, or export to another place."),
        E::FolderHoldsOthers { .. } => failed("Move that file away, then export again."),
        E::FileNotOurs(_) => failed("Move that file away, or export to another place."),
        E::FileUnwritten { .. } => failed(
            "Look whether the folder is still there and may be written to, then export again.",
        ),
        E::FileUnsound(_) => failed("Export again; if it happens twice, look after that disk."),
        E::NoReasonToPass => wrong("Say why the story goes out in spite of what stops it."),
        E::DiskFull(_) => failed("Make room on the disk and do it again."),
        E::Killed(_) => (Code::Stopped, "Lift the kill first, with a reason."),
        E::NeverWentOut(_) => failed("Export it first."),
        E::NoExport { .. } => failed("Choose one of the exports in its list."),
        E::ChangeUnsaid(_) => (
            Code::ChangeUnsaid,
            "Say whether it is a correction, a clarification, an update, an editor’s note or minor.",
        ),
        E::NoWording(_) => wrong("Type what it says."),
        E::MinorWithText => wrong("Leave the wording out, or choose another kind of change."),
        E::NoCorrection(_) => failed("Look at the checks again."),
        E::ExportForgotten { .. } => {
            failed("Look for the folder that it was written to, or for a backup of that folder.")
        }
        E::NoReasonToLift => wrong("Type why the story may be published again."),
        E::NotKilled(_) => failed("Look at the story in the list."),
        E::Bug { .. } => {
            (Code::Bug, "Your text is safe. Try again, and restart Cutline if it happens twice.")
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        use StoreError as E;
        let (code, message, advice) = match &error {
            E::NotAFolder(path) => (
                Code::Failed,
                format!("{} is a file, so it cannot hold a desk.", path.display()),
                "Choose a folder for the desk.",
            ),
            E::NoParent(path) => (
                Code::Failed,
                format!(
                    "The folder {} is not there, so no desk can be made in it.",
                    path.display()
                ),
                "Make that folder, plug in its disk, or choose another.",
            ),
            E::CannotWrite { path, .. } => (
                Code::Failed,
                format!("The desk cannot write to {}.", path.display()),
                "Give yourself the right to write there, or choose another folder for the desk.",
            ),
            E::CannotRead { path, .. } => (
                Code::Failed,
                format!("The desk cannot read {}.", path.display()),
                "Look whether the file is there and may be read.",
            ),
            E::Held { by } => (
                Code::DeskHeld,
                format!("This desk is open in {by}, so nothing can be changed here."),
                "Close that program, or work in it.",
            ),
            E::NotReady { by } => (
                Code::DeskHeld,
                format!("This desk is open in {by}, which is setting it up or is another version."),
                "Close that program, then open the desk again.",
            ),
            E::NotOurs(path) => (
                Code::Failed,
                format!("{} was not made by Cutline.", path.display()),
                "Move that file away, or choose another folder for the desk.",
            ),
            E::Newer { path, .. } => (
                Code::Failed,
                format!("{} was written by a newer Cutline.", path.display()),
                "Update Cutline, then open the desk again. Nothing in it was changed.",
            ),
            E::DiskFull => (
                Code::Failed,
                "The disk that holds the desk is full.".into(),
                "Make room on it; what was saved before is safe.",
            ),
            E::Damaged(_) => (
                Code::Failed,
                "The desk's database, desk.sqlite, is damaged.".into(),
                "Stop working in this desk and put back a backup of its folder.",
            ),
            E::Disk(_) => (
                Code::Failed,
                "The disk that holds the desk did not answer.".into(),
                "Copy your text out, then look after that disk.",
            ),
            E::Busy(_) => (
                Code::Failed,
                "The desk's database is busy in another program.".into(),
                "Close the program that has desk.sqlite open, then try again.",
            ),
            E::Migration(_) => (
                Code::Failed,
                "The desk's database could not be brought up to this version of Cutline.".into(),
                "Use the Cutline that you used before; the database is unchanged.",
            ),
            E::Statement(_) => (
                Code::Bug,
                "The desk's database did not do what it should.".into(),
                "Your text is safe. Try again, and restart Cutline if it happens twice.",
            ),
            E::Closed => (Code::Failed, "The desk is closed.".into(), "Open the desk again."),
        };
        Failure { message, ..failure(code, &error, advice.into()) }
    }
}

/// A picture that cannot be used, under the name that the person knows it by.
pub fn photo_failure(name: &str, error: PhotoError) -> Failure {
    let mut failure = failure(Code::Failed, &error, error.advice().into());
    failure.message = format!("{name} {}.", failure.message);
    failure
}

/// Copy that cannot be taken, under the name that the person knows it by.
pub fn import_failure(name: &str, error: ImportError) -> Failure {
    let (message, advice) = match &error {
        ImportError::Empty => {
            (format!("{name} has no words in it."), "Paste the copy, or choose another file.")
        }
        ImportError::TooLarge { bytes } => (
            format!(
                "{name} has {:.1} MB, and one story may have {} MB.",
                *bytes as f64 / 1e6,
                import::LIMIT_BYTES / 1_000_000
            ),
            "Cut the file into single stories.",
        ),
        ImportError::NotText => (
            format!("{name} is not plain text."),
            "Open it in the program that made it and copy the words, or save it as plain text.",
        ),
    };
    Failure { message, ..failure(Code::Failed, &error, advice.into()) }
}

/// What was copied with its form and cannot be read that way.
pub fn html_failure(error: HtmlError) -> Failure {
    let advice = match error {
        HtmlError::Empty => "Copy the words again.",
        HtmlError::TooLarge { .. } | HtmlError::TooManyParts => {
            "Copy it in smaller pieces, or paste it as plain text."
        }
    };
    failure(Code::Failed, &error, advice.into())
}

/// The detail is the chain of causes.
fn failure(code: Code, error: &dyn Error, advice: String) -> Failure {
    let mut causes = Vec::new();
    let mut cause = error.source();
    while let Some(next) = cause {
        causes.push(next.to_string());
        cause = next.source();
    }
    let detail = (!causes.is_empty()).then(|| causes.join(": "));
    Failure { code, message: error.to_string(), advice, detail }
}
