/** Making a card. */

import { closeHistory } from "prosemirror-history";
import { NodeSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { schema } from "../../schema";
import { providerOf } from "./provider";
import { editEmbed } from "./view";

/** Makes a card of the paragraph at `from` that holds nothing but a link, and asks what it says. */
export function cardFromLink(view: EditorView, from: number): void {
  const { state } = view;
  const $from = state.doc.resolve(from);
  const href = $from.parent.firstChild?.marks.find(({ type }) => type === schema.marks.link)?.attrs.href;
  if (typeof href !== "string") return;
  const card = schema.nodes.embed.create({ address: href, provider: providerOf(href) });
  const at = $from.before();
  const tr = closeHistory(state.tr).replaceWith(at, $from.after(), card);
  if (tr.doc.resolve(at + 1).nodeAfter === null) tr.insert(at + 1, schema.nodes.paragraph.create());
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, at)).scrollIntoView());
  editEmbed(view, at);
}
