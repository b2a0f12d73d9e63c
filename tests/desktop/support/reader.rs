//! A screen reader of the test's own: it sees the window through AT-SPI, as Orca does, on a session
//! bus of the machine's own.

use futures_lite::StreamExt;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Type, Value};
use zbus::{Connection, MatchRule, MessageStream, connection, message};

const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
const EVENTS: &str = "org.a11y.atspi.Event.Object";
const REGISTRY: &str = "org.a11y.atspi.Registry";
const ROOT: &str = "/org/a11y/atspi/accessible/root";

/// A session bus without a session. The accessibility bus starts on it when somebody asks.
pub struct Bus {
    daemon: Child,
    pub address: String,
}

impl Bus {
    pub fn start(environment: &[(String, String)]) -> Self {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon cannot be started: is the package dbus-daemon installed?");
        let mut address = String::new();
        let stdout = daemon.stdout.take().expect("the output is piped");
        BufReader::new(stdout).read_line(&mut address).expect("the bus does not say its address");
        Bus { daemon, address: address.trim().to_owned() }
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// One thing of the window as it is read out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// As AT-SPI calls it: "button", "list item".
    pub role: String,
    pub name: String,
    /// How deep it lies.
    pub depth: usize,
}

/// Listens and looks on the accessibility bus.
pub struct Reader {
    bus: Connection,
    heard: MessageStream,
}

type Place = (String, OwnedObjectPath);

impl Reader {
    /// Switches accessibility on, as a screen reader does. Before the window starts.
    pub async fn start(bus: &Bus) -> Self {
        let session = connect(&bus.address).await;
        let place = (Some("org.a11y.Bus"), "/org/a11y/bus");
        let asked = session.call_method(place.0, place.1, Some("org.a11y.Bus"), "GetAddress", &());
        let address = asked.await.expect("at-spi2-core is not installed");
        let address: String = address.body().deserialize().expect("an address is text");
        let on = ("org.a11y.Status", "IsEnabled", Value::from(true));
        let set = session.call_method(place.0, place.1, Some(PROPERTIES), "Set", &on).await;
        set.expect("accessibility cannot be switched on");
        Self::on(connect(&address).await).await
    }

    async fn on(bus: Connection) -> Self {
        for event in ["object:text-changed", "object:announcement", "object:children-changed"] {
            let wanted = (event, Vec::<String>::new(), "");
            let at = (Some(REGISTRY), "/org/a11y/atspi/registry");
            let asked = bus.call_method(at.0, at.1, Some(REGISTRY), "RegisterEvent", &wanted);
            asked.await.expect("nobody may listen");
        }
        let rule = MatchRule::builder().msg_type(message::Type::Signal).interface(EVENTS);
        let rule = rule.expect("the interface has a name").build();
        let heard = MessageStream::for_match_rule(rule, &bus, Some(4096)).await;
        Reader { heard: heard.expect("nothing can be heard"), bus }
    }

    /// Everything in the window, in the order in which it is read.
    pub async fn read(&self) -> Vec<Spoken> {
        let mut spoken = Vec::new();
        let mut waiting = vec![((REGISTRY.to_owned(), path(ROOT)), 0)];
        while let Some((place, depth)) = waiting.pop() {
            let Some(one) = self.spoken(&place, depth).await else { continue };
            spoken.push(one);
            let children = self.children(&place).await;
            waiting.extend(children.into_iter().rev().map(|child| (child, depth + 1)));
        }
        spoken
    }

    /// Waits until something of this role and name is there.
    pub async fn finds(&self, role: &str, name: &str) {
        let end = Instant::now() + Duration::from_secs(20);
        loop {
            let all = self.read().await;
            if all.iter().any(|one| one.role == role && one.name.contains(name)) {
                return;
            }
            assert!(Instant::now() < end, "no {role} is called “{name}”:\n{}", shown(&all));
            sleep(Duration::from_millis(200)).await;
        }
    }

    /// Forgets what was heard so far.
    pub async fn listens_anew(&mut self) {
        while timeout(Duration::from_millis(500), self.heard.next()).await.is_ok() {}
    }

    /// Waits until something is said in a live region: what a screen reader reads out unasked. The
    /// words are the page's to tell; WebKit hands over which region it is.
    pub async fn hears_a_live_region(&mut self, politeness: &str) {
        let listening = async {
            while let Some(Ok(message)) = self.heard.next().await {
                if live(&self.bus, &message).await.as_deref() == Some(politeness) {
                    return;
                }
            }
        };
        let heard = timeout(Duration::from_secs(10), listening).await;
        assert!(heard.is_ok(), "no {politeness} region said anything");
    }

    async fn spoken(&self, place: &Place, depth: usize) -> Option<Spoken> {
        let role: String = ask(&self.bus, place, "GetRoleName").await?;
        // WebKit gives its roles as numbers alone.
        let number: u32 = ask(&self.bus, place, "GetRole").await?;
        let role = if role.is_empty() { named(number) } else { role };
        Some(Spoken { role, name: name(&self.bus, place).await.unwrap_or_default(), depth })
    }

    async fn children(&self, place: &Place) -> Vec<Place> {
        let children: Option<Vec<Place>> = ask(&self.bus, place, "GetChildren").await;
        match children {
            Some(children) if !children.is_empty() => children,
            Some(_) => self.plugged_in(Some(&place.0), &place.1).await,
            None => vec![],
        }
    }

    /// The page is a process of its own, plugged into the window. The window tells it as its first
    /// child, and leaves it out of the list of them.
    async fn plugged_in(&self, bus: Option<&str>, path: &OwnedObjectPath) -> Vec<Place> {
        let asked = self.bus.call_method(bus, path, Some(ACCESSIBLE), "GetChildAtIndex", &0i32);
        let Ok(reply) = asked.await else { return vec![] };
        let child: Result<Place, _> = reply.body().deserialize();
        child.into_iter().filter(|(_, path)| !path.ends_with("/null")).collect()
    }
}

/// The tree as text, for a person.
pub fn shown(all: &[Spoken]) -> String {
    let line = |one: &Spoken| format!("{}{} “{}”\n", "  ".repeat(one.depth), one.role, one.name);
    all.iter().map(line).collect()
}

async fn connect(address: &str) -> Connection {
    let builder = connection::Builder::address(address).expect("the address of a bus");
    builder.build().await.expect("the bus does not answer")
}

fn path(path: &str) -> OwnedObjectPath {
    OwnedObjectPath::try_from(path).expect("a path of a bus")
}

/// How urgently the region of an event is read out; nothing for events of all other things.
async fn live(bus: &Connection, message: &zbus::Message) -> Option<String> {
    let header = message.header();
    let place = (header.sender()?.to_string(), OwnedObjectPath::from(header.path()?.clone()));
    let mut attributes: HashMap<String, String> = ask(bus, &place, "GetAttributes").await?;
    attributes.remove("live")
}

async fn ask<T: DeserializeOwned + Type>(
    bus: &Connection,
    (at, path): &Place,
    method: &str,
) -> Option<T> {
    let reply = bus.call_method(Some(at.as_str()), path, Some(ACCESSIBLE), method, &()).await;
    reply.ok()?.body().deserialize().ok()
}

async fn name(bus: &Connection, (at, path): &Place) -> Option<String> {
    let wanted = (ACCESSIBLE, "Name");
    let reply = bus.call_method(Some(at.as_str()), path, Some(PROPERTIES), "Get", &wanted).await;
    let name: OwnedValue = reply.ok()?.body().deserialize().ok()?;
    name.try_into().ok()
}

/// The roles that the tests ask for, by their numbers in AT-SPI (`AtspiRole` in atspi-constants.h).
fn named(role: u32) -> String {
    const ROLES: [(u32, &str); 17] = [
        (7, "check box"),
        (11, "combo box"),
        (16, "dialog"),
        (27, "image"),
        (31, "list"),
        (32, "list item"),
        (37, "page tab"),
        (38, "page tab list"),
        (39, "panel"),
        (43, "button"),
        (62, "toggle button"),
        (73, "paragraph"),
        (79, "entry"),
        (83, "heading"),
        (85, "section"),
        (95, "document web"),
        (110, "landmark"),
    ];
    let known = ROLES.iter().find(|(number, _)| *number == role);
    known.map_or_else(|| format!("role {role}"), |(_, name)| (*name).to_owned())
}
