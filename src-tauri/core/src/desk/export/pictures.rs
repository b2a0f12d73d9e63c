//! The pictures of an export: which files each needs, made where they are not kept, and written with
//! what is printed in the story. [`Pictures::lay_down`] hands over every size of each;
//! [`Pictures::of_one_size`] and [`Pictures::bytes`] give one of each to a form that holds its pictures.
//!
//! One photo is worked on at a time, and one finished picture is in memory.

use super::carried_out::{Printed, written_facts};
use super::originals;
use super::outgoing::Receives;
use super::page_photos;
use super::renditions::Framed;
use crate::desk::Desk;
use crate::desk::contract::{PhotoProfile, Publication};
use crate::desk::edition::Edition;
use crate::desk::error::DeskError;
use crate::desk::failure::{Failure, photo_failure};
use crate::desk::jobs::Job;
use crate::desk::photo_record::PhotoRecord;
use crate::desk::records::PictureOf;
use crate::export::{self, Cut, Needed, PagePhoto, PagePicture, THUMBNAIL_WIDTHS_PX, file_name};
use crate::photo::darkroom::{PictureFormat, Purpose, Rendition, Size, Wanted};
use crate::photo::{self, WrittenFacts};
use crate::store::photo::PhotoRow;
use crate::story::Framing;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

/// Makes the pictures of one story and hands them over.
#[derive(Clone, Copy)]
pub struct Pictures<'a> {
    pub desk: &'a Desk,
    pub job: &'a Job,
    pub edition: &'a Edition,
    pub profile: PhotoProfile,
}

/// The formats that a page's pictures come in; everybody opens the last.
fn formats(publication: &Publication, transparent: bool) -> Vec<PictureFormat> {
    let plain = if transparent { PictureFormat::Png } else { PictureFormat::Jpeg };
    let all = [
        (publication.avif, PictureFormat::Avif),
        (publication.webp, PictureFormat::WebP),
        (true, plain),
    ];
    all.into_iter().filter(|(chosen, _)| *chosen).map(|(_, format)| format).collect()
}

/// What to make of one photo, the best format first.
pub fn wanted(
    publication: &Publication,
    row: &PhotoRow,
    (framing, cut): (&Framing, Cut),
    transparent: bool,
) -> Vec<Wanted> {
    let framed = photo::framed_size((row.width_px, row.height_px), framing);
    let sizes: Vec<Size> = match cut {
        Cut::Whole => photo::widths(framed.0).into_iter().map(Size::Width).collect(),
        Cut::Thumbnail => THUMBNAIL_WIDTHS_PX.map(|px| fill((px, px))).to_vec(),
        card => cards(card, framed).map(fill).collect(),
    };
    let formats = match cut {
        // Not every site that shows a card opens anything else.
        Cut::Social | Cut::Landscape | Cut::Standard | Cut::Square => vec![PictureFormat::Jpeg],
        Cut::Whole | Cut::Thumbnail => formats(publication, transparent),
    };
    let of = |format| {
        sizes.iter().map(move |size| Wanted { size: *size, format, purpose: Purpose::Page })
    };
    formats.into_iter().flat_map(of).collect()
}

/// The sizes that are cut at once where `cut` asks for cards: its own, and for the whole set those that
/// a framed picture of this size gives without being blown up.
fn cards(cut: Cut, (width_px, height_px): (u32, u32)) -> impl Iterator<Item = (u32, u32)> {
    let fits = move |card: &Cut| {
        let large_enough = |(width, height)| width <= width_px && height <= height_px;
        *card == cut || (cut == Cut::Social && card.card_px().is_some_and(large_enough))
    };
    Cut::CARDS.into_iter().filter(fits).filter_map(Cut::card_px)
}

fn fill((width_px, height_px): (u32, u32)) -> Size {
    Size::Fill { width_px, height_px }
}

/// Among the pictures that are begun, the one that `wanted` is a file of.
pub fn picture_of<'p>(
    pictures: &'p mut Vec<PagePicture>,
    needed: &Needed,
    wanted: &Wanted,
    (url_name, number): (&str, usize),
) -> &'p mut PagePicture {
    let is_card = |cut: &Cut| cut.card_px().map(fill) == Some(wanted.size);
    let cut = match needed.cut {
        Cut::Social => Cut::CARDS.into_iter().find(is_card).unwrap_or(needed.cut),
        other => other,
    };
    let at = pictures.iter().position(|picture| picture.cut == cut).unwrap_or_else(|| {
        let stem = stem(cut, url_name, number);
        let framing = needed.framing.clone();
        pictures.push(PagePicture { framing, cut, stem, ..PagePicture::default() });
        pictures.len() - 1
    });
    &mut pictures[at]
}

fn stem(cut: Cut, url_name: &str, number: usize) -> String {
    match cut {
        Cut::Whole | Cut::Thumbnail => format!("{url_name}-{number}"),
        Cut::Social => format!("{url_name}-social"),
        Cut::Landscape => format!("{url_name}-16x9"),
        Cut::Standard => format!("{url_name}-4x3"),
        Cut::Square => format!("{url_name}-1x1"),
    }
}

/// Gives a picture one more file of that size, and answers its name.
pub fn take_in(
    picture: &mut PagePicture,
    format: PictureFormat,
    (width_px, height_px): (u32, u32),
) -> String {
    let format = format.extension();
    if !picture.formats.iter().any(|known| known == format) {
        picture.formats.push(format.to_owned());
    }
    if !picture.widths.contains(&width_px) {
        picture.widths.push(width_px);
    }
    if width_px > picture.width_px {
        (picture.width_px, picture.height_px) = (width_px, height_px);
    }
    file_name(picture, width_px, format)
}

/// What is written into each file of a picture.
pub fn facts_in(
    needed: &Needed,
    record: &PhotoRecord,
    photo: &PagePhoto,
    profile: PhotoProfile,
) -> WrittenFacts {
    let printed = Printed {
        credit: &photo.credit.names,
        photographers: &photo.photographers,
        caption: &needed.caption,
        alt_text: &needed.alt_text,
    };
    written_facts(record, printed, profile)
}

/// How many pictures the story needs, as far as can be said before they are made.
pub fn count(edition: &Edition, photos: &BTreeMap<String, PagePhoto>) -> usize {
    let of = |needed: &Needed| {
        let record = edition.photos.get(needed.photo_id)?;
        let shown = (&needed.framing, needed.cut);
        Some(wanted(&edition.publication, &record.row, shown, false).len())
    };
    export::pictures(&edition.document, photos).iter().filter_map(of).sum()
}

/// One picture of each way in which the story shows its photos, in the format that everybody opens.
pub struct OneSize {
    /// The photos with those pictures, by id.
    pub photos: BTreeMap<String, PagePhoto>,
    /// What each file is made of, by its name.
    sources: BTreeMap<String, Source>,
}

/// A picture with the width and height that it came to, in pixels.
type Chosen = (Wanted, (u32, u32));

struct Source {
    photo_id: String,
    framing: Framing,
    wanted: Wanted,
    facts: WrittenFacts,
}

impl Pictures<'_> {
    /// Makes one picture of each, the widest up to `widest_px`, and hands none over yet. Cut for social
    /// sites there is none. `None` when it was cancelled.
    pub fn of_one_size(&self, widest_px: u32) -> Result<Option<OneSize>, Failure> {
        let mut photos = page_photos(self.edition, self.profile);
        let mut sources = BTreeMap::new();
        for (number, needed) in (1..).zip(export::pictures(&self.edition.document, &photos)) {
            let Some(record) = self.edition.photos.get(needed.photo_id) else { continue };
            let Some(photo) = photos.get_mut(needed.photo_id) else { continue };
            if needed.cut == Cut::Social {
                continue;
            }
            let framed = Framed { row: &record.row, framing: &needed.framing };
            // All that a page would need: a size that is made alone differs in its last bits.
            let Some(made) = self.make(&needed, framed)? else { return Ok(None) };
            let Some((wanted, size)) = self.chosen(framed, &made, widest_px)? else { continue };
            let (mut pictures, url_name) = (Vec::new(), self.edition.row.url_name.as_str());
            let picture = picture_of(&mut pictures, &needed, &wanted, (url_name, number));
            let name = take_in(picture, wanted.format, size);
            let facts = facts_in(&needed, record, photo, self.profile);
            photo.pictures.extend(pictures);
            let (photo_id, framing) = (needed.photo_id.to_owned(), needed.framing.clone());
            sources.insert(name, Source { photo_id, framing, wanted, facts });
        }
        Ok(Some(OneSize { photos, sources }))
    }

    /// The widest picture up to that width in the format that everybody opens, else the narrowest.
    fn chosen(
        &self,
        framed: Framed,
        made: &[Wanted],
        widest_px: u32,
    ) -> Result<Option<Chosen>, Failure> {
        let Some(plain) = made.last().map(|wanted| wanted.format) else { return Ok(None) };
        let width = |wanted: &Wanted| match wanted.size {
            Size::Width(px) | Size::Within(px) | Size::Fill { width_px: px, .. } => px,
            Size::Own => u32::MAX,
        };
        let of_format: Vec<&Wanted> = made.iter().filter(|wanted| wanted.format == plain).collect();
        let fits = of_format.iter().filter(|wanted| width(wanted) <= widest_px);
        let Some(wanted) = fits.max_by_key(|w| width(w)).or(of_format.first()) else {
            return Ok(None);
        };
        let made = self.desk.rendition(framed, wanted).ok_or(DeskError::RenditionsGone)?;
        Ok(Some((**wanted, (made.width_px, made.height_px))))
    }

    /// The file of that name, with what is printed of it written into it.
    pub fn bytes(&self, set: &OneSize, name: &str) -> Result<Vec<u8>, Failure> {
        let gone = || Failure::from(DeskError::RenditionsGone);
        let source = set.sources.get(name).ok_or_else(gone)?;
        let record = self.edition.photos.get(&source.photo_id).ok_or_else(gone)?;
        let framed = Framed { row: &record.row, framing: &source.framing };
        let made = self.desk.rendition(framed, &source.wanted).ok_or_else(gone)?;
        photo::write_facts(&made.bytes, &source.facts)
            .map_err(|error| photo_failure(&record.row.file_name, error))
    }

    /// Hands that file over under another name, or its own.
    pub fn hand_over(
        &self,
        set: &OneSize,
        file: &str,
        name: &str,
        out: &mut dyn Receives,
    ) -> Result<(), Failure> {
        let bytes = self.bytes(set, file)?;
        let source = set.sources.get(file).ok_or(DeskError::RenditionsGone)?;
        let record = self.edition.photos.get(&source.photo_id).ok_or(DeskError::RenditionsGone)?;
        let Source { photo_id, framing, wanted, facts } = source;
        let of = PictureOf { photo_id, record, framing, wanted: Some(wanted), facts };
        Ok(out.take_picture(name, &bytes, &of)?)
    }

    /// Makes and writes every picture, and gives each photo its own. `None` when it was cancelled.
    pub fn lay_down(
        &self,
        out: &mut dyn Receives,
        photos: &mut BTreeMap<String, PagePhoto>,
    ) -> Result<Option<()>, Failure> {
        let mut numbered = BTreeSet::new();
        for (number, needed) in (1..).zip(export::pictures(&self.edition.document, photos)) {
            let Some(record) = self.edition.photos.get(needed.photo_id) else { continue };
            let Some(photo) = photos.get_mut(needed.photo_id) else { continue };
            let Some(made) = self.made((&needed, record, photo), number, out)? else {
                return Ok(None);
            };
            photo.pictures.extend(made);
            if self.profile == PhotoProfile::KeepOriginal && numbered.insert(needed.photo_id) {
                self.original(needed.photo_id, record, number, out)?;
            }
        }
        Ok(Some(()))
    }

    fn made(
        &self,
        source: (&Needed, &PhotoRecord, &PagePhoto),
        number: usize,
        out: &mut dyn Receives,
    ) -> Result<Option<Vec<PagePicture>>, Failure> {
        let (needed, record, _) = source;
        let framed = Framed { row: &record.row, framing: &needed.framing };
        let Some(wanted) = self.make(needed, framed)? else { return Ok(None) };
        let mut pictures = Vec::new();
        for wanted in &wanted {
            let made = self.desk.rendition(framed, wanted);
            let made = made.ok_or(DeskError::RenditionsGone)?;
            let names = (self.edition.row.url_name.as_str(), number);
            let picture = picture_of(&mut pictures, needed, wanted, names);
            self.write(source, picture, (wanted, made), out)?;
        }
        pictures.iter_mut().for_each(|picture| picture.widths.sort_unstable());
        Ok(Some(pictures))
    }

    /// Makes what is missing, and answers what there is then. Only the darkroom sees whether something
    /// shows through a picture; then it goes out as PNG where it would have been a JPEG.
    fn make(&self, needed: &Needed, framed: Framed) -> Result<Option<Vec<Wanted>>, Failure> {
        let mut transparent = false;
        loop {
            let shown = (&needed.framing, needed.cut);
            let wanted = wanted(&self.edition.publication, framed.row, shown, transparent);
            let made = self.desk.make_renditions(framed, &wanted, &mut || {
                self.job.step(None);
                if self.job.is_cancelled() {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
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
        (needed, record, photo): (&Needed, &PhotoRecord, &PagePhoto),
        picture: &mut PagePicture,
        (wanted, made): (&Wanted, Rendition),
        out: &mut dyn Receives,
    ) -> Result<(), Failure> {
        let name = take_in(picture, made.format, (made.width_px, made.height_px));
        if out.holds(&name) {
            // A picture smaller than a thumbnail is the same in all its sizes.
            return Ok(());
        }
        let facts = facts_in(needed, record, photo, self.profile);
        let bytes = photo::write_facts(&made.bytes, &facts)
            .map_err(|error| photo_failure(&record.row.file_name, error))?;
        let (photo_id, framing) = (needed.photo_id, &needed.framing);
        let of = PictureOf { photo_id, record, framing, wanted: Some(wanted), facts: &facts };
        Ok(out.take_picture(&name, &bytes, &of)?)
    }

    fn original(
        &self,
        id: &str,
        record: &PhotoRecord,
        number: usize,
        out: &mut dyn Receives,
    ) -> Result<(), Failure> {
        if let Some(why) = originals::why_it_stays(self.edition, id, record) {
            log::info!("{why}");
            return Ok(());
        }
        let original = self.desk.original(&record.row)?;
        let place = originals::place(&self.edition.row.url_name, number, &record.row.original);
        let (framing, facts) = (&Framing::default(), &WrittenFacts::default());
        let of = PictureOf { photo_id: id, record, framing, wanted: None, facts };
        Ok(out.take_picture(&place, &original, &of)?)
    }
}
