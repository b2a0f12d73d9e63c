//! The page's one command.

use crate::failure::WindowError;
use crate::window_actions;
use cutline_core::desk::Desk;
use cutline_core::desk::failure::Failure;
use serde_json::Value;
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, Manager};

/// The desk behind the window, or why it could not be opened; then every action answers with that.
pub struct Opened(pub Result<Desk, Failure>);

/// Carries out an action of the contract, away from the main thread.
#[tauri::command]
pub async fn act(app: AppHandle, action: String, request: Value) -> Result<Value, Failure> {
    let work = spawn_blocking(move || carry_out(&app, &action, request));
    work.await.unwrap_or_else(|_| Err(WindowError::Broken.into()))
}

fn carry_out(app: &AppHandle, action: &str, request: Value) -> Result<Value, Failure> {
    match window_actions::named(action) {
        Some(window_action) => window_action(app, request),
        None => desk(app)?.act(action, request),
    }
}

/// The open desk, or why there is none.
pub fn desk(app: &AppHandle) -> Result<&Desk, Failure> {
    app.state::<Opened>().inner().0.as_ref().map_err(Clone::clone)
}
