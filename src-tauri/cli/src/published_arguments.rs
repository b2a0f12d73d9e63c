//! What may be typed of what happens after publication.

use clap::{Args, Subcommand, ValueEnum};
use cutline_core::desk::contract::{KindOfChange, SaidChange};
use std::path::PathBuf;

/// What changed since readers got the story.
#[derive(Debug, Clone, Args)]
pub struct ChangeArguments {
    /// What the change since the last export is; needed for a story that readers have
    #[arg(long, value_enum, value_name = "KIND")]
    pub change: Option<Kind>,
    /// What is printed of it, under today's day
    #[arg(long, requires = "change")]
    pub text: Option<String>,
    /// Print it at the head of the story instead of its foot
    #[arg(long, requires = "text")]
    pub top: bool,
}

impl ChangeArguments {
    pub fn said(self) -> Option<SaidChange> {
        let ChangeArguments { change, text, top } = self;
        change.map(|kind| SaidChange { kind: kind.into(), text, top })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Something was wrong
    Correction,
    /// Something could be misread
    Clarification,
    /// Something happened since
    Update,
    /// What else a reader has to know
    EditorsNote,
    /// Spelling and style: nothing is printed
    Minor,
}

impl From<Kind> for KindOfChange {
    fn from(kind: Kind) -> KindOfChange {
        match kind {
            Kind::Correction => KindOfChange::Correction,
            Kind::Clarification => KindOfChange::Clarification,
            Kind::Update => KindOfChange::Update,
            Kind::EditorsNote => KindOfChange::EditorsNote,
            Kind::Minor => KindOfChange::Minor,
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum PublishedCommand {
    /// List what went out of a story, the newest first
    Exports { story: String },
    /// Show word by word how a story differs from its last export
    Changes {
        story: String,
        /// From this export instead of the last
        #[arg(long, value_name = "N")]
        since: Option<u32>,
        /// Up to this export instead of now
        #[arg(long, value_name = "N", requires = "since")]
        until: Option<u32>,
    },
    /// Write an earlier export into a folder again
    ExportAgain {
        story: String,
        /// Its number in the list of exports
        number: u32,
        /// The folder that will hold the export's own
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
        /// Go past hold, embargo, legal and not for publication, and say why
        #[arg(long, value_name = "REASON")]
        past: Option<String>,
    },
    /// Say that readers have a story
    Live {
        story: String,
        /// They do not after all
        #[arg(long)]
        not: bool,
    },
    /// Withdraw a story: a page that says so takes its place, and a kill text is printed
    Kill {
        story: String,
        /// What the page says, besides that the story is withdrawn and when
        #[arg(long, conflicts_with = "lift")]
        text: Option<String>,
        /// A folder that will hold the withdrawn page as well
        #[arg(long, value_name = "DIR", conflicts_with = "lift")]
        to: Option<PathBuf>,
        /// Both questions are answered
        #[arg(long, conflicts_with = "lift")]
        yes: bool,
        /// Lift the kill, and say why
        #[arg(long, value_name = "REASON")]
        lift: Option<String>,
    },
}
