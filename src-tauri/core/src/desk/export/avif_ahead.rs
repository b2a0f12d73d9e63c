//! AVIF pictures, made while nothing else is to be done: one takes seconds, so an export must not have
//! to wait for them.
//!
//! Where the publication chose AVIF, every photo that comes in and every framing that is saved is
//! looked at; one picture is made at a time and everything else goes before it. Nothing depends on it:
//! the export makes what is missing.

use super::page_photos;
use super::pictures::wanted;
use super::renditions::Framed;
use crate::desk::contract::Publication;
use crate::desk::edition::Edition;
use crate::desk::failure::Failure;
use crate::desk::jobs::Turn;
use crate::desk::photo_record::PhotoRecord;
use crate::desk::{Desk, publication};
use crate::export::{self, Cut};
use crate::photo::darkroom::PictureFormat;
use crate::story::Framing;
use std::collections::{HashSet, VecDeque};
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};

/// What waits to be made.
#[derive(Debug, Default)]
pub struct Ahead(Mutex<Queue>);

#[derive(Debug, Default)]
struct Queue {
    waiting: VecDeque<Piece>,
    /// Pictures that were made since the desk was opened: a draft is saved every few seconds.
    made: HashSet<Piece>,
    /// A worker has taken the queue up.
    taken_up: bool,
}

/// One turn of work.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Piece {
    /// Look which pictures the story shows.
    Story(String),
    Picture {
        photo_id: String,
        framing: Framing,
        cut: Cut,
    },
}

impl Desk {
    /// Has the AVIF pictures of a photo that came in made, where the publication wants them.
    pub(in crate::desk) fn photo_ahead(&self, photo_id: &str) {
        let photo_id = photo_id.to_owned();
        self.ahead([Piece::Picture { photo_id, framing: Framing::default(), cut: Cut::Whole }]);
    }

    /// Has the AVIF pictures of a story made as it frames them now.
    pub(in crate::desk) fn story_ahead(&self, story_id: &str) {
        self.ahead([Piece::Story(story_id.to_owned())]);
    }

    fn ahead(&self, pieces: impl IntoIterator<Item = Piece>) {
        if !self.publication_now().is_ok_and(|publication| publication.avif) {
            return;
        }
        let mut queue = self.inner.ahead.0.lock().unwrap_or_else(PoisonError::into_inner);
        for piece in pieces {
            if !queue.waiting.contains(&piece) && !queue.made.contains(&piece) {
                queue.waiting.push_back(piece);
            }
        }
        let begin = !queue.taken_up && !queue.waiting.is_empty();
        queue.taken_up |= begin;
        drop(queue);
        if begin {
            self.one_turn();
        }
    }

    /// Puts one piece behind everything else. Whoever closes the desk does not wait for it.
    fn one_turn(&self) {
        let desk = Arc::downgrade(&self.inner);
        self.inner.jobs.push(Turn::Last, move || {
            let Some(inner) = desk.upgrade() else { return };
            let desk = Desk { inner };
            if let Some(piece) = desk.next_piece() {
                if let Err(failure) = desk.work_ahead(&piece) {
                    log::info!("Nothing was made ahead: {} {:?}", failure.message, failure.detail);
                }
                desk.one_turn();
            }
        });
    }

    fn next_piece(&self) -> Option<Piece> {
        let mut queue = self.inner.ahead.0.lock().unwrap_or_else(PoisonError::into_inner);
        let piece = queue.waiting.pop_front();
        match &piece {
            None => queue.taken_up = false,
            Some(Piece::Picture { .. }) => {
                queue.made.extend(piece.clone());
            }
            Some(Piece::Story(_)) => {}
        }
        piece
    }

    fn work_ahead(&self, piece: &Piece) -> Result<(), Failure> {
        match piece {
            Piece::Story(id) => {
                let now = self.inner.clock.now();
                let edition = self.read(|db| Edition::read(db, now, id, None))?;
                let photos = page_photos(&edition, Default::default());
                let shown = export::pictures(&edition.document, &photos).into_iter();
                self.ahead(shown.filter(|needed| needed.cut != Cut::Social).map(|needed| {
                    let photo_id = needed.photo_id.to_owned();
                    Piece::Picture { photo_id, framing: needed.framing, cut: needed.cut }
                }));
                Ok(())
            }
            Piece::Picture { photo_id, framing, cut } => self.make_ahead(photo_id, framing, *cut),
        }
    }

    fn make_ahead(&self, photo_id: &str, framing: &Framing, cut: Cut) -> Result<(), Failure> {
        let Some(record) = self.read(|db| Ok(PhotoRecord::load(db, photo_id)?))? else {
            return Ok(());
        };
        let mut wanted = wanted(&self.publication_now()?, &record.row, (framing, cut), false);
        wanted.retain(|wanted| wanted.format == PictureFormat::Avif);
        let framed = Framed { row: &record.row, framing };
        self.make_renditions(framed, &wanted, &mut || ControlFlow::Continue(()))?;
        self.trim_renditions();
        Ok(())
    }

    fn publication_now(&self) -> Result<Publication, Failure> {
        self.read(|db| Ok(publication::of_desk(db)?))
    }
}
