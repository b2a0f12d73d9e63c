//! Actions of the contract that have no room of their own yet.

use super::Desk;
use super::contract::*;
use super::error::DeskError;
use super::failure::Failure;

fn not_yet<T>(doing: &str) -> Result<T, Failure> {
    Err(DeskError::Bug { doing: doing.to_owned() }.into())
}

macro_rules! not_yet {
    ($($name:ident($request:ty) -> $reply:ty;)*) => {
        impl Desk {
            $(pub fn $name(&self, _: $request) -> Result<$reply, Failure> {
                not_yet(stringify!($name))
            })*
        }
    };
}
not_yet! {
    change_settings(ChangeSettings) -> Done<Settings>;
    count_stories(Stories) -> StoryCounts;
    duplicate_story(StoryId) -> Done<Story>;
    change_stories(ChangeStories) -> Done<Nothing>;
    save_story_template(SaveStoryTemplate) -> Done<Nothing>;
    remove_story_template(StoryTemplateName) -> Done<Nothing>;
    set_note(SetNote) -> Done<Nothing>;
    remove_note(RemoveNote) -> Done<Nothing>;
    read_html(ReadHtml) -> PastedParts;
    learn_word(LearnedWord) -> Done<Nothing>;
    forget_word(LearnedWord) -> Done<Nothing>;
    import_style_rules(ImportStyleRules) -> Done<ImportedStyleRules>;
}

impl Desk {
    pub fn settings(&self, _: Nothing) -> Result<Settings, Failure> {
        Ok(Settings::default())
    }
    pub fn story_templates(&self, _: Nothing) -> Result<Vec<StoryTemplate>, Failure> {
        Ok(Vec::new())
    }
    pub fn learned_words(&self, _: Nothing) -> Result<Vec<LearnedWord>, Failure> {
        Ok(Vec::new())
    }
    pub fn style_rules(&self, _: Nothing) -> Result<Vec<StyleRule>, Failure> {
        Ok(Vec::new())
    }
}
