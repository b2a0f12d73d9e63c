//! The proofs that are being looked at: their pages in memory, and their pictures, each made by the
//! export's own code when it is asked for.
//!
//! Promises: under a proof's token there is nothing but that proof's own files; what is kept is
//! bounded, whatever is asked; a picture that cannot be made is a sentence in its place.

use super::Desk;
use super::error::DeskError;
use super::export::renditions::Framed;
use super::failure::{Failure, photo_failure};
use crate::export::{LOGO_FILE, ProofPage, stand_in};
use crate::photo::darkroom::{Order, Original, PictureFormat, Rendition, Wanted};
use crate::photo::{WrittenFacts, made_size, write_facts};
use crate::store::files;
use crate::store::photo::PhotoRow;
use crate::story::Framing;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::ControlFlow;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// A file of a proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofFile {
    pub bytes: Vec<u8>,
    pub media_type: &'static str,
    /// The content security policy of the page, word for word.
    pub policy: String,
    /// The file stays what it is for as long as the proof has this token. The page does not, nor does
    /// what stands in for a picture.
    pub lasts: bool,
}

impl Desk {
    /// The file `name` of the proof with this token: "index.html", "img/bridge-1-720.webp". `None`
    /// when that proof is no longer kept or has no such file. May wait for the darkroom.
    pub fn proof_file(&self, token: &str, name: &str) -> Option<ProofFile> {
        let proof = self.inner.proofs.with_token(token)?;
        let policy = proof.page.policy.clone();
        let (bytes, media_type, lasts) = match name {
            "index.html" => (proof.page.html.clone().into(), "text/html; charset=utf-8", false),
            LOGO_FILE => (proof.logo.clone().into(), "image/svg+xml", false),
            _ => {
                let (picture, wanted) = proof.files.get(name)?;
                let picture = proof.pictures.get(*picture)?;
                self.picture_or_sentence(picture, picture.wanted.get(*wanted)?)
            }
        };
        Some(ProofFile { bytes, media_type, policy, lasts })
    }

    /// The address of the newest proof of a story, while one is kept.
    pub fn newest_proof(&self, story_id: &str) -> Option<String> {
        let token = self.inner.proofs.newest_of(story_id)?;
        Some(format!("proof://localhost/{token}/index.html"))
    }

    fn picture_or_sentence(
        &self,
        picture: &KeptPicture,
        wanted: &Wanted,
    ) -> (Vec<u8>, &'static str, bool) {
        match self.written(picture, wanted) {
            Ok((bytes, format)) => (bytes, format.media_type(), format == wanted.format),
            Err(failure) => {
                log::warn!("A picture of a proof failed: {:?} {:?}", failure.code, failure.detail);
                let full = (picture.row.width_px, picture.row.height_px);
                let size = made_size(full, &picture.framing, wanted);
                (stand_in(&failure.message, size).into(), "image/svg+xml", false)
            }
        }
    }

    fn written(
        &self,
        picture: &KeptPicture,
        wanted: &Wanted,
    ) -> Result<(Vec<u8>, PictureFormat), Failure> {
        let made = self.developed(picture, wanted)?;
        let bytes = write_facts(&made.bytes, &picture.facts)
            .map_err(|error| photo_failure(&picture.row.file_name, error))?;
        Ok((bytes, made.format))
    }

    /// A picture as the export would write it. An AVIF that is not there yet takes seconds, so that
    /// the same picture in the format that everybody opens stands in for it.
    fn developed(&self, picture: &KeptPicture, wanted: &Wanted) -> Result<Rendition, Failure> {
        let framed = Framed { row: &picture.row, framing: &picture.framing };
        if let Some(kept) = self.rendition(framed, wanted) {
            return Ok(kept);
        }
        let wanted = match wanted.format {
            PictureFormat::Avif => picture.plain(wanted),
            _ => wanted,
        };
        if self.must_be_ours().is_err() {
            return self.developed_for_now(framed, wanted);
        }
        // A page asks for a picture once for each figure, and the next proof asks again meanwhile.
        let _turn = self.inner.proofs.turn(&picture.row.original_hash);
        if let Some(kept) = self.rendition(framed, wanted) {
            return Ok(kept);
        }
        let cheap = picture.wanted.iter().filter(|wanted| wanted.format != PictureFormat::Avif);
        let cheap: Vec<Wanted> = cheap.copied().collect();
        self.make_renditions(framed, &cheap, &mut || ControlFlow::Continue(()))?;
        self.trim_renditions();
        Ok(self.rendition(framed, wanted).ok_or(DeskError::RenditionsGone)?)
    }

    /// Without the right to write, a picture is made anew each time.
    pub(super) fn developed_for_now(
        &self,
        framed: Framed,
        wanted: &Wanted,
    ) -> Result<Rendition, Failure> {
        let path = files::original(self.folder(), &framed.row.original);
        let original = Original::File { path: &path, hash: &framed.row.original_hash };
        let order = Order { framing: framed.framing.clone(), wanted: vec![*wanted] };
        let mut picture = None;
        let developed = self.inner.darkroom.develop(original, &order, &mut |_, made| {
            picture = Some(made);
            ControlFlow::Continue(())
        });
        developed.map_err(|error| photo_failure(&framed.row.file_name, error))?;
        Ok(picture.ok_or(DeskError::RenditionsGone)?)
    }
}

/// One proof.
#[derive(Debug)]
pub struct Kept {
    pub token: String,
    pub story_id: String,
    pub page: ProofPage,
    pub logo: String,
    pub pictures: Vec<KeptPicture>,
    /// By the file's name: the picture's index in `pictures`, and the file's in its `wanted`.
    pub files: BTreeMap<String, (usize, usize)>,
}

/// A picture of a proof, with all that making it takes.
#[derive(Debug, PartialEq, Eq)]
pub struct KeptPicture {
    pub row: PhotoRow,
    pub framing: Framing,
    /// Every file of it, the best format first.
    pub wanted: Vec<Wanted>,
    pub facts: WrittenFacts,
}

impl Kept {
    fn shows_the_same(&self, other: &Kept) -> bool {
        self.story_id == other.story_id
            && self.logo == other.logo
            && self.files == other.files
            && self.pictures == other.pictures
    }
}

impl KeptPicture {
    /// The same size in the format that everybody opens.
    fn plain<'a>(&'a self, wanted: &'a Wanted) -> &'a Wanted {
        self.wanted.iter().rfind(|other| other.size == wanted.size).unwrap_or(wanted)
    }
}

/// The proofs that are kept, and the pictures that are being made for them.
#[derive(Debug, Default)]
pub struct Proofs {
    /// The newest stands last.
    kept: Mutex<VecDeque<Arc<Kept>>>,
    /// The originals that are in the darkroom.
    under_way: Mutex<BTreeSet<String>>,
    done: Condvar,
}

impl Proofs {
    /// The page that is looked at, and the one that is being loaded to replace it.
    const OF_ONE_STORY: usize = 2;
    const MOST: usize = 8;
    const MOST_BYTES: usize = 64_000_000;

    /// Keeps a proof, and answers its token. While a story's pictures stay the same, so does the
    /// token: who looks at its next page need not load them again.
    pub fn keep(&self, mut proof: Kept) -> String {
        let mut kept = self.kept();
        if let Some(last) = kept.iter().rposition(|other| other.shows_the_same(&proof))
            && let Some(last) = kept.remove(last)
        {
            proof.token.clone_from(&last.token);
        }
        let token = proof.token.clone();
        let same = |other: &Arc<Kept>| other.story_id == proof.story_id;
        if kept.iter().filter(|other| same(other)).count() >= Self::OF_ONE_STORY
            && let Some(oldest) = kept.iter().position(same)
        {
            kept.remove(oldest);
        }
        kept.push_back(Arc::new(proof));
        let mut bytes: usize = kept.iter().map(|proof| proof.page.html.len()).sum();
        // The newest stays, however large it is.
        while kept.len() > Self::MOST || (bytes > Self::MOST_BYTES && kept.len() > 1) {
            let Some(oldest) = kept.pop_front() else { break };
            bytes -= oldest.page.html.len();
        }
        token
    }

    fn with_token(&self, token: &str) -> Option<Arc<Kept>> {
        self.kept().iter().find(|proof| proof.token == token).cloned()
    }

    fn newest_of(&self, story_id: &str) -> Option<String> {
        let kept = self.kept();
        kept.iter().rfind(|proof| proof.story_id == story_id).map(|proof| proof.token.clone())
    }

    fn kept(&self) -> MutexGuard<'_, VecDeque<Arc<Kept>>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until nobody else works on this original.
    fn turn(&self, hash: &str) -> Turn<'_> {
        let mut under_way = self.under_way();
        while !under_way.insert(hash.to_owned()) {
            under_way = self.done.wait(under_way).unwrap_or_else(PoisonError::into_inner);
        }
        Turn { proofs: self, hash: hash.to_owned() }
    }

    fn under_way(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The right to work on one original, until it is dropped.
struct Turn<'a> {
    proofs: &'a Proofs,
    hash: String,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.proofs.under_way().remove(&self.hash);
        self.proofs.done.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The token stands for its pictures, too.
    fn proof(token: &str, story_id: &str, bytes: usize) -> Kept {
        let html = "x".repeat(bytes);
        Kept {
            token: token.into(),
            story_id: story_id.into(),
            page: ProofPage { html, policy: String::new(), credits: 0 },
            logo: String::new(),
            pictures: Vec::new(),
            files: BTreeMap::from([(token.to_owned(), (0, 0))]),
        }
    }

    fn check(proofs: &Proofs, expected: &str) {
        let tokens: String = proofs.kept().iter().map(|proof| proof.token.clone()).collect();
        assert_eq!(tokens, expected);
    }

    #[test]
    fn a_story_keeps_the_proof_that_is_looked_at_and_the_next() {
        let proofs = Proofs::default();
        for (token, story) in [("a", "1"), ("b", "2"), ("c", "1"), ("d", "1"), ("e", "1")] {
            proofs.keep(proof(token, story, 10));
        }
        check(&proofs, "bde");
        assert_eq!(proofs.newest_of("1").as_deref(), Some("e"));
        assert!(proofs.with_token("c").is_none() && proofs.with_token("b").is_some());
    }

    #[test]
    fn with_the_same_pictures_a_page_takes_the_place_of_the_one_before() {
        let proofs = Proofs::default();
        proofs.keep(proof("a", "1", 10));
        let next = Kept { token: "b".into(), ..proof("a", "1", 20) };
        assert_eq!(proofs.keep(next), "a");
        check(&proofs, "a");
        assert_eq!(proofs.with_token("a").map(|kept| kept.page.html.len()), Some(20));
        assert_eq!(proofs.keep(Kept { token: "c".into(), ..proof("a", "2", 20) }), "c");
    }

    #[test]
    fn what_is_kept_is_bounded() {
        let proofs = Proofs::default();
        for token in "abcdefghijkl".chars() {
            proofs.keep(proof(&token.to_string(), &token.to_string(), 10));
        }
        check(&proofs, "efghijkl");
        proofs.keep(proof("m", "m", Proofs::MOST_BYTES + 1));
        check(&proofs, "m");
    }
}
