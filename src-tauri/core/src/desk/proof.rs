//! The proof: the very page of the export, made of what stands in the window, while nothing leaves.
//!
//! The page is written at once, with the sizes that its pictures will have; a picture is made when
//! somebody looks at it (`proofs.rs`). Where something stops the story, the page says so at its head
//! and foot; the proof itself is never stopped.

use super::Desk;
use super::contract::{PhotoProfile, Proof, ProofStory, WayOut};
use super::edition::Edition;
use super::export::pictures::{facts_in, picture_of, take_in, wanted};
use super::export::renditions::Framed;
use super::export::{free_url_name, page_photos, page_story};
use super::failure::Failure;
use super::photo_record::PhotoRecord;
use super::proofs::{Kept, KeptPicture};
use super::release::release;
use super::themes::refused;
use super::words::read_time;
use crate::export::{self, Needed, PagePhoto};
use crate::photo::made_size;
use crate::story::plain;
use std::collections::BTreeMap;

/// The picture that a name of the page's stands for.
pub type Files = BTreeMap<String, (usize, usize)>;

impl Desk {
    /// The page of a story as it would go out now. Good until the next but one proof of the same
    /// story, so that the page that is being looked at keeps its pictures while the next is loaded.
    pub fn proof(&self, request: ProofStory) -> Result<Proof, Failure> {
        let ProofStory { story_id, document, theme } = request;
        let (name, theme) = match theme {
            Some(name) => (name.clone(), self.theme(&name)?),
            None => self.theme_in_use()?,
        };
        let now = self.glance();
        let edition = self.read(|db| {
            let mut edition = Edition::read(db, now, &story_id, document.as_deref())?;
            if edition.row.url_name.is_empty() {
                let headline = plain(&edition.document.headline.content);
                edition.row.url_name = free_url_name(db, &headline)?;
            }
            edition.publication.theme_credit = theme.credit().map(str::to_owned);
            Ok(edition)
        })?;
        let mut photos = page_photos(&edition, PROFILE);
        let (pictures, files) = self.pictures(&edition, &mut photos);
        let published = edition.row.first_published_at.as_deref().map_or(now, read_time);
        let banner = release(&edition, WayOut::Proof, PROFILE).banner;
        let story = page_story(&edition, published, &photos);
        let page = refused(&name, export::proof(&story, &banner, &theme))?;
        let credits = u32::try_from(page.credits).unwrap_or(u32::MAX);
        let bytes = u32::try_from(page.html.len()).unwrap_or(u32::MAX);
        let (token, logo) = (self.inner.clock.id(), export::logo(&edition.publication.name));
        let html = page.html.clone();
        let token = self.inner.proofs.keep(Kept { token, story_id, page, logo, pictures, files });
        let address = format!("proof://localhost/{token}/index.html");
        Ok(Proof { address, credits, bytes, html })
    }

    /// Gives each photo the pictures that the export would make of it, and says what their files are.
    pub(super) fn pictures(
        &self,
        edition: &Edition,
        photos: &mut BTreeMap<String, PagePhoto>,
    ) -> (Vec<KeptPicture>, Files) {
        let (mut kept, mut files) = (Vec::new(), Files::new());
        for (number, needed) in (1..).zip(export::pictures(&edition.document, photos)) {
            let Some(record) = edition.photos.get(needed.photo_id) else { continue };
            let Some(photo) = photos.get_mut(needed.photo_id) else { continue };
            let picture = self.kept_picture(edition, (&needed, record, photo));
            let full = (record.row.width_px, record.row.height_px);
            let mut shown = Vec::new();
            for (at, wanted) in picture.wanted.iter().enumerate() {
                let size = made_size(full, &needed.framing, wanted);
                let names = (edition.row.url_name.as_str(), number);
                let page_picture = picture_of(&mut shown, &needed, wanted, names);
                let name = take_in(page_picture, wanted.format, size);
                files.entry(name).or_insert((kept.len(), at));
            }
            shown.iter_mut().for_each(|picture| picture.widths.sort_unstable());
            photo.pictures.extend(shown);
            kept.push(picture);
        }
        (kept, files)
    }

    /// Whether something shows through a picture is known once it was made; until then it counts as
    /// a photo like all others.
    fn kept_picture(
        &self,
        edition: &Edition,
        (needed, record, photo): (&Needed, &PhotoRecord, &PagePhoto),
    ) -> KeptPicture {
        let framed = Framed { row: &record.row, framing: &needed.framing };
        let transparent = self.seen(framed).is_some_and(|seen| seen.has_alpha);
        let shown = (&needed.framing, needed.cut);
        KeptPicture {
            wanted: wanted(&edition.publication, &record.row, shown, transparent),
            facts: facts_in(needed, record, photo, PROFILE),
            row: record.row.clone(),
            framing: needed.framing.clone(),
        }
    }
}

/// What an export writes into pictures unless a person chooses otherwise.
const PROFILE: PhotoProfile = PhotoProfile::Web;
