//! Runs every case under `tests/cases`, each as a test of its own named after its folder or file.
//!
//! `BLESS=1` (or `make bless`) writes what the program says now into the expected files; read the
//! difference before committing it.

mod harness;

use cutline_core::photo::darkroom::serve_if_asked;
use libtest_mimic::{Arguments, Trial};

fn main() {
    serve_if_asked();
    let arguments = Arguments::from_args();
    let trials = harness::kinds()
        .into_iter()
        .flat_map(|(kind, run)| harness::cases(kind).into_iter().map(move |case| (case, run)))
        .map(|(case, run)| Trial::test(case.name(), move || run(&case).map_err(Into::into)))
        .collect();
    libtest_mimic::run(&arguments, trials).exit();
}
