//! Who publishes.

use super::Desk;
use super::contract::{ChangePublication, Changed, Done, Publication};
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::Failure;
use super::photo_record::PhotoRecord;
use super::themes;
use crate::photo::{CreditStyle, DEFAULT_TEMPLATE};
use crate::store::publication::PublicationRow;
use crate::store::{Connection, StoreError, photo, publication};
use chrono_tz::Tz;
use std::str::FromStr;

impl Desk {
    /// Changes what is given. A new template also changes which credits are missing.
    pub fn change_publication(
        &self,
        request: ChangePublication,
    ) -> Result<Done<Publication>, Failure> {
        let theme = request.theme.as_deref().map(|name| self.usable_theme(name)).transpose()?;
        self.write(move |db| {
            let before = of_desk(db)?;
            let mut after = changed(before.clone(), request)?;
            if let Some(themes::Chosen { name, credit }) = theme {
                (after.theme, after.theme_credit) = (name, credit);
            }
            if after == before {
                return Ok((after, Vec::new()));
            }
            publication::put(db, &row(&after))?;
            themes::choose(db, &of_theme(&after))?;
            let mut changed = vec![Changed::Publication];
            // The same limit stands among the settings.
            changed.extend(
                (after.headline_limit != before.headline_limit).then_some(Changed::Settings),
            );
            if credit_style(&after, None).template != credit_style(&before, None).template {
                changed.extend(judge_all(db, &after)?);
            }
            Ok((after, changed))
        })
    }
}

/// The desk's publication, or the defaults that work before anybody was asked.
pub fn of_desk(db: &Connection) -> Result<Publication, StoreError> {
    let kept = publication::publication(db)?.map_or_else(defaults, from_row);
    let themes::Chosen { name, credit } = themes::chosen(db)?;
    Ok(Publication { theme: name, theme_credit: credit, ..kept })
}

fn defaults() -> Publication {
    Publication {
        name: String::new(),
        site_address: None,
        language: "en".into(),
        time_zone: "UTC".into(),
        credit_template: DEFAULT_TEMPLATE.into(),
        headline_limit: 70,
        strict: false,
        webp: true,
        avif: false,
        theme: String::new(),
        theme_credit: None,
    }
}

/// Which theme the publication's pages stand in.
fn of_theme(publication: &Publication) -> themes::Chosen {
    let Publication { theme, theme_credit, .. } = publication.clone();
    themes::Chosen { name: theme, credit: theme_credit }
}

/// How credits print in `language`, or else in the publication's own: as its theme has
/// it, else by its own template.
pub fn credit_style<'a>(
    publication: &'a Publication,
    language: Option<&'a str>,
) -> CreditStyle<'a> {
    CreditStyle {
        template: publication.theme_credit.as_deref().unwrap_or(&publication.credit_template),
        language: language.unwrap_or(&publication.language),
    }
}

fn changed(now: Publication, request: ChangePublication) -> Result<Publication, DeskError> {
    let site_address = match request.site_address {
        None => now.site_address,
        Some(typed) if typed.trim().is_empty() => None,
        Some(typed) => Some(site_address(&typed)?),
    };
    Ok(Publication {
        name: request.name.map_or(now.name, |typed| typed.trim().to_owned()),
        site_address,
        language: request.language.map_or(Ok(now.language), |typed| language(&typed))?,
        time_zone: request.time_zone.map_or(Ok(now.time_zone), |typed| time_zone(&typed))?,
        credit_template: request
            .credit_template
            .map_or(Ok(now.credit_template), |typed| credit_template(&typed))?,
        headline_limit: request.headline_limit.unwrap_or(now.headline_limit),
        strict: request.strict.unwrap_or(now.strict),
        webp: request.webp.unwrap_or(now.webp),
        avif: request.avif.unwrap_or(now.avif),
        theme: now.theme,
        theme_credit: now.theme_credit,
    })
}

fn site_address(typed: &str) -> Result<String, DeskError> {
    let address = typed.trim().trim_end_matches('/');
    let host = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme));
    let strange = |c: char| c.is_whitespace() || c.is_control() || "\"'<>\\`{}|^?#@".contains(c);
    match host {
        Some(host) if !host.is_empty() && !host.starts_with('/') && !address.contains(strange) => {
            Ok(address.to_owned())
        }
        _ => Err(DeskError::BadSiteAddress(quoted(typed))),
    }
}

/// The shape of a BCP 47 tag (RFC 5646 §2.1), not whether it is registered.
fn language(typed: &str) -> Result<String, DeskError> {
    let tag = typed.trim();
    let mut parts = tag.split('-');
    let alphanumeric = |c: char| c.is_ascii_alphanumeric();
    let first = parts
        .next()
        .is_some_and(|p| (2..=8).contains(&p.len()) && p.chars().all(|c| c.is_ascii_alphabetic()));
    let rest = parts.all(|p| (1..=8).contains(&p.len()) && p.chars().all(alphanumeric));
    if first && rest { Ok(tag.to_owned()) } else { Err(DeskError::BadLanguage(quoted(typed))) }
}

fn time_zone(typed: &str) -> Result<String, DeskError> {
    let zone = Tz::from_str(typed.trim()).map_err(|_| DeskError::BadTimeZone(quoted(typed)))?;
    Ok(zone.name().to_owned())
}

fn credit_template(typed: &str) -> Result<String, DeskError> {
    let template = typed.trim();
    let names_somebody = template.contains("{photographer}") || template.contains("{credit}");
    if names_somebody && !template.chars().any(char::is_control) {
        Ok(template.to_owned())
    } else {
        Err(DeskError::BadCreditTemplate(quoted(typed)))
    }
}

fn judge_all(db: &Connection, publication: &Publication) -> Result<Vec<Changed>, StoreError> {
    let style = credit_style(publication, None);
    let mut changed = vec![Changed::Stories];
    for id in photo::ids(db)? {
        if let Some(record) = PhotoRecord::load(db, &id)? {
            photo::set_credited(db, &id, record.credit(&style).is_some())?;
            changed.push(Changed::Photo { id });
        }
    }
    Ok(changed)
}

/// The publication as the store keeps it.
pub fn row(publication: &Publication) -> PublicationRow {
    let Publication {
        name,
        site_address,
        language,
        time_zone,
        credit_template,
        headline_limit,
        strict,
        webp,
        avif,
        theme: _,
        theme_credit: _,
    } = publication.clone();
    PublicationRow {
        name,
        site_address,
        language,
        time_zone,
        credit_template,
        headline_limit,
        strict,
        webp,
        avif,
    }
}

fn from_row(row: PublicationRow) -> Publication {
    Publication {
        name: row.name,
        site_address: row.site_address,
        language: row.language,
        time_zone: row.time_zone,
        credit_template: row.credit_template,
        headline_limit: row.headline_limit,
        strict: row.strict,
        webp: row.webp,
        avif: row.avif,
        theme: String::new(),
        theme_credit: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<T: PartialEq + std::fmt::Debug>(actual: Result<T, DeskError>, expected: Option<T>) {
        assert_eq!(actual.ok(), expected);
    }

    #[test]
    fn an_address_needs_a_scheme_and_a_host() {
        check(site_address("https://example.org/"), Some("https://example.org".into()));
        check(site_address(" http://example.org/news "), Some("http://example.org/news".into()));
        check(site_address("example.org"), None);
        check(site_address("https://"), None);
        check(site_address("javascript:alert(1)"), None);
        check(site_address("https://a\" onload=\"x"), None);
    }

    #[test]
    fn a_language_has_the_shape_of_a_tag() {
        check(language("pt-BR"), Some("pt-BR".into()));
        check(language("zh-Hant-TW"), Some("zh-Hant-TW".into()));
        check(language("Turkish language"), None);
        check(language(""), None);
    }

    #[test]
    fn a_template_names_somebody() {
        check(credit_template("{label}: {credit}"), Some("{label}: {credit}".into()));
        check(credit_template("Photo"), None);
    }
}
