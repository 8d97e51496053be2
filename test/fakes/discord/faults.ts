import type { Json } from "./model.ts";

export type FaultKind =
  /** Done, then the connection is reset: the answer is lost. */
  | { kind: "lose-ack" }
  /** The connection is reset before anything is done. */
  | { kind: "reset" }
  /** An HTTP status with any body; `stored` does the work first. */
  | { kind: "status"; status: number; body?: Json; stored?: boolean }
  /** A JSON error code. */
  | { kind: "error"; status: number; code: number; message: string }
  /** 429 of that scope; `retry_after` in seconds. */
  | { kind: "rate-limit"; scope: "user" | "shared" | "global"; retry_after: number }
  /** Done after a pause. */
  | { kind: "delay"; ms: number }
  /** Done, but never answered. */
  | { kind: "silence" }
  /** Neither done nor answered. */
  | { kind: "hang" };

/** Which requests meet it: method, and a part of the path after /api/v10. It is used up after `times` (default 1). */
export type Fault = FaultKind & { method?: string; path?: string; times?: number };

export type FaultRequest = { method: string; path: string; body: unknown };

export function createFaults() {
  const queue: (Fault & { left: number })[] = [];
  let plan: ((request: FaultRequest) => FaultKind | null) | null = null;
  return {
    add: (fault: Fault) => void queue.push({ ...fault, left: fault.times ?? 1 }),
    clear: () => {
      queue.length = 0;
      plan = null;
    },
    /** Asked for every request that no queued fault meets. */
    plan: (next: ((request: FaultRequest) => FaultKind | null) | null) => {
      plan = next;
    },
    next(request: FaultRequest): FaultKind | null {
      const index = queue.findIndex(
        (fault) =>
          (fault.method === undefined || fault.method === request.method) &&
          (fault.path === undefined || request.path.includes(fault.path)),
      );
      const fault = queue[index];
      if (!fault) return plan?.(request) ?? null;
      fault.left -= 1;
      if (fault.left <= 0) queue.splice(index, 1);
      return fault;
    },
  };
}
