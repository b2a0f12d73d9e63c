/** What the editor's tests share: stories and photos to write on. */

import type { Photo, Story } from "../desk/contract";

type Json = Record<string, unknown>;

export function textNode(text: string, ...marks: Json[]): Json {
  return marks.length > 0 ? { type: "text", text, marks } : { type: "text", text };
}

export function block(type: string, text = "", attrs?: Json): Json {
  return { type, ...(attrs && { attrs }), ...(text !== "" && { content: [textNode(text)] }) };
}

export function figure(attrs: Json, caption?: string, altText?: string): Json {
  const content = [
    ...(caption === undefined ? [] : [block("caption", caption)]),
    ...(altText === undefined ? [] : [block("altText", altText)]),
  ];
  return { type: "figure", attrs, content };
}

/** A document with these parts; the others are empty. */
export function storyJson(parts: {
  headline?: string;
  standfirst?: string;
  lead?: Json;
  body?: Json[];
}): string {
  const content = [
    block("headline", parts.headline),
    block("standfirst", parts.standfirst),
    { type: "lead", content: parts.lead ? [parts.lead] : [] },
    { type: "body", content: parts.body ?? [] },
  ];
  return JSON.stringify({ schemaVersion: 1, doc: { type: "story", content } });
}

export function photo(id: string, over: Partial<Photo> = {}): Photo {
  return {
    id,
    widthPx: 1600,
    heightPx: 900,
    addedAt: "2026-01-01T00:00:00Z",
    fileName: `${id}.jpg`,
    facts: {},
    declared: null,
    kind: "photo",
    kindChosen: false,
    printsAs: { line: null, note: null },
    removedOnExport: [],
    format: "JPEG",
    originalKept: true,
    repairs: [],
    offers: [],
    remarks: [],
    usage: {
      chosen: { category: null, expiresOn: null, killed: null, onlyStoryId: null },
      category: null,
      sentence: null,
      restrictions: [],
      expiresOn: null,
      expiryProposed: null,
      embargoedUntil: null,
      killed: false,
      synthetic: "no",
    },
    sameAs: null,
    ...over,
  };
}

export function story(document: string, photos: Photo[] = []): Story {
  return {
    id: "story",
    slug: "TRAM",
    urlName: "",
    state: "writing",
    plan: { kind: "news", desk: "", assignee: "", dueAt: null, targetWords: null },
    stops: {
      hold: false,
      notForPublication: false,
      embargo: null,
      legal: { state: "notNeeded", clearedBy: null, clearedAt: null, changedSince: false },
    },
    passageNotes: [],
    followUpOf: null,
    followedBy: [],
    notes: { note: "", source: "", legal: "" },
    document,
    revision: 1,
    savedAt: "2026-01-01T00:00:00Z",
    createdAt: "2026-01-01T00:00:00Z",
    importNotes: [],
    photos,
    exported: null,
    changedSince: false,
    liveAt: null,
    killedAt: null,
    records: [],
    owed: [],
    spiked: false,
    damaged: false,
  };
}

/** The tests' document lays nothing out; ProseMirror asks it where a caret stands in order to scroll. */
export function withoutLayout(): void {
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
}
