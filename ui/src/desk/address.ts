/**
 * Where a photo's preview lies. `framing` is a story's framing of it, as its document or the list has it; without
 * one it is the whole picture, and without `withinPx` up to 1600 pixels long. The window never sees an original.
 */
export function photoAddress(
  photoId: string,
  framing: object | string | null = null,
  withinPx?: number,
): string {
  const asked = [];
  if (framing !== null) {
    const json = typeof framing === "string" ? framing : JSON.stringify(framing);
    asked.push(`framing=${encodeURIComponent(json)}`);
  }
  if (withinPx !== undefined) asked.push(`within=${withinPx}`);
  const address = `${origin}/${encodeURIComponent(photoId)}`;
  return asked.length === 0 ? address : `${address}?${asked.join("&")}`;
}

// WebView2 and Android's web view serve a scheme of one's own as a host over http.
const overHttp = /Windows|Android/.test(navigator.userAgent);
const origin = overHttp ? "http://photo.localhost" : "photo://localhost";

/** Where this system's web view finds the proof that the desk made. */
export function proofAddress(address: string): string {
  return overHttp ? address.replace("proof://localhost", "http://proof.localhost") : address;
}

/** A photo's small picture while it arrives. It may not be kept: a better one follows. */
export function thumbnailAddress(photoId: string): string {
  return `${photoAddress(photoId)}?arriving`;
}
