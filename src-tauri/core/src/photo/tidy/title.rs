//! A title that only repeats the beginning of the caption.

use super::mending::Mending;
use crate::photo::facts::Field;

pub(super) fn mend(mending: &mut Mending) {
    let caption = mending.facts().get(Field::Caption).unwrap_or_default().to_owned();
    mending.change(Field::Title, "it repeats the caption", |title| {
        let repeats = !title.trim().is_empty() && caption.starts_with(title.trim());
        if repeats { String::new() } else { title.to_owned() }
    });
}
