import type { SourceSpec } from "../core/source.ts";
import { didYouMean } from "../lib/nearest.ts";
import type { SourceSetting } from "./file.ts";
import type { ConfigProblem } from "./problem.ts";

export type AppliedSources = { specs: SourceSpec[]; off: SourceSpec[]; problems: ConfigProblem[] };

/**
 * The built-in sources with the file's settings applied: `"*"` first, then each by id; ids that no file owns and that
 * have an address become sources of the generic reader.
 */
export function applySourceSettings(
  builtIn: readonly SourceSpec[],
  settings: Record<string, SourceSetting>,
  keys: Record<string, string | null>,
): AppliedSources {
  const problems: ConfigProblem[] = [];
  const specs: SourceSpec[] = [];
  const off: SourceSpec[] = [];
  const everyone = settings["*"] ?? {};
  for (const spec of builtIn) {
    const own = settings[spec.id] ?? {};
    const enabled = own.enabled ?? everyone.enabled ?? true;
    const merged = withSetting(spec, everyone, own);
    const hasKey = spec.key === undefined || keys[spec.key] !== null;
    (enabled && hasKey ? specs : off).push(merged);
  }
  const known = new Set(builtIn.map((spec) => spec.id));
  for (const [id, own] of Object.entries(settings)) {
    if (id === "*" || known.has(id)) continue;
    if (!own.url) {
      problems.push({
        where: `sources.${id}`,
        what: `no built-in source has this id.${didYouMean(id, [...known])} A source of your own needs a "url"; \`npm run -s sundown -- sources\` lists the built-in ones`,
      });
      continue;
    }
    const surface = own.surface ?? (own.provider === undefined ? id : `${own.provider}-api`);
    const spec: SourceSpec = {
      id,
      url: own.url,
      provider: own.provider ?? id,
      surface,
      form: "auto",
      trust: own.trust ?? "provider",
      nature: "page",
    };
    if (own.cron !== undefined) spec.cron = own.cron;
    (own.enabled === false ? off : specs).push(spec);
  }
  return { specs, off, problems };
}

function withSetting(spec: SourceSpec, everyone: SourceSetting, own: SourceSetting): SourceSpec {
  const cron = own.cron ?? everyone.cron ?? spec.cron;
  return {
    ...spec,
    url: own.url ?? spec.url,
    provider: own.provider ?? spec.provider,
    surface: own.surface ?? spec.surface,
    trust: own.trust ?? spec.trust,
    ...(cron === undefined ? {} : { cron }),
  };
}
