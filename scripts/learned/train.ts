import type { Features, Forest } from "../../src/read/prose/learned/forest.ts";
import { likelihoodByTrees } from "../../src/read/prose/learned/forest.ts";
import { wordHintsOf } from "../../src/read/prose/learned/hints.ts";
import type { Mention, Model } from "../../src/read/prose/learned/item.ts";
import { featuresOfCompany } from "../../src/read/prose/learned/of-company.ts";
import { featuresOfDay } from "../../src/read/prose/learned/of-day.ts";
import { featuresOfMention } from "../../src/read/prose/learned/of-mention.ts";
import { featuresOfModel, type Hints } from "../../src/read/prose/learned/of-model.ts";
import { featuresOfPlace, placesFor } from "../../src/read/prose/learned/of-place.ts";
import { featuresOfReplacement } from "../../src/read/prose/learned/of-replacement.ts";
import {
  featuresOfRules,
  ruledBy,
  ruledDay,
  ruledPlace,
  ruledReplacement,
} from "../../src/read/prose/learned/of-rules.ts";
import type { Learned } from "../../src/read/prose/learned/verdict.ts";
import { likelihoodBy } from "../../src/read/prose/learned/weights.ts";
import type { WordingModel } from "../../src/read/prose/wording.ts";
import { train as wordingOf } from "./wording.ts";
import { type Growth, grown } from "./boost.ts";
import { endsOf, type Example, isDayOf, replacesAny } from "./examples.ts";
import { weighedBy } from "./logistic.ts";

export type Trained = { learned: Learned; wording: WordingModel };

/**
 * Each part of the files is judged by what was learned from the others: what comes behind it learns how far to believe it.
 * Another item of the same file may tell the same story in the same words, and would make it believe too much.
 */
const PARTS = 5;
const FIRST: Growth = { trees: 200, depth: 4 };
const SECOND: Growth = { trees: 150, depth: 4 };
const FEW: Growth = { trees: 120, depth: 3 };

type Words = Pick<Learned, "ends" | "replaces" | "dates">;

/** Learns which words speak of an end, a replacement and a day of an end. */
function wordsFrom(examples: readonly Example[]): Words {
  const mentions = examples.flatMap((example) =>
    example.item.mentions.flatMap((mention) => {
      const context = example.contexts.of(mention);
      const { model } = mention;
      const ends = endsOf(example, model).length > 0;
      return context === undefined
        ? []
        : [{ context, ends, replaces: replacesAny(example, example.told.truth.models, model) }];
    }),
  );
  const days = examples.flatMap(({ item, contexts, told }) =>
    item.written.flatMap((written) => {
      const context = contexts.of(written);
      return context === undefined ? [] : [{ context, ends: isDayOf(told.truth.models, written.date) }];
    }),
  );
  const contexts = mentions.map(({ context }) => context);
  return {
    ends: weighedBy(
      contexts,
      mentions.map(({ ends }) => ends),
    ),
    replaces: weighedBy(
      contexts,
      mentions.map(({ replaces }) => replaces),
    ),
    dates: weighedBy(
      days.map(({ context }) => context),
      days.map(({ ends }) => ends),
    ),
  };
}

/** What the words of an item hint at, by what was learned from others. */
function hintsBy(words: Words): (example: Example) => WordHints {
  const speaking = {
    ends: likelihoodBy(words.ends),
    replaces: likelihoodBy(words.replaces),
    dates: likelihoodBy(words.dates),
  };
  return ({ contexts }) => wordHintsOf(contexts, speaking);
}

/** Splits so that an item's own part is left out where it is judged. */
function judgedByOthers<T, M>(things: readonly T[], part: (thing: T) => number, learn: (others: T[]) => M): Map<T, M> {
  const judged = new Map<T, M>();
  for (let own = 0; own < PARTS; own += 1) {
    const made = learn(things.filter((thing) => part(thing) !== own));
    for (const thing of things) if (part(thing) === own) judged.set(thing, made);
  }
  return judged;
}

type WordHints = Omit<Hints, "says">;
type Row = { example: Example; model: Model; features: Features; ends: boolean; part: number };

const forestOf = (rows: readonly Pick<Row, "features" | "ends">[], growth: Growth): Forest =>
  grown(
    rows.map(({ features }) => features),
    rows.map(({ ends }) => ends),
    growth,
  );

/** Learns everything from items whose truths are known. The same items in the same order give the same. */
export function train(examples: readonly Example[]): Trained {
  const files = [...new Set(examples.map(({ file }) => file))];
  const partOf = new Map(examples.map((example) => [example, files.indexOf(example.file) % PARTS]));
  const others = judgedByOthers(
    examples,
    (example) => partOf.get(example) ?? 0,
    (some) => hintsBy(wordsFrom(some)),
  );
  const wordHints = new Map(examples.map((example) => [example, others.get(example)?.(example) as WordHints]));
  const statements = statementsIn(examples, wordHints, (example) => partOf.get(example) ?? 0);
  const said = likelihoods(statements, ({ mention }) => mention, FIRST);
  const says = (mention: Mention) => said.get(mention) ?? 0;
  const hints = new Map([...wordHints].map(([example, words]): [Example, Hints] => [example, { ...words, says }]));
  const rows = examples.flatMap((example) =>
    example.item.models.flatMap((model): Row[] => {
      const ends = endsOf(example, model);
      // A side remark: right to tell, and right not to.
      if (ends.length > 0 && ends.every(({ optional }) => optional === true)) return [];
      const features = featuresOfModel(example.item, model, hints.get(example) as Hints);
      return [{ example, model, features, ends: ends.length > 0, part: partOf.get(example) ?? 0 }];
    }),
  );
  const first = likelihoods(rows, ({ model }) => model, FIRST);
  const second = rows
    .filter(({ example }) => example.fresh)
    .map((row) => {
      const { example, model, features } = row;
      const ending = (other: Model) => first.get(other) ?? 0;
      const company = featuresOfCompany(example.item, model, ending, hints.get(example) as Hints);
      const rules = featuresOfRules(ruledBy(example.reading), model);
      return { ...row, features: { ...features, ...company, ...rules } };
    });
  const endings = likelihoods(second, ({ model }) => model, SECOND);
  const fresh = examples.filter((example) => example.fresh);
  const { days, places, replacements } = choicesIn(fresh, hints, (model) => endings.get(model) ?? 0.5);
  return {
    wording: wordingOf(examples.map(({ item, told }) => ({ text: item.text, ends: told.truth.is_retirement }))),
    learned: {
      ...wordsFrom(examples),
      statements: forestOf(statements, FIRST),
      models: forestOf(rows, FIRST),
      company: forestOf(second, SECOND),
      days: forestOf(days, FIRST),
      places: forestOf(places, FEW),
      replacements: forestOf(replacements, SECOND),
    },
  };
}

/** What trees that have not seen an item say of what it tells. */
function likelihoods<R extends Choice & { part: number }, T>(
  rows: readonly R[],
  of: (row: R) => T,
  growth: Growth,
): Map<T, number> {
  const forests = judgedByOthers(
    rows,
    ({ part }) => part,
    (some) => forestOf(some, growth),
  );
  return new Map(rows.map((row) => [of(row), likelihoodByTrees(forests.get(row) as Forest, row.features)]));
}

type Statement = Choice & { mention: Mention; part: number };

/** Each place where a model is named, and whether that model ends. */
function statementsIn(
  examples: readonly Example[],
  hints: ReadonlyMap<Example, WordHints>,
  partOf: (example: Example) => number,
): Statement[] {
  return examples.flatMap((example) =>
    example.item.mentions.map((mention) => ({
      mention,
      features: featuresOfMention(example.item, mention, hints.get(example) as WordHints),
      ends: endsOf(example, mention.model).length > 0,
      part: partOf(example),
    })),
  );
}

type Choice = Pick<Row, "features" | "ends">;

/** Which day, which place and which replacement, for each model that ends. */
function choicesIn(
  examples: readonly Example[],
  hints: ReadonlyMap<Example, Hints>,
  ending: (model: Model) => number,
): { days: Choice[]; places: Choice[]; replacements: Choice[] } {
  const [days, places, replacements]: [Choice[], Choice[], Choice[]] = [[], [], []];
  for (const example of examples) {
    const { item } = example;
    const own = hints.get(example) as Hints;
    const ruled = ruledBy(example.reading);
    const leaving = item.models.filter((model) => endsOf(example, model).length > 0);
    for (const model of leaving) {
      const ends = endsOf(example, model);
      for (const day of item.days)
        days.push({
          features: { ...featuresOfDay(item, model, day, ending(model), own), ...ruledDay(ruled, model, day) },
          ends: isDayOf(ends, day),
        });
      const right = item.days.find((day) => isDayOf(ends, day)) ?? null;
      for (const surface of placesFor(item, model, null))
        places.push({
          features: {
            ...featuresOfPlace(item, model, surface, right, ending(model), null),
            ...ruledPlace(ruled, model, surface),
          },
          ends: ends.some((end) => end.surface === surface),
        });
      for (const other of item.models)
        if (other !== model)
          replacements.push({
            features: {
              ...featuresOfReplacement(item, model, other, leaving, ending, own),
              ...ruledReplacement(ruled, model, other),
            },
            ends: replacesAny(example, ends, other),
          });
    }
  }
  return { days, places, replacements };
}
