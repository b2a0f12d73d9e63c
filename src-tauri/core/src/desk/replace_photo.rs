//! One photo in the place of another.
//!
//! A wrong credit on a new picture is the worst error. Text is carried from one photo to another only
//! when both are the same picture: the same bytes, or the same identity in both files and nothing in
//! them that speaks against it, or a person who says so. The old photo is never changed, so that every
//! step can be undone.

use super::Desk;
use super::change_photo::{changed, load};
use super::contract::{Changed, Done, ReplacePhoto, ReplacedPhoto};
use super::failure::Failure;
use super::photo_record::PhotoRecord;
use super::publication::{self, credit_style};
use super::words::{list, read_list, word};
use crate::photo::{self, Carrier, Fact, Field, UsageChosen, same_identity};
use crate::store::fold::folded;
use crate::store::{Connection, photo as table, photo_fact, photo_text};

impl Desk {
    /// Says whether the new photo is the old picture, and gives it the old one's text when it is.
    pub fn replace_photo(&self, request: ReplacePhoto) -> Result<Done<ReplacedPhoto>, Failure> {
        let ReplacePhoto { old_photo_id, new_photo_id, same_picture, language } = request;
        if same_picture.is_none() {
            self.look_for_identity(&old_photo_id)?;
            self.look_for_identity(&new_photo_id)?;
        }
        let now = self.now();
        self.write(move |db| {
            let (old, new) = (load(db, &old_photo_id)?, load(db, &new_photo_id)?);
            let same_picture = same_picture.unwrap_or_else(|| is_same_picture(&old, &new));
            let carries = same_picture && old.row.id != new.row.id;
            let told = if carries { carry(db, &old, new, &now)? } else { Vec::new() };
            let publication = publication::of_desk(db)?;
            let style = credit_style(&publication, language.as_deref());
            let photo = load(db, &new_photo_id)?.shown(&style);
            Ok((ReplacedPhoto { same_picture, photo }, told))
        })
    }

    /// A photo of an older desk was taken in before anybody asked what its file is made from. One
    /// whose original cannot be read stays without an identity.
    fn look_for_identity(&self, id: &str) -> Result<(), Failure> {
        let row = self.read(|db| Ok(load(db, id)?.row))?;
        if row.identities.is_some() || self.must_be_ours().is_err() {
            return Ok(());
        }
        let original = self.original(&row).ok();
        let Some(inspected) = original.and_then(|bytes| photo::inspect(&bytes).ok()) else {
            return Ok(());
        };
        self.write(move |db| {
            table::set_identities(db, &row.id, &list(&inspected.identities))?;
            Ok(((), Vec::new()))
        })?;
        Ok(())
    }
}

fn is_same_picture(old: &PhotoRecord, new: &PhotoRecord) -> bool {
    if old.row.original_hash == new.row.original_hash {
        return true;
    }
    let names = |record: &PhotoRecord| -> Vec<String> {
        record.row.identities.as_deref().map(read_list).unwrap_or_default()
    };
    same_identity(&names(old), &names(new)) && !files_disagree(old, new)
}

/// Whether the files were taken at different times or by different people: then an identity that both
/// carry was handed on by mistake, from a template or by a camera that counts badly.
fn files_disagree(old: &PhotoRecord, new: &PhotoRecord) -> bool {
    let differ = |field, same: fn(&str, &str) -> bool| match (said(old, field), said(new, field)) {
        (Some(one), Some(other)) => !same(one, other),
        _ => false,
    };
    differ(Field::DateCreated, same_time)
        || differ(Field::Photographer, |one, other| folded(one) == folded(other))
}

/// What the file itself says, whatever was typed over it.
fn said(record: &PhotoRecord, field: Field) -> Option<&str> {
    let fact = record.facts.0.get(&field)?;
    let value = match fact.carrier {
        Carrier::Typed => &fact.others.first()?.value,
        Carrier::Xmp | Carrier::Iim | Carrier::Exif => &fact.value,
    };
    Some(value.trim()).filter(|value| !value.is_empty())
}

/// As far as both say it, to the second and without the zone: "2026-05" and "2026-05-12T14:03:22".
fn same_time(one: &str, other: &str) -> bool {
    const TO_THE_SECOND: usize = 19;
    let length = one.len().min(other.len()).min(TO_THE_SECOND);
    one.as_bytes()[..length] == other.as_bytes()[..length]
}

/// Gives `new` what people typed, declared and chosen for `old`, and what the old file says where
/// the new one is silent.
fn carry(
    db: &Connection,
    old: &PhotoRecord,
    mut new: PhotoRecord,
    now: &str,
) -> Result<Vec<Changed>, Failure> {
    let id = new.row.id.clone();
    for (field, fact) in &old.facts.0 {
        if fact.carrier == Carrier::Typed || is_missing(&new, *field) {
            let typed = word(&Carrier::Typed);
            photo_fact::type_over(db, &id, &word(field), &typed, &fact.value)?;
        }
    }
    let chosen = carried_usage(&old.usage.chosen, &new.usage.chosen);
    let declared = old.declared.clone().or(new.declared.take());
    let kind_chosen = old.kind_chosen.or(new.kind_chosen);
    let mut after = load(db, &id)?;
    (after.usage.chosen, after.declared, after.kind_chosen) = (chosen, declared, kind_chosen);
    let publication = publication::of_desk(db)?;
    let style = credit_style(&publication, None);
    table::judge(db, &id, &after.judgement(&style), now)?;
    photo_text::put(db, &id, &after.words(&style))?;
    changed(db, id)
}

/// Photographer and credit line are one answer to one question: a file that gives half of it is not
/// completed from another one.
fn is_missing(new: &PhotoRecord, field: Field) -> bool {
    let silent = |field| new.facts.0.get(&field).is_none_or(|fact: &Fact| fact.value.is_empty());
    match field {
        Field::Photographer | Field::CreditLine => {
            silent(Field::Photographer) && silent(Field::CreditLine)
        }
        // What names the file and not the picture stays with the file.
        Field::DocumentId | Field::ImageGuid => false,
        field => silent(field),
    }
}

fn carried_usage(old: &UsageChosen, new: &UsageChosen) -> UsageChosen {
    UsageChosen {
        category: old.category.or(new.category),
        expires_on: old.expires_on.clone().or_else(|| new.expires_on.clone()),
        killed: old.killed.or(new.killed),
        only_story_id: old.only_story_id.clone().or_else(|| new.only_story_id.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::same_time;

    fn check(one: &str, other: &str, same: bool) {
        assert_eq!(same_time(one, other), same, "{one} {other}");
    }

    #[test]
    fn times_are_the_same_as_far_as_both_say_them() {
        check("2026-05-12T14:03:22", "2026-05-12T14:03:22+03:00", true);
        check("2026-05-12T14:03:22.51", "2026-05-12T14:03:22.5", true);
        check("2026-05-12", "2026-05-12T14:03:22", true);
        check("2026-05-12T14:03:22", "2026-05-12T14:03:23", false);
        check("2026-05-12", "2026-06", false);
        check("", "2026", true);
    }
}
