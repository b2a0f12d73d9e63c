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
        self.click_in("body", name).await;
    }

    /// Clicks the button called `name` inside what a CSS selector finds first.
    pub async fn click_in(&self, selector: &str, name: &str) {
        let what = format!("the button “{name}” in {selector} can be clicked");
        self.until(&what, || self.try_click(Locator::Css(selector), name)).await;
    }

    /// Clicks the button called `name` in the row of a list that says `text`.
    pub async fn click_beside(&self, text: &str, name: &str) {
        let row = format!("//li[contains(normalize-space(.), {})]", quoted(text));
        let what = format!("the button “{name}” beside “{text}” can be clicked");
        self.until(&what, || self.try_click(Locator::XPath(&row), name)).await;
    }

    async fn try_click(&self, within: Locator<'_>, name: &str) -> bool {
        let Ok(within) = self.client.find(within).await else { return false };
        let path = format!(".{}", button(name));
        let Ok(button) = within.find(Locator::XPath(&path)).await else { return false };
        button.click().await.is_ok()
    }

    /// Clicks what a CSS selector finds first, once nothing lies over it.
    pub async fn click_on(&self, selector: &str) {
        self.until(&format!("{selector} can be clicked"), || async {
            let Ok(element) = self.client.find(Locator::Css(selector)).await else { return false };
            element.click().await.is_ok()
        })
        .await;
    }

    /// The field or editable text labelled `label`.
    pub async fn field(&self, label: &str) -> Element {
        self.wait_for(&field(label), &format!("the field “{label}”")).await
    }

    /// What the element shows that a CSS selector finds first. Empty while there is none.
    pub async fn shown(&self, selector: &str) -> String {
        const SHOWN: &str = "return document.querySelector(arguments[0])?.textContent ?? ''";
        let shown = self.run(SHOWN, vec![selector.into()]).await;
        shown.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the element that a CSS selector finds first shows `text` somewhere.
    pub async fn shows(&self, selector: &str, text: &str) {
        let what = format!("{selector} shows “{text}”");
        self.until(&what, || async { self.shown(selector).await.contains(text) }).await;
    }

    /// Waits until it does not, or is not there.
    pub async fn shows_no(&self, selector: &str, text: &str) {
        let what = format!("{selector} shows “{text}” no more");
        self.until(&what, || async { !self.shown(selector).await.contains(text) }).await;
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

/// A button is called what its label says, or else what stands on it, or stands on it first.
fn button(name: &str) -> String {
    let name = quoted(name);
    format!(
        "//*[self::button or @role='button' or @role='menuitem']\
         [@aria-label={name} or (not(@aria-label) and \
         (normalize-space(.)={name} or .//*[normalize-space(.)={name}]))]"
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
