//! A few connections that only read, opened when they are first needed.

use super::{StoreError, open};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

const MOST: usize = 4;

#[derive(Debug)]
pub struct Readers {
    folder: PathBuf,
    pool: Mutex<Pool>,
    returned: Condvar,
}

#[derive(Debug, Default)]
struct Pool {
    idle: Vec<Connection>,
    /// Idle ones and those at work.
    open: usize,
}

impl Readers {
    pub fn of(folder: &Path) -> Readers {
        let (pool, returned) = Default::default();
        Readers { folder: folder.to_owned(), pool, returned }
    }

    /// See [`Store::read`](super::Store::read).
    pub fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut loan = self.borrow()?;
        let connection = loan.connection.as_mut().ok_or(StoreError::Closed)?;
        let moment = connection.transaction().map_err(StoreError::from)?;
        work(&moment)
    }

    fn borrow(&self) -> Result<Loan<'_>, StoreError> {
        let mut pool = self.pool();
        while pool.idle.is_empty() && pool.open >= MOST {
            pool = self.returned.wait(pool).unwrap_or_else(PoisonError::into_inner);
        }
        let connection = match pool.idle.pop() {
            Some(connection) => connection,
            None => {
                let connection = open::for_reading(&self.folder)?;
                pool.open += 1;
                connection
            }
        };
        Ok(Loan { readers: self, connection: Some(connection) })
    }

    fn pool(&self) -> MutexGuard<'_, Pool> {
        self.pool.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Gives its connection back however the work ends.
struct Loan<'a> {
    readers: &'a Readers,
    connection: Option<Connection>,
}

impl Drop for Loan<'_> {
    fn drop(&mut self) {
        self.readers.pool().idle.extend(self.connection.take());
        self.readers.returned.notify_one();
    }
}
