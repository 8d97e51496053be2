import { fileURLToPath } from "node:url";
import type { SourceFamily, SourceSpec } from "../core/source.ts";
import { loadFolder } from "../lib/load-folder.ts";

export const SOURCES_FOLDER = fileURLToPath(new URL("../sources", import.meta.url));

export type Families = {
  /** By family id, in file-name order. */
  families: Map<string, SourceFamily>;
  /** Every address that is known by name, by source id. */
  specs: Map<string, SourceSpec>;
  /** The family that owns a source id; `generic` for an id that nobody owns. */
  familyFor: (sourceId: string) => SourceFamily;
  /** The spec of a source id; for an unknown one a second-hand spec made of what is given. */
  specFor(sourceId: string, given?: Partial<SourceSpec>): SourceSpec;
};

const FORMS = ["auto", "html", "markdown", "feed", "json", "yaml", "text"];
const TRUSTS = ["provider", "second-hand", "press"];
const NATURES = ["page", "feed"];
const SHORTEST_ASSUMPTIONS = 20;

/**
 * Loads every source family of a folder.
 *
 * @throws Error that names the file, when a module is no source family, is not called like its family, or declares a
 * source id that another one has
 */
export async function loadFamilies(folder: string = SOURCES_FOLDER): Promise<Families> {
  const families = await loadFolder<SourceFamily>(folder, (value) => (isFamily(value) ? value : null));
  const owners = new Map<string, SourceFamily>();
  const specs = new Map<string, SourceSpec>();
  for (const [file, loaded] of families) {
    if (loaded.family !== file) throw new Error(`${folder}/${file}.ts: its family is called "${loaded.family}"`);
    for (const declared of loaded.specs) {
      const other = owners.get(declared.id);
      if (other !== undefined)
        throw new Error(`${folder}/${file}.ts: "${declared.id}" belongs to ${other.family} already`);
      owners.set(declared.id, loaded);
      specs.set(declared.id, declared);
    }
  }
  const familyFor = (sourceId: string): SourceFamily => {
    const owner = owners.get(sourceId) ?? families.get("generic");
    if (owner === undefined) throw new Error(`nobody reads "${sourceId}", and there is no generic reader in ${folder}`);
    return owner;
  };
  const specFor = (sourceId: string, given: Partial<SourceSpec> = {}): SourceSpec => ({
    ...(specs.get(sourceId) ?? unknownSpec(sourceId)),
    ...given,
    id: sourceId,
  });
  return { families, specs, familyFor, specFor };
}

/** Who runs an unknown source's models is for its content to say, and its silence means nothing. */
function unknownSpec(id: string): SourceSpec {
  return { id, url: "", provider: "unknown", surface: "unknown", form: "auto", trust: "second-hand", nature: "feed" };
}

/** Written out by hand: a schema library is a hundred modules, and every start of the bot loads this folder. */
function isFamily(value: unknown): value is SourceFamily {
  if (!isObject(value)) return false;
  const { family, specs, guards, assumptions, read } = value;
  return (
    typeof family === "string" &&
    Array.isArray(specs) &&
    specs.every(isSpec) &&
    isGuards(guards) &&
    typeof assumptions === "string" &&
    assumptions.length >= SHORTEST_ASSUMPTIONS &&
    typeof read === "function"
  );
}

function isSpec(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { id, url, provider, surface, form, trust, nature } = value;
  return (
    typeof id === "string" &&
    /^[a-z0-9][a-z0-9-]*$/.test(id) &&
    [url, provider, surface].every((text) => typeof text === "string") &&
    FORMS.includes(String(form)) &&
    TRUSTS.includes(String(trust)) &&
    NATURES.includes(String(nature))
  );
}

function isGuards(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { minBytes, mustMention, minFacts } = value;
  const isMarks = (marks: unknown) =>
    Array.isArray(marks) && marks.length > 0 && marks.every((mark) => typeof mark === "string");
  return (
    typeof minBytes === "number" &&
    typeof minFacts === "number" &&
    Array.isArray(mustMention) &&
    mustMention.every(isMarks)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
