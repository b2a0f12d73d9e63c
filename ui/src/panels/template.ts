import { say } from "../messages";

/**
 * How a credit style looks, on invented names. Only an illustration while it is typed: what prints
 * is built by the desk, which also leaves out parts that a photo does not have.
 */
export function creditExample(template: string): string {
  const { photographer, credit } = say.publication.exampleNames;
  return template
    .replaceAll("{label}", say.kinds.photo)
    .replaceAll("{photographer}", photographer)
    .replaceAll("{credit}", credit);
}
