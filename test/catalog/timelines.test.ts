import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { CORPUS, pollsOf, runPolls } from "./timeline.ts";

const skip = existsSync(CORPUS) ? false : `no recorded pages in ${CORPUS}`;

type Expected = {
  kind: string;
  surface: string;
  model_id: string;
  shutdown: string | null;
  must_alert: boolean;
  accept_kinds?: string[];
  accept_ids?: string[];
};

/** The truths of the pages stand for perfect readers here, so that only the catalogue's own rules are judged. */
for (const name of ["anthropic-2025", "multi-2025-2026"]) {
  test(`${name}: every expected event once, no other`, { skip }, () => {
    const polls = pollsOf(name).map((poll) => {
      const surface = Array.isArray(poll.facts) ? (poll.facts[0]?.surface ?? "") : "";
      return { ...poll, spec: { ...poll.spec, surface } };
    });
    const { changes } = runPolls(polls);
    const path = `${CORPUS}/timelines/${name}.expected.json`;
    const open = new Set(JSON.parse(readFileSync(path, "utf8")) as Expected[]);
    const wrong = changes.filter((change) => {
      const date = change.kind === "withdrawn" ? null : change.shutdown;
      const hit = [...open].find(
        (one) =>
          [one.kind, ...(one.accept_kinds ?? [])].includes(change.kind) &&
          one.surface === change.surface &&
          one.shutdown === date &&
          [one.model_id, ...(one.accept_ids ?? [])].some((id) => id.toLowerCase() === change.model_id.toLowerCase()),
      );
      return hit === undefined || !open.delete(hit);
    });
    assert.deepEqual(
      wrong.map((change) => change.dedup_key),
      [],
    );
    assert.deepEqual(
      [...open].filter((one) => one.must_alert),
      [],
    );
  });
}
