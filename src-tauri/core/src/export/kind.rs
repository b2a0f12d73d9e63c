//! What a story is, as readers and machines tell stories apart.

use serde::{Deserialize, Serialize};

/// The kind that the desk gave a story. Cases write it as JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum StoryKind {
    #[default]
    News,
    Brief,
    Feature,
    Analysis,
    Opinion,
    Explainer,
    Interview,
    Review,
}

impl StoryKind {
    /// The type of schema.org that fits (<https://schema.org/NewsArticle>). Reportage is what a
    /// reporter brings home; a brief may be anybody's.
    pub fn schema_type(self) -> &'static str {
        match self {
            StoryKind::News | StoryKind::Brief => "NewsArticle",
            StoryKind::Feature | StoryKind::Interview => "ReportageNewsArticle",
            StoryKind::Analysis => "AnalysisNewsArticle",
            StoryKind::Opinion => "OpinionNewsArticle",
            StoryKind::Explainer => "BackgroundNewsArticle",
            StoryKind::Review => "ReviewNewsArticle",
        }
    }
}
