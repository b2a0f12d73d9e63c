/** Where a post or a film stands, by its address. */

/** Names that are not their host's. */
const PROVIDERS: Readonly<Record<string, string>> = {
  "youtube.com": "YouTube",
  "youtu.be": "YouTube",
  "vimeo.com": "Vimeo",
  "dailymotion.com": "Dailymotion",
  "x.com": "X",
  "twitter.com": "X",
  "bsky.app": "Bluesky",
  "threads.net": "Threads",
  "threads.com": "Threads",
  "facebook.com": "Facebook",
  "instagram.com": "Instagram",
  "tiktok.com": "TikTok",
  "telegram.org": "Telegram",
  "t.me": "Telegram",
  "linkedin.com": "LinkedIn",
  "reddit.com": "Reddit",
  "soundcloud.com": "SoundCloud",
  "open.spotify.com": "Spotify",
  "mastodon.social": "Mastodon",
};

/** The provider's own name, or the host without "www."; empty where there is no host. */
export function providerOf(address: string): string {
  const host = hostOf(address).replace(/^(www|m|mobile)\./, "");
  const known = Object.hasOwn(PROVIDERS, host) ? PROVIDERS[host] : undefined;
  return known ?? host;
}

function hostOf(address: string): string {
  try {
    return new URL(address).hostname;
  } catch {
    return "";
  }
}
