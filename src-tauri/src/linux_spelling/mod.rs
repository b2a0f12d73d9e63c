//! WebKitGTK's own spell checking, which goes through enchant to the dictionaries of the machine
//! (packages `hunspell-…`), and the input methods' preedit.
//!
//! Promises: nothing leaves the machine; where there is no dictionary for a language nothing is
//! marked, since another language's would mark every word.

mod dictionaries;
mod personal;

pub use personal::{forget, prepare};

use crate::failure::WindowError;
use crate::window::LABEL;
use cutline_core::desk::contract::WriteIn;
use gtk::gio::SimpleAction;
use gtk::glib;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::mpsc::channel;
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager, WebviewWindow};
use webkit2gtk::{
    ContextMenu, ContextMenuAction, ContextMenuExt, ContextMenuItem, ContextMenuItemExt,
    InputMethodContextExt, WebContext, WebContextExt, WebViewExt,
};

/// Loading a dictionary takes a tenth of a second; a busy machine takes more.
const PATIENCE: Duration = Duration::from_secs(10);

/// The language that was set last, and its dictionary.
static CURRENT: Mutex<Option<(String, Option<String>)>> = Mutex::new(None);

/// Sets spelling and preedit, and gives the checker `words` beside its dictionary. Not for the main
/// thread.
pub fn write_in(
    app: &AppHandle,
    how: WriteIn,
    words: Vec<String>,
) -> Result<Option<String>, WindowError> {
    let window = app.get_webview_window(LABEL).ok_or(WindowError::Broken)?;
    let (tell, told) = channel();
    let asked = window.with_webview(move |webview| {
        let view = webview.inner();
        if let Some(input) = view.input_method_context() {
            input.set_enable_preedit(how.preedit);
        }
        let dictionary = view.context().and_then(|context| {
            let dictionary = dictionary(&context, &how.language, &words);
            context.set_spell_checking_enabled(how.spelling && dictionary.is_some());
            dictionary
        });
        // Nobody may wait any longer; the window is set all the same.
        let _ = tell.send(dictionary);
    });
    asked.map_err(|_| WindowError::Broken)?;
    told.recv_timeout(PATIENCE).map_err(|_| WindowError::Broken)
}

/// Loads the dictionary for a language, unless it is the one that is loaded.
fn dictionary(context: &WebContext, language: &str, words: &[String]) -> Option<String> {
    let mut current = CURRENT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((known, dictionary)) = current.as_ref()
        && known == language
    {
        if let Some(dictionary) = dictionary {
            personal::write(dictionary, language, words);
        }
        return dictionary.clone();
    }
    let found = dictionaries::candidates(language).into_iter().find(|candidate| {
        personal::write(candidate, language, words);
        context.set_spell_checking_languages(&[candidate]);
        // What could not be loaded is left out.
        context.spell_checking_languages().iter().any(|loaded| loaded == candidate)
    });
    *current = Some((language.to_owned(), found.clone()));
    found
}

/// Puts “Learn this word” where WebKit has an entry of its own that is never to be had. The page
/// knows the word: it saw the click.
pub fn offer_to_learn(window: &WebviewWindow) {
    let app = window.app_handle().clone();
    let asked = window.with_webview(move |webview| {
        let action = SimpleAction::new("learn-word", None);
        action.connect_activate(move |_, _| {
            if let Err(error) = app.emit("learn-word", ()) {
                log::warn!("The page was not asked to learn a word: {error}");
            }
        });
        webview.inner().connect_context_menu(move |_, menu, _, _| {
            replace_learning(menu, &action);
            false
        });
    });
    if let Err(error) = asked {
        log::warn!("The menu offers no learning of words: {error}");
    }
}

fn replace_learning(menu: &ContextMenu, action: &SimpleAction) {
    let items = menu.items();
    let learning = |item: &ContextMenuItem| item.stock_action() == ContextMenuAction::LearnSpelling;
    let Some(at) = items.iter().position(learning) else { return };
    let Ok(place) = i32::try_from(at) else { return };
    let ours = ContextMenuItem::from_gaction(action, "_Learn This Word", None::<&glib::Variant>);
    menu.remove(&items[at]);
    menu.insert(&ours, place);
}
