//! The one window: its page, where that page may go (nowhere), and what is set in it before any
//! script runs.

use crate::failure::WindowError;
use crate::proof_scheme;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, Url, WebviewWindowBuilder};

/// The window's name in `tauri.conf.json` and in the capabilities.
pub const LABEL: &str = "main";

/// A touch screen makes ProseMirror take this engine for the one of a telephone: it goes by
/// `navigator.vendor`, which WebKitGTK shares with Safari, and by the count of touch points.
#[cfg(target_os = "linux")]
const NO_TELEPHONE: &str =
    "Object.defineProperty(Navigator.prototype, 'maxTouchPoints', { get: () => 0 });";

/// Opens the window that `tauri.conf.json` describes.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    #[cfg(debug_assertions)]
    app.add_capability(include_str!("../capabilities/driven.json"))?;
    let described = app.config().app.windows.iter().find(|window| window.label == LABEL);
    let Some(described) = described else { return Err(tauri::Error::WindowNotFound) };
    let builder = WebviewWindowBuilder::from_config(app, described)?
        .on_navigation(may_show)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    #[cfg(target_os = "linux")]
    let builder = builder.initialization_script(NO_TELEPHONE);
    let window = builder.build()?;
    #[cfg(target_os = "linux")]
    crate::linux_spelling::offer_to_learn(&window);
    let _ = window;
    Ok(())
}

/// Shows everything larger or smaller. The web view's own zoom: what is laid out by the width of the
/// window then has less of it, as in a narrower one.
pub fn zoom(app: &AppHandle, percent: u32) -> Result<(), WindowError> {
    let Some(window) = app.get_webview_window(LABEL) else { return Ok(()) };
    let factor = f64::from(percent.clamp(50, 400)) / 100.0;
    window.set_zoom(factor).map_err(|error| WindowError::NotZoomed(error.into()))
}

/// Whether an address is the window's own page, or a proof for a frame of it: everything else is
/// opened in the browser, if a person asks for it. A link in a proof leads nowhere.
fn may_show(address: &Url) -> bool {
    let own = match address.scheme() {
        "tauri" | proof_scheme::NAME => address.host_str() == Some("localhost"),
        "http" | "https" => {
            matches!(address.host_str(), Some("tauri.localhost" | "proof.localhost"))
        }
        _ => false,
    };
    own || (tauri::is_dev() && address.as_str().starts_with("http://localhost:1420/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, own: bool) {
        let url: Url = address.parse().expect("the address can be read");
        assert_eq!(may_show(&url), own, "{address}");
    }

    #[test]
    fn the_window_stays_on_its_own_page() {
        check("tauri://localhost", true);
        check("proof://localhost/01890a5d-ac96-774b-bcce-b302099a8057/index.html", true);
        check("proof://example.org/", false);
        check("tauri://localhost/index.html", true);
        check("http://tauri.localhost/", true);
        check("https://example.org/", false);
        check("http://tauri.localhost.example.org/", false);
        check("file:///etc/passwd", false);
        check("about:blank", false);
        check("data:text/html,x", false);
        check("photo://localhost/01890a5d-ac96-774b-bcce-b302099a8057", false);
    }
}
