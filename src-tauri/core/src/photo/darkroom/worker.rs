//! The other side of the pipe: a process that opens pictures and does nothing else.
//!
//! It reads an original and an order, answers, and waits for the next. It ends when the pipe is
//! closed, at once and whatever it is doing, so it never outlives the program that started it.

use super::frame::{self, Answered, Asked};
use super::limits;
use super::order::{Order, Rendition};
use crate::photo::error::PhotoError;
use crate::photo::upright;
use std::cell::RefCell;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::exit;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

/// What a program is started with to become a worker, and nothing after it.
pub(super) const ARGUMENT: &str = "--darkroom";

/// What a worker and its program must agree on.
pub(super) fn version() -> String {
    format!("{} {}", env!("CARGO_PKG_VERSION"), super::SETTINGS)
}

/// Works until the pipe is closed.
pub(super) fn serve() -> ! {
    let answers = limits::take_on();
    let asked = listen();
    exit(match answer_all(&asked, answers) {
        Ok(()) => 0,
        Err(_) => 1,
    })
}

/// Reads what is asked in a thread of its own, which ends the process with the pipe.
fn listen() -> Receiver<(Asked, Vec<u8>)> {
    let (sender, receiver) = sync_channel(0);
    thread::spawn(move || {
        let mut pipe = io::stdin().lock();
        while let Ok(Some(asked)) = frame::read(&mut pipe) {
            if sender.send(asked).is_err() {
                break;
            }
        }
        exit(0)
    });
    receiver
}

fn answer_all(asked: &Receiver<(Asked, Vec<u8>)>, mut to: impl Write) -> io::Result<()> {
    frame::write(&mut to, &Answered::Ready { version: version() }, &[])?;
    let mut original = Vec::new();
    while let Ok((asked, body)) = asked.recv() {
        if matches!(asked, Asked::Original) {
            original = body;
            continue;
        }
        let original = std::mem::take(&mut original);
        // After a panic nothing is certain in here: the answer goes out and this process ends.
        let answered = catch_unwind(AssertUnwindSafe(|| answer(&original, &asked, &mut to)));
        match answered {
            Ok(answered) => answered?,
            Err(_) => {
                frame::write(&mut to, &Answered::Failed(PhotoError::DecoderStopped), &[])?;
                return Err(io::ErrorKind::Other.into());
            }
        }
    }
    Ok(())
}

fn answer(original: &[u8], asked: &Asked, to: &mut impl Write) -> io::Result<()> {
    #[cfg(debug_assertions)]
    super::trouble::make(original);
    let done = match asked {
        Asked::Original => return Ok(()),
        Asked::Develop(order) => answer_order(original, order, to),
        Asked::Thumbnail { longest_px } => match upright::thumbnail(original, *longest_px) {
            Ok(made) => return send(to, 0, &made),
            Err(error) => Err(error),
        },
    };
    frame::write(to, &done.unwrap_or_else(Answered::Failed), &[])
}

fn answer_order(
    original: &[u8],
    order: &Order,
    to: &mut impl Write,
) -> Result<Answered, PhotoError> {
    // A pipe that is closed is noticed at the last frame.
    let to = RefCell::new(to);
    let opened = &mut || {
        let _ = frame::write(&mut *to.borrow_mut(), &Answered::Opened, &[]);
    };
    let each = &mut |index, made: Rendition| match send(&mut *to.borrow_mut(), index, &made) {
        Ok(()) => ControlFlow::Continue(()),
        Err(_) => ControlFlow::Break(()),
    };
    upright::develop(original, order, opened, each).map(Answered::Developed)
}

fn send(to: &mut impl Write, index: usize, made: &Rendition) -> io::Result<()> {
    let Rendition { ref bytes, width_px, height_px, format } = *made;
    frame::write(to, &Answered::Picture { index, width_px, height_px, format }, bytes)
}
