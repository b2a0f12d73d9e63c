//! Moves what was committed from the write-ahead log into the database, on a connection and a
//! thread of its own. SQLite would do it inside a commit, and that save would wait for two more
//! rounds to the disk.

use super::StoreError;
use rusqlite::Connection;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

/// Between two checkpoints. The log grows meanwhile; a desk writes a few hundred KB in that time.
const PAUSE: Duration = Duration::from_secs(2);

#[derive(Debug)]
pub struct Checkpointer {
    /// `None` only while it is being dropped.
    commits: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Checkpointer {
    pub fn start(connection: Connection) -> Result<Checkpointer, StoreError> {
        let (commits, told) = channel();
        let thread = Builder::new()
            .name("desk checkpoint".into())
            .spawn(move || run(&connection, &told))
            .map_err(|_| StoreError::Closed)?;
        Ok(Checkpointer { commits: Some(commits), thread: Some(thread) })
    }

    /// Something was committed.
    pub fn committed(&self) {
        if let Some(commits) = &self.commits {
            // Without its thread the log grows until the desk is closed, and nothing is lost.
            let _ = commits.send(());
        }
    }
}

impl Drop for Checkpointer {
    fn drop(&mut self) {
        self.commits = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn run(connection: &Connection, told: &Receiver<()>) {
    while told.recv().is_ok() {
        if wait(told) {
            return;
        }
        // Takes what no reader holds and waits for nobody.
        checkpoint(connection, "PASSIVE");
    }
}

/// Waits for [`PAUSE`]; answers whether the desk was closed meanwhile.
fn wait(told: &Receiver<()>) -> bool {
    let until = std::time::Instant::now() + PAUSE;
    loop {
        let left = until.saturating_duration_since(std::time::Instant::now());
        match told.recv_timeout(left) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => return false,
            Err(RecvTimeoutError::Disconnected) => return true,
        }
    }
}

/// Failing is no harm: the log keeps everything until the next time.
pub fn checkpoint(connection: &Connection, how: &str) {
    let sql = format!("PRAGMA wal_checkpoint({how})");
    if let Err(error) = connection.query_row(&sql, [], |_| Ok(())) {
        log::warn!("The log was not moved into the database: {error}");
    }
}
