/** WebKitWebDriver on a display of its own, as little of it as the measuring needs. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export class Windows {
  static async open() {
    const windows = new Windows();
    const pipe = ["ignore", "pipe", "ignore"];
    windows.server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], { stdio: pipe });
    const [number] = await once(createInterface({ input: windows.server.stdout }), "line");
    windows.display = `:${number}`;
    return windows;
  }

  /** Opens a window and takes hold of its page. */
  async start(binary, args) {
    const home = mkdtempSync(join(tmpdir(), "cutline-bench-"));
    const env = {
      ...process.env,
      DISPLAY: this.display,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      XDG_DATA_HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_CACHE_HOME: home,
      GSETTINGS_BACKEND: "memory",
      NO_AT_BRIDGE: "1",
      TAURI_WEBVIEW_AUTOMATION: "true",
      WEBKIT_DISABLE_COMPOSITING_MODE: "1",
    };
    const port = await freePort();
    const driver = spawn("WebKitWebDriver", [`--port=${port}`], { env, stdio: "ignore" });
    const session = new Session(driver, `http://127.0.0.1:${port}`, home);
    await session.begin(binary, args);
    return session;
  }

  close() {
    this.server.kill();
  }
}

class Session {
  constructor(driver, address, home) {
    Object.assign(this, { driver, address, home });
  }

  async begin(binary, args) {
    const wanted = { "webkitgtk:browserOptions": { binary, args } };
    const { sessionId } = await this.#until(() => this.#send("POST", "/session", { capabilities: { alwaysMatch: wanted } }));
    this.address += `/session/${sessionId}`;
    await this.#send("POST", "/timeouts", { script: 120_000 });
  }

  run(script, ...args) {
    return this.#send("POST", "/execute/sync", { script, args });
  }

  /** The script's last argument is called with the answer. */
  later(script, ...args) {
    return this.#send("POST", "/execute/async", { script, args });
  }

  press(key) {
    const actions = [
      { type: "keyDown", value: key },
      { type: "keyUp", value: key },
    ];
    return this.#send("POST", "/actions", { actions: [{ type: "key", id: "keys", actions }] });
  }

  /** Waits until the script answers with something. */
  async until(script, ...args) {
    const end = Date.now() + 120_000;
    for (;;) {
      const answer = await this.run(script, ...args).catch(() => null);
      if (answer) return answer;
      if (Date.now() > end) throw new Error(`waited in vain: ${script}`);
      await new Promise((turn) => setTimeout(turn, 50));
    }
  }

  /** The processes of the window, its web and network processes among them. */
  processes() {
    const [window] = childrenOf(this.driver.pid);
    return window === undefined ? [] : [window, ...childrenOf(window)];
  }

  close() {
    for (const id of this.processes().reverse()) kill(id);
    this.driver.kill();
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  async #send(method, path, body) {
    const response = await fetch(this.address + path, { method, body: JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  async #until(ask) {
    for (let tries = 0; ; tries++) {
      try {
        return await ask();
      } catch (error) {
        if (tries > 100 || !/fetch failed/.test(String(error))) throw error;
        await new Promise((turn) => setTimeout(turn, 50));
      }
    }
  }
}

export function childrenOf(id) {
  try {
    return readdirSync(`/proc/${id}/task`).flatMap((task) =>
      readFileSync(`/proc/${id}/task/${task}/children`, "utf8").split(/\s+/).filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

function kill(id) {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

function once(emitter, event) {
  return new Promise((heard) => emitter.once(event, (...args) => heard(args)));
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}
