//! axe, the accessibility checker (MPL-2.0, from npm, a tool of the tests), finds nothing in any view
//! of the window: light, dark, and in high contrast with the stronger rule for it.

use crate::views;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use support::{Machine, Window};

#[tokio::test]
async fn axe_finds_nothing_in_any_view() {
    let machine = Machine::new("accessible");
    let window = machine.start().await;
    bring_axe(&window).await;
    let mut found = Vec::new();
    views::all(&window, async |view| {
        for looks in [LIGHT, DARK, CONTRAST] {
            found.extend(findings(&window, view, looks).await);
        }
    })
    .await;
    assert!(found.is_empty(), "axe found:\n{}", found.join("\n"));
}

/// How the page is told to look, and whether the stronger rule for contrast counts.
struct Looks {
    name: &'static str,
    theme: &'static str,
    contrast: bool,
}

const LIGHT: Looks = Looks { name: "light", theme: "light", contrast: false };
const DARK: Looks = Looks { name: "dark", theme: "dark", contrast: false };
const CONTRAST: Looks = Looks { name: "high contrast", theme: "dark", contrast: true };

async fn bring_axe(window: &Window<'_>) {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/node_modules/axe-core/axe.min.js");
    let axe =
        fs::read_to_string(file).expect("axe-core is not installed: run `npm --prefix ui ci`");
    window.run(&axe, vec![]).await;
}

async fn findings(window: &Window<'_>, view: &str, looks: Looks) -> Vec<String> {
    // Rules that say what is wrong, not those that only ask a person to look. The stronger rule for
    // contrast (7 to 1) is off by default.
    const RUN: &str = "
        const [theme, contrast, done] = arguments;
        const { dataset } = document.documentElement;
        const before = { ...dataset };
        dataset.theme = theme;
        if (contrast) dataset.contrast = 'more';
        const rules = { 'color-contrast-enhanced': { enabled: contrast } };
        const told = (nodes) => nodes.slice(0, 4).map((node) => `${node.target} ${node.any[0]?.message ?? ''}`);
        axe.run(document, { rules, resultTypes: ['violations'] })
            .then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${told(nodes).join(' | ')}`))
            .catch((error) => [String(error)])
            .then((found) => {
                dataset.theme = before.theme ?? '';
                if (!before.theme) delete dataset.theme;
                if (!before.contrast) delete dataset.contrast;
                done(found);
            });";
    let arguments = vec![json!(looks.theme), json!(looks.contrast)];
    let found = window.client.execute_async(RUN, arguments).await.expect("axe does not run");
    let found = found.as_array().cloned().unwrap_or_default();
    let line =
        |one: &Value| format!("{view}, {}: {}", looks.name, one.as_str().unwrap_or_default());
    found.iter().map(line).collect()
}
