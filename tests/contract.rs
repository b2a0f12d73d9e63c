//! The contract in the window is the contract in the core: `ui/src/desk/contract.ts` is what
//! `make contract` writes.

use std::{env, fs, path::Path};

#[test]
fn the_written_contract_is_the_present_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/desk/contract.ts");
    let now = cutline_core::desk::contract::typescript();
    if env::var_os("BLESS").is_some() {
        fs::write(&path, &now).expect("the contract cannot be written");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(written, now, "the contract changed: run `make contract` and commit the file");
}
