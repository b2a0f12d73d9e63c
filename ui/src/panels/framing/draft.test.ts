import { describe, expect, it } from "vitest";
import { PLAIN, type Framing } from "../../editor";
import { Draft } from "./draft.svelte";

const photo = { widthPx: 3000, heightPx: 2000 };
const crop = { left: 1000, top: 0, width: 5000, height: 5000 };
const cover = { area: { left: 0, top: 0, width: 1000, height: 2000 }, cover: "coarse" as const };

function draft(before: Partial<Framing> = {}): Draft {
  return new Draft(photo, { ...PLAIN, ...before });
}

describe("a draft", () => {
  it("gives back what it was given", () => {
    const before: Framing = { turn: 270, crop, focus: { left: 5, top: 9 }, obscured: [cover] };
    expect(draft(before).framing).toEqual(before);
    expect(draft(before).changed).toBe(false);
  });

  it("of everything is no crop", () => {
    const all = draft();
    all.crop = { x: 0, y: 0, width: 3000, height: 2000 };
    expect(all.framing.crop).toBeNull();
  });

  it("is cropped where it is shown, whichever way it is turned", () => {
    const turned = draft({ turn: 90 });
    turned.crop = { x: 0, y: 0, width: 1000, height: 3000 };
    expect(turned.framing.crop).toEqual({ left: 0, top: 5000, width: 10_000, height: 5000 });
    expect(turned.size).toEqual({ widthPx: 1000, heightPx: 3000 });
  });

  it("keeps a chosen shape when it is turned", () => {
    const wide = draft();
    wide.chooseRatio("16:9");
    wide.turnBy(90);
    expect(wide.size.widthPx / wide.size.heightPx).toBeCloseTo(16 / 9, 2);
  });

  it("knows the shape it came with", () => {
    expect(draft().ratio).toBe("original");
    expect(draft({ crop: { left: 0, top: 0, width: 6667, height: 10_000 } }).ratio).toBe("1:1");
    expect(draft({ crop: { left: 0, top: 0, width: 1234, height: 10_000 } }).ratio).toBe("free");
  });

  it("looks at the middle of the crop until somebody says otherwise", () => {
    const other = draft({ crop });
    expect(other.focus).toEqual({ x: 1050, y: 500 });
    other.focus = { x: 0, y: 0 };
    expect(other.framing.focus).toEqual({ left: 1000, top: 0 });
    other.clearFocus();
    expect(other.framing.focus).toBeNull();
  });
});

describe("covers", () => {
  it("are added in the middle, and look as the last one does", () => {
    const one = draft({ obscured: [cover] });
    one.addCover();
    expect(one.framing.obscured[1]).toEqual({
      area: { left: 4167, top: 3750, width: 1666, height: 2500 },
      cover: "coarse",
    });
    expect(one.part).toEqual({ what: "cover", at: 1 });
  });

  it("stay on the same part of the picture when it is turned", () => {
    const one = draft({ obscured: [cover] });
    one.turnBy(90);
    expect(one.framing.obscured).toEqual([cover]);
    expect(one.cover(0)).toEqual({ x: 1600, y: 0, width: 400, height: 300 });
  });

  it("can be taken away one by one", () => {
    const one = draft({ obscured: [cover] });
    one.removeCover(0);
    expect(one.framing).toEqual(PLAIN);
    expect(one.part.what).toBe("crop");
  });
});
