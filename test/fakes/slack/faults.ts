/** What goes wrong, once or several times, with the next fitting calls. */
export type Fault = {
  /** `chat.postMessage` when not given. */
  method?: string;
  channel?: string;
  /** How many calls it hits; 1 when not given. */
  times?: number;
} & (
  | { kind: "rate-limited"; retryAfter: number | null }
  /** An answer `{"ok":false,"error"}`; with `stored` the message was kept all the same. */
  | { kind: "error"; error: string; stored?: boolean }
  | { kind: "status"; status: number; stored?: boolean }
  /** The connection is reset, after or before the message was kept: a lost acknowledgement. */
  | { kind: "reset"; stored: boolean }
  | { kind: "delay"; ms: number }
  /** Never answers. */
  | { kind: "hang"; stored: boolean }
);

export class Faults {
  readonly #waiting: (Fault & { left: number })[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ ...fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#waiting.length = 0;
  }

  /** Takes the first fault that fits the call. */
  take(method: string, channel: unknown): Fault | null {
    const index = this.#waiting.findIndex(
      (fault) =>
        (fault.method ?? "chat.postMessage") === method && (fault.channel === undefined || fault.channel === channel),
    );
    const fault = this.#waiting[index];
    if (!fault) return null;
    fault.left -= 1;
    if (fault.left <= 0) this.#waiting.splice(index, 1);
    return fault;
  }
}
