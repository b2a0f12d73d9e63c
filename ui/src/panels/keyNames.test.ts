import { describe, expect, it } from "vitest";
import { ariaKeys, nameOf, shownKeys } from "./keyNames";

const pressed = (key: string, held: Partial<KeyboardEventInit> = {}) =>
  nameOf(new KeyboardEvent("keydown", { key, ...held }));

describe("keys", () => {
  it("are named as the editor names them", () => {
    expect(pressed("K", { ctrlKey: true, shiftKey: true })).toBe("Mod-Shift-k");
    expect(pressed("F8", { shiftKey: true })).toBe("Shift-F8");
    expect(pressed("ArrowUp", { altKey: true })).toBe("Alt-ArrowUp");
  });

  it("do not count the Shift that makes a sign", () => {
    expect(pressed("+", { ctrlKey: true, shiftKey: true })).toBe("Mod-+");
    expect(pressed("-", { ctrlKey: true })).toBe("Mod--");
  });

  it("are shown as on their caps", () => {
    expect(shownKeys("Mod-Shift-k")).toBe("Ctrl Shift K");
    expect(shownKeys("Mod--")).toBe("Ctrl -");
    expect(shownKeys("Alt-ArrowDown")).toBe("Alt ↓");
    expect(ariaKeys("Alt-ArrowDown")).toBe("Alt+ArrowDown");
  });
});
