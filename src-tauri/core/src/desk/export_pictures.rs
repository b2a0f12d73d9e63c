//! The pictures of an export: which files each needs, made where they are not kept, and written with
//! what is printed in the story.
//!
//! One photo is worked on at a time, and one finished picture is in memory.

use super::carried_out::{Printed, written_facts};
use super::contract::PhotoProfile;
use super::edition::Edition;
use super::export_folder::ExportFolder;
use super::failure::{Failure, photo_failure};
use super::jobs::Job;
use super::originals;
use super::photo_record::PhotoRecord;
use super::renditions::Framed;
use super::Desk;
use crate::export::{self, Cut, Needed, PagePhoto, PagePicture, THUMBNAIL_WIDTHS_PX, file_name};
use crate::photo::darkroom::{PictureFormat, Purpose, Rendition, Size, Wanted};
use crate::photo::{self, PrintedCredit};
use crate::story::Framing;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

/// The shape of a picture on social sites.
const SOCIAL: Size = Size::Fill { width_px: 1200, height_px: 630 };

/// The most pixels that a page's picture is wide.
const WIDEST_PX: u32 = 2400;

/// Makes the pictures of one story and lays them down.
pub struct Pictures<'a> {
    pub desk: &'a Desk,
    pub job: &'a Job,
    pub edition: &'a Edition,
    pub profile: PhotoProfile,
}

/// The formats that a story's pictures come in, but for the one that everybody opens.
pub fn better_formats(edition: &Edition) -> Vec<PictureFormat> {
    let chosen = [
        (edition.publication.avif, PictureFormat::Avif),
        (edition.publication.webp, PictureFormat::WebP),
    ];
    chosen.into_iter().filter(|(chosen, _)| *chosen).map(|(_, format)| format).collect()
}

/// How many pictures the story needs, as far as can be said before they are made.
pub fn count(edition: &Edition, photos: &BTreeMap<String, PagePhoto>) -> usize {
    let of = |needed: &Needed| {
        let record = edition.photos.get(needed.photo_id)?;
        Some(wanted(edition, needed, record, false).len())
    };
    export::pictures(&edition.document, photos).iter().filter_map(of).sum()
}

impl Pictures<'_> {
    /// Makes and writes every picture, and gives each photo its own. `None` when it was cancelled.
    pub fn lay_down(
        &self,
        folder: &mut ExportFolder,
        photos: &mut BTreeMap<String, PagePhoto>,
    ) -> Result<Option<()>, Failure> {
        let mut numbered = BTreeSet::new();
        for (number, needed) in (1..).zip(export::pictures(&self.edition.document, photos)) {
            let Some(record) = self.edition.photos.get(needed.photo_id) else { continue };
            let Some(picture) = self.picture(&needed, record, number, folder)? else {
                return Ok(None);
            };
            if let Some(photo) = photos.get_mut(needed.photo_id) {
                photo.pictures.push(picture);
            }
            if self.profile == PhotoProfile::KeepOriginal && numbered.insert(needed.photo_id) {
                self.original(needed.photo_id, record, number, folder)?;
            }
        }
        Ok(Some(()))
    }

    fn picture(
        &self,
        needed: &Needed,
        record: &PhotoRecord,
        number: usize,
        folder: &mut ExportFolder,
    ) -> Result<Option<PagePicture>, Failure> {
        let framed = Framed { row: &record.row, framing: &needed.framing };
        let Some(wanted) = self.make(needed, record, framed)? else { return Ok(None) };
        let url_name = &self.edition.row.url_name;
        let mut picture = PagePicture {
            framing: needed.framing.clone(),
            cut: needed.cut,
            stem: match needed.cut {
                Cut::Social => format!("{url_name}-social"),
                Cut::Whole | Cut::Thumbnail => format!("{url_name}-{number}"),
            },
            ..PagePicture::default()
        };
        for wanted in &wanted {
            let made = self.desk.rendition(framed, wanted);
            let made = made.ok_or_else(|| lost(record))?;
            self.write(needed, record, &mut picture, made, folder)?;
        }
        picture.widths.sort_unstable();
        picture.formats.sort_by_key(|format| ["avif", "webp"].iter().position(|f| f == format).unwrap_or(2));
        Ok(Some(picture))
    }

    /// Makes what is missing, and answers what there is then. Only the darkroom sees whether something
    /// shows through a picture; then it goes out as PNG where it would have been a JPEG.
    fn make(
        &self,
        needed: &Needed,
        record: &PhotoRecord,
        framed: Framed,
    ) -> Result<Option<Vec<Wanted>>, Failure> {
        let mut transparent = false;
        loop {
            let wanted = wanted(self.edition, needed, record, transparent);
            let made = self.desk.make_renditions(framed, &wanted, &mut || {
                self.job.step(None);
                if self.job.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            })?;
            match made {
                None => return Ok(None),
                Some(seen) if seen.has_alpha && !transparent => transparent = true,
                Some(_) => return Ok(Some(wanted)),
            }
        }
    }

    fn write(
        &self,
        needed: &Needed,
        record: &PhotoRecord,
        picture: &mut PagePicture,
        made: Rendition,
        folder: &mut ExportFolder,
    ) -> Result<(), Failure> {
        let format = made.format.extension();
        let name = file_name(picture, made.width_px, format);
        if !picture.formats.iter().any(|known| known == format) {
            picture.formats.push(format.to_owned());
        }
        if !picture.widths.contains(&made.width_px) {
            picture.widths.push(made.width_px);
        }
        if made.width_px > picture.width_px {
            (picture.width_px, picture.height_px) = (made.width_px, made.height_px);
        }
        let credit = record.credit(&self.edition.credit_style());
        let credit = credit.unwrap_or_else(no_credit);
        let printed =
            Printed { credit: &credit, caption: &needed.caption, alt_text: &needed.alt_text };
        let facts = written_facts(record, printed, self.profile);
        let bytes = photo::write_facts(&made.bytes, &facts)
            .map_err(|error| photo_failure(&record.row.file_name, error))?;
        Ok(folder.write(&name, &bytes)?)
    }

    fn original(
        &self,
        id: &str,
        record: &PhotoRecord,
        number: usize,
        folder: &mut ExportFolder,
    ) -> Result<(), Failure> {
        if let Some(why) = originals::why_it_stays(self.edition, id, record) {
            log::info!("{why}");
            return Ok(());
        }
        let original = self.desk.original(&record.row)?;
        let place = originals::place(&self.edition.row.url_name, number, &record.row.original);
        Ok(folder.write(&place, &original)?)
    }
}
