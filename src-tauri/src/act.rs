//! The page's one command.

use crate::failure::WindowError;
use crate::opened::desk;
use crate::window_actions;
use cutline_core::desk::failure::Failure;
use serde_json::Value;
use tauri::AppHandle;
use tauri::async_runtime::spawn_blocking;

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
