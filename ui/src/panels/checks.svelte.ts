/**
 * What the checks noticed in the text as it stands in the window. They run after a pause; when the
 * text has moved on meanwhile, the newest run wins.
 */
import { tick } from "svelte";
import { act } from "../desk";
import type { Finding, Fix, Measure, Place } from "../desk/contract";
import { say } from "../messages";
import { write } from "./changes";
import { notices } from "./notices.svelte";
import { panes } from "./panes.svelte";
import { Pause } from "./pause";
import { session } from "./session.svelte";

const PAUSE_MS = 400;

class Checks {
  all = $state.raw<Finding[]>([]);
  words = $state(0);
  characters = $state(0);
  readingMinutes = $state(0);
  measuredIn = $state<Measure>("words");
  /** The key of the finding that a person went to last. */
  current = $state<string | null>(null);
  checked = $state(false);
  readonly findings = $derived(this.all.filter(({ waived }) => waived === null));
  readonly waived = $derived(this.all.filter(({ waived }) => waived !== null));
  readonly stops = $derived(this.findings.filter(({ level }) => level === "block"));
  readonly warnings = $derived(this.findings.filter(({ level }) => level === "warn"));
  readonly #pause = new Pause(PAUSE_MS, () => void this.now());
  #run = 0;

  /** Checks after a pause. Cheap: call it for every change. */
  soon(): void {
    this.#run += 1;
    this.#pause.soon();
  }

  async now(): Promise<void> {
    this.#pause.stop();
    const run = ++this.#run;
    const storyId = session.story?.id;
    if (!storyId || !session.editor) return this.clear();
    try {
      const document = session.editor.document();
      const checked = await act("check_story", { storyId, document });
      if (run !== this.#run) return;
      this.all = checked.findings;
      this.words = checked.words;
      this.characters = checked.characters;
      this.readingMinutes = checked.readingMinutes;
      this.measuredIn = checked.measuredIn;
      this.checked = true;
      session.editor.setFindings(this.findings, document);
      session.editor.setPeople(checked.bylinePeople);
    } catch (thrown) {
      if (run === this.#run) notices.tellFailure(thrown, "check the story");
    }
  }

  clear(): void {
    this.#pause.stop();
    this.#run += 1;
    this.all = [];
    this.words = this.characters = 0;
    this.checked = false;
    this.current = null;
  }

  go(finding: Finding): void {
    this.current = finding.key;
    goTo(finding.place);
  }

  /** The next finding, or the one before; of one level when it is given. */
  next(step: 1 | -1 = 1, among: Finding[] = this.findings): void {
    if (among.length === 0) return;
    const at = among.findIndex(({ key }) => key === this.current);
    const next = at < 0 && step < 0 ? -1 : at + step;
    const finding = among.at(next % among.length);
    if (finding) this.go(finding);
  }

  mend(fix: Fix): void {
    if (session.editor?.mend(fix)) return;
    notices.tell(say.checks.noLongerFits);
    this.soon();
  }

  async waive({ key, rule }: Finding, reason: string): Promise<void> {
    await this.#decide((storyId) => write("waive_finding", { storyId, key, rule, reason }));
  }

  async takeBack({ key }: Finding): Promise<void> {
    await this.#decide((storyId) => write("take_back_waiver", { storyId, key }));
  }

  async #decide(writing: (storyId: string) => Promise<unknown>): Promise<void> {
    const storyId = session.story?.id;
    if (!storyId) return;
    try {
      await writing(storyId);
    } catch (thrown) {
      notices.tellFailure(thrown, "waive");
    }
    await this.now();
  }
}

/** Shows the page first: what is out of sight takes no focus. */
export function goTo(place: Place): void {
  panes.show("page");
  void tick().then(() => session.editor?.goTo(place));
}

export const checks = new Checks();
