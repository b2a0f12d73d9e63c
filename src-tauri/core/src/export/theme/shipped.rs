//! The themes that come with Cutline, from `assets/themes`.

use super::Theme;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Their names, in the order in which they are offered; the first is the default.
pub const SHIPPED: [&str; 3] = ["plain", "magazine", "print"];

macro_rules! files {
    ($name:literal) => {
        [
            (
                "theme.json",
                include_str!(concat!("../../../../../assets/themes/", $name, "/theme.json")),
            ),
            (
                "page.html",
                include_str!(concat!("../../../../../assets/themes/", $name, "/page.html")),
            ),
            (
                "page.css",
                include_str!(concat!("../../../../../assets/themes/", $name, "/page.css")),
            ),
        ]
    };
}

static FILES: [[(&str, &str); 3]; 3] = [files!("plain"), files!("magazine"), files!("print")];

static THEMES: LazyLock<Vec<Theme>> = LazyLock::new(|| {
    let read = |files: &[(&str, &str); 3]| {
        let files: BTreeMap<String, String> =
            files.iter().map(|(path, text)| ((*path).into(), (*text).into())).collect();
        Theme::read(&files).expect("a test reads every shipped theme")
    };
    FILES.iter().map(read).collect()
});

/// The shipped theme of this name.
pub fn theme(name: &str) -> Option<&'static Theme> {
    THEMES.get(SHIPPED.iter().position(|shipped| *shipped == name)?)
}

/// The style sheet of the shipped theme of this name, as it was written.
pub fn sheet(name: &str) -> Option<&'static str> {
    Some(FILES.get(SHIPPED.iter().position(|shipped| *shipped == name)?)?[2].1)
}
