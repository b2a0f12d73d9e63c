//! Photos on their way in: thumbnails of those that are not in the desk yet, the bytes that wait to be
//! decoded, and one turn for each file, so that the same file twice is decoded once.
//!
//! All of it is in memory: of a photo that had only arrived nothing is left.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// Files that were looked at wait in memory up to this many bytes together; what goes beyond is read
/// again when its turn comes.
const MOST_WAITING_BYTES: usize = 256_000_000;

/// What one desk has on its way in.
#[derive(Debug, Default)]
pub struct Arriving {
    thumbnails: Mutex<BTreeMap<String, Arc<Vec<u8>>>>,
    waiting_bytes: Arc<Mutex<usize>>,
    turns: Arc<Turns>,
}

impl Arriving {
    /// Keeps a thumbnail until [`forget`](Self::forget).
    pub fn show(&self, photo_id: &str, thumbnail: Vec<u8>) {
        lock(&self.thumbnails).insert(photo_id.to_owned(), Arc::new(thumbnail));
    }

    pub fn thumbnail(&self, photo_id: &str) -> Option<Arc<Vec<u8>>> {
        lock(&self.thumbnails).get(photo_id).cloned()
    }

    /// The photo is in the desk, or never will be.
    pub fn forget(&self, photo_id: &str) {
        lock(&self.thumbnails).remove(photo_id);
    }

    /// Keeps `bytes` in memory when there is room for them.
    pub fn keep(&self, bytes: Vec<u8>) -> Option<Waiting> {
        let mut waiting = lock(&self.waiting_bytes);
        let after = waiting.saturating_add(bytes.len());
        if after > MOST_WAITING_BYTES {
            return None;
        }
        *waiting = after;
        Some(Waiting { bytes, all: Arc::clone(&self.waiting_bytes) })
    }

    /// Waits until nobody else works on the file with this hash.
    pub fn turn(&self, hash: &str) -> FileTurn {
        let mut busy = lock(&self.turns.busy);
        while !busy.insert(hash.to_owned()) {
            busy = self.turns.freed.wait(busy).unwrap_or_else(PoisonError::into_inner);
        }
        FileTurn { hash: hash.to_owned(), turns: Arc::clone(&self.turns) }
    }
}

/// The bytes of a file that waits. Dropping them makes room.
#[derive(Debug)]
pub struct Waiting {
    bytes: Vec<u8>,
    all: Arc<Mutex<usize>>,
}

impl Deref for Waiting {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        let mut all = lock(&self.all);
        *all = all.saturating_sub(self.bytes.len());
    }
}

#[derive(Debug, Default)]
struct Turns {
    busy: Mutex<BTreeSet<String>>,
    freed: Condvar,
}

/// The right to work on one file, until it is dropped.
#[derive(Debug)]
pub struct FileTurn {
    hash: String,
    turns: Arc<Turns>,
}

impl Drop for FileTurn {
    fn drop(&mut self) {
        lock(&self.turns.busy).remove(&self.hash);
        self.turns.freed.notify_all();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_has_a_limit_and_makes_room_again() {
        let arriving = Arriving::default();
        let half = arriving.keep(vec![0; MOST_WAITING_BYTES / 2]).unwrap();
        assert!(arriving.keep(vec![0; MOST_WAITING_BYTES / 2 + 1]).is_none());
        drop(half);
        assert!(arriving.keep(vec![0; MOST_WAITING_BYTES / 2 + 1]).is_some());
    }

    #[test]
    fn a_file_is_worked_on_once_at_a_time() {
        let arriving = Arriving::default();
        let first = arriving.turn("a");
        let _other = arriving.turn("b");
        std::thread::scope(|scope| {
            let second = scope.spawn(|| arriving.turn("a"));
            assert!(!second.is_finished());
            drop(first);
            second.join().unwrap();
        });
    }
}
