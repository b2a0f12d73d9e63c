/** What the state is made of, and what the view does with events. */

import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import { history } from "prosemirror-history";
import type { Plugin } from "prosemirror-state";
import type { EditorProps } from "prosemirror-view";
import type { FigureContext } from "./elements/figure/view";
import { FigureView } from "./elements/figure/view";
import { blockHandle } from "./blocks/handle";
import { captionChecks } from "./captions";
import { CorrectionView } from "./elements/correction/view";
import { EmbedView } from "./elements/embed/view";
import { GalleryView } from "./elements/gallery/view";
import { tables } from "./elements/table/editing";
import { TableView } from "./elements/table/view";
import { photosPlugin } from "./facts";
import { selectionWithin } from "./fields";
import { clickedFinding, findingsPlugin } from "./findings";
import { findPlugin } from "./find/plugin";
import { focusModePlugin } from "./focusMode";
import { HeadlinesView } from "./furniture/headlines";
import { LeadView } from "./furniture/lead";
import { furnitureLines } from "./furniture/lines";
import { placeholders } from "./furniture/placeholders";
import { keepInField } from "./guard";
import { habitsPlugin } from "./habits";
import { invisiblesPlugin } from "./invisibles";
import { keys } from "./keys";
import { linkView, openClicked } from "./links";
import { menu } from "./menu/plugin";
import { clickedNote, withoutNotes } from "./notes";
import { cleanHtml, cleanText, handleDrop, handlePaste, pasteParser } from "./paste";
import { pasting } from "./pasting";
import { tkPlugin } from "./tk";
import { keepTyping, typedText, typingRules } from "./typing";
import type { EditorOptions } from "./types";

/** Photos come first: other plugins show them. */
export function plugins(options: EditorOptions): Plugin[] {
  return [
    photosPlugin(),
    habitsPlugin(),
    captionChecks(),
    pasting(options),
    typingRules(),
    menu(options),
    ...keys(options),
    ...tables(),
    history({ depth: 500, newGroupDelay: 500 }),
    placeholders(),
    furnitureLines(),
    findingsPlugin(),
    tkPlugin(),
    findPlugin(),
    invisiblesPlugin(),
    focusModePlugin(),
    blockHandle(),
    dropCursor({ color: false, class: "drop-cursor", width: 2 }),
    gapCursor(),
  ];
}

export function viewProps(context: FigureContext): EditorProps {
  const { options } = context;
  return {
    nodeViews: {
      figure: (node, view, getPos) => new FigureView(node, view, getPos, context),
      lead: (node, view) => new LeadView(node, view, options),
      headlines: (node, view, _, decorations) => new HeadlinesView(node, view, decorations),
      table: (node, view) => new TableView(node, view),
      gallery: (node, view, getPos) => new GalleryView(node, view, getPos, options),
      correction: (node, view, getPos) => new CorrectionView(node, view, getPos),
      embed: (node, view, getPos) => new EmbedView(node, view, getPos),
    },
    markViews: { link: linkView, note: (mark) => context.notes.view(mark) },
    clipboardParser: pasteParser(),
    createSelectionBetween: (_, $anchor, $head) => selectionWithin($anchor, $head),
    handleDOMEvents: { beforeinput: (_, event) => keepInField(event), keydown: (_, event) => keepTyping(event) },
    handleTextInput: typedText,
    handlePaste,
    handleDrop: (_, event) => handleDrop(event),
    transformPastedHTML: cleanHtml,
    transformPastedText: cleanText,
    transformCopied: withoutNotes,
    handleClick: (_, __, event) => clicked(event, options),
    scrollThreshold: 60,
    scrollMargin: 90,
  };
}

function clicked(event: MouseEvent, options: EditorOptions): boolean {
  if (openClicked(event, options)) return true;
  const finding = clickedFinding(event);
  if (finding !== null) options.onFindingClick(finding);
  const note = clickedNote(event);
  if (note !== null) options.onNoteClick?.(note);
  return false;
}
