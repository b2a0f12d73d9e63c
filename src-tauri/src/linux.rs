//! What WebKitGTK needs to be told, and Tauri does not tell it.

use std::env;
use tauri::WebviewWindow;
use webkit2gtk::{WebContextExt, WebViewExt};

/// Sets the machine up for a window. Fails with a sentence when no display answers; the toolkit
/// would end the program with a panic later.
pub fn prepare() -> Result<(), String> {
    // Windows stay blank with this renderer on many NVIDIA and Wayland machines
    // (https://github.com/tauri-apps/tauri/issues/9304); the plain one costs nothing here.
    const DMABUF: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if env::var_os(DMABUF).is_none() {
        // SAFETY: this is the first thing that `run` does, before any other thread exists.
        unsafe { env::set_var(DMABUF, "1") };
    }
    gtk::init().map_err(|_| {
        "Cutline cannot open a window, because no display answers. \
         Start it from a desktop session, or use cutline-cli."
            .to_owned()
    })
}

/// Turns on the engine's own spell checking, in the languages of the person's session. Those
/// without a dictionary on the machine (package `hunspell-…`) are silently left out.
pub fn check_spelling(window: &WebviewWindow) {
    let asked = window.with_webview(|webview| {
        let Some(context) = webview.inner().context() else { return };
        let languages = languages(&session());
        let languages: Vec<&str> = languages.iter().map(String::as_str).collect();
        context.set_spell_checking_languages(&languages);
        context.set_spell_checking_enabled(true);
    });
    if let Err(error) = asked {
        log::warn!("Spelling is not checked: {error}");
    }
}

fn session() -> String {
    ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| env::var(name).ok())
        .find(|value| !value.is_empty())
        .unwrap_or_default()
}

/// "tr_TR.UTF-8:en" names Turkish and English. "C" and "POSIX" name no language: then English.
fn languages(session: &str) -> Vec<String> {
    let named: Vec<String> = session
        .split(':')
        .filter_map(|part| part.split(['.', '@']).next())
        .filter(|name| !matches!(*name, "" | "C" | "POSIX"))
        .map(str::to_owned)
        .collect();
    if named.is_empty() { vec!["en_US".to_owned()] } else { named }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(session: &str, expected: &[&str]) {
        assert_eq!(languages(session), expected, "{session}");
    }

    #[test]
    fn the_session_names_the_languages() {
        check("tr_TR.UTF-8", &["tr_TR"]);
        check("de_DE@euro", &["de_DE"]);
        check("pt_BR:pt:en", &["pt_BR", "pt", "en"]);
        check("C.UTF-8", &["en_US"]);
        check("POSIX", &["en_US"]);
        check("", &["en_US"]);
    }
}
