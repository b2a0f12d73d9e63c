import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DeskFailure } from "../desk";
import type { Code, SavedDraft } from "../desk/contract";
import { LONGEST_WAIT_MS, PAUSE_MS, RETRIES_MS, SaveLoop, type Saving } from "./saving";

/** A desk that keeps what it is given, slowly or not at all when told so. */
class Disk {
  text = "opened";
  kept: { text: string; basedOn: number }[] = [];
  told: Saving[] = [];
  reads = 0;
  slowMs = 0;
  refuses: Code | null = null;
  inFlight = 0;
  mostInFlight = 0;

  readonly loop = new SaveLoop(
    {
      document: () => {
        this.reads += 1;
        return this.text;
      },
      write: (text, basedOn) => this.#write(text, basedOn),
      tell: (saving) => void this.told.push(saving),
    },
    7,
  );

  type(text: string) {
    this.text = text;
    this.loop.changed();
  }

  get texts() {
    return this.kept.map(({ text }) => text);
  }

  get last() {
    return this.told.at(-1)?.is;
  }

  async #write(text: string, basedOn: number): Promise<SavedDraft> {
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    if (this.slowMs > 0) await new Promise((done) => setTimeout(done, this.slowMs));
    this.inFlight -= 1;
    if (this.refuses) throw refusal(this.refuses);
    this.kept.push({ text, basedOn });
    return { revision: basedOn + 1, savedAt: "2031-05-04T10:00:00Z" };
  }
}

function refusal(code: Code) {
  return new DeskFailure({ code, message: "The disk is full.", advice: "Free some.", detail: null });
}

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("the save loop", () => {
  let disk: Disk;
  beforeEach(() => {
    vi.useFakeTimers();
    disk = new Disk();
  });
  afterEach(() => void vi.useRealTimers());

  it("saves once after a pause", async () => {
    disk.type("a");
    await wait(PAUSE_MS - 1);
    expect(disk.texts).toEqual([]);
    await wait(1);
    expect(disk.texts).toEqual(["a"]);
    expect(disk.told.map(({ is }) => is)).toEqual(["unsaved", "saving", "saved"]);
  });

  it("reads the document only when it saves", async () => {
    for (const text of ["a", "ab", "abc"]) disk.type(text);
    await wait(PAUSE_MS);
    expect(disk.reads).toBe(1);
    expect(disk.texts).toEqual(["abc"]);
  });

  it("does not wait for a pause longer than two seconds", async () => {
    for (let typed = 0; typed < LONGEST_WAIT_MS; typed += 100) {
      disk.type(`at ${typed}`);
      await wait(100);
    }
    expect(disk.texts).toEqual([`at ${LONGEST_WAIT_MS - 100}`]);
  });

  it("bases each save on the one before", async () => {
    disk.type("a");
    await wait(PAUSE_MS);
    disk.type("b");
    await wait(PAUSE_MS);
    expect(disk.kept.map(({ basedOn }) => basedOn)).toEqual([7, 8]);
  });

  it("has one save in flight, and then writes what was typed meanwhile", async () => {
    disk.slowMs = 5_000;
    disk.type("a");
    await wait(PAUSE_MS + 100);
    disk.type("b");
    await wait(20_000);
    expect(disk.mostInFlight).toBe(1);
    expect(disk.texts).toEqual(["a", "b"]);
    expect(disk.last).toBe("saved");
  });

  it("does not say saved while something is not", async () => {
    disk.slowMs = 1_000;
    disk.type("a");
    await wait(PAUSE_MS + 500);
    disk.type("b");
    await wait(600);
    expect(disk.texts).toEqual(["a"]);
    expect(disk.last).toBe("unsaved");
  });

  it("keeps the text and tries again after a failure, later each time", async () => {
    disk.refuses = "failed";
    disk.type("a");
    await wait(PAUSE_MS);
    expect(disk.last).toBe("failed");
    await wait(RETRIES_MS[0]!);
    expect(disk.reads).toBe(2);
    disk.refuses = null;
    await wait(RETRIES_MS[1]! - 1);
    expect(disk.reads).toBe(2);
    await wait(1);
    expect(disk.texts).toEqual(["a"]);
    expect(disk.last).toBe("saved");
  });

  it("retries with the newest text, and typing does not postpone it", async () => {
    disk.refuses = "failed";
    disk.type("a");
    await wait(PAUSE_MS);
    disk.refuses = null;
    disk.type("ab");
    await wait(RETRIES_MS[0]!);
    expect(disk.texts).toEqual(["ab"]);
  });

  it("never writes over a draft that moved on", async () => {
    disk.refuses = "storyMovedOn";
    disk.type("a");
    await wait(PAUSE_MS);
    expect(disk.last).toBe("movedOn");
    disk.refuses = null;
    disk.type("ab");
    await wait(120_000);
    expect(disk.texts).toEqual([]);
    expect(await disk.loop.flush()).toBe(false);
  });

  it("flushes without waiting for the pause", async () => {
    disk.type("a");
    expect(await disk.loop.flush()).toBe(true);
    expect(disk.texts).toEqual(["a"]);
    await wait(10_000);
    expect(disk.texts).toEqual(["a"]);
  });

  it("flushes what is in flight and what came after it", async () => {
    disk.slowMs = 1_000;
    disk.type("a");
    await wait(PAUSE_MS + 1);
    disk.type("b");
    const flushed = disk.loop.flush();
    await wait(2_000);
    expect(await flushed).toBe(true);
    expect(disk.texts).toEqual(["a", "b"]);
  });

  it("says so when a flush fails", async () => {
    disk.refuses = "failed";
    disk.type("a");
    expect(await disk.loop.flush()).toBe(false);
    disk.refuses = null;
    expect(await disk.loop.flush()).toBe(true);
  });

  it("has nothing to flush when nothing was typed", async () => {
    expect(await disk.loop.flush()).toBe(true);
    expect(disk.reads).toBe(0);
  });

  it("treats a document that cannot be read as a failure, not as an empty text", async () => {
    Object.defineProperty(disk, "text", {
      get: () => {
        throw new Error("broken");
      },
    });
    disk.loop.changed();
    await wait(PAUSE_MS);
    expect(disk.last).toBe("failed");
    expect(disk.texts).toEqual([]);
  });

  it("saves no more once it is stopped", async () => {
    disk.type("a");
    disk.loop.stop();
    await wait(10_000);
    expect(disk.texts).toEqual([]);
  });
});
