//! Chromium without a window, driven through chromedriver (<https://www.w3.org/TR/webdriver2/>) and, for
//! what WebDriver does not know, the browser's own protocol.

use serde_json::{Value, json};
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Ended, with everything that it started, when it is dropped.
pub struct Browser {
    driver: Child,
    port: u16,
    session: String,
}

impl Browser {
    /// Opens a browser that finds no other machine than this one.
    pub fn open() -> Browser {
        let port = free_port();
        let driver = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver cannot be started: run scripts/setup.sh tests");
        let mut browser = Browser { driver, port, session: String::new() };
        browser.wait_until_it_listens();
        let options = json!({"args": [
            "--headless=new",
            // Root, as whom tests run in a container, may not use the sandbox.
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--hide-scrollbars",
            "--force-device-scale-factor=1",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        ]});
        let logs = json!({"browser": "ALL", "performance": "ALL"});
        let wanted = json!({"goog:chromeOptions": options, "goog:loggingPrefs": logs});
        let session =
            browser.ask("POST", "/session", &json!({"capabilities": {"alwaysMatch": wanted}}));
        browser.session = session["sessionId"].as_str().expect("a session has an id").to_owned();
        browser
    }

    /// Loads a page, and waits until it and the pictures in sight are there.
    pub fn load(&self, address: &str) {
        self.say("/url", &json!({"url": address}));
    }

    /// Runs `script` in the page, as a person's own tools would: the page's policy does not hold it.
    pub fn run(&self, script: &str) -> Value {
        self.say("/execute/sync", &json!({"script": script, "args": []}))
    }

    /// As [`Browser::run`], for a script that calls its last argument when it is done.
    pub fn run_to_end(&self, script: &str) -> Value {
        self.say("/execute/async", &json!({"script": script, "args": []}))
    }

    /// A command of the browser's own protocol (<https://chromedevtools.github.io/devtools-protocol/>).
    pub fn tell(&self, command: &str, params: Value) -> Value {
        self.say("/goog/cdp/execute", &json!({"cmd": command, "params": params}))
    }

    pub fn size(&self, width: u32, height: u32) {
        let screen =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.tell("Emulation.setDeviceMetricsOverride", screen);
    }

    /// `medium` is "print" or "screen"; `scheme` is "light" or "dark".
    pub fn medium(&self, medium: &str, scheme: &str) {
        let features = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        let media = json!({"media": medium, "features": features});
        self.tell("Emulation.setEmulatedMedia", media);
    }

    /// The window as a PNG, in base64.
    pub fn picture(&self) -> String {
        let shot = self.ask("GET", &format!("/session/{}/screenshot", self.session), &Value::Null);
        shot.as_str().expect("a picture").to_owned()
    }

    /// What the page's console says since the last call.
    pub fn console(&self) -> Vec<String> {
        let said = self.say("/se/log", &json!({"type": "browser"}));
        let entries = said.as_array().cloned().unwrap_or_default();
        entries.iter().map(|entry| entry["message"].to_string()).collect()
    }

    /// Every address that the browser asked for since the last call, reached or not.
    pub fn asked(&self) -> Vec<String> {
        let said = self.say("/se/log", &json!({"type": "performance"}));
        let entries = said.as_array().cloned().unwrap_or_default();
        let of = |entry: &Value| -> Option<String> {
            let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let sent = event["message"]["method"] == "Network.requestWillBeSent";
            let url = event["message"]["params"]["request"]["url"].as_str()?;
            sent.then(|| url.to_owned())
        };
        entries.iter().filter_map(of).collect()
    }

    fn say(&self, path: &str, body: &Value) -> Value {
        self.ask("POST", &format!("/session/{}{path}", self.session), body)
    }

    /// One request to the driver. It answers on this machine, with a body of known length.
    fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: 127.0.0.1:{}\r\ncontent-type: application/json\r\n\
             content-length: {}\r\nconnection: close\r\n\r\n{body}",
            self.port,
            body.len()
        );
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).expect("the driver");
        stream.write_all(request.as_bytes()).expect("the driver listens");
        let (status, body) = answer(&mut BufReader::new(stream)).expect("the driver answers");
        let answer: Value = serde_json::from_slice(&body).expect("the driver speaks JSON");
        assert!(status.contains(" 200 "), "{method} {path}: {}", answer["value"]["message"]);
        answer["value"].clone()
    }

    fn wait_until_it_listens(&self) {
        let end = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            assert!(Instant::now() < end, "chromedriver does not listen");
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Browser {
    /// The browser first: without its driver it would live on.
    fn drop(&mut self) {
        if !self.session.is_empty() {
            self.ask("DELETE", &format!("/session/{}", self.session), &Value::Null);
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// The first line of an answer, and its body: the driver says how long it is, and keeps the line open.
fn answer(stream: &mut impl BufRead) -> io::Result<(String, Vec<u8>)> {
    let mut status = String::new();
    stream.read_line(&mut status)?;
    let mut bytes = 0;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line)?;
        let Some((name, value)) = line.split_once(':') else { break };
        if name.eq_ignore_ascii_case("content-length") {
            bytes = value.trim().parse().unwrap_or(0);
        }
    }
    let mut body = vec![0; bytes];
    stream.read_exact(&mut body)?;
    Ok((status, body))
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("no port is free");
    listener.local_addr().expect("a listener has an address").port()
}
