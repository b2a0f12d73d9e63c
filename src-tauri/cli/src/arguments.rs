//! What may be typed.

use clap::{Args, Parser, Subcommand, ValueEnum};
use cutline_core::desk::contract::{CopyForm, ExportForm, PhotoProfile, StoryFlag, StorySort};
use cutline_core::desk::default_folder;
use std::path::PathBuf;

pub use crate::published_arguments::*;
pub use crate::story_arguments::*;

/// Cutline, a desktop editor for newsrooms, on the command line.
///
/// STORY is a story's id, slug or URL name, or the beginning of one that fits no other story.
#[derive(Debug, Parser)]
#[command(name = "cutline-cli", version)]
pub struct Arguments {
    /// The folder that holds the desk; it is made when it is not there
    #[arg(long, value_name = "DIR", env = "CUTLINE_DESK", global = true)]
    desk: Option<PathBuf>,

    /// Print the reply as JSON
    #[arg(long, global = true)]
    pub json: bool,

    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a story of copy
    Import {
        /// A text file, or - for standard input
        file: PathBuf,
    },
    /// Make the sample story
    Sample,
    /// List the stories, newest change first
    List {
        /// Words that must all occur in slug, text, captions or credits
        filter: Vec<String>,
        /// The spiked stories instead of the others
        #[arg(long)]
        spiked: bool,
        /// Only those in this state of the work
        #[arg(long)]
        state: Option<String>,
        /// Only those with this sign
        #[arg(long, value_enum)]
        flag: Option<Flag>,
        #[arg(long, value_enum, default_value_t = Sort::Changed)]
        sort: Sort,
    },
    /// Begin stories, plan them, hold them back
    Story {
        #[command(subcommand)]
        command: StoryCommand,
    },
    /// Skeletons for stories
    Template {
        #[command(subcommand)]
        command: TemplateCommand,
    },
    /// How this desk works
    Settings {
        #[command(subcommand)]
        command: SettingsCommand,
    },
    /// The desk's own dictionary
    Words {
        #[command(subcommand)]
        command: WordsCommand,
    },
    /// The house style
    Style {
        #[command(subcommand)]
        command: StyleCommand,
    },
    /// What pages look like
    Theme {
        #[command(subcommand)]
        command: ThemeCommand,
    },
    /// Show a story in reading order
    Show { story: String },
    /// Take photos in, show them, and put them in the place of others
    Photo {
        #[command(subcommand)]
        command: PhotoCommand,
    },
    /// Show the photos of a story: credit, caption and alt text of each
    Photos { story: String },
    /// Short codes that stand for longer text in captions
    Codes {
        #[command(subcommand)]
        command: CodesCommand,
    },
    /// Show what the checks notice; ends with 3 when it stops an export
    Check { story: String },
    /// Write the page and its pictures, or the story in another form
    Export(ExportArguments),
    #[command(flatten)]
    Published(PublishedCommand),
    /// Print a story as copy for another system
    Copy(CopyArguments),
    /// Make the site of all published stories, or bring it up to date
    Site {
        /// The site's own folder; it is made when it is not there
        #[arg(long, value_name = "DIR")]
        to: Option<PathBuf>,
        /// A published story that something stops and that may go from the site
        #[arg(long, value_name = "STORY")]
        leave_out: Vec<String>,
    },
    /// Carry out any action of the contract
    Act {
        /// The action's name, as save_draft
        name: String,
        /// The request as JSON, or - for standard input
        #[arg(default_value = "{}")]
        request: String,
    },
}

/// A sign in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Flag {
    /// Something holds it back
    Stopped,
    NoCredit,
    PhotoWanted,
    Owed,
    ChangedSince,
    /// Due within a day, or overdue
    Due,
    /// Withdrawn after it went out
    Killed,
}

impl From<Flag> for StoryFlag {
    fn from(flag: Flag) -> StoryFlag {
        match flag {
            Flag::Stopped => StoryFlag::Stopped,
            Flag::NoCredit => StoryFlag::NoCredit,
            Flag::PhotoWanted => StoryFlag::PhotoWanted,
            Flag::Owed => StoryFlag::Owed,
            Flag::ChangedSince => StoryFlag::ChangedSince,
            Flag::Due => StoryFlag::Due,
            Flag::Killed => StoryFlag::Killed,
        }
    }
}

/// The order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Sort {
    Changed,
    Due,
    Slug,
    State,
}

impl From<Sort> for StorySort {
    fn from(sort: Sort) -> StorySort {
        match sort {
            Sort::Changed => StorySort::Changed,
            Sort::Due => StorySort::Due,
            Sort::Slug => StorySort::Slug,
            Sort::State => StorySort::State,
        }
    }
}

#[derive(Debug, Args)]
pub struct ExportArguments {
    pub story: String,
    /// The folder that will hold the story's own folder or file
    #[arg(long, value_name = "DIR")]
    pub to: Option<PathBuf>,
    /// What is written
    #[arg(long, value_enum, default_value_t = Form::Folder)]
    pub form: Form,
    /// What is written into the pictures
    #[arg(long, value_enum, default_value_t = Profile::Web)]
    pub profile: Profile,
    /// Go past hold, embargo, legal and not for publication, and say why; it stands in the manifest
    #[arg(long, value_name = "REASON")]
    pub past: Option<String>,
    #[command(flatten)]
    pub change: ChangeArguments,
    /// Export in spite of warnings
    #[arg(long)]
    pub yes: bool,
}

/// What an export writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// The page and its pictures, as a folder
    Folder,
    /// The same in a zip
    Zip,
    /// One HTML file with the pictures in it, for mail
    OneFile,
    /// Markdown with front matter and its pictures, as a folder
    Markdown,
    /// A Word document
    Word,
    /// A Word document to be read by a lawyer; stops leave it open, and it says what they are
    Lawyer,
    /// ninjs 3.1 and the pictures, as a folder
    Ninjs,
    /// NewsML-G2 2.35 with NITF 3.6 in it, and the pictures, as a folder
    Newsml,
    /// ANS 0.10.11 of Arc XP and the pictures, as a folder
    Ans,
}

impl From<Form> for ExportForm {
    fn from(form: Form) -> ExportForm {
        match form {
            Form::Folder => ExportForm::Folder,
            Form::Zip => ExportForm::Zip,
            Form::OneFile => ExportForm::OneFile,
            Form::Markdown => ExportForm::Markdown,
            Form::Word => ExportForm::Word,
            Form::Lawyer => ExportForm::LawyerCopy,
            Form::Ninjs => ExportForm::Ninjs,
            Form::Newsml => ExportForm::NewsMl,
            Form::Ans => ExportForm::Ans,
        }
    }
}

#[derive(Debug, Args)]
pub struct CopyArguments {
    pub story: String,
    /// What it is pasted into
    #[arg(long = "for", value_enum)]
    pub form: CopyFor,
    /// Go past hold, embargo, legal and not for publication, and say why; it is kept with the story
    #[arg(long, value_name = "REASON")]
    pub past: Option<String>,
    /// End the lines of wire text before this many characters
    #[arg(long, value_name = "CHARACTERS")]
    pub wrap: Option<u32>,
    /// Say at the end of wire text that it ends, as "-30-"
    #[arg(long)]
    pub end_mark: bool,
}

/// What copy is pasted into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CopyFor {
    /// Blocks of WordPress's editor
    Wordpress,
    /// Formatted text with the pictures in it, as a page of HTML
    Rich,
    /// A field that takes HTML
    Html,
    Markdown,
    /// Plain text, captions and credits at the end
    Wire,
}

impl From<CopyFor> for CopyForm {
    fn from(form: CopyFor) -> CopyForm {
        match form {
            CopyFor::Wordpress => CopyForm::Wordpress,
            CopyFor::Rich => CopyForm::RichText,
            CopyFor::Html => CopyForm::Html,
            CopyFor::Markdown => CopyForm::Markdown,
            CopyFor::Wire => CopyForm::Wire,
        }
    }
}

/// What goes out inside the pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Profile {
    /// Credit, rights, and caption, alt text and place as printed in the story
    Web,
    /// Every IPTC field that the desk has
    Agency,
    /// Credit, copyright and alt text only
    SourceProtection,
    /// As for the web, and the untouched originals beside the page
    KeepOriginal,
}

impl From<Profile> for PhotoProfile {
    fn from(profile: Profile) -> PhotoProfile {
        match profile {
            Profile::Web => PhotoProfile::Web,
            Profile::Agency => PhotoProfile::Agency,
            Profile::SourceProtection => PhotoProfile::SourceProtection,
            Profile::KeepOriginal => PhotoProfile::KeepOriginal,
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum PhotoCommand {
    /// Take photos in; with --story, put them into its wanted places in order
    Add(AddPhotos),
    /// Show what a photo says, who says it, and how its credit prints
    Show {
        /// The photo's id
        photo: String,
    },
    /// Show where a photo is used, and where the same file lies in the desk again
    Use {
        /// The photo's id
        photo: String,
    },
    /// Give a photo the text of another one that is the same picture
    Replace {
        /// The id of the photo whose text is wanted
        old: String,
        /// The id of the photo that takes its place
        new: String,
        /// Both are the same picture, whatever the files say
        #[arg(long, conflicts_with = "other")]
        same: bool,
        /// They are different pictures, whatever the files say
        #[arg(long)]
        other: bool,
    },
}

#[derive(Debug, Subcommand)]
pub enum CodesCommand {
    /// Take codes from a file of lines: code, tab, text
    Import { file: PathBuf },
    /// List the codes
    List,
}

#[derive(Debug, Subcommand)]
pub enum ThemeCommand {
    /// List the themes; the one in use has a star
    List,
    /// Copy the folder of a theme into the desk
    Add { folder: PathBuf },
    /// Have the desk's pages stand in a theme
    Use { name: String },
    /// Take one of the desk's own themes away
    Remove { name: String },
    /// Try the folder of a theme on a story that has everything
    Check { folder: PathBuf },
}

#[derive(Debug, Args)]
pub struct AddPhotos {
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Put them into this story
    #[arg(long)]
    pub story: Option<String>,
    /// Put the photo at the head of the story
    #[arg(long, requires = "story", conflicts_with = "wanted")]
    pub lead: bool,
    /// Put the photo into this wanted place, counted from 1 in reading order
    #[arg(long, requires = "story", value_name = "N")]
    pub wanted: Option<u32>,
    /// Keep an upright copy without metadata in the place of each file; its facts are kept
    #[arg(long)]
    pub without_originals: bool,
}

impl Arguments {
    /// The folder of the desk: as asked, or the person's own.
    pub fn folder(&self) -> PathBuf {
        self.desk.clone().unwrap_or_else(default_folder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_fit_together() {
        Arguments::command().debug_assert();
    }
}
