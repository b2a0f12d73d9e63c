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
        let control = char::from(Key::Control);
        let keys = keyboard().then(KeyAction::Down { value: control });
        self.perform(stroke(keys, key).then(KeyAction::Up { value: control })).await;
    }

    /// Presses `key` while Control and Shift are held.
    pub async fn press_control_shift(&self, key: char) {
        let (control, shift) = (char::from(Key::Control), char::from(Key::Shift));
        let keys = keyboard().then(KeyAction::Down { value: control });
        let keys = stroke(keys.then(KeyAction::Down { value: shift }), key);
        let keys = keys.then(KeyAction::Up { value: shift });
        self.perform(keys.then(KeyAction::Up { value: control })).await;
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
