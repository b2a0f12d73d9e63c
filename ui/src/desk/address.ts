/** Where a photo's preview lies. The window never sees an original. */
export function photoAddress(photoId: string): string {
  return `${origin}/${encodeURIComponent(photoId)}`;
}

// WebView2 and Android's web view serve a scheme of one's own as a host over http.
const origin = /Windows|Android/.test(navigator.userAgent)
  ? "http://photo.localhost"
  : "photo://localhost";

/** A photo's small picture while it arrives. It may not be kept: a better one follows. */
export function thumbnailAddress(photoId: string): string {
  return `${photoAddress(photoId)}?arriving`;
}
