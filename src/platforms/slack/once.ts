import type { Clock } from "../../core/clock.ts";

/** Longer than any retry of Slack's (5 minutes) and than a signature is accepted (300 s). */
const REMEMBERED_MS = 15 * 60_000;
const REMEMBERED_MAX = 20_000;

/** Remembers what came in, so that the same request twice has one effect. */
export class Once {
  readonly #seen = new Map<string, number>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** True the first time; false when any of these ids came before. All of them are remembered. */
  first(ids: readonly string[]): boolean {
    const now = this.#clock.now();
    this.#forget(now);
    const fresh = ids.every((id) => !this.#seen.has(id));
    for (const id of ids) if (!this.#seen.has(id)) this.#seen.set(id, now);
    return fresh;
  }

  /** The map is in order of arrival, so the oldest are at its start. */
  #forget(now: number): void {
    for (const [id, at] of this.#seen) {
      if (this.#seen.size <= REMEMBERED_MAX && now - at < REMEMBERED_MS) return;
      this.#seen.delete(id);
    }
  }
}
