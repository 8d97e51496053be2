import type { CommandServices } from "../../src/core/command.ts";
import type { Messages } from "../../src/core/messages.ts";
import { meansAll, nearest, readName, readPattern, readSurface, wordsOf } from "../../src/core/settings.ts";
import { nearestWord } from "../../src/core/spelling.ts";
import type { Subscription } from "../../src/core/subscription.ts";

const MOST_NEAR = 8;

/** What a person named to add or to remove, sorted by what it is. */
export type Selection = {
  all: boolean;
  providers: string[];
  surfaces: string[];
  models: string[];
  /** Sentences, each about one value that means nothing here. */
  problems: string[];
  /** What was probably meant by such values. */
  likely: string[];
};

/**
 * Reads the options of `add` and `remove`. `what` may be anything; the others are of their kind. A model is stored
 * under the id that the catalogue knows; an unknown one is refused with near names, never guessed. A pattern with `*`
 * stands for itself.
 *
 * @param present when removing: what is on the channel's list is known, whatever the catalogue says
 */
export async function readSelection(
  options: Readonly<Record<string, string>>,
  services: CommandServices,
  messages: Messages,
  present?: Subscription,
): Promise<Selection> {
  const selection: Selection = { all: false, providers: [], surfaces: [], models: [], problems: [], likely: [] };
  const providers = [...services.catalog.providers(), ...(present?.providers ?? [])];
  const surfaces = [...services.catalog.surfaces(), ...(present?.surfaces ?? [])];
  const refuse = (option: string, value: string, allowed: string, known: readonly string[] = []) => {
    const likely = nearestWord(value, known);
    if (likely !== null) selection.likely.push(likely);
    selection.problems.push(messages.watch.unknownValue(option, value.slice(0, 100), allowed, likely));
  };

  const addModel = async (option: string, value: string, others: readonly string[]) => {
    const listed = present === undefined ? undefined : readName(value, present.models);
    if (listed !== undefined) return selection.models.push(listed);
    if (value.includes("*")) {
      const pattern = readPattern(value);
      return pattern === undefined
        ? refuse(option, value, messages.watch.allowed.model)
        : selection.models.push(pattern);
    }
    const { matches, suggestions } = await services.catalog.status(value);
    const ids = new Set(matches.map((match) => match.model_id));
    if (ids.size === 0) {
      const near = [...suggestions.slice(0, 5), ...nearest(value, others)];
      return refuse(option, value, messages.watch.allowed.near(near.slice(0, MOST_NEAR)), [...others, ...suggestions]);
    }
    return selection.models.push(...ids);
  };

  for (const value of valuesOf(options["provider"], (text) => readName(text, providers) !== undefined)) {
    const found = readName(value, providers);
    if (meansAll(value)) selection.all = true;
    else if (found !== undefined) selection.providers.push(found);
    else refuse("provider", value, messages.watch.allowed.near(nearest(value, providers)), providers);
  }
  for (const value of valuesOf(options["surface"], (text) => readSurface(text, surfaces) !== undefined)) {
    const found = readSurface(value, surfaces);
    if (meansAll(value)) selection.all = true;
    else if (found !== undefined) selection.surfaces.push(found);
    else refuse("surface", value, messages.watch.allowed.near(nearest(value, surfaces)), surfaces);
  }
  for (const value of commaParts(options["model"])) {
    if (meansAll(value)) selection.all = true;
    else await addModel("model", value, []);
  }
  // Whatever it is: a provider before a surface before a model, since "openai" names all three.
  for (const value of commaParts(options["what"])) {
    const provider = readName(value, providers);
    const surface = readSurface(value, surfaces);
    if (meansAll(value)) selection.all = true;
    else if (provider !== undefined) selection.providers.push(provider);
    else if (surface !== undefined) selection.surfaces.push(surface);
    else await addModel("what", value, [...providers, ...surfaces]);
  }
  return selection;
}

/** One value when the whole text is known, e.g. "Amazon Bedrock"; else its words. */
function valuesOf(text: string | undefined, isKnown: (text: string) => boolean): string[] {
  if (text === undefined || text.trim() === "") return [];
  return isKnown(text) ? [text.trim()] : wordsOf(text);
}

/** Models may be written with blanks ("claude opus 3"), so only commas part them. */
function commaParts(text: string | undefined): string[] {
  return (text ?? "")
    .split(/[,;，、；]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
