import type { ReadSentence } from "./clauses.ts";
import { isBullet } from "./implied.ts";

const LONGEST_LABEL = 80;

/** "Variants that remain active", "仍可使用的模型:": a line that names nothing and says of what stands below it that it goes on. */
function leadsKept({ text, names, clauses }: ReadSentence): boolean {
  if (names.length > 0 || text.length > LONGEST_LABEL || isBullet(text)) return false;
  const stays = clauses.some(({ stay }) => stay.length > 0);
  return stays && clauses.every(({ off, until }) => off.length + until.length === 0) && !/[.。!！?？]\s*$/.test(text);
}

/** The keys of the models that a text lists as those that go on being served. */
export function keptInLists(sentences: readonly ReadSentence[]): ReadonlySet<string> {
  const kept = new Set<string>();
  let open = false;
  for (const sentence of sentences) {
    if (leadsKept(sentence)) open = true;
    else if (!open || !isBullet(sentence.text)) open = false;
    else for (const name of sentence.names) kept.add(name.key);
  }
  return kept;
}
