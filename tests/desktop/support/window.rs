//! An open window of Cutline.

use crate::driver::Driver;
use crate::find::PATIENCE;
use crate::machine::{Machine, screenshots};
use fantoccini::Client;
use fantoccini::wd::TimeoutConfiguration;
use serde_json::{Value, json};
use std::fs;
use std::future::Future;
use std::time::{Duration, Instant};
use tokio::time::timeout;

/// A window that WebDriver holds. It is ended with the test.
pub struct Window<'m> {
    pub client: Client,
    pub(crate) driver: Driver,
    pub(crate) machine: &'m Machine,
}

impl<'m> Window<'m> {
    pub(crate) async fn new(machine: &'m Machine, driver: Driver, client: Client) -> Self {
        let patience = TimeoutConfiguration::new(Some(PATIENCE), Some(PATIENCE), None);
        client.update_timeouts(patience).await.expect("the driver does not keep time");
        Window { client, driver, machine }
    }

    /// Runs a function body in the page, with `arguments`, and hands back what it returns.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        let result = self.client.execute(script, arguments).await;
        result.unwrap_or_else(|error| panic!("a script failed in the page: {error}\n{script}"))
    }

    /// Carries out an action of the desk through the page, past the buttons: for looking at what was
    /// saved. A failure of the desk ends the test.
    pub async fn act(&self, action: &str, request: Value) -> Value {
        const ACT: &str = "
            const [action, request, done] = arguments;
            window.__TAURI_INTERNALS__.invoke('act', { action, request })
                .then((reply) => done({ reply }), (failure) => done({ failure }));";
        let answer = self.client.execute_async(ACT, vec![json!(action), request]).await;
        let mut answer =
            answer.unwrap_or_else(|error| panic!("{action} was not answered: {error}"));
        assert!(answer.get("failure").is_none(), "{action} failed: {answer}");
        answer["reply"].take()
    }

    /// Waits until `ready` says yes; fails with a picture of the window when it does not in time.
    pub async fn until<F: Future<Output = bool>>(&self, what: &str, mut ready: impl FnMut() -> F) {
        let end = Instant::now() + PATIENCE;
        while !ready().await {
            if Instant::now() > end {
                self.fail(&format!("waited in vain until {what}")).await;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Takes a picture of the window into `target/screenshots/<name>.png`, as it is painted now.
    pub async fn picture(&self, name: &str) {
        let Some(picture) = self.painted().await else {
            return eprintln!("no picture of {name} was taken");
        };
        let file = screenshots().join(format!("{name}.png"));
        fs::write(&file, picture).expect("the picture cannot be written");
    }

    /// A picture of the window as a PNG.
    pub async fn png(&self) -> Vec<u8> {
        match self.painted().await {
            Some(picture) => picture,
            None => self.fail("the window cannot be painted").await,
        }
    }

    async fn painted(&self) -> Option<Vec<u8>> {
        // The first frame paints what the script saw, the second is on the screen. The driver then
        // waits for one more, which never comes where nothing blinks: so one faint pixel does.
        const BEGIN: &str = "
            const done = arguments[0];
            const pixel = document.body.appendChild(document.createElement('i'));
            pixel.style.cssText = 'position: fixed; width: 1px; height: 1px; opacity: 0.01';
            const blink = (time) => {
                pixel.style.background = Math.floor(time / 16) % 2 ? 'black' : 'white';
                if (pixel.isConnected) requestAnimationFrame(blink);
            };
            window.endPicture = () => pixel.remove();
            requestAnimationFrame((time) => { blink(time); requestAnimationFrame(() => done()); });";
        // A page that hangs, or that is never painted, must not hang the test as well.
        let _ = timeout(PATIENCE, self.client.execute_async(BEGIN, vec![])).await;
        let picture = timeout(PATIENCE, self.client.screenshot()).await;
        let _ = timeout(PATIENCE, self.client.execute("window.endPicture()", vec![])).await;
        picture.ok()?.ok()
    }

    /// Stands in for a drop of files at a point of the page: the native drop cannot be driven, so
    /// the page gets the event that the shell would have sent.
    pub async fn drop_files(&self, paths: &[&std::path::Path], x: f64, y: f64) {
        const EMIT: &str = "
            const [event, payload, done] = arguments;
            window.__TAURI_INTERNALS__.invoke('plugin:event|emit', { event, payload })
                .then(() => done(null), (refusal) => done(String(refusal)));";
        let payload = json!({ "paths": paths, "position": { "x": x, "y": y } });
        let arguments = vec![json!("tauri://drag-drop"), payload];
        let refused = self.client.execute_async(EMIT, arguments).await;
        assert_eq!(refused.expect("the drop was not answered"), Value::Null);
    }

    /// Whether the program still runs.
    pub fn is_running(&self) -> bool {
        self.driver.window().is_some()
    }

    /// Makes the page hang, as a script without end would.
    pub fn stop_page(&self) {
        self.driver.stop_page();
    }

    /// Ends the window as a power cut would.
    pub fn kill(self) {
        self.driver.kill_window();
    }

    /// Closes the window as a person does, and waits until the program has ended.
    pub async fn close(self) {
        self.machine.display.close_window("Cutline");
        self.until("the window is closed", || async { !self.is_running() }).await;
    }

    /// Ends the test with a sentence and leaves a picture of what was to be seen.
    pub(crate) async fn fail(&self, sentence: &str) -> ! {
        let name = format!("failed-{}", self.machine.name);
        self.picture(&name).await;
        panic!("{sentence}: see screenshots/{name}.png in the target folder");
    }
}
