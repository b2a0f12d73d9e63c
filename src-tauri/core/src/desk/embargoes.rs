//! Embargoes end by themselves: clients of an open desk are told at that moment, and ask again what
//! holds the story. Whether an embargo holds is judged anew by every way out; nothing depends on this.

use super::contract::{Changed, Event};
use super::words::{read_time, time};
use super::{Desk, Inner};
use crate::store::story;
use chrono::{DateTime, Utc};
use std::sync::{Arc, Condvar, Mutex, PoisonError, Weak};
use std::thread;
use std::time::Duration;

/// The longest that nobody looks: a clock may be set, a machine may sleep, another program may have
/// set an embargo.
const LOOK_EVERY: Duration = Duration::from_secs(15);

/// Wakes who waits for the next embargo.
#[derive(Debug, Default)]
pub struct Embargoes(Arc<Waking>);

#[derive(Debug, Default)]
struct Waking {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    closed: bool,
    look_again: bool,
}

impl Embargoes {
    /// Somebody set, moved or lifted one.
    pub fn look_again(&self) {
        self.0.change(|state| state.look_again = true);
    }
}

impl Drop for Embargoes {
    fn drop(&mut self) {
        self.0.change(|state| state.closed = true);
    }
}

impl Waking {
    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner));
        self.changed.notify_all();
    }

    /// Waits, and answers whether the desk is still open.
    fn wait(&self, longest: Duration) -> bool {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let quiet = |state: &mut State| !state.closed && !state.look_again;
        let waited = self.changed.wait_timeout_while(state, longest, quiet);
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.look_again = false;
        !state.closed
    }
}

/// Waits for embargoes to end as long as the desk is open.
pub fn watch(desk: &Arc<Inner>) {
    let (waking, watched) = (Arc::clone(&desk.embargoes.0), Arc::downgrade(desk));
    let since = desk.clock.glance();
    let waits = thread::Builder::new().name("desk embargoes".into());
    if let Err(error) = waits.spawn(move || keep_watching(&waking, &watched, since)) {
        log::error!("Nobody waits for embargoes: {error}");
    }
}

fn keep_watching(waking: &Waking, watched: &Weak<Inner>, mut since: DateTime<Utc>) {
    loop {
        let Some(inner) = watched.upgrade() else { return };
        let desk = Desk { inner };
        let now = desk.glance();
        let next = desk.tell_ended(since, now);
        // A clock that was set back must not tell an end twice, nor miss one.
        since = now;
        drop(desk);
        let until = next.and_then(|next| (next - now).to_std().ok()).unwrap_or(LOOK_EVERY);
        // A moment more, so that the minute has come when somebody looks.
        if !waking.wait(LOOK_EVERY.min(until + Duration::from_millis(20))) {
            return;
        }
    }
}

impl Desk {
    /// Tells which stories' embargoes ended between `since` and `now`, and answers when the next ends.
    fn tell_ended(&self, since: DateTime<Utc>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let found = self.read(|db| Ok(story::embargoes(db, &time(since), &time(now))?));
        let (next, ended) = match found {
            Ok(found) => found,
            Err(failure) => {
                log::warn!("Embargoes could not be looked up: {:?}", failure.detail);
                return None;
            }
        };
        if !ended.is_empty() {
            let stories = ended.into_iter().map(|id| Changed::Story { id });
            let changed = stories.chain([Changed::Stories]).collect();
            self.tell(Event::Changed { changed });
        }
        next.as_deref().map(read_time)
    }
}
