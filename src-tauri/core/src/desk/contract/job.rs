//! Long work: started by an action, reported by events.

use super::{Exported, HadBack, Photo, SiteMade, SiteStopped};
use crate::desk::failure::Failure;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct JobId {
    pub job_id: String,
}

/// The work has begun; its reports carry this id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Started {
    pub job_id: String,
}

/// Progress, at most ten times a second; every item and the end are always reported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct JobReport {
    pub job_id: String,
    pub done: u32,
    pub total: u32,
    pub item: Option<JobItem>,
    /// The last report of the job carries how it ended.
    pub end: Option<JobEnd>,
}

/// One finished piece of the work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "what")]
#[ts(export_to = "contract.ts")]
pub enum JobItem {
    /// The picture was looked at and has a thumbnail at `photo://localhost/<photoId>`; it is not
    /// in the desk yet. `index` counts the paths of the request from 0.
    Arriving {
        index: u32,
        photo_id: String,
        file_name: String,
    },
    /// It is in the desk, under the id it arrived with.
    Photo {
        index: u32,
        photo: Box<Photo>,
    },
    NotTaken {
        index: u32,
        path: String,
        failure: Failure,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "how")]
#[ts(export_to = "contract.ts")]
pub enum JobEnd {
    Finished,
    Exported {
        exported: Exported,
    },
    /// An earlier export lies in a folder again.
    HadBack {
        had_back: HadBack,
    },
    SiteMade {
        made: SiteMade,
    },
    /// Something stops published stories; nothing was written.
    SiteStopped {
        stopped: Vec<SiteStopped>,
    },
    Cancelled,
    Failed {
        failure: Failure,
    },
}
