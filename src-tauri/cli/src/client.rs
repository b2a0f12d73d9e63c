//! The desk as this program uses it: one typed call for every action, and jobs waited for.

use crate::arguments::Arguments;
use cutline_core::clock::Clock;
use cutline_core::desk::Desk;
use cutline_core::desk::contract::{Event, JobEnd, JobItem, Started};
use cutline_core::desk::failure::{Code, Failure};
use cutline_core::photo::darkroom::Darkroom;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

pub struct Client {
    pub json: bool,
    desk: Desk,
    /// What the jobs of this program have finished.
    items: Arc<Mutex<Vec<JobItem>>>,
}

impl Client {
    pub fn open(arguments: &Arguments) -> Result<Client, Failure> {
        let items: Arc<Mutex<Vec<JobItem>>> = Arc::default();
        let told = Arc::clone(&items);
        let tell = move |event| {
            if let Event::Job { job } = event {
                told.lock().unwrap_or_else(PoisonError::into_inner).extend(job.item);
            }
        };
        let desk = Desk::open(
            &arguments.folder(),
            "cutline-cli",
            Clock::System,
            Darkroom::of_this_program(),
            tell,
        )?;
        Ok(Client { json: arguments.json, desk, items })
    }

    /// Carries out an action of the contract.
    pub fn act<R: DeserializeOwned>(
        &self,
        action: &str,
        request: &impl Serialize,
    ) -> Result<R, Failure> {
        let request = serde_json::to_value(request).map_err(|error| misfit(action, &error))?;
        let reply = self.desk.act(action, request)?;
        serde_json::from_value(reply).map_err(|error| misfit(action, &error))
    }

    /// The same for an action that is only known by name.
    pub fn act_by_name(&self, action: &str, request: Value) -> Result<Value, Failure> {
        self.desk.act(action, request)
    }

    /// Waits for a job; answers what it finished and how it ended.
    pub fn wait(&self, started: &Started) -> Result<(Vec<JobItem>, JobEnd), Failure> {
        let end = self.desk.wait(&started.job_id)?;
        let mut items = self.items.lock().unwrap_or_else(PoisonError::into_inner);
        Ok((std::mem::take(&mut items), end))
    }
}

/// A sentence of this program about what was typed.
pub fn bad_request(message: String, advice: &str) -> Failure {
    Failure { code: Code::BadRequest, message, advice: advice.into(), detail: None }
}

/// The absolute path of what was typed, as the contract wants it.
pub fn absolute(path: &Path) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| PathBuf::from(path));
    path.to_string_lossy().into_owned()
}

fn misfit(action: &str, error: &serde_json::Error) -> Failure {
    Failure {
        code: Code::Bug,
        message: format!("The desk and this program do not agree about {action}."),
        advice: "Use the cutline-cli that came with this version of Cutline.".into(),
        detail: Some(error.to_string()),
    }
}
