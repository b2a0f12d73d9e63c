//! A screen reader of the test's own: it sees the window through AT-SPI, as Orca does, on a session
//! bus of the machine's own.

use futures_lite::StreamExt;
use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
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
            let registry = "/org/a11y/atspi/registry";
            let asked = bus.call_method(
                Some(REGISTRY),
                registry,
                Some(REGISTRY),
                "RegisterEvent",
                &(event, Vec::<String>::new(), ""),
            );
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

    /// Waits until somebody says `words`.
    pub async fn hears(&mut self, words: &str) {
        let mut all = Vec::new();
        let listening = async {
            while let Some(Ok(message)) = self.heard.next().await {
                let said = said(&message);
                if said.contains(words) {
                    return;
                }
                all.push(said);
            }
        };
        let heard = timeout(Duration::from_secs(10), listening).await;
        assert!(heard.is_ok(), "nobody said “{words}”. Heard instead: {all:#?}");
    }

    async fn spoken(&self, (bus, path): &Place, depth: usize) -> Option<Spoken> {
        let bus = Some(bus.as_str());
        let role = self.bus.call_method(bus, path, Some(ACCESSIBLE), "GetRoleName", &());
        let role: String = role.await.ok()?.body().deserialize().ok()?;
        let wanted = (ACCESSIBLE, "Name");
        let name = self.bus.call_method(bus, path, Some(PROPERTIES), "Get", &wanted).await.ok()?;
        let name: OwnedValue = name.body().deserialize().ok()?;
        Some(Spoken { role, name: name.try_into().unwrap_or_default(), depth })
    }

    async fn children(&self, (bus, path): &Place) -> Vec<Place> {
        let bus = Some(bus.as_str());
        let asked = self.bus.call_method(bus, path, Some(ACCESSIBLE), "GetChildren", &());
        let Ok(reply) = asked.await else { return vec![] };
        reply.body().deserialize().unwrap_or_default()
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

/// What an event carries: new text, or an announcement's words.
fn said(message: &zbus::Message) -> String {
    type Event<'m> = (String, i32, i32, Value<'m>, HashMap<String, Value<'m>>);
    let body = message.body();
    let member = message.header().member().map(ToString::to_string).unwrap_or_default();
    match body.deserialize::<Event>() {
        Ok((kind, _, _, Value::Str(words), _)) => format!("{member} {kind}: {words}"),
        Ok((kind, ..)) => format!("{member} {kind}"),
        Err(_) => member,
    }
}
