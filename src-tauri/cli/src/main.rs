//! Cutline on the command line: arguments in, desk actions, text out.
//!
//! Promises: everything is done by an action of the contract, so whatever the window can do can be
//! done here; `--json` prints the action's reply and nothing else on standard output; the exit code
//! is 0 when it was done, 1 when it failed, 2 when the arguments or the request are wrong, and 3
//! when findings stop the story.
//!
//! Not here: what any of it means. To add a command: a variant in `arguments.rs`, a file with one
//! function here.

mod act;
mod arguments;
mod check;
mod client;
mod codes;
mod copy;
mod export;
mod import;
mod list;
mod outcome;
mod photo;
mod photo_show;
mod photo_use;
mod published;
mod published_arguments;
mod settings;
mod show;
mod site;
mod story;
mod story_arguments;
mod story_name;
mod style;
mod template;
mod text;
mod theme;
mod words;

use arguments::{
    Arguments, CodesCommand, Command, PhotoCommand, PublishedCommand, SettingsCommand,
    StyleCommand, TemplateCommand, ThemeCommand, WordsCommand,
};
use clap::Parser;
use client::Client;
use cutline_core::desk::contract::Stories;
use cutline_core::photo::darkroom::serve_if_asked;
use outcome::Outcome;
use std::process::ExitCode;

fn main() -> ExitCode {
    serve_if_asked();
    let arguments = Arguments::parse();
    let json = arguments.json;
    run(arguments).unwrap_or_else(|failure| outcome::report(&failure, json)).into()
}

fn run(arguments: Arguments) -> Result<Outcome, cutline_core::desk::failure::Failure> {
    let client = Client::open(&arguments)?;
    match arguments.command {
        Command::Import { file } => import::import(&client, &file),
        Command::Sample => import::sample(&client),
        Command::List { filter, spiked, state, flag, sort } => {
            let (flag, sort) = (flag.map(Into::into), sort.into());
            let filter = filter.join(" ");
            list::list(&client, Stories { filter, state, spiked, flag, sort, ..Stories::default() })
        }
        Command::Story { command } => story::story(&client, command),
        Command::Template { command: TemplateCommand::Save { story, name } } => {
            template::save(&client, &story, name)
        }
        Command::Template { command: TemplateCommand::List } => template::list(&client),
        Command::Template { command: TemplateCommand::Remove { name } } => {
            template::remove(&client, name)
        }
        Command::Settings { command: SettingsCommand::Show } => settings::show(&client),
        Command::Settings { command: SettingsCommand::Set { name, value } } => {
            settings::set(&client, &name, value)
        }
        Command::Words { command: WordsCommand::List } => words::list(&client),
        Command::Words { command: WordsCommand::Learn { words } } => {
            words::each(&client, "learn_word", words)
        }
        Command::Words { command: WordsCommand::Forget { words } } => {
            words::each(&client, "forget_word", words)
        }
        Command::Style { command: StyleCommand::Import { file } } => style::import(&client, &file),
        Command::Style { command: StyleCommand::List } => style::list(&client),
        Command::Theme { command: ThemeCommand::List } => theme::list(&client),
        Command::Theme { command: ThemeCommand::Add { folder } } => theme::add(&client, &folder),
        Command::Theme { command: ThemeCommand::Use { name } } => theme::choose(&client, name),
        Command::Theme { command: ThemeCommand::Remove { name } } => theme::remove(&client, name),
        Command::Theme { command: ThemeCommand::Check { folder } } => {
            theme::check(&client, &folder)
        }
        Command::Show { story } => show::show(&client, &story),
        Command::Photo { command: PhotoCommand::Add(add) } => photo::add(&client, add),
        Command::Photo { command: PhotoCommand::Show { photo } } => {
            photo_show::show(&client, photo)
        }
        Command::Photo { command: PhotoCommand::Use { photo } } => photo_use::show(&client, photo),
        Command::Photo { command: PhotoCommand::Replace { old, new, same, other } } => {
            photo_use::replace(&client, old, new, same.then_some(true).or(other.then_some(false)))
        }
        Command::Photos { story } => photo_show::photos(&client, &story),
        Command::Codes { command: CodesCommand::Import { file } } => codes::import(&client, &file),
        Command::Codes { command: CodesCommand::List } => codes::list(&client),
        Command::Check { story } => check::check(&client, &story),
        Command::Export(typed) => export::export(&client, typed),
        Command::Published(command) => after_publication(&client, command),
        Command::Copy(typed) => copy::copy(&client, typed),
        Command::Site { to, leave_out } => site::make(&client, to, leave_out),
        Command::Act { name, request } => act::act(&client, &name, &request),
    }
}

fn after_publication(
    client: &Client,
    command: PublishedCommand,
) -> Result<Outcome, cutline_core::desk::failure::Failure> {
    match command {
        PublishedCommand::Exports { story } => published::exports(client, &story),
        PublishedCommand::Changes { story, since, until } => {
            published::changes(client, &story, since, until)
        }
        PublishedCommand::ExportAgain { story, number, to, past } => {
            published::again(client, &story, (number, &to), past)
        }
        PublishedCommand::Live { story, not } => published::live(client, &story, !not),
        PublishedCommand::Kill { story, lift: Some(reason), .. } => {
            published::lift(client, &story, reason)
        }
        PublishedCommand::Kill { story, text, to, yes, .. } => {
            published::kill(client, &story, (text, to.as_deref()), yes)
        }
    }
}
