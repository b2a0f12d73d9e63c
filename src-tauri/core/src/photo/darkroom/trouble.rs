//! Trouble on request, so that tests see what a bad decoder does to the program. Only in builds for
//! development.

use std::process::abort;
use std::thread;
use std::time::Duration;

/// Makes the trouble that an original asks for, which is none when it is a picture.
pub(super) fn make(original: &[u8]) {
    let Some(trouble) = original.strip_prefix(b"trouble: ") else { return };
    match trouble {
        b"crash" => abort(),
        b"panic" => panic!("as asked"),
        b"sleep" => thread::sleep(Duration::from_secs(3_600)),
        b"spin" => loop {
            std::hint::spin_loop();
        },
        b"hoard" => hoard(),
        b"shout" => shout(),
        b"look around" => look_around(),
        b"crash when idle" => drop(thread::spawn(|| {
            thread::sleep(Duration::from_millis(200));
            abort();
        })),
        _ => {}
    }
}

/// Takes memory until there is none.
fn hoard() {
    let mut taken = Vec::new();
    loop {
        taken.push(vec![1_u8; 8 << 20]);
    }
}

/// Says more than a pipe holds, where pictures go out and where complaints do.
fn shout() {
    for _ in 0..10_000 {
        println!("a library that talks too much");
        eprintln!("a library that complains too much");
    }
}

/// Crashes, when this process can reach a file, the network, a program or its parent's environment.
fn look_around() {
    let reached = [
        std::fs::read("/etc/hostname").is_ok(),
        std::fs::write(std::env::temp_dir().join("cutline-trouble"), "trouble").is_ok(),
        std::net::TcpListener::bind("127.0.0.1:0").is_ok(),
        std::process::Command::new("/bin/true").status().is_ok(),
        std::env::var_os("HOME").is_some(),
    ];
    if cfg!(target_os = "linux") && reached.contains(&true) {
        abort();
    }
}
