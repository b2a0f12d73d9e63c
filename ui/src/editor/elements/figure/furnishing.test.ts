import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { figure, photo, withoutLayout } from "../../testing";
import { WritingPage } from "../../writing.testing";

let page: WritingPage;
let see: (figure: Element, near: boolean) => void;

beforeAll(withoutLayout);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(hear: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
        see = (target, isIntersecting) => hear([{ target, isIntersecting }]);
      }
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});

afterEach(() => {
  page.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function open(count: number): void {
  const ids = Array.from({ length: count }, (_, index) => `p${index}`);
  page = new WritingPage(
    { body: ids.map((photoId) => figure({ photoId }, `Caption of ${photoId}`)) },
    ids.map((id) => photo(id)),
  );
}

const figures = () => [...page.view.dom.querySelectorAll<HTMLElement>(".figure")];
const furnished = () => figures().filter((one) => one.querySelector("img") && one.querySelector(".credit")).length;
const last = () => figures().at(-1)!;
const tools = (one: Element) => one.querySelector<HTMLElement>(".figure-tools");

describe("the figures of a long story", () => {
  it("are furnished at once where there are few", () => {
    open(3);
    expect(furnished()).toBe(3);
  });

  it("follow a few at a time where there are many, with their words from the start", () => {
    open(40);
    expect(furnished()).toBeLessThan(10);
    expect(last().textContent).toBe("Caption of p39");
    vi.advanceTimersByTime(100);
    expect(furnished()).toBeLessThan(20);
    vi.advanceTimersByTime(2000);
    expect(furnished()).toBe(40);
  });

  it("come first when they come near the window", () => {
    open(40);
    see(last(), true);
    expect(last().querySelector("img")).not.toBeNull();
    expect(furnished()).toBeLessThan(10);
  });

  it("may go before all are furnished", () => {
    open(40);
    const gone = last();
    page.into("Caption of p39");
    page.pick(39);
    page.press("Backspace");
    vi.advanceTimersByTime(2000);
    expect(furnished()).toBe(39);
    expect(gone.querySelector("img")).toBeNull();
  });
});

describe("the tools on a picture", () => {
  it("are there while it is near", () => {
    open(2);
    expect(tools(last())).toBeNull();
    see(last(), true);
    expect(tools(last())?.querySelectorAll("option").length).toBe(5);
    see(last(), false);
    expect(tools(last())).toBeNull();
  });

  it("stay with whoever is at them", () => {
    open(2);
    see(last(), true);
    tools(last())?.querySelector("button")?.focus();
    see(last(), false);
    expect(tools(last())).not.toBeNull();
  });

  it("come by key, wherever the page is", () => {
    open(2);
    page.into("Caption of p1");
    expect(page.press("Alt-F10")).toBe(true);
    expect(tools(last())?.contains(document.activeElement)).toBe(true);
  });
});
