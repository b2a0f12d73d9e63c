//! GTK's clipboard. It answers on the main thread and may take its time, because the program that
//! copied has to answer; so it is asked there and waited for elsewhere.

use crate::clipboard::{Copied, files};
use crate::failure::WindowError;
use gtk::gdk::{Atom, SELECTION_CLIPBOARD};
use gtk::{Clipboard, SelectionData, TargetEntry, TargetFlags};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;
use tauri::AppHandle;

/// A program that copied and hangs holds nobody up for longer.
const PATIENCE: Duration = Duration::from_secs(5);

/// The webview asks for the same picture at the same paste, and some programs hand out one large
/// picture at a time and refuse the second asker.
const UNTIL_THE_OTHER_ASKER_IS_SERVED: Duration = Duration::from_millis(400);

/// Lists of files first: a file manager also offers the picture of a file's icon. Then pictures as
/// files, those that lose nothing first.
const KINDS: [(&str, Kind); 7] = [
    ("x-special/gnome-copied-files", Kind::Files),
    ("text/uri-list", Kind::Files),
    ("image/png", Kind::Picture("png")),
    ("image/tiff", Kind::Picture("tif")),
    ("image/webp", Kind::Picture("webp")),
    ("image/jpeg", Kind::Picture("jpg")),
    ("image/bmp", Kind::Pixels),
];

#[derive(Debug, Clone, Copy)]
enum Kind {
    Files,
    Picture(&'static str),
    /// In a form that only GTK reads; it hands them on as PNG.
    Pixels,
}

/// What was copied. Not for the main thread: it waits.
pub fn copied(app: &AppHandle) -> Copied {
    match copied_now(app) {
        Copied::Nothing => {
            thread::sleep(UNTIL_THE_OTHER_ASKER_IS_SERVED);
            copied_now(app)
        }
        copied => copied,
    }
}

/// The bytes of what was copied as HTML. Not for the main thread: it waits.
pub fn copied_html(app: &AppHandle) -> Option<Vec<u8>> {
    let (tell, told) = channel();
    let asked = app.run_on_main_thread(move || {
        let clipboard = Clipboard::get(&SELECTION_CLIPBOARD);
        clipboard.request_contents(&Atom::intern("text/html"), move |_, data| {
            let bytes = (data.length() > 0).then(|| data.data());
            // Nobody waits any more after the patience has ended.
            let _ = tell.send(bytes);
        });
    });
    asked.ok()?;
    told.recv_timeout(PATIENCE).ok().flatten()
}

/// Formatted text under its one name, plain text under the names that programs ask for it by.
const HTML: (&str, u32) = ("text/html", 0);
const TEXT: [(&str, u32); 4] =
    [("UTF8_STRING", 1), ("text/plain;charset=utf-8", 1), ("text/plain", 1), ("STRING", 1)];

/// Puts text into the clipboard, formatted and plain. Not for the main thread: it waits.
pub fn put(app: &AppHandle, html: Option<String>, text: String) -> Result<(), WindowError> {
    let refused = |why: &str| WindowError::NotCopied(why.to_owned());
    let (tell, told) = channel();
    let asked = app.run_on_main_thread(move || {
        // Nobody waits any more after the patience has ended.
        let _ = tell.send(put_now(html, text));
    });
    asked.map_err(|_| refused("the window is closing"))?;
    match told.recv_timeout(PATIENCE) {
        Ok(true) => Ok(()),
        Ok(false) => Err(refused("another program holds the clipboard")),
        Err(_) => Err(refused("the window did not answer")),
    }
}

/// GTK asks for the text whenever a program pastes, for as long as nothing else is copied and the window
/// is open.
fn put_now(html: Option<String>, text: String) -> bool {
    let names = html.is_some().then_some(HTML).into_iter().chain(TEXT);
    let targets: Vec<TargetEntry> =
        names.map(|(name, kind)| TargetEntry::new(name, TargetFlags::empty(), kind)).collect();
    let clipboard = Clipboard::get(&SELECTION_CLIPBOARD);
    clipboard.set_with_data(&targets, move |_, asked, kind| match (kind, &html) {
        (0, Some(html)) => asked.set(&asked.target(), 8, html.as_bytes()),
        _ => {
            asked.set_text(&text);
        }
    })
}

fn copied_now(app: &AppHandle) -> Copied {
    let (tell, told) = channel();
    let asked = app.run_on_main_thread(move || {
        let clipboard = Clipboard::get(&SELECTION_CLIPBOARD);
        clipboard.request_contents(&Atom::intern("TARGETS"), move |clipboard, offered| {
            ask(clipboard, offered, tell);
        });
    });
    match asked {
        Ok(()) => told.recv_timeout(PATIENCE).unwrap_or(Copied::Nothing),
        Err(_) => Copied::Nothing,
    }
}

/// Asks for the best of what is offered.
fn ask(clipboard: &Clipboard, offered: &SelectionData, tell: Sender<Copied>) {
    let offered: Vec<String> = match offered.length() {
        1.. => offered.targets().unwrap_or_default().iter().map(|a| a.name().into()).collect(),
        _ => Vec::new(),
    };
    let best = KINDS.into_iter().find(|(name, _)| offered.iter().any(|offer| offer == name));
    let answer = move |copied| {
        // Nobody waits any more after the patience has ended.
        let _ = tell.send(copied);
    };
    match best {
        None => answer(Copied::Nothing),
        Some((_, Kind::Pixels)) => clipboard.request_image(move |_, pixels| {
            let png = pixels.and_then(|pixels| pixels.save_to_bufferv("png", &[]).ok());
            answer(
                png.map_or(Copied::Nothing, |bytes| Copied::Picture { bytes, extension: "png" }),
            );
        }),
        Some((name, kind)) => {
            clipboard.request_contents(&Atom::intern(name), move |_, data| {
                answer(read(kind, data));
            });
        }
    }
}

fn read(kind: Kind, data: &SelectionData) -> Copied {
    // Less than nothing stands for a refusal.
    if data.length() <= 0 {
        return Copied::Nothing;
    }
    let bytes = data.data();
    match kind {
        Kind::Files => match files(&String::from_utf8_lossy(&bytes)) {
            none if none.is_empty() => Copied::Nothing,
            paths => Copied::Files(paths),
        },
        Kind::Picture(extension) => Copied::Picture { bytes, extension },
        Kind::Pixels => Copied::Nothing,
    }
}
