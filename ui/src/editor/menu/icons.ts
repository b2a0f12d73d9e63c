/** The icon of each element. */

import Correction from "@lucide/svelte/icons/badge-info";
import Tk from "@lucide/svelte/icons/construction";
import Crosshead from "@lucide/svelte/icons/heading-2";
import SmallCrosshead from "@lucide/svelte/icons/heading-3";
import Card from "@lucide/svelte/icons/id-card";
import Photo from "@lucide/svelte/icons/image";
import Gallery from "@lucide/svelte/icons/images";
import Link from "@lucide/svelte/icons/link";
import List from "@lucide/svelte/icons/list";
import NumberedList from "@lucide/svelte/icons/list-ordered";
import PullQuote from "@lucide/svelte/icons/message-square-quote";
import Divider from "@lucide/svelte/icons/minus";
import FactBox from "@lucide/svelte/icons/panel-top";
import Paragraph from "@lucide/svelte/icons/pilcrow";
import Table from "@lucide/svelte/icons/table";
import Quote from "@lucide/svelte/icons/text-quote";
import type { ElementName } from "../types";

export type Icon = typeof Link;

export const elementIcons: Readonly<Record<ElementName, Icon>> = {
  paragraph: Paragraph,
  crosshead: Crosshead,
  smallCrosshead: SmallCrosshead,
  list: List,
  numberedList: NumberedList,
  quote: Quote,
  pullQuote: PullQuote,
  factBox: FactBox,
  table: Table,
  gallery: Gallery,
  photo: Photo,
  card: Card,
  correction: Correction,
  divider: Divider,
  tk: Tk,
};

export const pastedIcons = { link: Link, card: Card };
