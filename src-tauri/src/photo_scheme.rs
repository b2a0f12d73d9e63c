//! `photo://localhost/<id>`: the upright preview of a photo, for the page's own `img` elements.
//!
//! Promises: answers only `GET` of a photo's id, only with the desk's own JPEG, never with an
//! original and never with a file named by the page.

use crate::opened::desk;
use tauri::async_runtime::spawn_blocking;
use tauri::http::{Method, Request, Response, StatusCode, Uri, header};
use tauri::{AppHandle, UriSchemeContext, UriSchemeResponder, Wry};

/// The scheme's name. On Windows the page reaches it as `http://photo.localhost/<id>`.
pub const NAME: &str = "photo";

/// Answers one request, away from the main thread: the preview may have to be read from disk.
pub fn answer(
    context: UriSchemeContext<'_, Wry>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let app = context.app_handle().clone();
    spawn_blocking(move || responder.respond(preview(&app, &request)));
}

fn preview(app: &AppHandle, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    if request.method() != Method::GET {
        return empty(StatusCode::METHOD_NOT_ALLOWED);
    }
    let jpeg = photo_id(request.uri()).and_then(|id| desk(app).ok()?.preview(id).ok());
    jpeg.map_or_else(|| empty(StatusCode::NOT_FOUND), picture)
}

/// The id in `/<id>`, when it has the shape of one: 36 hexadecimal digits and hyphens.
fn photo_id(uri: &Uri) -> Option<&str> {
    let id = uri.path().strip_prefix('/')?;
    let whole = id.len() == 36 && id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    whole.then_some(id)
}

fn picture(jpeg: Vec<u8>) -> Response<Vec<u8>> {
    let mut response = Response::new(jpeg);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("image/jpeg"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, header::HeaderValue::from_static("nosniff"));
    // A photo's picture never changes under its id, so the page need not ask twice.
    headers.insert(
        header::CACHE_CONTROL,
        header::HeaderValue::from_static("private, max-age=31536000, immutable"),
    );
    response
}

fn empty(status: StatusCode) -> Response<Vec<u8>> {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = status;
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(uri: &str, id: Option<&str>) {
        let uri: Uri = uri.parse().expect("the address can be read");
        assert_eq!(photo_id(&uri), id, "{uri}");
    }

    #[test]
    fn only_an_id_is_answered() {
        let id = "01890a5d-ac96-774b-bcce-b302099a8057";
        check(&format!("photo://localhost/{id}"), Some(id));
        check(&format!("photo://localhost/{id}?x=1"), Some(id));
        check(&format!("photo://localhost/{id}/original"), None);
        check("photo://localhost/", None);
        check("photo://localhost/../../../../../../../etc/passwd-0000", None);
        check("photo://localhost/%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f", None);
    }

    #[test]
    fn a_picture_is_a_jpeg_and_nothing_else() {
        let response = picture(b"any".to_vec());
        assert_eq!(response.headers()["content-type"], "image/jpeg");
        assert_eq!(response.headers()["x-content-type-options"], "nosniff");
    }
}
