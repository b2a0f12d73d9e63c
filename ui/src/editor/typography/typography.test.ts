import { history } from "prosemirror-history";
import { EditorState, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { readDocument } from "../document";
import { photosPlugin } from "../facts";
import { caretIn } from "../fields";
import { habitsPlugin, putHabits } from "../habits";
import type { Habits } from "../habits";
import { keys } from "../keys";
import { block, storyJson, textNode, withoutLayout } from "../testing";
import type { EditorOptions } from "../types";
import { typedText, typingRules } from "../typing";
import { fixQuotes } from "./fix";
import { typographyOf } from "./languages";

let view: EditorView;

beforeAll(withoutLayout);
afterEach(() => view.destroy());

function open(language = "en", body = [block("paragraph")], habits: Partial<Habits> = {}): void {
  const plugins = [photosPlugin(), habitsPlugin(), typingRules(), ...keys({} as EditorOptions), history()];
  const { doc } = readDocument(storyJson({ body }));
  const empty = EditorState.create({ doc, plugins });
  const state = empty.apply(putHabits(empty.tr.setDocAttribute("language", language), habits));
  view = new EditorView(document.createElement("div"), { state, handleTextInput: typedText });
  const caret = caretIn(view.state.doc, "body");
  const end = caret.$from.end();
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, end)));
}

function type(text: string): void {
  for (const letter of text) {
    const { from, to } = view.state.selection;
    const plain = () => view.state.tr.insertText(letter, from, to);
    const done = view.someProp("handleTextInput", (f) => f(view, from, to, letter, plain));
    if (!done) view.dispatch(plain());
  }
}

function press(key: string): void {
  const event = new KeyboardEvent("keydown", { key, cancelable: true });
  view.someProp("handleKeyDown", (f) => f(view, event));
}

const words = () => view.state.selection.$from.parent.textContent;

function check(language: string, typed: string, expected: string): void {
  open(language);
  type(typed);
  expect(words()).toBe(expected);
}

describe("quotation marks", () => {
  it.each([
    ["en", `"We 'won'," he said.`, "“We ‘won’,” he said."],
    ["en-GB", `She said "yes".`, "She said “yes”."],
    ["fr", `"Bonjour"`, "«\u202fBonjour\u202f»"],
    ["fr", `Il dit "le "oui" gagne".`, "Il dit «\u202fle “oui” gagne\u202f»."],
    ["fr-CH", `"le "oui""`, "«\u202fle ‹oui›\u202f»"],
    ["fr-CA", `"Bonjour"`, "«\u00a0Bonjour\u00a0»"],
    ["de", `"Er sagt 'ja'", so`, "„Er sagt ‚ja‘“, so"],
    ["de-CH", `"Ja", sagt sie`, "«Ja», sagt sie"],
    ["es", `"El "sí" ganó"`, "«El “sí” ganó»"],
    ["es-MX", `"Sí", dijo`, "“Sí”, dijo"],
    ["pl", `"To "tak" wygrało"`, "„To «tak» wygrało”"],
    ["cs", `"Ano", řekl`, "„Ano“, řekl"],
    ["sv", `"Ja", sa hon. "Nej".`, "”Ja”, sa hon. ”Nej”."],
    ["fi", `"Kyllä"`, "”Kyllä”"],
    ["nl", `"Ja", zei ze`, "“Ja”, zei ze"],
    ["it", `"Sì", ha detto`, "«Sì», ha detto"],
    ["tr", `"Evet" dedi`, "“Evet” dedi"],
    ["el", `"Ναι", είπε`, "«Ναι», είπε"],
    ["ru", `"Кино "Мир" открыто"`, "«Кино „Мир“ открыто»"],
    ["hu", `"Az "igen" nyert"`, "„Az »igen« nyert”"],
    ["he", `"כן" אמר`, "”כן” אמר"],
    ["ar", `"نعم" قال`, "”نعم“ قال"],
    ["fa", `"بله"`, "«بله»"],
    ["ja", `彼は"はい"と言った`, "彼は「はい」と言った"],
    ["ja", `"彼は'はい'と"`, "「彼は『はい』と」"],
    ["zh", `他说"好"。`, "他说“好”。"],
    ["zh-Hant", `他說"好"。`, "他說「好」。"],
    ["ko", `"네"`, "“네”"],
    ["xx", `"a"`, "“a”"],
  ])("of %s: %s", (language, typed, expected) => check(language, typed, expected));

  it("open after a dash and close after one that breaks a quotation off", () => {
    check("en", `so--"yes"`, "so—“yes”");
    check("en", `"But I--" he began`, "“But I—” he began");
  });

  it("open after an elided article", () => check("it", `l'"arte"`, "l’«arte»"));

  it("follow the closest rules of a tag", () => {
    expect(typographyOf("de-Latn-CH").outer).toEqual(["«", "»"]);
    expect(typographyOf("fr-BE")).toBe(typographyOf("fr"));
    expect(typographyOf("zh_hant").outer[0]).toBe("「");
  });
});

describe("apostrophes", () => {
  it.each([
    ["en", `It's the boys' '90s rock 'n' roll`, "It’s the boys’ ’90s rock ’n’ roll"],
    ["en", `'Tis so`, "’Tis so"],
    ["de", `"'Wie geht's', sagt er"`, "„‚Wie geht’s‘, sagt er“"],
    ["fr", `l'été d'"avant"`, "l’été d’«\u202favant\u202f»"],
    ["it", `la 'ndrangheta`, "la ’ndrangheta"],
    ["nl", `in 's-Gravenhage`, "in ’s-Gravenhage"],
    ["zh", `他说it's`, "他说it’s"],
    ["he", `צה"ל`, "צה״ל"],
    ["tr", `Ankara'da`, "Ankara’da"],
  ])("of %s: %s", (language, typed, expected) => check(language, typed, expected));
});

describe("spaces of French", () => {
  it.each([
    ["Quoi ?", "Quoi\u202f?"],
    ["Quoi?", "Quoi\u202f?"],
    ["Non !!", "Non\u202f!!"],
    ["Ainsi : oui ; non", "Ainsi\u202f: oui\u202f; non"],
    ["à 10:30", "à 10:30"],
    ["https://a.org/b?c", "https://a.org/b?c"],
    ["« Oui »", "«\u202fOui\u202f»"],
  ])("%s", (typed, expected) => check("fr", typed, expected));

  it("are not those of Canada, nor of English", () => {
    check("fr-CA", "Quoi? Ainsi : oui", "Quoi? Ainsi\u00a0: oui");
    check("en", "So : what ?", "So : what ?");
  });
});

describe("dashes and ellipses", () => {
  it.each([
    ["en", "so -- what...", "so — what…"],
    ["en-GB", "so -- what", "so – what"],
    ["de", "so -- nun", "so – nun"],
    ["ru", "так -- да", "так — да"],
    ["zh", "是--的...", "是——的……"],
    ["en", "1939--1945", "1939–1945"],
  ])("of %s: %s", (language, typed, expected) => check(language, typed, expected));
});

describe("typography stays away", () => {
  it("from addresses", () => check("en", `www.a.org/it's--"x"`, `www.a.org/it's--"x"`));
  it("when the desk has it off", () => {
    open("en", [block("paragraph")], { smart: false });
    type(`"It's" -- so...`);
    expect(words()).toBe(`"It's" -- so...`);
  });
});

it.each([
  ["fr", "Quoi?", "Quoi?"],
  ["fr", `"`, `"`],
  ["de", "so--", "so--"],
  ["en", "the '90s", "the ‘90s"],
])("one Backspace brings back what was typed, in %s: %s", (language, typed, expected) => {
  open(language);
  type(typed);
  press("Backspace");
  expect(words()).toBe(expected);
});

it("expands a code while typing, and one Backspace brings it back", () => {
  open("en", [block("paragraph")], { codes: [{ code: "gs9", text: "Ilse Oyelund (No 9)" }] });
  type("Goal by \\gs9\\");
  expect(words()).toBe("Goal by Ilse Oyelund (No 9)");
  press("Backspace");
  expect(words()).toBe("Goal by \\gs9\\");
  type(" \\zz\\");
  expect(words()).toBe("Goal by \\gs9\\ \\zz\\");
});

describe("fixing quotes", () => {
  function fixed(language: string, text: string): string {
    open(language, [{ type: "paragraph", content: [textNode(text.slice(0, 3), { type: "em" }), textNode(text.slice(3))] }]);
    view.dispatch(fixQuotes(view.state));
    return words();
  }

  it.each([
    ["en", `He said "it's 'so'" -- twice...`, "He said “it’s ‘so’” — twice…"],
    ["de", "Sie sagte “ja”, und “nein”.", "Sie sagte „ja“, und „nein“."],
    ["fr", "Elle a dit “oui” ! Vraiment ?", "Elle a dit «\u202foui\u202f»\u202f! Vraiment\u202f?"],
    ["en", "Elle a dit «\u00a0oui\u00a0» hier", "Elle a dit “oui” hier"],
    ["en", "Er sagte »ja« dazu", "Er sagte “ja” dazu"],
    ["en", `He is 5'10" tall`, `He is 5'10" tall`],
    ["en", `See https://a.org/"x" now`, `See https://a.org/"x" now`],
  ])("of %s: %s", (language, text, expected) => expect(fixed(language, text)).toBe(expected));

  it("does nothing where all is well, and keeps marks", () => {
    expect(fixed("en", "“Fine,” he said")).toBe("“Fine,” he said");
    fixed("en", `"A b" c`);
    expect(view.state.selection.$from.parent.firstChild?.marks[0]?.type.name).toBe("em");
  });
});
