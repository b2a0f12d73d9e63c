//! Finding things as a person does: by what they are and what they are called.

use crate::Window;
use fantoccini::Locator;
use fantoccini::elements::Element;

impl Window<'_> {
    /// The button called `name`, once it is there.
    pub async fn button(&self, name: &str) -> Element {
        self.wait_for(&button(name), &format!("the button “{name}”")).await
    }

    /// Clicks the button called `name`, once it can be clicked.
    pub async fn click(&self, name: &str) {
        let button = self.button(name).await;
        let clicked = button.click().await;
        clicked.unwrap_or_else(|error| panic!("the button “{name}” cannot be clicked: {error}"));
    }

    /// The field or editable text labelled `label`.
    pub async fn field(&self, label: &str) -> Element {
        self.wait_for(&field(label), &format!("the field “{label}”")).await
    }

    /// The first element that shows `text`, once there is one.
    pub async fn text(&self, text: &str) -> Element {
        let path = format!(
            "//body//*[contains(normalize-space(.), {0})][not(*[contains(normalize-space(.), {0})])]",
            quoted(text)
        );
        self.wait_for(&path, &format!("the text “{text}”")).await
    }

    /// What a CSS selector finds first, once there is one.
    pub async fn css(&self, selector: &str) -> Element {
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await;
        self.found(found, selector).await
    }

    async fn wait_for(&self, path: &str, what: &str) -> Element {
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(path)).await;
        self.found(found, what).await
    }

    async fn found<E>(&self, found: Result<Element, E>, what: &str) -> Element {
        match found {
            Ok(element) => element,
            Err(_) => self.fail(&format!("{what} is not there")).await,
        }
    }
}

/// How long the window may take to show something. It takes milliseconds; a busy machine takes more.
pub const PATIENCE: std::time::Duration = std::time::Duration::from_secs(20);

fn button(name: &str) -> String {
    let name = quoted(name);
    format!(
        "//*[self::button or @role='button' or @role='menuitem' or @role='option']\
         [@aria-label={name} or (not(@aria-label) and normalize-space(.)={name})]"
    )
}

fn field(label: &str) -> String {
    let label = quoted(label);
    format!(
        "//*[@aria-label={label}][self::input or self::textarea or @contenteditable or @role]\
         | //*[self::input or self::textarea or self::select]\
         [@id = //label[normalize-space(.)={label}]/@for]\
         | //label[normalize-space(text()[1])={label}]//*[self::input or self::textarea or self::select]"
    )
}

/// A string in XPath 1, which has no escapes: one that holds both kinds of quotes is joined.
fn quoted(text: &str) -> String {
    if !text.contains('\'') {
        return format!("'{text}'");
    }
    let parts: Vec<String> = text.split('\'').map(|part| format!("'{part}'")).collect();
    format!("concat({})", parts.join(", \"'\", "))
}
