/** What a card says, as a form in its place. Nothing is looked up: a person writes it. */

import { elementWords } from "../../../messages/elements";
import { safeAddress, typedAddress } from "../../address";
import { clean, cleanLine } from "../../clean";
import { button, piece } from "../../dom";
import { providerOf } from "./provider";
import type { Embed, EmbedField } from "./spec";
import { EMBED_FIELDS } from "./spec";

const words = elementWords.embed;

export interface FormCalls {
  done(embed: Embed): void;
  cancel(): void;
}

let made = 0;

export class EmbedForm {
  readonly dom = document.createElement("form");
  private readonly fields: Record<EmbedField, HTMLInputElement | HTMLTextAreaElement>;
  private readonly trouble = piece("p", "embed-trouble");

  constructor(
    embed: Embed,
    private readonly calls: FormCalls,
  ) {
    const fields = EMBED_FIELDS.map((name) => [name, field(name, embed[name])] as const);
    this.fields = Object.fromEntries(fields) as typeof this.fields;
    this.trouble.id = `embed-trouble-${++made}`;
    this.trouble.setAttribute("role", "alert");
    this.trouble.hidden = true;
    this.dom.className = "embed-form";
    this.dom.noValidate = true;
    this.dom.setAttribute("aria-label", words.label);
    this.dom.append(...fields.map(([name, input]) => labelled(name, input)), this.trouble, this.buttons());
    this.fields.address.addEventListener("change", () => this.guess());
    this.dom.addEventListener("submit", (event) => this.submit(event));
    this.dom.addEventListener("keydown", (event) => this.press(event));
  }

  focus(): void {
    const empty = EMBED_FIELDS.find((name) => this.fields[name].value === "");
    this.fields[empty ?? "address"].focus();
  }

  private buttons(): HTMLElement {
    const done = button("story-button", words.done, () => {});
    done.type = "submit";
    return piece("div", "embed-buttons", done, button("story-button", words.cancel, () => this.calls.cancel()));
  }

  /** The address says where it stands, unless a person has. */
  private guess(): void {
    const address = typedAddress(this.fields.address.value);
    if (address !== null && this.fields.provider.value === "") {
      this.fields.provider.value = providerOf(address);
    }
  }

  private submit(event: Event): void {
    event.preventDefault();
    this.guess();
    const address = typedAddress(this.fields.address.value) ?? "";
    const followed = safeAddress(address) !== null && !address.startsWith("mailto:");
    this.refuse(!followed);
    if (!followed) return;
    const line = (name: EmbedField) => cleanLine(this.fields[name].value).trim();
    const text = clean(this.fields.text.value).trim();
    this.calls.done({
      address,
      provider: line("provider"),
      title: line("title"),
      author: line("author"),
      text,
    });
  }

  private refuse(refused: boolean): void {
    const { address } = this.fields;
    this.trouble.textContent = words.badAddress;
    this.trouble.hidden = !refused;
    address.setAttribute("aria-invalid", String(refused));
    address.setAttribute("aria-describedby", this.trouble.id);
    if (refused) address.focus();
  }

  private press(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    this.calls.cancel();
  }
}

function field(name: EmbedField, value: string): HTMLInputElement | HTMLTextAreaElement {
  const input = document.createElement(name === "text" ? "textarea" : "input");
  if (input instanceof HTMLTextAreaElement) input.rows = 3;
  else if (name === "address") input.inputMode = "url";
  input.value = value;
  input.placeholder = words.hints[name];
  input.dir = name === "address" ? "ltr" : "auto";
  input.spellcheck = name === "title" || name === "text";
  return input;
}

function labelled(name: EmbedField, input: HTMLElement): HTMLElement {
  const label = document.createElement("label");
  label.className = `embed-field embed-${name}`;
  label.append(piece("span", "", words.fields[name]), input);
  return label;
}
