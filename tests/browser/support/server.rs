//! Serves a folder on 127.0.0.1 as any web server would, and remembers what was asked for.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// It serves until the tests end.
pub struct Server {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    pub fn start(folder: &Path) -> Server {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("no port is free");
        let address = listener.local_addr().expect("a listener has an address");
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (folder, log) = (folder.to_owned(), Arc::clone(&asked));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (folder, log) = (folder.clone(), Arc::clone(&log));
                thread::spawn(move || answer(&stream, &folder, &log));
            }
        });
        Server { address, asked }
    }

    /// Where the folder lies, with a slash at the end.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// What was asked for since the last call, in order. The icon in the browser's tab is its own
    /// affair.
    pub fn asked(&self) -> Vec<String> {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let all = std::mem::take(&mut *asked);
        all.into_iter().filter(|path| path != "/favicon.ico").collect()
    }
}

/// One request for each connection.
fn answer(mut stream: &TcpStream, folder: &Path, asked: &Mutex<Vec<String>>) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let first = lines.next().unwrap_or_default();
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    let Some(path) = first.split(' ').nth(1).map(str::to_owned) else { return };
    asked.lock().unwrap_or_else(PoisonError::into_inner).push(path.clone());
    let file = file(folder, &path);
    let (status, body) = match fs::read(&file) {
        Ok(body) => ("200 OK", body),
        Err(_) if path == "/favicon.ico" => ("204 No Content", Vec::new()),
        Err(_) => ("404 Not Found", Vec::new()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        media_type(&file),
        body.len()
    );
    // A browser that has seen enough closes early.
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
}

fn file(folder: &Path, path: &str) -> PathBuf {
    let inside = path.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let file = folder.join(inside);
    if file.is_dir() { file.join("index.html") } else { file }
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("jpg") => "image/jpeg",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
