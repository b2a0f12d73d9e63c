/** Puts the window in the place of the frame that stands in index.html. */
import "./styles/index.css";
import { mount } from "svelte";
import App from "./App.svelte";

export function show(): void {
  const target = document.getElementById("app");
  if (!target) return;
  target.replaceChildren();
  mount(App, { target });
}
