//! The page's one command.

use crate::clipboard;
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
        None => {
            let pasted = pasted(app, action, &request);
            let reply = desk(app)?.act(action, request)?;
            if !pasted.is_empty() {
                forget_when_taken(app, &reply, pasted);
            }
            Ok(reply)
        }
    }
}

/// The pasted pictures that a request takes in.
fn pasted(app: &AppHandle, action: &str, request: &Value) -> Vec<String> {
    if action != "add_photos" {
        return Vec::new();
    }
    let paths = request["paths"].as_array().into_iter().flatten().filter_map(Value::as_str);
    paths.filter(|path| clipboard::is_pasted(app, path)).map(str::to_owned).collect()
}

/// Waits for the end of the intake; then the copies of what was pasted are of no use any more.
fn forget_when_taken(app: &AppHandle, reply: &Value, paths: Vec<String>) {
    let job_id = reply["jobId"].as_str().unwrap_or_default().to_owned();
    let app = app.clone();
    spawn_blocking(move || {
        // The job reports its failures itself.
        let _ = desk(&app).and_then(|desk| desk.wait(&job_id));
        clipboard::forget(&app, &paths);
    });
}
