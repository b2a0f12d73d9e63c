import { panes } from "./panes.svelte";

/** Asks the right column to put the cursor into a photo's credit, once that photo is shown there. */
class CreditWanted {
  photoId = $state<string | null>(null);

  ask(photoId: string): void {
    this.photoId = photoId;
    panes.show("details");
  }

  /** Answers once whether this photo's credit was asked for. */
  take(photoId: string): boolean {
    if (this.photoId !== photoId) return false;
    this.photoId = null;
    return true;
  }
}

export const credit = new CreditWanted();
