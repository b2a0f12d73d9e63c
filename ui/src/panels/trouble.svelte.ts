/** Bugs: what nobody foresaw. The window apologises and the text stays within reach. */
import type { Stop } from "../desk";

// Browsers report this one when a size changes twice in a frame; nothing is wrong then.
const HARMLESS = /ResizeObserver loop/;

class Trouble {
  detail = $state<string | null>(null);

  meet(thrown: unknown): void {
    const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    if (!HARMLESS.test(detail)) this.detail = detail;
  }

  dismiss(): void {
    this.detail = null;
  }

  follow(): Stop {
    const onError = (event: ErrorEvent) => this.meet(event.error ?? event.message);
    const onRejection = (event: PromiseRejectionEvent) => this.meet(event.reason);
    window.addEventListener("error", onError);
    window.addEventListener("unhandledrejection", onRejection);
    return () => {
      window.removeEventListener("error", onError);
      window.removeEventListener("unhandledrejection", onRejection);
    };
  }
}

export const trouble = new Trouble();
