import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import * as z from "zod";
import type { FetchResult } from "../../ingest/fetch.ts";
import { decodeBody } from "../../parse/index.ts";
import { readGivenFile } from "../given-file.ts";
import { UsageError } from "../subcommand.ts";

const lineSchema = z.object({
  at: z.string().refine((text) => !Number.isNaN(Date.parse(text)), "is no instant"),
  source: z.string().min(1),
  status: z.int().nullable(),
  file: z.string().nullish(),
  content_type: z.string().nullish(),
});

/** One recorded poll. */
export type RecordedPoll = z.infer<typeof lineSchema>;

/**
 * Reads a timeline: one JSON object a line, in time order.
 * @throws UsageError naming the line that is wrong
 */
export async function readTimeline(path: string): Promise<RecordedPoll[]> {
  const text = (await readGivenFile(path, (words) => new UsageError(words))).toString("utf8");
  const polls = text
    .split("\n")
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== "")
    .map(({ line, number }) => parseLine(path, line, number));
  return polls.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function parseLine(path: string, line: string, number: number): RecordedPoll {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UsageError(
      `${path}: line ${number} is no JSON; each line is one poll: {"at", "source", "status", "file", "content_type"}`,
    );
  }
  const parsed = lineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new UsageError(`${path}: line ${number}: ${issue?.path.join(".") ?? ""} ${issue?.message ?? "is wrong"}`);
}

/** The folder that a timeline's files are relative to: `--root`, or the parent of the timeline's own folder. */
export function rootOf(timeline: string, given: string | undefined): string {
  return given ?? dirname(dirname(resolve(timeline)));
}

/** A recorded answer as the fetcher would have given it. A file that is not there is a failed poll, not a crash. */
export async function answerOf(poll: RecordedPoll, root: string, url: string): Promise<FetchResult> {
  const failed = (reason: string): FetchResult => ({ kind: "failed", reason, status: poll.status, retryAfterMs: null });
  if (poll.status === 304) return { kind: "not-modified", url };
  if (poll.status === null || poll.status < 200 || poll.status > 299) return failed(`HTTP ${poll.status ?? "nothing"}`);
  if (!poll.file) return failed("the recording has no body");
  try {
    const bytes = await readFile(join(root, poll.file));
    const contentType = poll.content_type ?? null;
    return {
      kind: "body",
      text: decodeBody(bytes, contentType),
      bytes: bytes.length,
      contentType,
      etag: null,
      lastModified: null,
      url,
      status: poll.status,
    };
  } catch (error) {
    return failed(`${poll.file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
