//! Whose work ships in Cutline is named in `assets/licences.txt`, which Help shows.
//! `make licences` writes it anew.

use serde_json::Value;
use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use std::process::Command;

const PROGRAMS: [&str; 2] = ["cutline", "cutline-cli"];
/// Compiled into the page, though npm counts it among the tools.
const COMPILED_IN: &str = "svelte";

#[test]
fn every_crate_that_ships_is_named() {
    all_named(&crates());
}

#[test]
fn every_package_of_the_page_is_named() {
    all_named(&packages());
}

fn all_named(parts: &BTreeSet<String>) {
    assert!(!parts.is_empty(), "nothing ships, so nothing was compared");
    let text = fs::read_to_string(root().join("assets/licences.txt")).unwrap();
    let named: BTreeSet<&str> =
        text.lines().filter_map(|line| line.split_once(": ").map(|(part, _)| part)).collect();
    let missing: Vec<&String> =
        parts.iter().filter(|part| !named.contains(part.as_str())).collect();
    assert!(missing.is_empty(), "run `make licences`: it does not name {missing:?}");
}

/// What the programs are linked from, as "name version": without what only builds or tests them.
fn crates() -> BTreeSet<String> {
    let told = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--offline", "--format-version", "1"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    let packages = list(&told["packages"]);
    let nodes: HashMap<&str, &Value> =
        list(&told["resolve"]["nodes"]).iter().map(|node| (text(&node["id"]), node)).collect();
    let ours = |package: &&Value| {
        package["source"].is_null() && PROGRAMS.contains(&text(&package["name"]))
    };
    let mut waiting: Vec<&str> =
        packages.iter().filter(ours).map(|package| text(&package["id"])).collect();
    let mut shipped = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if shipped.insert(id) {
            waiting.extend(linked(nodes[id]));
        }
    }
    packages
        .iter()
        .filter(|package| shipped.contains(text(&package["id"])) && !package["source"].is_null())
        .map(|package| format!("{} {}", text(&package["name"]), text(&package["version"])))
        .collect()
}

fn linked(node: &Value) -> impl Iterator<Item = &str> {
    let is_linked = |dependency: &&Value| {
        list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null())
    };
    list(&node["deps"]).iter().filter(is_linked).map(|dependency| text(&dependency["pkg"]))
}

/// What the page is built from, as "name version".
fn packages() -> BTreeSet<String> {
    let lock = fs::read_to_string(root().join("ui/package-lock.json")).unwrap();
    let lock: Value = serde_json::from_str(&lock).unwrap();
    let wanted = lock["packages"][""]["dependencies"].as_object().unwrap();
    let names = wanted.keys().map(String::as_str).chain([COMPILED_IN]);
    names
        .map(|name| {
            let part = &lock["packages"][format!("node_modules/{name}")];
            format!("{name} {}", text(&part["version"]))
        })
        .collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
