import { writeFileSync } from "node:fs";
import { hintsOf, wordHintsOf } from "../src/read/prose/learned/hints.ts";
import { LEARNED_FILE, verdictsBy } from "../src/read/prose/learned/verdict.ts";
import { likelihoodBy } from "../src/read/prose/learned/weights.ts";
import { LIMIT } from "../src/read/prose/second-look.ts";
import { weighed } from "../src/read/prose/weighed.ts";
import { likelihoodBy as wordingBy, WORDING_FILE } from "../src/read/prose/wording.ts";
import { type Example, exampleOf, itemsIn } from "./learned/examples.ts";
import { Figures } from "./learned/figures.ts";
import { type Trained, train } from "./learned/train.ts";
import { readOptions } from "./options.ts";

const FIXTURES = new URL("../test/fixtures/", import.meta.url);
/** Items that the rules were mended on, and items that they never were: only the latter can judge both together. */
const [HELD, UNSEEN] = [new URL("held/", FIXTURES), new URL("unseen/", FIXTURES)];
/** How many times it is learned anew, each time to judge the files that were left out. */
const GROUPS = 4;

/** Reads an item as the bot does, by what was learned from others. */
function readBy({ learned, wording }: Trained): (example: Example) => ReturnType<typeof weighed>["facts"] {
  const { ends, replaces, dates } = learned;
  const speaking = { ends: likelihoodBy(ends), replaces: likelihoodBy(replaces), dates: likelihoodBy(dates) };
  const whole = wordingBy(wording);
  return ({ item, contexts, reading }) => {
    if (whole(item.text) <= LIMIT) return [];
    const hints = hintsOf(item, wordHintsOf(contexts, speaking), learned.statements);
    return weighed(reading, item, verdictsBy(learned, item, hints, reading, null)).facts;
  };
}

/** Judges each group of unseen files by what was learned from all other files, and prints what that would give. */
function crossed(held: readonly Example[], unseen: ReadonlyMap<string, Example[]>): void {
  const files = [...unseen.keys()];
  const [rules, both] = [new Figures(), new Figures()];
  for (let group = 0; group < GROUPS; group += 1) {
    const judged = files.filter((_, index) => index % GROUPS === group);
    const others = files.filter((file) => !judged.includes(file)).flatMap((file) => unseen.get(file) ?? []);
    const read = readBy(train([...held, ...others]));
    for (const file of judged) {
      const own = new Figures();
      for (const example of unseen.get(file) ?? []) {
        const facts = read(example);
        for (const figures of [both, own]) figures.add(example.told.truth, facts);
        rules.add(example.told.truth, example.reading.facts);
      }
      console.log(`${file.padEnd(16)} ${own.toString()}`);
    }
  }
  console.log(`${"rules alone".padEnd(16)} ${rules.toString()}\n${"both".padEnd(16)} ${both.toString()}`);
}

/**
 * `npm run learn [-- --cross]`: makes what the learned reader knows, and the model of wordings, anew from our own items in
 * test/fixtures; with `--cross` it only measures, each group of unseen files by what was learned from all others.
 */
const { values } = readOptions("learn [-- --cross]", { options: { cross: { type: "boolean" } } });
const examplesIn = (folder: URL, fresh: boolean): Map<string, Example[]> =>
  new Map([...itemsIn(folder)].map(([file, items]) => [file, items.map((told) => exampleOf(told, file, fresh))]));
const held = [...examplesIn(HELD, false).values()].flat();
const unseen = examplesIn(UNSEEN, true);
if (values.cross === true) crossed(held, unseen);
else {
  const fresh = [...unseen.values()].flat();
  const { learned, wording } = train([...held, ...fresh]);
  writeFileSync(LEARNED_FILE, `${JSON.stringify(learned)}\n`);
  writeFileSync(WORDING_FILE, `${JSON.stringify(wording)}\n`);
  console.log(`from ${held.length} held and ${fresh.length} unseen items`);
}
