/**
 * The schema: every node and mark a document may have. It is also what cleans pasted HTML, since
 * nothing that it does not name can come in. The Rust side of it is `src-tauri/core/src/story`.
 */

import { Schema } from "prosemirror-model";
import { correction } from "./elements/correction/spec";
import { crosshead } from "./elements/crosshead/spec";
import { divider } from "./elements/divider/spec";
import { embed } from "./elements/embed/spec";
import { boxTitle, factBox } from "./elements/factBox/spec";
import { altText, caption, figure } from "./elements/figure/spec";
import { gallery } from "./elements/gallery/spec";
import { list, listItem } from "./elements/list/spec";
import { hardBreak, paragraph } from "./elements/paragraph/spec";
import { pullQuote } from "./elements/pullQuote/spec";
import { attribution, quote } from "./elements/quote/spec";
import { table, tableCell, tableHeader, tableRow } from "./elements/table/spec";
import { unknownBlock, unknownInline } from "./elements/unknown/spec";
import * as furniture from "./furniture/spec";
import { marks } from "./marks";

const nodes = {
  // The first text block is what pasted text without a block becomes, and what Enter makes.
  paragraph,
  story: furniture.story,
  kicker: furniture.kicker,
  headline: furniture.headline,
  standfirst: furniture.standfirst,
  byline: furniture.byline,
  dateline: furniture.dateline,
  headlines: furniture.headlines,
  webHeadline: furniture.webHeadline,
  socialHeadline: furniture.socialHeadline,
  printHeadline: furniture.printHeadline,
  lead: furniture.lead,
  body: furniture.body,
  signOff: furniture.signOff,
  crosshead,
  list,
  listItem,
  quote,
  pullQuote,
  attribution,
  factBox,
  boxTitle,
  table,
  tableRow,
  tableHeader,
  tableCell,
  gallery,
  figure,
  caption,
  altText,
  embed,
  correction,
  divider,
  unknownBlock,
  text: { group: "inline" },
  hardBreak,
  unknownInline,
};

export const schema = new Schema<keyof typeof nodes, keyof typeof marks>({
  topNode: "story",
  nodes,
  marks,
});
