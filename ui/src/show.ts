/** Puts the window in the place of the frame that stands in index.html. */
import "./styles/index.css";
import { mount } from "svelte";
import App from "./App.svelte";
import { openDesk } from "./panels/open";

/** With what the desk has answered so far: so the window is drawn once, and not first empty. */
export async function show(): Promise<void> {
  const opened = openDesk();
  await Promise.race([Promise.allSettled([opened]), new Promise((turn) => setTimeout(turn))]);
  const target = document.getElementById("app");
  if (!target) return;
  target.replaceChildren();
  mount(App, { target });
  // What went wrong is told by the window, which has to be there for it.
  await opened;
}
