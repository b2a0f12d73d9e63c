// What sharp.mjs does not do: the same JPEGs at several qualities, and any picture as PNG.
//   node peer.mjs FOLDER-WITH-NODE_MODULES curve PHOTO OUT     OUT/<width>-<quality>.jpg
//   node peer.mjs FOLDER-WITH-NODE_MODULES png OUT PICTURE…    OUT/<name>.png
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';

const [folder, what, ...rest] = process.argv.slice(2);
const sharp = createRequire(join(resolve(folder), 'here.js'))('sharp');

if (what === 'curve') {
    const [photo, out] = rest;
    mkdirSync(out, { recursive: true });
    for (const width of [2400, 1600, 1200, 800, 480]) {
        for (const quality of [70, 75, 80, 85, 90]) {
            const jpeg = sharp(photo).rotate().resize({ width }).jpeg({ quality, progressive: true });
            await jpeg.toFile(join(out, `${width}-${quality}.jpg`));
        }
    }
} else {
    const [out, ...pictures] = rest;
    mkdirSync(out, { recursive: true });
    for (const picture of pictures) await sharp(picture).png().toFile(join(out, `${basename(picture)}.png`));
}
