import type { StatusMatch } from "../core/model.ts";

/** What names a model: on one surface, with the version where the surface has one. */
export type Named = { surface: string; model_id: string; version: string | null };

/** "gpt-4o (2024-08-06)", or the id alone. */
export function nameOf(of: Named): string {
  return of.version === null ? of.model_id : `${of.model_id} (${of.version})`;
}

/** The path of a model's own page. */
export function modelPath(of: Named): string {
  const parts = [of.surface, of.model_id, ...(of.version === null ? [] : [of.version])];
  return `/models/${parts.map(encodeURIComponent).join("/")}`;
}

/** A path of this server as others reach it. */
export function absolute(publicUrl: string, path: string): string {
  return `${publicUrl.replace(/\/+$/, "")}${path}`;
}

/** The address where it is said, the likeliest source first; or null. */
export function evidenceUrl(match: StatusMatch): string | null {
  return match.evidence.map(({ url }) => safeUrl(url)).find((url) => url !== null) ?? null;
}

/** An http(s) address without user name and password, or null: nothing else is ever a link. */
export function safeUrl(url: string | null | undefined): string | null {
  const parsed = url ? URL.parse(url) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  parsed.username = "";
  parsed.password = "";
  return parsed.href;
}

/** Text without the control characters that XML and calendars refuse; line breaks stay. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/g, " ");
}
