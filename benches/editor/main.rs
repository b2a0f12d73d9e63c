//! Typing, opening and starting, beside bare ProseMirror, Lexical and an empty window.
//!
//!     make bench-editor
//!
//! This half makes the desks and answers for them; `run.mjs` drives Chromium and the real window and
//! prints the tables. In Chromium the page of the released build runs against this very desk, so its
//! saves, checks and previews are real.
//!
//!     editor FOLDER CUTLINE BARE     where to make the desks; the two released windows

mod copy;

use cutline_core::clock::Clock;
use cutline_core::desk::Desk;
use cutline_core::desk::contract::Event;
use cutline_core::photo::darkroom::{Darkroom, serve_if_asked};
use cutline_core::story::Framing;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitCode, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread;

fn main() -> ExitCode {
    serve_if_asked();
    let arguments: Vec<String> = std::env::args().skip(1).filter(|it| it != "--bench").collect();
    let [folder, cutline, bare] = &arguments[..] else {
        eprintln!("Use `make bench-editor`: it names the folder and the two windows.");
        return ExitCode::FAILURE;
    };
    let folder = Path::new(folder);
    copy::make(folder);
    let mut bench = start(folder, cutline, bare);
    let stdin = bench.stdin.take().expect("the input is piped");
    let stdout = BufReader::new(bench.stdout.take().expect("the output is piped"));
    answer(folder, stdin, stdout.lines().map_while(Result::ok));
    let status = bench.wait().expect("it was started");
    if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn start(folder: &Path, cutline: &str, bare: &str) -> Child {
    Command::new("node")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../benches/editor/run.mjs"))
        .arg(folder)
        .args([cutline, bare])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node cannot be started: scripts/setup.sh window installs it")
}

/// Answers a request on each line until one says that the desk is no longer needed.
fn answer(folder: &Path, mut stdin: ChildStdin, lines: impl Iterator<Item = String>) {
    let (tell, told) = channel::<Value>();
    let writer = thread::spawn(move || {
        for line in told {
            // Whoever no longer listens has its reasons.
            let _ = writeln!(stdin, "{line}");
        }
    });
    let desk = open(&folder.join("writing"), tell.clone());
    for line in lines {
        let request: Value = serde_json::from_str(&line).expect("run.mjs writes JSON");
        if request["close"] == true {
            break;
        }
        let (desk, tell) = (desk.clone(), tell.clone());
        thread::spawn(move || drop(tell.send(reply(&desk, request))));
    }
    drop((desk, tell));
    writer.join().expect("it only writes");
}

fn open(folder: &Path, tell: Sender<Value>) -> Desk {
    let tell = std::sync::Mutex::new(tell);
    let hear = move |event: Event| {
        let _ = tell.lock().expect("nobody panics here").send(json!({ "event": event }));
    };
    Desk::open(folder, "the bench", Clock::System, Darkroom::of_this_program(), hear)
        .expect("the desk was just made")
}

fn reply(desk: &Desk, request: Value) -> Value {
    let id = &request["id"];
    if let Some(photo) = request["photo"].as_str() {
        let preview = desk.preview(photo, &Framing::default(), None).expect("the photo is there");
        return json!({ "id": id, "jpeg": hex(&preview.jpeg) });
    }
    let action = request["act"].as_str().unwrap_or_default();
    match desk.act(action, request["request"].clone()) {
        Ok(reply) => json!({ "id": id, "reply": reply }),
        Err(failure) => json!({ "id": id, "failure": failure }),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
