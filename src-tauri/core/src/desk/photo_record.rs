//! A photo as the desk keeps it: its record, its facts, and how its credit prints.

use super::contract::{Photo, PrintsAs};
use super::words::{read_list, variant, word};
use crate::photo::{
    Carrier, CreditStyle, Declared, Fact, Facts, Field, Kind, Offer, PrintedCredit, Reading,
    Repair, Tidied, Usage, UsageChosen, kind_of, printed_credit, tidied, usage,
};
use crate::store::photo::{Judgement, PhotoRow};
use crate::store::photo_fact::FactRow;
use crate::store::{Connection, StoreError, photo, photo_fact};
use std::collections::BTreeMap;

/// One photo with everything that decides how it prints.
#[derive(Debug, Clone)]
pub struct PhotoRecord {
    pub row: PhotoRow,
    /// After the safe repairs.
    pub facts: Facts,
    pub repairs: Vec<Repair>,
    pub offers: Vec<Offer>,
    pub remarks: Vec<String>,
    pub usage: Usage,
    pub declared: Option<Declared>,
    /// What a person said that it is.
    pub kind_chosen: Option<Kind>,
    /// The oldest other record of the same bytes.
    pub same_as: Option<String>,
}

impl PhotoRecord {
    /// `None` when there is no such photo.
    pub fn load(db: &Connection, id: &str) -> Result<Option<PhotoRecord>, StoreError> {
        let Some(row) = photo::photo(db, id)? else { return Ok(None) };
        let facts = read_facts(photo_fact::facts(db, id)?);
        let same_as = photo::same_bytes(db, id)?.into_iter().next().map(|other| other.id);
        Ok(Some(PhotoRecord { same_as, ..PhotoRecord::new(row, facts) }))
    }

    /// A record of what a file says and what a person decided, with what follows from both.
    pub fn new(row: PhotoRow, facts: Facts) -> PhotoRecord {
        // The terms are read before the repairs: "Handout" says what the picture is.
        let usage = usage(&facts, &read_usage(&row.judgement));
        let Tidied { facts, repairs, offers, remarks } = tidied(facts);
        PhotoRecord {
            usage,
            repairs,
            offers,
            remarks: remarks.into_iter().chain(read_list(&row.remarks)).collect(),
            declared: read_declared(&row.judgement),
            kind_chosen: row.judgement.kind_chosen.as_deref().and_then(variant),
            same_as: None,
            row,
            facts,
        }
    }

    pub fn kind(&self) -> Kind {
        self.kind_chosen.unwrap_or_else(|| kind_of(&self.facts))
    }

    /// The printed credit. `None`: it is missing.
    pub fn credit(&self, style: &CreditStyle) -> Option<PrintedCredit> {
        printed_credit(&self.facts, self.declared.as_ref(), self.kind(), style)
    }

    pub fn prints_as(&self, style: &CreditStyle) -> PrintsAs {
        match self.credit(style) {
            Some(credit) => PrintsAs { line: Some(credit.line), note: credit.note },
            None => PrintsAs::default(),
        }
    }

    /// As clients see it.
    pub fn shown(self, style: &CreditStyle) -> Photo {
        Photo {
            kind: self.kind(),
            kind_chosen: self.kind_chosen.is_some(),
            prints_as: self.prints_as(style),
            removed_on_export: read_list(&self.row.removed_on_export),
            id: self.row.id,
            width_px: self.row.width_px,
            height_px: self.row.height_px,
            added_at: self.row.added_at,
            file_name: self.row.file_name,
            facts: self.facts,
            declared: self.declared,
            format: self.row.format.to_uppercase(),
            original_kept: self.row.original_kept,
            repairs: self.repairs,
            offers: self.offers,
            remarks: self.remarks,
            usage: self.usage,
            same_as: self.same_as,
        }
    }

    /// What the store keeps of the decisions, so that the story list can count and compare.
    pub fn judgement(&self, style: &CreditStyle) -> Judgement {
        let (declared, declared_name) = match &self.declared {
            None => (None, None),
            Some(Declared::NotKnown) => (Some("notKnown"), None),
            Some(Declared::NameWithheld) => (Some("nameWithheld"), None),
            Some(Declared::Handout { from }) => (Some("handout"), Some(from.clone())),
            Some(Declared::Supplied { by }) => (Some("supplied"), Some(by.clone())),
        };
        let chosen = &self.usage.chosen;
        Judgement {
            declared: declared.map(str::to_owned),
            declared_name,
            kind_chosen: self.kind_chosen.map(|kind| word(&kind)),
            rights_category: chosen.category.map(|category| word(&category)),
            expires_on: chosen.expires_on.clone(),
            killed: chosen.killed,
            only_story_id: chosen.only_story_id.clone(),
            credited: self.credit(style).is_some(),
            facts_hash: self.hash(),
        }
    }

    /// The words by which the story list finds the stories that show it.
    pub fn words(&self, style: &CreditStyle) -> String {
        let said = [Field::Photographer, Field::CreditLine, Field::Caption, Field::AltText]
            .into_iter()
            .filter_map(|field| self.facts.get(field).map(str::to_owned));
        let credit = self.credit(style).map(|credit| credit.line);
        credit.into_iter().chain(said).collect::<Vec<_>>().join("\n")
    }

    /// Over what prints: the values that stand, the declaration and the kind.
    fn hash(&self) -> String {
        let values: BTreeMap<Field, &str> =
            self.facts.0.iter().map(|(field, fact)| (*field, fact.value.as_str())).collect();
        let printed = serde_json::to_string(&(values, &self.declared, self.kind()));
        blake3::hash(printed.unwrap_or_default().as_bytes()).to_hex().to_string()
    }
}

fn read_usage(judgement: &Judgement) -> UsageChosen {
    UsageChosen {
        category: judgement.rights_category.as_deref().and_then(variant),
        expires_on: judgement.expires_on.clone(),
        killed: judgement.killed,
        only_story_id: judgement.only_story_id.clone(),
    }
}

fn read_declared(judgement: &Judgement) -> Option<Declared> {
    let name = judgement.declared_name.clone().unwrap_or_default();
    match judgement.declared.as_deref()? {
        "notKnown" => Some(Declared::NotKnown),
        "nameWithheld" => Some(Declared::NameWithheld),
        "handout" => Some(Declared::Handout { from: name }),
        "supplied" => Some(Declared::Supplied { by: name }),
        _ => None,
    }
}

/// The facts of a file as rows of the store, as the file says them.
pub fn fact_rows(facts: &Facts) -> Vec<FactRow> {
    let mut rows = Vec::new();
    for (field, fact) in &facts.0 {
        let value = fact.raw.as_ref().unwrap_or(&fact.value).clone();
        let standing = Reading { carrier: fact.carrier, value };
        let readings = std::iter::once(&standing).chain(&fact.others);
        rows.extend((1..).zip(readings).map(|(position, reading)| FactRow {
            field: word(field),
            position,
            carrier: word(&reading.carrier),
            value: reading.value.clone(),
        }));
    }
    rows
}

/// The facts back. A field or carrier that a newer Cutline wrote is left out.
fn read_facts(rows: Vec<FactRow>) -> Facts {
    let mut facts = Facts::default();
    let mut typed = Vec::new();
    for row in rows {
        let (Some(field), Some(carrier)) = (variant::<Field>(&row.field), variant(&row.carrier))
        else {
            continue;
        };
        if carrier == Carrier::Typed {
            typed.push((field, row.value));
            continue;
        }
        let reading = Reading { carrier, value: row.value };
        match facts.0.get_mut(&field) {
            Some(fact) => fact.others.push(reading),
            None => {
                let Reading { carrier, value } = reading;
                facts.0.insert(field, Fact { value, carrier, raw: None, others: Vec::new() });
            }
        }
    }
    for (field, value) in typed {
        facts.type_over(field, value);
    }
    facts
}
