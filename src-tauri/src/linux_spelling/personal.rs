//! The desk's words as enchant reads them: a list for each dictionary, beside which it looks.
//!
//! Enchant takes a person's own list from its folder for settings, and reads it again when its time
//! has changed. The folder is ours for as long as the window is open, since the words are the desk's
//! and not the person's: it lies where the system keeps what nobody else may read, and goes with the
//! window. What the person has taught other programs counts as well.

use std::env;
use std::fs::{self, DirBuilder, File};
use std::io;
use std::os::unix::fs::{DirBuilderExt, symlink};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

/// Enchant's name for the folder.
const VARIABLE: &str = "ENCHANT_CONFIG_DIR";

/// Ours, and the person's own.
static FOLDERS: OnceLock<(PathBuf, PathBuf)> = OnceLock::new();

/// Makes the folder and has enchant use it. Without one, no word can be learned; everything else goes
/// on. Before any other thread exists.
pub fn prepare() {
    let theirs = theirs();
    match make(&theirs) {
        Ok(ours) => {
            // SAFETY: the caller promises that no other thread reads the environment yet.
            unsafe { env::set_var(VARIABLE, &ours) };
            let _ = FOLDERS.set((ours, theirs));
        }
        // The log has not begun yet.
        Err(error) => eprintln!("The desk's words cannot be laid out for the checker: {error}"),
    }
}

/// Removes the folder.
pub fn forget() {
    if let Some((ours, _)) = FOLDERS.get() {
        // The system empties the place when the person logs out.
        let _ = fs::remove_dir_all(ours);
    }
}

/// Lays out `words` for a dictionary. Nothing is written when they are there already.
pub fn write(dictionary: &str, language: &str, words: &[String]) {
    let Some((ours, theirs)) = FOLDERS.get() else { return };
    let name = format!("{dictionary}.dic");
    let own = fs::read_to_string(theirs.join(&name)).unwrap_or_default();
    let list = list(&own, language, words);
    if let Err(error) = lay(&ours.join(&name), &list) {
        log::warn!("The desk's words were not laid out: {error}");
    }
}

fn theirs() -> PathBuf {
    let set = env::var_os(VARIABLE).map(PathBuf::from);
    let usual = || {
        let config = env::var_os("XDG_CONFIG_HOME").map(PathBuf::from);
        let config = config.filter(|path| path.is_absolute());
        let home = || env::var_os("HOME").map(PathBuf::from).unwrap_or_default().join(".config");
        config.unwrap_or_else(home).join("enchant")
    };
    set.unwrap_or_else(usual)
}

fn make(theirs: &Path) -> io::Result<PathBuf> {
    let place = env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    let place = place.filter(|place| place.is_dir()).unwrap_or_else(env::temp_dir);
    let ours = place.join(format!("cutline-words-{}", unique()));
    // Not with its parents: a folder that is there already was made by somebody else.
    DirBuilder::new().mode(0o700).create(&ours)?;
    // Dictionaries that only this person has, and which of two programs they prefer.
    for name in ["hunspell", "nuspell", "aspell", "enchant.ordering"] {
        if theirs.join(name).exists() {
            symlink(theirs.join(name), ours.join(name))?;
        }
    }
    Ok(ours)
}

/// Two windows have two folders.
fn unique() -> String {
    cutline_core::clock::Clock::System.id()
}

/// One word a line. The checker looks at the parts of “Kivela-Moe” one by one, and in English at
/// “Kivela’s” as a whole.
fn list(own: &str, language: &str, words: &[String]) -> String {
    let mut lines: Vec<String> = own.lines().map(str::to_owned).collect();
    for word in words.iter().filter(|word| !word.contains(char::is_control)) {
        let parts = word.split(|c: char| !(c.is_alphanumeric() || "'’".contains(c) || is_mark(c)));
        for part in std::iter::once(word.as_str()).chain(parts).filter(|part| !part.is_empty()) {
            lines.push(part.to_owned());
            if language.starts_with("en") {
                lines.extend([format!("{part}'s"), format!("{part}’s")]);
            }
        }
    }
    // A line that begins so is a remark.
    lines.retain(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines.sort();
    lines.dedup();
    lines.join("\n") + "\n"
}

/// Marks that stand on letters, as in Arabic, Hebrew and Hindi, and joiners between them.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{900}'..='\u{903}' | '\u{93A}'..='\u{94F}'
        | '\u{E31}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}' | '\u{200C}' | '\u{200D}')
}

fn lay(path: &Path, list: &str) -> io::Result<()> {
    let before = fs::metadata(path).and_then(|about| about.modified()).ok();
    if before.is_some() && fs::read(path)? == list.as_bytes() {
        return Ok(());
    }
    let part = path.with_extension("part");
    fs::write(&part, list)?;
    // Enchant compares whole seconds: two words learned in one must have two times.
    if let Some(before) = before {
        let file = File::options().write(true).open(&part)?;
        let least = before + Duration::from_secs(1);
        let now = file.metadata()?.modified()?;
        file.set_modified(now.max(least))?;
    }
    fs::rename(part, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: &str, words: &[&str], expected: &str) {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        assert_eq!(list("", language, &words), expected);
    }

    #[test]
    fn a_double_name_is_known_by_its_parts() {
        check("tr", &["Kivela-Moe"], "Kivela\nKivela-Moe\nMoe\n");
        check("en-GB", &["Moe"], "Moe\nMoe's\nMoe’s\n");
        check("he", &["צה״ל"], "ל\nצה\nצה״ל\n");
        check("ar", &["مُحَمَّد"], "مُحَمَّد\n");
        check("tr", &["O’Neill", "#tag", "a\nb"], "O’Neill\ntag\n");
    }

    #[test]
    fn what_the_person_taught_other_programs_stays_known() {
        assert_eq!(list("# mine\nRønn\n\n", "nb", &["Aas".into()]), "Aas\nRønn\n");
    }

    #[test]
    fn two_lists_in_one_second_have_two_times() {
        let folder = env::temp_dir().join(format!("cutline-list-{}", unique()));
        fs::create_dir(&folder).unwrap();
        let path = folder.join("en_US.dic");
        let seconds = || {
            let modified = fs::metadata(&path).unwrap().modified().unwrap();
            modified.duration_since(std::time::UNIX_EPOCH).unwrap().as_secs()
        };
        let mut times = Vec::new();
        for word in ["a\n", "b\n", "b\n", "c\n"] {
            lay(&path, word).unwrap();
            times.push(seconds());
        }
        fs::remove_dir_all(&folder).unwrap();
        assert!(times[0] < times[1] && times[1] == times[2] && times[2] < times[3], "{times:?}");
    }
}
