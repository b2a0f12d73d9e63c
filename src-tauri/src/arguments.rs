//! What the window is started with.

use clap::Parser;
use cutline_core::desk::default_folder;
use std::path::PathBuf;

/// A desktop editor for newsrooms.
#[derive(Debug, Parser)]
#[command(name = "cutline", version)]
pub struct Arguments {
    /// The folder that holds the desk; it is made when it is not there
    #[arg(long, value_name = "DIR", env = "CUTLINE_DESK")]
    desk: Option<PathBuf>,
}

impl Arguments {
    /// Reads the command line. Ends the program with a sentence and 2 when it cannot be read.
    pub fn read() -> Self {
        Arguments::parse()
    }

    /// The folder of the desk: as asked, or the person's own.
    pub fn folder(&self) -> PathBuf {
        self.desk.clone().unwrap_or_else(default_folder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_desk_is_the_one_asked_for() {
        let arguments = Arguments::parse_from(["cutline", "--desk", "elsewhere"]);
        assert_eq!(arguments.folder(), Path::new("elsewhere"));
    }

    #[test]
    fn a_word_that_means_nothing_is_refused() {
        assert!(Arguments::try_parse_from(["cutline", "--dsek", "elsewhere"]).is_err());
    }
}
