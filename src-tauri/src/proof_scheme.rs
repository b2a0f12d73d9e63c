//! `proof://localhost/<token>/index.html` and what that page names: a proof, for a frame of the
//! window and for printing.
//!
//! Promises: answers only `GET`, only with files of the proof that the token stands for, under the
//! exported page's own content security policy and in a sandbox: no script runs, no form is sent, and
//! the page is of no origin. What has none has no 'self' either, so that its policy names the proof's
//! own address instead; nothing else in the page differs from the export. `print.html` is the same
//! page with all its pictures loaded at once: on paper nobody scrolls to them.

use crate::opened::desk;
use cutline_core::desk::ProofFile;
use tauri::async_runtime::spawn_blocking;
use tauri::http::{HeaderValue, Method, Request, Response, StatusCode, Uri, header};
use tauri::{AppHandle, UriSchemeContext, UriSchemeResponder, Wry};

/// The scheme's name. On Windows the page reaches it as `http://proof.localhost/<token>/…`.
pub const NAME: &str = "proof";

const PAGE: &str = "index.html";

/// The page for printing; see the head of this file.
pub const PRINTED: &str = "print.html";

/// What the writer of the page puts on pictures that are far down. In text it stands escaped.
const LATER: &str = " loading=\"lazy\"";

/// Answers one request, away from the main thread: a picture may have to be made.
pub fn answer(
    context: UriSchemeContext<'_, Wry>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let app = context.app_handle().clone();
    spawn_blocking(move || responder.respond(file(&app, &request)));
}

fn file(app: &AppHandle, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    if request.method() != Method::GET {
        return empty(StatusCode::METHOD_NOT_ALLOWED);
    }
    let found = wanted(request.uri()).and_then(|(token, name)| {
        let desk = desk(app).ok()?;
        let file = match name {
            PRINTED => desk.proof_file(token, PAGE).map(all_at_once),
            _ => desk.proof_file(token, name),
        };
        Some(of_no_origin(file?, &folder(request.uri(), token)))
    });
    found.and_then(response).unwrap_or_else(|| empty(StatusCode::NOT_FOUND))
}

/// The token and the file's name in `/<token>/<name>`. `None` for what has not that shape.
fn wanted(uri: &Uri) -> Option<(&str, &str)> {
    let (token, name) = uri.path().strip_prefix('/')?.split_once('/')?;
    let whole = uri.query().is_none() && token.len() == 36 && !name.is_empty();
    let plain = token.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    (whole && plain).then_some((token, name))
}

/// Where everything of a proof lies, as this system's webview calls it.
fn folder(uri: &Uri, token: &str) -> String {
    match uri.scheme_str() {
        Some("http") => format!("http://{NAME}.localhost/{token}/"),
        _ => format!("{NAME}://localhost/{token}/"),
    }
}

/// Names the proof's own address where the exported page's policy says 'self'.
fn of_no_origin(mut file: ProofFile, folder: &str) -> ProofFile {
    let policy = file.policy.replace("'self'", folder);
    if file.media_type.starts_with("text/html")
        && let Ok(html) = std::str::from_utf8(&file.bytes)
    {
        // The policy stands before every word of the story.
        file.bytes = html.replacen(&file.policy, &policy, 1).into_bytes();
    }
    ProofFile { policy, ..file }
}

fn all_at_once(mut page: ProofFile) -> ProofFile {
    if let Ok(html) = std::str::from_utf8(&page.bytes) {
        page.bytes = html.replace(LATER, "").into_bytes();
    }
    page
}

fn response(file: ProofFile) -> Option<Response<Vec<u8>>> {
    let policy = HeaderValue::from_str(&format!("{}; sandbox", file.policy)).ok()?;
    let caching = if file.lasts { "private, max-age=3600" } else { "no-store" };
    let mut response = Response::new(file.bytes);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.media_type));
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    Some(response)
}

fn empty(status: StatusCode) -> Response<Vec<u8>> {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = status;
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "01890a5d-ac96-774b-bcce-b302099a8057";

    fn check(rest: &str, name: Option<&str>) {
        let uri: Uri = format!("proof://localhost/{rest}").parse().expect("it can be read");
        assert_eq!(wanted(&uri), name.map(|name| (TOKEN, name)), "{rest}");
    }

    #[test]
    fn only_a_file_under_a_token_is_answered() {
        check(&format!("{TOKEN}/index.html"), Some("index.html"));
        check(&format!("{TOKEN}/img/bridge-1-720.webp"), Some("img/bridge-1-720.webp"));
        check(&format!("{TOKEN}/index.html?x"), None);
        check(&format!("{TOKEN}/"), None);
        check(TOKEN, None);
        check("", None);
        check("../../etc/passwd", None);
        check(&format!("{}/index.html", TOKEN.replace('0', "x")), None);
    }

    fn page(html: &str) -> ProofFile {
        let policy = "default-src 'none'".to_owned();
        let media_type = "text/html; charset=utf-8";
        ProofFile { bytes: html.into(), media_type, policy, lasts: false }
    }

    #[test]
    fn the_page_comes_with_its_policy_and_in_a_sandbox() {
        let response = response(page("<p>")).expect("its policy is plain text");
        let header = |name: &str| response.headers()[name].to_str().expect("plain text").to_owned();
        assert_eq!(header("content-security-policy"), "default-src 'none'; sandbox");
        assert_eq!(header("content-type"), "text/html; charset=utf-8");
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("cache-control"), "no-store");
    }

    #[test]
    fn a_page_of_no_origin_may_show_its_own_pictures() {
        let mut file = page("<meta content=\"img-src 'self'\"><p>img-src 'self'");
        file.policy = "img-src 'self'".to_owned();
        let uri: Uri =
            format!("proof://localhost/{TOKEN}/index.html").parse().expect("a plain one");
        let file = of_no_origin(file, &folder(&uri, TOKEN));
        let policy = format!("img-src proof://localhost/{TOKEN}/");
        assert_eq!(file.policy, policy);
        let html = format!("<meta content=\"{policy}\"><p>img-src 'self'");
        assert_eq!(String::from_utf8(file.bytes).as_deref(), Ok(html.as_str()));
    }

    #[test]
    fn a_printed_page_waits_for_no_scrolling() {
        let printed =
            all_at_once(page("<img alt=\"a\" loading=\"lazy\"><p>loading=&quot;lazy&quot;"));
        assert_eq!(printed.bytes, b"<img alt=\"a\"><p>loading=&quot;lazy&quot;");
    }
}
