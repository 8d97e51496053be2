import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { replay } from "../replay/replay.ts";
import { readTimeline, rootOf } from "../replay/timeline.ts";
import { print, type Subcommand, UsageError } from "../subcommand.ts";

export default {
  usage: "replay TIMELINE.jsonl [--until ISO] [--daily] [--root DIR] [--json]",
  what: "the whole pipeline on a virtual clock over recorded polls; one JSON line per alert",
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        until: { type: "string" },
        daily: { type: "boolean" },
        root: { type: "string" },
        json: { type: "boolean" },
      },
    });
    const [timeline, ...more] = positionals;
    if (timeline === undefined || more.length > 0) throw new UsageError("name one timeline, a file of JSON lines");
    const until = values.until === undefined ? null : Date.parse(values.until);
    if (until !== null && Number.isNaN(until))
      throw new UsageError(`--until "${values.until}" is no instant; write it like 2026-01-31T09:00:00Z`);
    const polls = await readTimeline(timeline);
    const root = rootOf(timeline, values.root);
    const files = polls.flatMap(({ file }) => (file == null ? [] : [file]));
    const lost = files.filter((file) => !existsSync(join(root, file)));
    if (lost.length > 0 && lost.length === files.length)
      throw new UsageError(`none of its files is in ${root} (${lost[0]}); name their folder with --root`);
    if (lost.length > 0)
      process.stderr.write(
        `${lost.length} of its files are not in ${root}, ${lost[0]} first: those polls count as failed\n`,
      );
    await replay(polls, root, { daily: values.daily ?? false, until }, (line) => print(`${JSON.stringify(line)}\n`));
    return 0;
  },
} satisfies Subcommand;
