//! The table `style_rule`: the house style, in the order of its file.

use super::StoreError;
use rusqlite::Connection;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StyleRuleRow {
    pub find: String,
    pub instead: String,
    pub reason: String,
}

pub fn all(db: &Connection) -> Result<Vec<StyleRuleRow>, StoreError> {
    let mut query =
        db.prepare_cached("SELECT find, instead, reason FROM style_rule ORDER BY position")?;
    let rules = query.query_map([], |row| {
        Ok(StyleRuleRow { find: row.get(0)?, instead: row.get(1)?, reason: row.get(2)? })
    })?;
    Ok(rules.collect::<Result<_, _>>()?)
}

/// Puts `rules` in the place of all that there are.
pub fn replace(db: &Connection, rules: &[StyleRuleRow]) -> Result<(), StoreError> {
    db.execute("DELETE FROM style_rule", [])?;
    let mut insert =
        db.prepare_cached("INSERT INTO style_rule (find, instead, reason) VALUES (?1, ?2, ?3)")?;
    for rule in rules {
        insert.execute((&rule.find, &rule.instead, &rule.reason))?;
    }
    Ok(())
}
