//! The keyboard. One press and one release for each character, through the Actions API: elsewhere
//! the driver loses double letters and never lets go of a modifier.

use crate::Window;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

impl Window<'_> {
    /// Types `text` where the cursor stands.
    pub async fn type_text(&self, text: &str) {
        let keys = text.chars().fold(keyboard(), stroke);
        self.perform(keys).await;
    }

    /// Presses and releases one key.
    pub async fn press(&self, key: Key) {
        self.perform(stroke(keyboard(), key.into())).await;
    }

    /// Presses `key` while Control is held.
    pub async fn press_control(&self, key: char) {
        self.press_with(&[Key::Control], key).await;
    }

    /// Presses `key` while others are held.
    pub async fn press_with(&self, held: &[Key], key: impl Into<char>) {
        let down =
            |keys: KeyActions, held: &Key| keys.then(KeyAction::Down { value: char::from(*held) });
        let up =
            |keys: KeyActions, held: &Key| keys.then(KeyAction::Up { value: char::from(*held) });
        let keys = stroke(held.iter().fold(keyboard(), down), key.into());
        self.perform(held.iter().rev().fold(keys, up)).await;
    }

    /// Presses `key` while Alt is held.
    pub async fn press_alt(&self, key: Key) {
        self.press_with(&[Key::Alt], key).await;
    }

    /// Presses `key` while Control and Shift are held.
    pub async fn press_control_shift(&self, key: char) {
        self.press_with(&[Key::Control, Key::Shift], key).await;
    }

    async fn perform(&self, keys: KeyActions) {
        self.client.perform_actions(keys).await.expect("the keyboard does not answer");
    }
}

fn keyboard() -> KeyActions {
    KeyActions::new("keyboard".to_owned())
}

fn stroke(keys: KeyActions, value: char) -> KeyActions {
    keys.then(KeyAction::Down { value }).then(KeyAction::Up { value })
}
