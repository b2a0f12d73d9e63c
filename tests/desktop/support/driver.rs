//! WebKitWebDriver, and the window that it starts.

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, thread};

/// A driver of its own for each window: one driver serves one session.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver in an environment that the window will share.
    pub fn start(environment: &[(String, String)]) -> Self {
        let port = free_port();
        let process = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver cannot be started: is webkit2gtk-driver installed?");
        let driver = Driver { process, port };
        driver.wait_until_it_listens();
        driver
    }

    /// Opens the window `binary` with `arguments` and takes hold of its page.
    pub async fn open(&self, binary: &Path, arguments: &[&str]) -> Client {
        let options = json!({ "binary": binary, "args": arguments });
        let wanted = json!({ "webkitgtk:browserOptions": options });
        let wanted = wanted.as_object().expect("an object").clone();
        ClientBuilder::new(HttpConnector::new())
            .capabilities(wanted)
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .expect("the window did not open")
    }

    /// The process of the window, while it runs.
    pub fn window(&self) -> Option<u32> {
        children(self.process.id()).into_iter().find(|id| !is_zombie(*id))
    }

    /// Halts the process that the page runs in.
    pub fn stop_page(&self) {
        let processes = self.window().map(children).unwrap_or_default();
        let page = processes.into_iter().find(|id| name(*id).starts_with("WebKitWebProc"));
        signal("STOP", page.expect("the page has a process"));
    }

    /// Ends the window at once, as a power cut would. Waits until it is gone.
    pub fn kill_window(&self) {
        while let Some(window) = self.window() {
            // A page that was halted would not notice that its window is gone.
            children(window).into_iter().for_each(|child| signal("KILL", child));
            signal("KILL", window);
            thread::sleep(Duration::from_millis(20));
        }
    }

    fn wait_until_it_listens(&self) {
        let end = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            assert!(Instant::now() < end, "WebKitWebDriver does not listen");
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Driver {
    /// The window first: without its driver it would live on.
    fn drop(&mut self) {
        self.kill_window();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn signal(signal: &str, process: u32) {
    // The process may have ended by itself.
    let _ = Command::new("kill").arg(format!("-{signal}")).arg(process.to_string()).status();
}

fn children(process: u32) -> Vec<u32> {
    let children = fs::read_to_string(format!("/proc/{process}/task/{process}/children"));
    children.unwrap_or_default().split_whitespace().filter_map(|id| id.parse().ok()).collect()
}

fn name(process: u32) -> String {
    fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default()
}

fn is_zombie(process: u32) -> bool {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let state = stat.rsplit(") ").next().unwrap_or_default();
    state.is_empty() || state.starts_with('Z')
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("no port is free");
    listener.local_addr().expect("a listener has an address").port()
}
