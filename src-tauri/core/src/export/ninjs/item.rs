//! The members of a news item that this program writes, with the names of the schema.

use serde::Serialize;

/// A news item: a story, or a photo that belongs to one.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Item {
    /// Of an association only: how the item calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Of an association only: what it is to the item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rel: Option<&'static str>,
    pub uri: String,
    #[serde(skip_serializing_if = "Standard::is_not_said")]
    pub standard: Standard,
    #[serde(rename = "type")]
    pub kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none", rename = "representationType")]
    pub representation: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version_created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub embargoed_until: Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub pub_status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headlines: Vec<Headline>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Name>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub located: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Name>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub descriptions: Vec<Statement>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<Body>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copyright_holder: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copyright_notice: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usage_terms: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rights_info: Option<Rights>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub info_sources: Vec<Source>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub digital_source_type: Option<Concept>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub renditions: Vec<Rendition>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub associations: Vec<Item>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alt_ids: Vec<AltId>,
}

#[derive(Debug, Default, Serialize)]
pub struct Standard {
    pub name: &'static str,
    pub version: &'static str,
    pub schema: &'static str,
}

impl Standard {
    /// An association keeps to the standard of its item.
    fn is_not_said(&self) -> bool {
        self.name.is_empty()
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Headline {
    pub role: &'static str,
    pub content_type: &'static str,
    pub value: String,
}

impl Headline {
    pub fn new(role: &'static str, value: String) -> Headline {
        Headline { role, content_type: "text/plain", value }
    }
}

/// A description in one of its roles.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Statement {
    pub role: &'static str,
    pub content_type: &'static str,
    pub value: String,
}

impl Statement {
    pub fn plain(role: &'static str, value: String) -> Statement {
        Statement { role, content_type: "text/plain", value }
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Body {
    pub role: &'static str,
    pub content_type: &'static str,
    pub word_count: u32,
    pub value: String,
}

/// A person or a place.
#[derive(Debug, Serialize)]
pub struct Name {
    pub name: String,
    pub rel: &'static str,
}

#[derive(Debug, Serialize)]
pub struct Source {
    pub name: String,
    pub role: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rights {
    pub linked_rights: String,
}

#[derive(Debug, Serialize)]
pub struct Concept {
    pub name: String,
    pub uri: String,
}

#[derive(Debug, Serialize)]
pub struct AltId {
    pub role: &'static str,
    pub value: String,
}

/// One file of a photo.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rendition {
    pub name: String,
    /// Absent while nobody knows where the page will stand: the schema wants a whole address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// The file beside this item.
    pub title: String,
    pub content_type: &'static str,
    pub width: u32,
    pub height: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub poi: Option<Poi>,
}

/// Where the eye goes, in pixels of the rendition from its top left corner.
#[derive(Debug, Serialize)]
pub struct Poi {
    pub x: u32,
    pub y: u32,
}
