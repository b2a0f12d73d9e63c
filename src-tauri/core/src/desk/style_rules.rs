//! The house style: what to find, what to write instead, and why. Checks read it.

use super::Desk;
use super::contract::{Changed, Done, ImportStyleRules, ImportedStyleRules, Nothing, StyleRule};
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::{Failure, import_failure};
use super::intake::read_file;
use crate::import;
use crate::store::style_rule::{self, StyleRuleRow};
use crate::store::{Connection, StoreError};
use std::path::Path;

/// Larger files are not read; what a file of rules may have is the import's to say.
const LIMIT_MB: u64 = 5;

impl Desk {
    /// Every rule, in the order of the file that they came from.
    pub fn style_rules(&self, _: Nothing) -> Result<Vec<StyleRule>, Failure> {
        self.read(|db| Ok(of_desk(db)?))
    }

    /// Takes the rules of a file, in the place of all that the desk has.
    pub fn import_style_rules(
        &self,
        request: ImportStyleRules,
    ) -> Result<Done<ImportedStyleRules>, Failure> {
        let path = Path::new(&request.path);
        let bytes = read_file(path, LIMIT_MB)?;
        let name = quoted(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy());
        let import::StyleFile { rules, left_out } =
            import::style_file(&bytes).map_err(|error| import_failure(&name, error))?;
        if rules.is_empty() {
            let why = left_out.first().map(|line| format!(" {line}")).unwrap_or_default();
            return Err(DeskError::NoStyleRules { name, why }.into());
        }
        let rules: Vec<StyleRuleRow> = rules.into_iter().map(stored).collect();
        self.write(move |db| {
            style_rule::replace(db, &rules)?;
            let taken = u32::try_from(rules.len()).unwrap_or(u32::MAX);
            Ok((ImportedStyleRules { taken, left_out }, vec![Changed::Settings]))
        })
    }
}

/// The house style, for the checks.
pub fn of_desk(db: &Connection) -> Result<Vec<StyleRule>, StoreError> {
    let shown =
        |row: StyleRuleRow| StyleRule { find: row.find, instead: row.instead, reason: row.reason };
    Ok(style_rule::all(db)?.into_iter().map(shown).collect())
}

fn stored(line: import::StyleLine) -> StyleRuleRow {
    StyleRuleRow { find: line.find, instead: line.instead, reason: line.reason }
}
