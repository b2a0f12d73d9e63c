/**
 * What all specs of the schema share: attributes that this program knows, and room for those that
 * it does not, so that a document made elsewhere comes back whole.
 */

import type { AttributeSpec, Attrs, Mark, Node, NodeType, MarkType } from "prosemirror-model";

/** An attribute of the document. A value that does not fit is kept as unknown. */
export interface KnownAttr {
  default: unknown;
  fits(value: unknown): boolean;
}

export type Known = Readonly<Record<string, KnownAttr>>;

export type Extra = Readonly<Record<string, unknown>>;

/** The part of a spec that names its attributes. `known` is for `document.ts`. */
export function attributes(known: Known = {}): {
  known: Known;
  attrs: Record<string, AttributeSpec>;
} {
  const attrs: Record<string, AttributeSpec> = { extra: { default: null } };
  for (const [name, attr] of Object.entries(known)) attrs[name] = { default: attr.default };
  return { known, attrs };
}

export function knownOf(type: NodeType | MarkType): Known {
  return (type.spec.known as Known | undefined) ?? {};
}

export const isString = (value: unknown): value is string => typeof value === "string";
export const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
export const isStringOrNull = (value: unknown): value is string | null =>
  value === null || isString(value);

/** An object of JSON: not an array and not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The unknown attributes as one attribute of HTML, so that cut and paste within a story keeps them.
 */
export function extraToDom(of: Node | Mark): Record<string, string> {
  const extra = of.attrs.extra as Extra | null;
  return extra ? { "data-extra": JSON.stringify(extra) } : {};
}

export function extraFromDom(dom: HTMLElement): Attrs {
  const extra = jsonAttribute(dom, "data-extra");
  return { extra: isObject(extra) ? extra : null };
}

/** The JSON in an attribute; `undefined` where there is none or it is broken. */
export function jsonAttribute(dom: HTMLElement, name: string): unknown {
  const text = dom.getAttribute(name);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
