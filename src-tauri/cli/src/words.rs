//! `words list`, `words learn` and `words forget`: the desk's own dictionary.

use crate::client::Client;
use crate::outcome::Outcome;
use crate::text::{say, say_json};
use cutline_core::desk::contract::{Done, LearnedWord, Nothing};
use cutline_core::desk::failure::Failure;

pub fn list(client: &Client) -> Result<Outcome, Failure> {
    let words: Vec<LearnedWord> = client.act("learned_words", &Nothing {})?;
    if client.json {
        say_json(&words);
    } else if words.is_empty() {
        say("This desk has learned no words.");
    } else {
        words.iter().for_each(|learned| say(&learned.word));
    }
    Ok(Outcome::Done)
}

/// Carries out `action`, "learn_word" or "forget_word", on each.
pub fn each(client: &Client, action: &str, words: Vec<String>) -> Result<Outcome, Failure> {
    for word in words {
        client.act::<Done<Nothing>>(action, &LearnedWord { word })?;
    }
    list(client)
}
