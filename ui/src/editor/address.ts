/** Which addresses a link may have. Rust asks the same again before it opens or exports one. */

/* eslint-disable no-control-regex -- control characters are what is looked for */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
/* eslint-enable no-control-regex */

/** The address as it may be shown and followed: http, https or mailto. `null` for any other. */
export function safeAddress(address: string): string | null {
  const bare = address.replace(CONTROLS, "").trim();
  return /^(https?:\/\/[^\s/]|mailto:\S)/i.test(bare) ? bare : null;
}

/** What a person typed as an address: "example.org" means https, "a@example.org" a letter. */
export function typedAddress(typed: string): string | null {
  const bare = typed.replace(CONTROLS, "").trim();
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(bare)) return `mailto:${bare}`;
  if (/^[^\s:/]+\.[^\s:/]+(:\d+)?([/?#]\S*)?$/.test(bare)) return `https://${bare}`;
  return safeAddress(bare);
}
