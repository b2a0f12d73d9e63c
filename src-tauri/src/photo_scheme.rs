//! `photo://localhost/<id>`: the upright preview of a photo, for the page's own `img` elements.
//! `?framing=<JSON>` shows it as a story frames and covers it, `&within=320` smaller. The page adds
//! `arriving` for a photo that is still on its way in.
//!
//! Promises: answers only `GET` of a photo's id, only with the desk's own JPEG, never with an
//! original and never with a file named by the page. A query that is not exactly one of these is
//! answered like a photo that is not there.

use crate::opened::desk;
use cutline_core::desk::Preview;
use cutline_core::story::Framing;
use tauri::async_runtime::spawn_blocking;
use tauri::http::{HeaderValue, Method, Request, Response, StatusCode, Uri, header};
use tauri::{AppHandle, UriSchemeContext, UriSchemeResponder, Url, Wry};

/// The scheme's name. On Windows the page reaches it as `http://photo.localhost/<id>`.
pub const NAME: &str = "photo";

/// Longer addresses are not read: a framing of a hundred covered places takes less.
const LONGEST: usize = 32_000;

/// Answers one request, away from the main thread: the preview may have to be read from disk.
pub fn answer(
    context: UriSchemeContext<'_, Wry>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let app = context.app_handle().clone();
    spawn_blocking(move || responder.respond(preview(&app, &request)));
}

/// Which picture the page asks for.
#[derive(Debug, PartialEq, Eq)]
struct Wanted {
    photo_id: String,
    framing: Framing,
    within_px: Option<u32>,
    arriving: bool,
}

fn preview(app: &AppHandle, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    if request.method() != Method::GET {
        return empty(StatusCode::METHOD_NOT_ALLOWED);
    }
    let shown = wanted(request.uri()).and_then(|wanted| {
        let Wanted { photo_id, framing, within_px, arriving } = wanted;
        let preview = desk(app).ok()?.preview(&photo_id, &framing, within_px).ok()?;
        Some(picture(preview, arriving))
    });
    shown.unwrap_or_else(|| empty(StatusCode::NOT_FOUND))
}

/// Reads the address. `None` for everything that is not exactly a wanted picture.
fn wanted(uri: &Uri) -> Option<Wanted> {
    let photo_id = photo_id(uri)?.to_owned();
    let mut wanted =
        Wanted { photo_id, framing: Framing::default(), within_px: None, arriving: false };
    let Some(query) = uri.query() else { return Some(wanted) };
    if query.len() > LONGEST {
        return None;
    }
    // Only the query is read from it, so it does not matter where it leads.
    let url = Url::parse(&format!("photo://localhost/?{query}")).ok()?;
    let mut seen = Vec::new();
    for (name, value) in url.query_pairs() {
        match &*name {
            "framing" => wanted.framing = framing(&value)?,
            "within" => wanted.within_px = Some(pixels(&value)?),
            "arriving" if value.is_empty() => wanted.arriving = true,
            _ => return None,
        }
        if seen.contains(&name) {
            return None;
        }
        seen.push(name);
    }
    Some(wanted)
}

/// The id in `/<id>`, when it has the shape of one: 36 hexadecimal digits and hyphens.
fn photo_id(uri: &Uri) -> Option<&str> {
    let id = uri.path().strip_prefix('/')?;
    let whole = id.len() == 36 && id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    whole.then_some(id)
}

fn framing(json: &str) -> Option<Framing> {
    serde_json::from_str(json).ok().filter(Framing::is_sound)
}

/// As a page writes a number: digits, no sign, no zero before them.
fn pixels(text: &str) -> Option<u32> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    text.parse().ok().filter(|_| digits)
}

fn picture(preview: Preview, arriving: bool) -> Response<Vec<u8>> {
    // A photo's picture never changes under its id and framing, so the page need not ask twice. A
    // thumbnail makes way for the picture, and so does whatever was asked for while it arrived.
    let kept = preview.lasts && !arriving;
    let caching = if kept { "private, max-age=31536000, immutable" } else { "no-store" };
    let mut response = Response::new(preview.jpeg.to_vec());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
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
    use cutline_core::story::{Area, Cover, Obscured};
    use std::sync::Arc;

    const ID: &str = "01890a5d-ac96-774b-bcce-b302099a8057";

    fn check(uri: &str, id: Option<&str>) {
        let uri: Uri = uri.parse().expect("the address can be read");
        assert_eq!(photo_id(&uri), id, "{uri}");
    }

    #[test]
    fn only_an_id_is_answered() {
        check(&format!("photo://localhost/{ID}"), Some(ID));
        check(&format!("photo://localhost/{ID}?within=1"), Some(ID));
        check(&format!("photo://localhost/{ID}/original"), None);
        check("photo://localhost/", None);
        check("photo://localhost/../../../../../../../etc/passwd-0000", None);
        check("photo://localhost/%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f", None);
    }

    fn asked(query: &str) -> Option<Wanted> {
        wanted(&format!("photo://localhost/{ID}?{query}").parse().expect("it can be read"))
    }

    #[test]
    fn a_framing_comes_as_json() {
        let encoded = "%7B%22turn%22%3A90%2C%22crop%22%3A%7B%22left%22%3A1%2C%22top%22%3A2%2C\
            %22width%22%3A3%2C%22height%22%3A4%7D%2C%22focus%22%3Anull%2C%22obscured%22%3A%5B%7B\
            %22area%22%3A%7B%22left%22%3A0%2C%22top%22%3A0%2C%22width%22%3A9%2C%22height%22%3A9\
            %7D%2C%22cover%22%3A%22coarse%22%7D%5D%7D";
        let area = Area { left: 0, top: 0, width: 9, height: 9 };
        let framing = Framing {
            turn: 90,
            crop: Some(Area { left: 1, top: 2, width: 3, height: 4 }),
            focus: None,
            obscured: vec![Obscured { area, cover: Cover::Coarse }],
        };
        let wanted = asked(&format!("framing={encoded}&within=320")).expect("it is sound");
        assert_eq!((wanted.framing, wanted.within_px), (framing, Some(320)));
    }

    fn check_query(query: &str, answered: bool) {
        assert_eq!(asked(query).is_some(), answered, "{query}");
    }

    #[test]
    fn a_query_is_exactly_one_that_the_page_writes() {
        check_query("", true);
        check_query("arriving", true);
        check_query("within=320", true);
        check_query("framing=%7B%7D", true);
        check_query("within=-1", false);
        check_query("within=+1", false);
        check_query("within=0", false);
        check_query("within=99999999999", false);
        check_query("within=320&within=320", false);
        check_query("within", false);
        check_query("arriving=1", false);
        check_query("original", false);
        check_query("framing=", false);
        check_query("framing=%7B", false);
        check_query("framing=%7B%22turn%22%3A45%7D", false);
        check_query("framing=%7B%22file%22%3A%22%2Fetc%2Fpasswd%22%7D", false);
        check_query(
            "framing=%7B%22crop%22%3A%7B%22left%22%3A9%2C%22top%22%3A0%2C%22width%22%3A10000%2C\
             %22height%22%3A1%7D%7D",
            false,
        );
        check_query(&"x".repeat(40_000), false);
    }

    fn check_caching(lasts: bool, arriving: bool, expected: &str) {
        let response = picture(Preview { jpeg: Arc::new(b"any".to_vec()), lasts }, arriving);
        assert_eq!(response.headers()["content-type"], "image/jpeg");
        assert_eq!(response.headers()["x-content-type-options"], "nosniff");
        assert!(response.headers()["cache-control"].as_bytes().starts_with(expected.as_bytes()));
    }

    #[test]
    fn a_picture_is_a_jpeg_and_a_thumbnail_is_not_kept() {
        check_caching(true, false, "private");
        check_caching(true, true, "no-store");
        check_caching(false, false, "no-store");
        check_caching(false, true, "no-store");
    }
}
