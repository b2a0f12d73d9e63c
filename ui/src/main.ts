import "./styles/index.css";
import { mount } from "svelte";
import App from "./App.svelte";
import { beginLooks } from "./panels/looks";

beginLooks();
const target = document.getElementById("app");
if (target) {
  target.replaceChildren();
  mount(App, { target });
}
