//! The one connection that writes, on a thread of its own. Work waits its turn in a queue; a save
//! therefore never waits for a lock, only for the short transactions before it.

use super::StoreError;
use super::checkpoint::{Checkpointer, checkpoint};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::thread::{Builder, JoinHandle};

#[derive(Debug)]
pub struct Writer {
    /// `None` only while the writer is being dropped.
    queue: Option<Sender<Task>>,
    thread: Option<JoinHandle<()>>,
}

type Task = Box<dyn FnOnce(&mut Connection) + Send>;
type Panic = Box<dyn Any + Send>;

impl Writer {
    /// `second` is another connection to the same database, for what need not hold up a write.
    pub fn start(connection: Connection, second: Connection) -> Result<Writer, StoreError> {
        let checkpointer = Checkpointer::start(second)?;
        let (queue, tasks) = channel();
        let thread = Builder::new()
            .name("desk writer".into())
            .spawn(move || run(connection, checkpointer, &tasks))
            .map_err(|_| StoreError::Closed)?;
        Ok(Writer { queue: Some(queue), thread: Some(thread) })
    }

    /// See [`Store::write`](super::Store::write).
    pub fn write<T, E>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (answer, answered) = sync_channel::<Result<Result<T, E>, Panic>>(1);
        let task: Task = Box::new(move |connection| {
            let result = catch_unwind(AssertUnwindSafe(|| transact(connection, work)));
            // Nobody waits any more when the caller is gone; what was written is written.
            let _ = answer.send(result);
        });
        let queue = self.queue.as_ref().ok_or(StoreError::Closed)?;
        queue.send(task).map_err(|_| StoreError::Closed)?;
        match answered.recv() {
            Ok(Ok(result)) => result,
            Ok(Err(panic)) => resume_unwind(panic),
            Err(_) => Err(StoreError::Closed.into()),
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.queue = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn run(mut connection: Connection, checkpointer: Checkpointer, tasks: &Receiver<Task>) {
    for task in tasks {
        task(&mut connection);
        checkpointer.committed();
    }
    drop(checkpointer);
    // So that a copy of desk.sqlite alone is the whole desk.
    checkpoint(&connection, "TRUNCATE");
}

/// Dropping the transaction, on an error or a panic, rolls it back.
fn transact<T, E: From<StoreError>>(
    connection: &mut Connection,
    work: impl FnOnce(&Connection) -> Result<T, E>,
) -> Result<T, E> {
    let transaction = Transaction::new(connection, TransactionBehavior::Immediate);
    let transaction = transaction.map_err(StoreError::from)?;
    let value = work(&transaction)?;
    transaction.commit().map_err(StoreError::from)?;
    Ok(value)
}
