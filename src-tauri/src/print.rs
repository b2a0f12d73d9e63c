//! Printing the proof of a story.

use crate::failure::WindowError;
use crate::opened::desk;
use crate::proof_scheme::PRINTED;
use cutline_core::desk::contract::ProofStory;
use cutline_core::desk::failure::Failure;
use tauri::AppHandle;

/// Opens the system's print dialog for the newest proof of the story: what the window shows, else
/// the saved draft. Returns when the dialog is closed and the page is on its way.
pub fn print_proof(app: &AppHandle, story_id: &str) -> Result<(), Failure> {
    let desk = desk(app)?;
    let address = match desk.newest_proof(story_id) {
        Some(address) => address,
        None => {
            desk.proof(ProofStory { story_id: story_id.into(), document: None, theme: None })?
                .address
        }
    };
    Ok(print(app, address.replace("index.html", PRINTED))?)
}

#[cfg(target_os = "linux")]
fn print(app: &AppHandle, address: String) -> Result<(), WindowError> {
    crate::linux_print::print(app, address)
}

#[cfg(not(target_os = "linux"))]
fn print(_: &AppHandle, _: String) -> Result<(), WindowError> {
    Err(WindowError::NotPrinted("this system's webview prints nothing unseen".to_owned()))
}
