//! Actions of the contract that have no room of their own yet.

use super::Desk;
use super::contract::*;
use super::error::DeskError;
use super::failure::Failure;

fn not_yet<T>(doing: &str) -> Result<T, Failure> {
    Err(DeskError::Bug { doing: doing.to_owned() }.into())
}

macro_rules! not_yet {
    ($($name:ident($request:ty) -> $reply:ty;)*) => {
        impl Desk {
            $(pub fn $name(&self, _: $request) -> Result<$reply, Failure> {
                not_yet(stringify!($name))
            })*
        }
    };
}
not_yet! {
    read_html(ReadHtml) -> PastedParts;
}
