//! The desk itself and its publication.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct AboutDesk {
    /// Absolute path of the folder that holds the desk.
    pub folder: String,
    /// Where exports go unless a person says otherwise. Absolute.
    pub exports_folder: String,
    /// Cutline's version.
    pub version: String,
    pub publication: Publication,
    /// Who holds the desk, when it is another program: then this one may only read.
    pub held_by: Option<String>,
}

/// Who publishes: what the page says of the publication and how credits print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Publication {
    pub name: String,
    /// "https://example.org" or with a path, without a slash at the end. Without one, pages carry no
    /// canonical address and use relative ones.
    pub site_address: Option<String>,
    /// BCP 47; the language of new stories.
    pub language: String,
    /// IANA name, as "Europe/Istanbul".
    pub time_zone: String,
    /// How a credit prints: "{label}: {photographer} / {credit}".
    pub credit_template: String,
    /// Headlines over this many characters get a note.
    pub headline_limit: u32,
    /// Alt texts and captions stop a story instead of warning.
    pub strict: bool,
    /// Pages offer WebP beside JPEG.
    pub webp: bool,
    /// Pages offer AVIF too. It takes long to make, so it is made in the background when a photo is
    /// taken in.
    pub avif: bool,
    /// What pages look like: "plain", or another of `themes`.
    pub theme: String,
    /// How credits print in that theme; it stands before `credit_template`. `null`: as the publication
    /// prints them.
    pub theme_credit: Option<String>,
}

/// `null` leaves a value as it is. An empty `site_address` takes it away.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ChangePublication {
    pub name: Option<String>,
    pub site_address: Option<String>,
    pub language: Option<String>,
    pub time_zone: Option<String>,
    pub credit_template: Option<String>,
    pub headline_limit: Option<u32>,
    pub strict: Option<bool>,
    pub webp: Option<bool>,
    pub avif: Option<bool>,
    pub theme: Option<String>,
}

/// An http, https or mailto address, opened in the reader's browser or mail program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct OpenLink {
    pub address: String,
}
