//! What WebKitGTK needs to be told, and Tauri does not tell it.

use std::env;

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
    crate::linux_spelling::prepare();
    gtk::init().map_err(|_| {
        "Cutline cannot open a window, because no display answers. \
         Start it from a desktop session, or use cutline-cli."
            .to_owned()
    })
}
