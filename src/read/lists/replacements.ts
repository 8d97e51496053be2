import { isAdvice } from "../cells/advice.ts";
import { withoutFootnote } from "../cells/marks.ts";
import { partsOf, surelyId } from "../cells/tokens.ts";
import { findModelNames } from "../names/find.ts";
import type { Draft } from "../table/draft.ts";
import { speaksOfReplacement } from "../table/header-words.ts";
import type { ReplacementGroup } from "./models.ts";

const SENTENCE_END = /(?<=[.!?])\s+(?=[A-Z])|(?<=[。！？；])|;\s+/;
const VERB =
  /\b(recommend\w*|use|migrat\w*|switch\w*|upgrad\w*|mov(e|ing) to|transition\w*|replac\w*|redirect\w*|(?:re)?rout(?:e|es|ed|ing) to|forward(?:s|ed)? to|(?:served|answered|handled) by|empfehlen|utilisez|recommandons|recomendamos|usar|consigliamo)\b|推荐|建议|迁移|切换|使用|推奨|권장/i;

/** "If cost matters most, `b` is the cheaper choice." */
const CHOICE =
  /\b(?:is|are|makes?|remains?) (?:a|an|the|our)(?: [\w-]+){0,2} (?:choice|option|alternative|substitute|match|fit|pick)s?\b|\bist die (?:\p{L}+ )?(?:wahl|alternative|option)\b|\best (?:le|un) (?:\p{L}+ )?choix\b|\bes la (?:\p{L}+ )?opción\b/iu;

function idsIn(text: string): string[] {
  // "GPT-3.5 Turbo Instruct" is one name, and its first word no id.
  const long = findModelNames(text).filter((name) => name.form === "display" && name.text.includes(" "));
  return partsOf(text.replace(/\([^)]*\)/g, " "))
    .flatMap((part) => part.split(/\s+/))
    .map((word) => withoutFootnote(word.replace(/^["'`]|["'`.,;:：。，]+$/g, "")))
    .filter((word) => surelyId(word))
    .map((word) => long.find((name) => name.text.startsWith(`${word} `))?.text ?? word);
}

/** "The replacement for the small models is y." */
const REPLACEMENT_OF =
  /\b(?:replacement|successor|alternative|substitute)s? (?:for|of|to) ([^.;:]{2,80}?) (?:is|are|will be)(?=[\s:])/i;

/** "For command models, we recommend you use `a`, `b`, or `c`": the ids after the verb, for the whole section. */
export function groupsInSentences(paragraphs: readonly string[]): ReplacementGroup[] {
  const groups: ReplacementGroup[] = [];
  for (const text of paragraphs) {
    for (const sentence of text.split(SENTENCE_END)) {
      const of = REPLACEMENT_OF.exec(sentence);
      if (of !== null) {
        const ids = idsIn(sentence.slice(of.index + of[0].length));
        if (ids.length > 0) groups.push({ label: of[1] ?? "", ids });
        continue;
      }
      const verb = VERB.exec(sentence);
      const from = verb !== null && (speaksOfReplacement(sentence) || isAdvice(sentence)) ? verb.index : null;
      // Words of choice alone say nothing, but beside other advice they offer one more.
      if (from === null && (groups.length === 0 || !CHOICE.test(sentence))) continue;
      const ids = idsIn(sentence.slice(from ?? 0));
      if (ids.length > 0) groups.push({ label: from === null ? "" : sentence.slice(0, from), ids });
    }
  }
  return groups;
}

/**
 * Gives the drafts of a list their section's replacements. Groups with a label go to the models whose id shares a word
 * with it ("Embedding tasks" and `embed-...`); models that no label fits get the groups that fit no model.
 */
export function withGroups(drafts: Draft[], groups: ReplacementGroup[]): Draft[] {
  if (groups.length === 0) return drafts;
  // "`x-fast` was redirected to `y`": words that name ids of the list are about these alone.
  const named = new Map(groups.map((group) => [group, drafts.filter((draft) => names(group.label, draft.id))]));
  const fits = (group: ReplacementGroup, draft: Draft) => {
    const own = named.get(group) ?? [];
    return own.length > 0 ? own.some((each) => each.id === draft.id) : sharesStem(group.label, draft.id);
  };
  const taken = groups.filter((group) => drafts.some((draft) => fits(group, draft)));
  return drafts.map((draft) => {
    if (draft.replacements.length > 0 || (draft.kind !== "model" && draft.kind !== "agent")) return draft;
    const own = groups.filter((group) => named.get(group)?.some((each) => each.id === draft.id));
    const fitting = own.length > 0 ? own : groups.filter((group) => fits(group, draft));
    const free = groups.filter((group) => !taken.includes(group));
    const open = groups.filter((group) => named.get(group)?.length === 0);
    const chosen = fitting.length > 0 ? fitting : free.length > 0 ? free : open;
    const ids = chosen.flatMap((group) => group.ids).filter((id) => id !== draft.id);
    return { ...draft, replacements: [...new Set(ids)] };
  });
}

/** True where a text holds an id as a word of its own. */
function names(text: string, id: string): boolean {
  const at = text.indexOf(id);
  return at >= 0 && !/[\w-]/.test(text[at - 1] ?? "") && !/[\w-]/.test(text[at + id.length] ?? "");
}

/** "Embedding tasks" and "embed-english-v2.0" share the stem "embed". */
function sharesStem(label: string, id: string): boolean {
  const tokens = id
    .toLowerCase()
    .split(/[-_./:@]/)
    .filter((token) => token.length >= 4 && !/^\d+$/.test(token));
  const words = label.toLowerCase().split(/[^\p{L}\d]+/u);
  return words.some(
    (word) => word.length >= 4 && tokens.some((token) => word.startsWith(token) || token.startsWith(word)),
  );
}
