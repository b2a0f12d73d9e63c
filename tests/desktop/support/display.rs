//! A display of the test's own, and the one thing that WebDriver cannot do there: closing the window
//! as a person does.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, Window as WindowId,
};
use x11rb::rust_connection::RustConnection;

/// An X server without a screen, on the first display number that is free.
pub struct Display {
    server: Child,
    /// As `DISPLAY` wants it: ":99".
    pub name: String,
}

impl Display {
    pub fn open() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb cannot be started: is the package xvfb installed?");
        let mut number = String::new();
        let stdout = server.stdout.take().expect("the output is piped");
        BufReader::new(stdout).read_line(&mut number).expect("Xvfb does not say its display");
        let name = format!(":{}", number.trim());
        assert!(name.len() > 1, "Xvfb ended before it had a display");
        Display { server, name }
    }

    /// Asks the window with that title to close, as the cross in its frame does.
    pub fn close_window(&self, title: &str) {
        let (x, screen) = x11rb::connect(Some(&self.name)).expect("the display does not answer");
        let root = x.setup().roots[screen].root;
        let window = find(&x, root, title).unwrap_or_else(|| panic!("no window is called {title}"));
        let data = [atom(&x, "WM_DELETE_WINDOW"), 0, 0, 0, 0];
        let event = ClientMessageEvent::new(32, window, atom(&x, "WM_PROTOCOLS"), data);
        let sent = x.send_event(false, window, EventMask::NO_EVENT, event);
        sent.expect("the message cannot be sent").check().expect("the window cannot be asked");
    }

    /// Whether a window with that title is open.
    pub fn has_window(&self, title: &str) -> bool {
        let (x, screen) = x11rb::connect(Some(&self.name)).expect("the display does not answer");
        find(&x, x.setup().roots[screen].root, title).is_some()
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// The first window that closes on request and has that title, from the outside in.
fn find(x: &RustConnection, window: WindowId, title: &str) -> Option<WindowId> {
    if name(x, window).as_deref() == Some(title) && obeys(x, window) {
        return Some(window);
    }
    let children = x.query_tree(window).ok()?.reply().ok()?.children;
    children.into_iter().find_map(|child| find(x, child, title))
}

fn name(x: &RustConnection, window: WindowId) -> Option<String> {
    let property = (atom(x, "_NET_WM_NAME"), atom(x, "UTF8_STRING"));
    let reply = x.get_property(false, window, property.0, property.1, 0, 256).ok()?.reply().ok()?;
    String::from_utf8(reply.value).ok()
}

fn obeys(x: &RustConnection, window: WindowId) -> bool {
    let asked = x.get_property(false, window, atom(x, "WM_PROTOCOLS"), AtomEnum::ATOM, 0, 32);
    let Some(reply) = asked.ok().and_then(|asked| asked.reply().ok()) else { return false };
    let delete = atom(x, "WM_DELETE_WINDOW");
    reply.value32().is_some_and(|mut atoms| atoms.any(|it| it == delete))
}

fn atom(x: &RustConnection, name: &str) -> u32 {
    let asked = x.intern_atom(false, name.as_bytes()).expect("the display does not answer");
    asked.reply().expect("an atom cannot be named").atom
}
