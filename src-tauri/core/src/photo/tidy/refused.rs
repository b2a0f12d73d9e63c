//! What stands in a caption or a credit and is neither: the words of cameras and programs, and notes
//! from one system to another. Whatever the carrier, it is told and never used.

use super::constant;
use super::mending::Mending;
use crate::photo::boilerplate::is_boilerplate;
use crate::photo::facts::Field;
use regex::Regex;
use std::sync::LazyLock;

pub(super) fn refuse(mending: &mut Mending) {
    pass_over(mending, Field::Caption, is_no_caption, |words| {
        format!("The camera wrote “{words}” where the caption goes; it is not used.")
    });
    pass_over(mending, Field::Caption, is_to_come, |words| {
        format!("The caption says only “{words}”; it is not used.")
    });
    for (field, name) in [(Field::Photographer, "photographer"), (Field::CreditLine, "credit")] {
        pass_over(mending, field, names_nobody, |words| {
            format!("Where the {name} goes, the file says “{words}”; it is not used as a credit.")
        });
    }
}

fn pass_over(
    mending: &mut Mending,
    field: Field,
    refused: fn(&str) -> bool,
    sentence: impl Fn(&str) -> String,
) {
    if mending.is_typed(field) {
        return;
    }
    // Where nothing but such words stood, reading has left the value empty and kept what was said.
    let standing = mending.said_by_file(field).unwrap_or_default();
    let others = mending.facts().0.get(&field).into_iter().flat_map(|fact| &fact.others);
    let words = std::iter::once(standing).chain(others.map(|other| other.value.as_str()));
    let mut words = words.filter(|words| !words.trim().is_empty());
    let Some(words) = words.find(|words| refused(words)) else { return };
    let stands = !standing.is_empty() && refused(standing);
    let sentence = sentence(words.trim());
    if stands {
        mending.pass_over(field, |other| !refused(other));
    }
    mending.remark(sentence);
}

fn is_no_caption(text: &str) -> bool {
    is_of_a_camera(text) || (is_boilerplate(Field::Caption, text) && !is_to_come(text))
}

fn names_nobody(text: &str) -> bool {
    is_no_credit(text) || is_boilerplate(Field::CreditLine, text)
}

/// What cameras and programs write where a caption belongs.
fn is_of_a_camera(text: &str) -> bool {
    static SHOUTED: LazyLock<Regex> =
        LazyLock::new(|| constant(r"^(?:[A-Z0-9-]+ ){1,3}DIGITAL CAMERA$"));
    static WORDS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?ix)^(?: (?:olympus|sony|konica|minolta|kodak|casio|ricoh)(?:\s\w+)?\sdigital\scamera
            | [a-z]{2,10}\sdsc | dcim\S* | default | untitled | ascii | image | picture | photo
            | screenshot | created\swith\s(?:the\s)?gimp | (?:dscn?|img|dji|pxl|p)[_\s]?\d+(?:\.jpe?g)?
            | processed\swith\svsco.* | \W* )$",
        )
    });
    SHOUTED.is_match(text.trim()) || WORDS.is_match(text.trim())
}

/// A note that the caption is still to come.
fn is_to_come(text: &str) -> bool {
    static NOTE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^\W*(?:(?:caption|description|text|names?)\W+to\W+(?:come|follow)|(?:tk)+)\W*$",
        )
    });
    NOTE.is_match(text)
}

/// A note where a name should be, or the word of a form that nobody filled in.
pub(super) fn is_no_credit(text: &str) -> bool {
    static NOTE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?ix)^\W*(?: .*\b(?:credit|byline|name)s?\W+(?:is\s|are\s)?too\Wlong\b.*
            | .*\bsee\s(?:the\s)?(?:caption|description)\b.*
            | (?:names?|credit|byline|photographer)s?\W+to\W+(?:come|follow) | (?:tk)+
            | (?:unknown\s|your\s)?(?:photographer|author|name) | camera | owner | picasa
            | (?:[a-z]+\s){1,3}digital\scamera | n/?a | none | null | unknown | uncredited
            | not\s(?:known|specified|provided) )\W*$",
        )
    });
    NOTE.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(is_refused: fn(&str) -> bool, text: &str, expected: bool) {
        assert_eq!(is_refused(text), expected, "{text}");
    }

    #[test]
    fn what_cameras_write_is_no_caption() {
        for text in ["OLYMPUS DIGITAL CAMERA        ", "KONICA MINOLTA DIGITAL CAMERA", "SONY DSC"]
        {
            check(is_of_a_camera, text, true);
        }
        for text in
            ["DCIM\\100MEDIA\\DJI_0001.JPG", "Default", "IMG_1234", "Created with GIMP", "-"]
        {
            check(is_of_a_camera, text, true);
        }
    }

    #[test]
    fn what_people_write_is_a_caption() {
        for text in
            ["A man with a digital camera", "Untitled, 1954, oil on canvas", "港の朝", "IMG centre"]
        {
            check(is_of_a_camera, text, false);
        }
        check(is_to_come, "Names to be read out in court to come", false);
    }

    #[test]
    fn notes_are_no_credit() {
        for text in ["(Credit too long, see caption)", "Name to come", "See caption", "TK", "N/A"] {
            check(is_no_credit, text, true);
        }
        for text in ["Nathan Tocome", "Photographer: Ada Reed", "AP", "Long See"] {
            check(is_no_credit, text, false);
        }
    }
}
