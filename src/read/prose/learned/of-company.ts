import type { Features } from "./forest.ts";
import type { Item, Mention, Model } from "./item.ts";
import { nearest, spread } from "./near.ts";
import type { Hints } from "./of-model.ts";

/** How likely each model of an item ends, as far as it is known. */
export type Ending = (model: Model) => number;

/** What may stand between two members of a list. */
const JOINT =
  /^[\s,、`"'”“()（）|*·和及与と·や및과와/&]*(?:and|or|und|et|y|e|ed|sowie|ou|o|as well as|plus)?[\s,`"'“(*]*$/u;

/**
 * What the other models of the item tell of one: what ends beside it in a list, in its sentence and paragraph, and
 * whether its name is a part of others, as "gpt-5" is of "gpt-5-mini".
 */
export function featuresOfCompany(item: Item, model: Model, ending: Ending, hints: Hints): Features {
  const others = item.models.filter((other) => other !== model);
  const sides = (is: (own: Mention, other: Mention) => boolean) =>
    model.mentions.flatMap((own) =>
      item.mentions.filter((other) => other.model !== model && is(own, other)).map((other) => ending(other.model)),
    );
  const paragraph = ({ sentence }: Mention) => item.sentences[sentence]?.paragraph;
  const longer = others.filter((other) => other.id.length > model.id.length && other.id.startsWith(model.id));
  const shorter = others.filter((other) => other.id.length < model.id.length && model.id.startsWith(other.id));
  const family = model.mentions[0]?.name.family;
  const own = ending(model);
  const near = others.map((other) => nearest(model.mentions, other.mentions)?.sentences ?? item.sentences.length);
  return {
    own,
    ...spread(
      "list",
      sides((a, b) => isListed(item, a, b)),
    ),
    ...spread(
      "sentence",
      sides((a, b) => a.sentence === b.sentence),
    ),
    ...spread(
      "paragraph",
      sides((a, b) => a.sentence !== b.sentence && paragraph(a) === paragraph(b)),
    ),
    ...spread(
      "next",
      sides((a, b) => Math.abs(a.sentence - b.sentence) === 1),
    ),
    ...spread("others", others.map(ending)),
    ...spread("family", others.filter((other) => other.mentions[0]?.name.family === family).map(ending)),
    ending: others.filter((other) => ending(other) > 0.5).length,
    likelier: others.filter((other) => ending(other) > own).length,
    longer: longer.length,
    longerMost: Math.max(-1, ...longer.map(ending)),
    shorter: shorter.length,
    shorterMost: Math.max(-1, ...shorter.map(ending)),
    alone: Math.min(item.sentences.length, ...near),
    replacesMost: Math.max(...model.mentions.map(hints.replaces)),
    replacesFirst: hints.replaces(model.mentions[0] as Mention),
  };
}

/** True for neighbours in one list. */
function isListed(item: Item, a: Mention, b: Mention): boolean {
  if (a.sentence !== b.sentence) return false;
  const [left, right] = a.at < b.at ? [a, b] : [b, a];
  const between = item.sentences[a.sentence]?.text.slice(left.end, right.start) ?? "";
  return between.length < 4 || (between.length < 30 && JOINT.test(between));
}
