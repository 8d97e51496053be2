import type { StatusMatch } from "../core/model.ts";
import { surfaceLabel } from "../core/surface.ts";
import { evidenceUrl, printable } from "./names.ts";
import type { Shutdown } from "./shutdowns.ts";

/** Ids that the schema takes. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,255}$/;

/**
 * One surface as `model-eol/0.1` (https://thossullivan.github.io/model-eol/schema/0.1/model-eol.schema.json): announced
 * and past shutdowns; floors of active models have no word there. Its ids carry no slash, colon or version: such
 * characters become hyphens, a version is joined with one, and `notes` gives the id as it is sent. Where two models
 * would share an id, the second is left out and counted in `note`.
 *
 * @param now epoch ms; used when nothing tells a better time of making, so that unchanged knowledge gives the same bytes
 */
export function modelEolOf(request: {
  shutdowns: readonly Shutdown[];
  publisher: string;
  now: number;
}): Record<string, unknown> {
  const entries = new Map<string, Record<string, unknown>>();
  let left = 0;
  for (const { match, cancelled } of request.shutdowns) {
    if (cancelled || match.shutdown === null) continue;
    const id = idOf(match);
    if (id === null || entries.has(id)) left += 1;
    else entries.set(id, entryOf(id, match));
  }
  const looks = request.shutdowns.map(({ match }) => Date.parse(match.as_of ?? "")).filter((at) => !Number.isNaN(at));
  const generated = looks.reduce((newest, at) => Math.max(newest, at), 0) || request.now;
  return {
    spec: "model-eol/0.1",
    publisher: request.publisher,
    generated: new Date(generated).toISOString(),
    ...(left > 0 ? { note: `${left} models whose ids this format cannot tell apart are left out` } : {}),
    models: [...entries.values()],
  };
}

function idOf(match: StatusMatch): string | null {
  const sent = match.version === null ? match.model_id : `${match.model_id}-${match.version}`;
  return plainId(sent);
}

function plainId(id: string): string | null {
  const plain = id.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[^A-Za-z0-9]+/, "");
  return ID.test(plain) ? plain : null;
}

function entryOf(id: string, match: StatusMatch): Record<string, unknown> {
  const aliases = [...new Set(match.aliases.filter((alias) => ID.test(alias) && alias !== id))];
  const plain = match.replacements.map(plainId);
  const replacements = [...new Set(plain.filter((one) => one !== null))];
  const [only] = replacements;
  const source = evidenceUrl(match);
  const notes = notesOf(id, match);
  return {
    id,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(match.announced === null ? {} : { announced: match.announced }),
    shutdown: match.shutdown,
    date_precision: match.precision === "day" ? "exact" : "earliest",
    ...(replacements.length === 1 ? { replacement: only } : {}),
    ...(replacements.length > 1 ? { replacement_options: replacements } : {}),
    ...(match.replacements.some((one) => !ID.test(one))
      ? { replacement_note: printable(match.replacements.join(", ")) }
      : {}),
    ...(notes === "" ? {} : { notes }),
    ...(source === null ? {} : { source }),
  };
}

function notesOf(id: string, match: StatusMatch): string {
  const notes: string[] = [];
  if (match.version !== null)
    notes.push(`Model ${match.model_id}, version ${match.version} on ${surfaceLabel(match.surface)}.`);
  else if (match.model_id !== id) notes.push(`Sent as ${match.model_id} on ${surfaceLabel(match.surface)}.`);
  if (match.precision === "month") notes.push("Only the month is given; its first day stands for it.");
  return printable(notes.join(" "));
}
