/**
 * The swap: one photo in the place of another. The desk says whether both are the same picture; the
 * editor then keeps what is said of it or starts afresh, and the person is told which, and can say
 * otherwise.
 */
import type { Photo, ReplacedPhoto } from "../desk/contract";
import { isPlain, type FigureRow, type PhotoPlace } from "../editor";
import { say } from "../messages";
import { write } from "./changes";
import { checks } from "./checks.svelte";
import { credit } from "./credit.svelte";
import { dialogs } from "./dialogs.svelte";
import { notices } from "./notices.svelte";
import { session } from "./session.svelte";

/** A photo in its place. Typing moves the place, so the photo says which figure is meant. */
export interface Standing {
  photoId: string;
  at: number;
}

/** The photo that stands where photos shall go; `null` where nothing is replaced. */
export function replacedAt(place: PhotoPlace): Standing | null {
  const figures = session.editor?.figures() ?? [];
  const here = figures.find(({ at, lead }) =>
    place.what === "figure" ? at === place.at : place.what === "lead" && lead,
  );
  return here && here.photoId !== null ? { photoId: here.photoId, at: here.at } : null;
}

/** Puts `photo` where the old one is by now. Where that is gone, it stands at the caret. */
export async function replacePhoto(old: Standing, photo: Photo): Promise<void> {
  if (!standing(old)) return session.editor?.insertPhotos([photo], { what: "caret" });
  const replaced = await ask(old.photoId, photo.id, null);
  const now = standing(old);
  if (!replaced || !now) return;
  session.editor?.replacePhoto(now.at, replaced);
  checks.soon();
  if (replaced.photo.printsAs.line === null) credit.ask(photo.id);
  tell(now, replaced);
}

/** Of several figures with the photo, the one that is nearest to where it stood. */
function standing({ photoId, at }: Standing): FigureRow | undefined {
  const figures = session.editor?.figures().filter((row) => row.photoId === photoId) ?? [];
  const far = (row: FigureRow) => Math.abs(row.at - at);
  return figures.sort((one, other) => far(one) - far(other))[0];
}

async function ask(
  oldPhotoId: string,
  newPhotoId: string,
  samePicture: boolean | null,
): Promise<ReplacedPhoto | null> {
  const { language } = session.writing;
  try {
    return await write("replace_photo", { oldPhotoId, newPhotoId, samePicture, language });
  } catch (thrown) {
    notices.tellFailure(thrown, "replace the photo");
    return null;
  }
}

function tell(old: FigureRow, { samePicture, photo }: ReplacedPhoto): void {
  if (samePicture) notices.tell(say.swap.sameTitle);
  else tellOther(old, photo);
  tellFraming(old, photo);
}

/** Stays until it is answered: a wrong guess here leaves a picture without its own words. */
function tellOther(old: FigureRow, photo: Photo): void {
  const checkCaption = standing({ photoId: photo.id, at: old.at })?.checkCaption;
  notices.tell(say.swap.otherTitle, {
    advice: checkCaption ? say.swap.otherText : null,
    trouble: true,
    action: { text: say.swap.itIsTheSame, run: () => void sameAfterAll(old, photo) },
  });
}

async function sameAfterAll(old: FigureRow, photo: Photo): Promise<void> {
  const place = { photoId: photo.id, at: old.at };
  if (old.photoId === null || !standing(place)) return;
  const replaced = await ask(old.photoId, photo.id, true);
  const now = standing(place);
  if (!replaced || !now) return;
  session.editor?.replacePhoto(now.at, replaced);
  checks.soon();
  tell(old, replaced);
}

/** A framing that was drawn on other pixels is gone, and what it covered shows again. */
function tellFraming(old: FigureRow, photo: Photo): void {
  const now = standing({ photoId: photo.id, at: old.at });
  if (!now || isPlain(old.framing) || !isPlain(now.framing)) return;
  const covers = old.framing.obscured.length;
  if (covers === 0) return notices.tell(say.swap.cropGone);
  notices.tell(say.swap.coverAgain(covers), {
    advice: say.swap.coverAgainAdvice,
    trouble: true,
    action: { text: say.swap.cover, run: () => coverAgain({ photoId: photo.id, at: old.at }) },
  });
}

function coverAgain(place: Standing): void {
  const figure = standing(place);
  if (figure) dialogs.show({ what: "frame", at: figure.at });
}
