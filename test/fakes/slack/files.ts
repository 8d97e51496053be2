import { randomUUID } from "node:crypto";
import type { Answer } from "./methods.ts";
import type { FakeState } from "./state.ts";

type Args = Record<string, unknown>;
export type FakeFile = {
  id: string;
  name: string;
  length: number;
  alt: string;
  bytes: Buffer | null;
  complete: boolean;
  channel: string | null;
};

/** https://docs.slack.dev/messaging/working-with-files: an address, the bytes, then the completion. */
export class Files {
  readonly all: FakeFile[] = [];
  readonly #state: FakeState;
  readonly #base: () => string;

  constructor(state: FakeState, base: () => string) {
    this.#state = state;
    this.#base = base;
  }

  call(method: string, args: Args): Answer | null {
    if (method !== "files.getUploadURLExternal" && method !== "files.completeUploadExternal") return null;
    const { scopes } = this.#state.settings;
    if (!scopes.includes("files:write")) {
      return { ok: false, error: "missing_scope", needed: "files:write", provided: scopes.join(",") };
    }
    return method === "files.getUploadURLExternal" ? this.#start(args) : this.#complete(args);
  }

  #start(args: Args): Answer {
    const alt = typeof args["alt_text"] === "string" ? args["alt_text"] : "";
    const length = Number(args["length"]);
    if (typeof args["filename"] !== "string" || !Number.isInteger(length) || length < 1 || alt.length > 1000) {
      this.#state.problems.push("files.getUploadURLExternal: invalid_arguments");
      return { ok: false, error: "invalid_arguments" };
    }
    const id = `F${randomUUID().replaceAll("-", "").slice(0, 10).toUpperCase()}`;
    this.all.push({ id, name: args["filename"], length, alt, bytes: null, complete: false, channel: null });
    return { ok: true, upload_url: `${this.#base()}/upload/${id}`, file_id: id };
  }

  /** The bytes; false when nobody asked for that address, or the length is another. */
  receive(id: string, bytes: Buffer): boolean {
    const file = this.all.find((one) => one.id === id);
    if (!file || bytes.length !== file.length) return false;
    file.bytes = bytes;
    return true;
  }

  #complete(args: Args): Answer {
    const wanted = Array.isArray(args["files"]) ? (args["files"] as { id: string; title?: string }[]) : [];
    const found = wanted.map(({ id }) => this.all.find((one) => one.id === id && one.bytes !== null));
    if (wanted.length === 0 || found.includes(undefined)) return { ok: false, error: "file_not_found" };
    for (const file of found) {
      if (!file) continue;
      file.complete = true;
      file.channel = typeof args["channel_id"] === "string" ? args["channel_id"] : null;
    }
    return { ok: true, files: wanted.map(({ id, title }) => ({ id, title })) };
  }
}
