/**
 * Where a photo's preview lies. `framing` is a story's framing of it, as its document has it; without
 * one it is the whole picture. The window never sees an original.
 */
export function photoAddress(photoId: string, framing: object | null = null): string {
  const address = `${origin}/${encodeURIComponent(photoId)}`;
  if (framing === null) return address;
  return `${address}?framing=${encodeURIComponent(JSON.stringify(framing))}`;
}

// WebView2 and Android's web view serve a scheme of one's own as a host over http.
const origin = /Windows|Android/.test(navigator.userAgent)
  ? "http://photo.localhost"
  : "photo://localhost";

/** A photo's small picture while it arrives. It may not be kept: a better one follows. */
export function thumbnailAddress(photoId: string): string {
  return `${photoAddress(photoId)}?arriving`;
}
