import { describe, expect, it } from "vitest";
import type { Change } from "./plan";
import { change, photoChanges, storyEdits, takenBack } from "./plan";
import { differsFromPhoto, isEditable, storyRows, valueOf } from "./rows";
import { folderRow, storyRow, wantedRow } from "./testing";

const must = (made: Change | null): Change => {
  if (!made) throw new Error("nothing changes");
  return made;
};

describe("edits of a story", () => {
  it("keep caption and alt text of a figure in one edit", () => {
    const row = storyRow("a");
    const { figures, photos } = storyEdits([
      must(change(row, "caption", "C")),
      must(change(row, "altText", "A")),
    ]);
    expect(figures).toEqual([{ at: 10, caption: "C", altText: "A" }]);
    expect(photos).toEqual([]);
  });

  it("write the other columns to the photo", () => {
    const { photos } = storyEdits([must(change(storyRow("a"), "creditLine", " AFP "))]);
    expect(photos).toEqual([{ what: "fact", photoId: "a", field: "creditLine", value: "AFP" }]);
  });

  it("take the story's words away where the photo says the same", () => {
    const row = storyRow("a", { caption: "The file's" }, { caption: "Ours" });
    expect(storyEdits([must(change(row, "caption", "The file's"))]).figures).toEqual([
      { at: 10, caption: null },
    ]);
  });

  it("say that there is no caption in this story", () => {
    const row = storyRow("a", { caption: "The file's" });
    expect(storyEdits([must(change(row, "caption", ""))]).figures).toEqual([{ at: 10, caption: "" }]);
  });

  it("give a decorative picture words, and then it is decorative no more", () => {
    const row = storyRow("a", {}, { decorative: true });
    expect(storyEdits([must(change(row, "altText", "A bridge"))]).figures).toEqual([
      { at: 10, altText: "A bridge", decorative: false },
    ]);
  });

  it("write a photo that stands there twice once", () => {
    const [one, two] = [storyRow("a"), storyRow("a", {}, { at: 20 })];
    const changes = [must(change(one, "source", "A")), must(change(two, "source", "B"))];
    expect(storyEdits(changes).photos).toEqual([
      { what: "fact", photoId: "a", field: "source", value: "B" },
    ]);
  });
});

describe("changes of photos in no story", () => {
  it("are grouped by photo, and go back to the file's words", () => {
    const row = folderRow("a", { caption: "File" });
    const changes = [must(change(row, "caption", "New")), must(change(row, "altText", "Alt"))];
    expect(photoChanges(changes)).toEqual([
      { photoId: "a", fields: [{ field: "caption", value: "New" }, { field: "altText", value: "Alt" }] },
    ]);
    expect(takenBack(changes)).toEqual([
      { photoId: "a", fields: [{ field: "caption", value: null }, { field: "altText", value: null }] },
    ]);
  });
});

describe("a row", () => {
  const own = storyRow("a", { caption: "File", altText: "File's" }, { caption: "Ours" });

  it("shows the story's words before the photo's", () => {
    expect(valueOf(own, "caption")).toBe("Ours");
    expect(valueOf(own, "altText")).toBe("File's");
  });
  it("marks where the story differs from the photo", () => {
    expect(differsFromPhoto(own, "caption")).toBe(true);
    expect(differsFromPhoto(own, "altText")).toBe(false);
  });
  it("without a picture has a caption only", () => {
    expect(isEditable(wantedRow(), "caption")).toBe(true);
    expect(isEditable(wantedRow(), "photographer")).toBe(false);
  });
  it("keeps its name while it moves, also for a photo that is there twice", () => {
    const figures = [own, own, wantedRow()].map(({ figure }) => figure!);
    const keys = storyRows(figures, () => undefined).map(({ key }) => key);
    expect(keys).toEqual(["a 1", "a 2", "wanted 1"]);
  });
});
