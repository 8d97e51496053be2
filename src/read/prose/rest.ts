import type { Frame } from "./frame.ts";

/** "x ends on D. All other models end on E.": who stays, or has a day by itself, is none of the others. */
export function withoutTold(here: readonly Frame[], frames: readonly Frame[], stays: ReadonlySet<string>): Frame[] {
  const told = new Set(
    frames
      .flatMap((frame) => (frame.date === null ? [] : frame.names.length === 1 ? frame.names : []))
      .map(({ key }) => key),
  );
  const rest = here.map((frame) => ({
    ...frame,
    names: frame.names.filter(({ key }) => !stays.has(key) && !told.has(key)),
  }));
  return rest.filter(({ names }) => names.length > 0);
}
