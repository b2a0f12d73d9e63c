//! What may be typed after `story`, `template`, `settings`, `words` and `style`.

use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum StoryCommand {
    /// Begin a story
    New {
        /// Begin with the text and the plan of this template
        #[arg(long, value_name = "NAME")]
        template: Option<String>,
    },
    /// Copy a story: its text and the places of its photos, not its notes and exports
    Duplicate { story: String },
    /// Begin the follow-up of a story, with its slug, kicker, kind and desk
    FollowUp {
        story: String,
        /// Begin with the text of this template
        #[arg(long, value_name = "NAME")]
        template: Option<String>,
    },
    /// Move a story to a state of the work, by the state's id or name
    State { story: String, state: String },
    /// Plan a story; what is not given stays
    Plan(PlanChanges),
    /// Hold a story back until that is lifted
    Hold {
        story: String,
        /// Lift it
        #[arg(long)]
        lift: bool,
    },
    /// Keep a story from being published until that is lifted
    NotForPublication {
        story: String,
        /// Lift it
        #[arg(long)]
        lift: bool,
    },
    /// Hold a story back until a time, as "2026-05-12 00:01" --zone Europe/Istanbul
    Embargo {
        story: String,
        /// The time on the clocks of the zone
        #[arg(required_unless_present = "lift", requires = "zone")]
        until: Option<String>,
        /// The zone's IANA name
        #[arg(long)]
        zone: Option<String>,
        /// Lift it
        #[arg(long, conflicts_with_all = ["until", "zone"])]
        lift: bool,
    },
    /// Say whether a lawyer has to read a story, and has
    Legal {
        story: String,
        step: LegalStep,
        /// Who cleared it
        #[arg(long, value_name = "NAME", required_if_eq("step", "cleared"))]
        by: Option<String>,
    },
    /// Set stories aside
    Spike {
        #[arg(required = true, value_name = "STORY")]
        stories: Vec<String>,
    },
    /// Bring spiked stories back
    Unspike {
        #[arg(required = true, value_name = "STORY")]
        stories: Vec<String>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LegalStep {
    NotNeeded,
    Needed,
    WithLawyer,
    /// Cleared as it is saved now
    Cleared,
}

#[derive(Debug, Args)]
pub struct PlanChanges {
    pub story: String,
    /// news, brief, feature, analysis, opinion, explainer, interview or review
    #[arg(long)]
    pub kind: Option<String>,
    /// The desk that it belongs to, one of the settings' own; empty for none
    #[arg(long, value_name = "NAME")]
    pub for_desk: Option<String>,
    /// Who writes it
    #[arg(long, value_name = "NAME")]
    pub assignee: Option<String>,
    /// When it has to be there, as "2026-05-12 18:00" in the publication's zone; empty for none
    #[arg(long, value_name = "TIME")]
    pub due: Option<String>,
    /// How many words it should have; 0 for none
    #[arg(long, value_name = "WORDS")]
    pub target: Option<u32>,
}

#[derive(Debug, Subcommand)]
pub enum TemplateCommand {
    /// Keep a story as a template, in place of the one of that name
    Save { story: String, name: String },
    /// List the templates
    List,
    /// Take a template away
    Remove { name: String },
}

#[derive(Debug, Subcommand)]
pub enum SettingsCommand {
    /// Show every setting
    Show,
    /// Change one setting
    Set {
        /// Its name, as tkMarks
        name: String,
        /// Its value as JSON, or one word
        value: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum WordsCommand {
    /// List the learned words
    List,
    /// Learn words
    Learn {
        #[arg(required = true, value_name = "WORD")]
        words: Vec<String>,
    },
    /// Forget words
    Forget {
        #[arg(required = true, value_name = "WORD")]
        words: Vec<String>,
    },
}

#[derive(Debug, Subcommand)]
pub enum StyleCommand {
    /// Take the house style from a file of lines: find, tab, instead, tab, why; it replaces the old one
    Import { file: PathBuf },
    /// List the rules
    List,
}
