//! A window of the same build as Cutline's, with nothing of Cutline in it.
//!
//!     cutline-bare            an empty page
//!     cutline-bare FOLDER     the page `index.html` of a folder, with the files beside it
//!
//! What Cutline's own window costs is measured against it (`make bench-editor`).

use std::fs;
use std::path::{Component, Path, PathBuf};
use tauri::http::{Response, StatusCode, header};
use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() -> tauri::Result<()> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    let served = folder.clone().unwrap_or_default();
    tauri::Builder::default()
        .register_uri_scheme_protocol("bare", move |_, request| file(&served, request.uri().path()))
        .setup(move |app| {
            let mut described = app.config().app.windows[0].clone();
            if folder.is_some() {
                let page = "bare://localhost/index.html".parse()?;
                described.url = WebviewUrl::CustomProtocol(page);
            }
            WebviewWindowBuilder::from_config(app.handle(), &described)?.build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
}

fn file(folder: &Path, path: &str) -> Response<Vec<u8>> {
    let path = Path::new(path.trim_start_matches('/'));
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    let bytes = if inside { fs::read(folder.join(path)).ok() } else { None };
    let mut response = Response::new(bytes.clone().unwrap_or_default());
    if bytes.is_none() {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    let kind = match path.extension().and_then(|it| it.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        _ => "image/jpeg",
    };
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static(kind));
    response
}
