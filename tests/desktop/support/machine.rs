//! The machine of one test: a display, a home and a desk of its own.

use crate::display::Display;
use crate::driver::Driver;
use crate::reader::{Bus, Reader};
use crate::window::Window;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tempfile::TempDir;

/// One window at a time: two under software rendering only slow each other down.
static TURN: Mutex<()> = Mutex::new(());

/// What outlives a window: its desk, its home, its display.
pub struct Machine {
    /// Names the pictures that the test leaves behind.
    pub name: &'static str,
    pub display: Display,
    home: TempDir,
    picks: Vec<PathBuf>,
    bus: Option<Bus>,
    more: Vec<(String, String)>,
    _turn: MutexGuard<'static, ()>,
}

impl Machine {
    /// A machine on which Cutline has never run. `name` says in a few words what the test shows.
    pub fn new(name: &'static str) -> Self {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let home = tempfile::tempdir().expect("there is no room for a temporary folder");
        let machine = Machine {
            name,
            display: Display::open(),
            home,
            picks: vec![],
            bus: None,
            more: vec![],
            _turn: turn,
        };
        fs::create_dir(machine.path("run")).expect("a folder cannot be made");
        let private = Permissions::from_mode(0o700);
        fs::set_permissions(machine.path("run"), private).expect("a folder cannot be closed");
        machine
    }

    /// What the window's file dialogs will answer with, from the next start on.
    pub fn will_pick(&mut self, files: impl IntoIterator<Item = PathBuf>) {
        self.picks = files.into_iter().collect();
    }

    /// A screen reader on this machine, for the windows that are started after.
    pub async fn reader(&mut self) -> Reader {
        let bus = Bus::start(&self.environment());
        let reader = Reader::start(&bus).await;
        self.bus = Some(bus);
        reader
    }

    /// Sets one more variable of the environment, from the next start on.
    pub fn set(&mut self, name: &str, value: &str) {
        self.more.push((name.to_owned(), value.to_owned()));
    }

    /// Starts Cutline on this machine's desk.
    pub async fn start(&self) -> Window<'_> {
        self.start_on(&self.desk()).await
    }

    /// Starts Cutline on another desk.
    pub async fn start_on(&self, desk: &Path) -> Window<'_> {
        let driver = Driver::start(&self.environment());
        let desk = desk.to_str().expect("the desk's path is plain text");
        let client = driver.open(&binary(), &["--desk", desk]).await;
        Window::new(self, driver, client).await
    }

    /// The desk's folder. It is not there before the first start.
    pub fn desk(&self) -> PathBuf {
        self.path("desk")
    }

    /// Where exports go on this machine.
    pub fn exports(&self) -> PathBuf {
        self.path("exports")
    }

    /// A file or folder of this machine's own.
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// What Cutline would have shown in a browser last.
    pub fn opened(&self) -> Option<String> {
        fs::read_to_string(self.path("opened")).ok()
    }

    fn environment(&self) -> Vec<(String, String)> {
        let text = |path: PathBuf| path.to_string_lossy().into_owned();
        let picks = std::env::join_paths(&self.picks).expect("a path with a colon in it");
        let mut environment: Vec<(String, String)> = [
            ("DISPLAY", self.display.name.clone()),
            ("GDK_BACKEND", "x11".into()),
            ("HOME", text(self.path(""))),
            ("XDG_RUNTIME_DIR", text(self.path("run"))),
            ("XDG_DATA_HOME", text(self.path("data"))),
            ("XDG_CONFIG_HOME", text(self.path("config"))),
            ("XDG_CACHE_HOME", text(self.path("cache"))),
            ("LANG", "C.UTF-8".into()),
            ("TZ", "UTC".into()),
            ("CUTLINE_EXPORTS", text(self.exports())),
            ("CUTLINE_PICK", picks.to_string_lossy().into_owned()),
            ("CUTLINE_OPENED", text(self.path("opened"))),
            // As long as this file is not there, the clipboard is the display's own.
            ("CUTLINE_PASTE_HTML", text(self.path("copied.html"))),
            // Without it a window that was not started by tauri-driver refuses the session.
            ("TAURI_WEBVIEW_AUTOMATION", "true".into()),
            // Pictures of the window came out stale while it was painted by software OpenGL.
            ("WEBKIT_DISABLE_COMPOSITING_MODE", "1".into()),
            ("GSETTINGS_BACKEND", "memory".into()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into();
        environment.push(match &self.bus {
            Some(bus) => ("DBUS_SESSION_BUS_ADDRESS".to_owned(), bus.address.clone()),
            // Without a reader nobody listens, and the toolkit would look for one.
            None => ("NO_AT_BRIDGE".to_owned(), "1".to_owned()),
        });
        environment.extend(self.more.iter().cloned());
        environment
    }
}

/// The window's program, beside the tests' own: both are built into one folder.
pub fn binary() -> PathBuf {
    let binary = build_folder().join("cutline");
    assert!(binary.is_file(), "{} is missing: run `make test`", binary.display());
    binary
}

/// Where the pictures go: `screenshots` in cargo's target folder.
pub fn screenshots() -> PathBuf {
    let target = build_folder().parent().expect("a build lies in the target folder").to_owned();
    let folder = target.join("screenshots");
    fs::create_dir_all(&folder).expect("the folder for pictures cannot be made");
    folder
}

/// `target/debug`: the tests themselves lie in its folder `deps`.
fn build_folder() -> PathBuf {
    let test = std::env::current_exe().expect("a running program has a path");
    test.ancestors().nth(2).expect("a test lies in a build's folder").to_owned()
}
