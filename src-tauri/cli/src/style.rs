//! `style import` and `style list`: the house style.

use crate::client::{Client, absolute};
use crate::outcome::Outcome;
use crate::text::{count, say, say_json};
use cutline_core::desk::contract::{
    Done, ImportStyleRules, ImportedStyleRules, Nothing, StyleRule,
};
use cutline_core::desk::failure::Failure;
use std::path::Path;

pub fn import(client: &Client, file: &Path) -> Result<Outcome, Failure> {
    let request = ImportStyleRules { path: absolute(file) };
    let done: Done<ImportedStyleRules> = client.act("import_style_rules", &request)?;
    if client.json {
        say_json(&done.value);
        return Ok(Outcome::Done);
    }
    say(format!("{} taken", count(done.value.taken, "rule", "rules")));
    done.value.left_out.iter().for_each(|line| say(format!("  {line}")));
    Ok(Outcome::Done)
}

pub fn list(client: &Client) -> Result<Outcome, Failure> {
    let rules: Vec<StyleRule> = client.act("style_rules", &Nothing {})?;
    if client.json {
        say_json(&rules);
    } else if rules.is_empty() {
        say("This desk has no style rules.");
    } else {
        rules.iter().for_each(show);
    }
    Ok(Outcome::Done)
}

fn show(rule: &StyleRule) {
    let instead = if rule.instead.is_empty() { "(no other word)" } else { &rule.instead };
    say(format!("{}  {instead}  {}", rule.find, rule.reason).trim_end());
}
