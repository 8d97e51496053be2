import { pairOf } from "./pair.ts";

/** "The older of the two": which of two models the words mean, told by the numbers of their ids. */

const OLDER_ONE =
  /(?<!\p{L})(?:the )?older (?:one|of (?:the|these|those) (?:two|pair))(?!\p{L})|(?<!\p{L})(?:das|die|der|den|dem) ältere[nr]?(?: (?:der|von) (?:den )?(?:beiden|zweien))?(?! \p{L}*(?:modell|version|alias|snapshot))(?!\p{L})|plus ancien(?:ne)? des deux|más antiguo de los dos|mais antigo dos dois|più vecchio (?:dei|fra i|tra i) due|古い(?:ほう|方)|(?:较|更)?旧的那(?:个|款)|(?:둘 중 )?(?:더 )?오래된 (?:쪽|것)/gu;
const NEWER_ONE =
  /(?<!\p{L})(?:the )?newer (?:one|of (?:the|these|those) (?:two|pair))(?!\p{L})|(?<!\p{L})(?:das|die|der|den|dem) (?:neu|jüng)ere[nr]?(?: (?:der|von) (?:den )?(?:beiden|zweien))?(?! \p{L}*(?:modell|version|alias|snapshot))(?!\p{L})|plus récent(?:e)? des deux|más (?:reciente|nuevo) de los dos|mais (?:recente|novo) dos dois|più (?:recente|nuovo) (?:dei|fra i|tra i) due|新しい(?:ほう|方)|(?:较|更)?新的那(?:个|款)|(?:둘 중 )?(?:더 )?새로운 (?:쪽|것)/gu;

const placeOf = (pattern: RegExp, text: string): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1;

const VERSION = /^\d{1,2}(?:\.\d+)?$/;
const STAMP = /^\d{3,8}$/;

/** Below zero where the first key is of an older model of the same name, by its version, else by the day of its snapshot. */
function byAge(a: string, b: string): number {
  const [parts, others] = [a.split(" "), b.split(" ")];
  const words = (all: string[]) => all.filter((part) => !VERSION.test(part) && !STAMP.test(part)).join(" ");
  if (words(parts) !== words(others)) return 0;
  const [one, other] = [parts.filter((part) => VERSION.test(part)), others.filter((part) => VERSION.test(part))];
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const difference = Number(one[at] ?? 0) - Number(other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  const [stamp, second] = [parts.find((part) => STAMP.test(part)), others.find((part) => STAMP.test(part))];
  return stamp === undefined || second?.length !== stamp.length ? 0 : Number(stamp) - Number(second);
}

/**
 * "The older of the two": the one of two models whose numbers are smaller.
 *
 * @param text what is said before the word of the end
 * @returns null where the text says no such thing, or the ids do not tell
 */
export function ofTwo<T extends { key: string }>(text: string, topic: readonly T[]): T | null {
  const [older, newer] = [placeOf(OLDER_ONE, text), placeOf(NEWER_ONE, text)];
  if (older === newer) return null;
  const pair = pairOf(topic);
  if (pair === null) return null;
  const [a, b] = pair;
  const age = byAge(a.key, b.key);
  if (age === 0) return null;
  return age < 0 === older > newer ? a : b;
}
