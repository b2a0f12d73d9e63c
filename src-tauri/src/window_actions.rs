//! What the page asks of the machine around the desk. The list is `window_actions!` in the
//! contract; one function here carries out each, away from the main thread.

use crate::failure::WindowError;
use crate::opened::desk;
use crate::{
    browser, clipboard, closing, copied_html, copied_story, dialogs, help, print, spelling, window,
};
use cutline_core::desk::contract::{
    AboutProgram, CopyStory, Exported, InClipboard, Nothing, OpenLink, ShowFolder, SiteStanding,
    Story, StoryId, WriteIn, WritesIn, ZoomWindow,
};
use cutline_core::desk::failure::Failure;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::path::Path;
use tauri::AppHandle;

/// An action of the window, with its request still unread.
pub type WindowAction = fn(&AppHandle, Value) -> Result<Value, Failure>;

macro_rules! dispatcher {
    ($($name:ident($request:ty) -> $reply:ty;)*) => {
        /// The window's action of that name. `None` for all others: those are the desk's.
        pub fn named(action: &str) -> Option<WindowAction> {
            match action {
                $(stringify!($name) => Some(|app, request| {
                    let reply: $reply = $name(app, read::<$request>(request)?)?;
                    write(&reply)
                }),)*
                _ => None,
            }
        }
    };
}
cutline_core::window_actions!(dispatcher);

fn read<T: DeserializeOwned>(request: Value) -> Result<T, WindowError> {
    serde_json::from_value(request).map_err(WindowError::BadRequest)
}

fn write<T: Serialize>(reply: &T) -> Result<Value, Failure> {
    serde_json::to_value(reply).map_err(|_| WindowError::Broken.into())
}

fn pick_photos(app: &AppHandle, _: Nothing) -> Result<Vec<String>, Failure> {
    Ok(dialogs::photos(app))
}

fn pick_photo_folder(app: &AppHandle, _: Nothing) -> Result<Vec<String>, Failure> {
    Ok(dialogs::photo_folder(app))
}

fn pick_codes(app: &AppHandle, _: Nothing) -> Result<Option<String>, Failure> {
    Ok(dialogs::codes(app))
}

fn clipboard_photos(app: &AppHandle, _: Nothing) -> Result<Vec<String>, Failure> {
    Ok(clipboard::photos(app)?)
}

fn pick_copy(app: &AppHandle, _: Nothing) -> Result<Option<String>, Failure> {
    Ok(dialogs::copy(app))
}

fn pick_folder(app: &AppHandle, _: Nothing) -> Result<Option<String>, Failure> {
    Ok(dialogs::folder(app))
}

/// A form that is no page is shown where it lies.
fn show_export(app: &AppHandle, story: StoryId) -> Result<Nothing, Failure> {
    let exported = exported(app, story)?;
    match exported.page {
        Some(page) => browser::show_page(page.as_ref())?,
        None => browser::reveal(exported.path.as_ref())?,
    }
    Ok(Nothing {})
}

fn reveal_export(app: &AppHandle, story: StoryId) -> Result<Nothing, Failure> {
    browser::reveal(exported(app, story)?.path.as_ref())?;
    Ok(Nothing {})
}

/// The last export of a story.
fn exported(app: &AppHandle, StoryId { story_id }: StoryId) -> Result<Exported, Failure> {
    let story = desk(app)?.act("story", json!({ "storyId": story_id }))?;
    let story: Story = read(story)?;
    Ok(story.exported.ok_or(WindowError::NotExported)?)
}

/// The front page of the desk's site.
fn show_site(app: &AppHandle, _: Nothing) -> Result<Nothing, Failure> {
    let standing: SiteStanding = read(desk(app)?.act("site", json!({}))?)?;
    browser::show_page(&Path::new(&standing.folder).join("index.html"))?;
    Ok(Nothing {})
}

fn open_link(_: &AppHandle, OpenLink { address }: OpenLink) -> Result<Nothing, Failure> {
    browser::open_link(&address)?;
    Ok(Nothing {})
}

fn may_close(app: &AppHandle, _: Nothing) -> Result<Nothing, Failure> {
    closing::close(app);
    Ok(Nothing {})
}

fn pick_style_rules(app: &AppHandle, _: Nothing) -> Result<Option<String>, Failure> {
    Ok(dialogs::codes(app))
}

fn clipboard_html(app: &AppHandle, _: Nothing) -> Result<Option<String>, Failure> {
    Ok(copied_html::html(app))
}

fn copy_to_clipboard(app: &AppHandle, request: CopyStory) -> Result<InClipboard, Failure> {
    copied_story::to_clipboard(app, request)
}

fn write_in(app: &AppHandle, how: WriteIn) -> Result<WritesIn, Failure> {
    Ok(WritesIn { dictionary: spelling::write_in(app, how)? })
}

fn print_proof(app: &AppHandle, StoryId { story_id }: StoryId) -> Result<Nothing, Failure> {
    print::print_proof(app, &story_id)?;
    Ok(Nothing {})
}

fn about_program(app: &AppHandle, _: Nothing) -> Result<AboutProgram, Failure> {
    Ok(help::about(app))
}

fn show_folder(app: &AppHandle, ShowFolder { folder }: ShowFolder) -> Result<Nothing, Failure> {
    help::show(app, folder)?;
    Ok(Nothing {})
}

fn zoom_window(app: &AppHandle, ZoomWindow { percent }: ZoomWindow) -> Result<Nothing, Failure> {
    window::zoom(app, percent)?;
    Ok(Nothing {})
}
