import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfSent, readSentBytes } from "#src/ingest/sent.ts";

async function told(text: string): Promise<string[]> {
  const sent = await readSentBytes(new TextEncoder().encode(text));
  const { facts } = factsOfSent(sent, { now: Date.parse("2026-07-01T09:00:00Z"), trust: "press", source: "sent" });
  return facts.map((fact) => `${fact.surface} ${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`.trim());
}

const ENDS = [
  "anthropic-api claude-opus-4-1 2026-11-30 claude-opus-5",
  "anthropic-api claude-haiku-3 2026-12-15 claude-haiku-4-5",
];

test("a table that was pasted from a page has lost its lines, and keeps its columns by tabs", async () => {
  const rows = "Model\tEnd of life\tUse instead\nclaude-opus-4-1\t2026-11-30\tclaude-opus-5\n";
  assert.deepEqual(await told(`Hi,\n\n${rows}claude-haiku-3\tDecember 15, 2026\tclaude-haiku-4-5\n\nBest`), ENDS);
});

test("a forwarded table keeps its columns by blanks, also where one gap is short", async () => {
  const rows = [
    "Model           End of life    Use instead",
    "claude-opus-4-1 2026-11-30     claude-opus-5",
    "claude-haiku-3  2026-12-15     claude-haiku-4-5",
  ];
  assert.deepEqual(await told(`> Hi,\n>\n${rows.map((row) => `> ${row}`).join("\n")}\n>\n> Anthropic\n`), ENDS);
});

test("a table in an HTML mail is a table", async () => {
  const row = (cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const rows = [
    ["Model", "End of life", "Use instead"],
    ["claude-opus-4-1", "November 30, 2026", "claude-opus-5"],
    ["claude-haiku-3", "December 15, 2026", "claude-haiku-4-5"],
  ];
  const table = `<table>${rows.map(row).join("")}</table>`;
  assert.deepEqual(await told(`<html><body><p>These models leave the Claude API:</p>${table}</body></html>`), ENDS);
});

test("a day that is put off counts no longer, in a row, in a sentence and beside an arrow", async () => {
  const moved = ["anthropic-api claude-opus-4-1 2026-11-30"];
  const table = "| Model | Retirement date |\n|---|---|\n| claude-opus-4-1 | 2026-11-30 (was 2026-08-05) |\n";
  assert.deepEqual(await told(`Hi,\n\nthe dates have moved:\n\n${table}`), moved);
  assert.deepEqual(await told("claude-opus-4-1 will be retired on 2026-11-30 (was 2026-08-05).\n"), moved);
  assert.deepEqual(await told("Retirement of claude-opus-4-1: 2026-08-05 → 2026-11-30\n"), moved);
});

test("sentences with two blanks between them are no table", async () => {
  assert.deepEqual(await told("We keep both.  They are fine.  Really.\nWe keep all 3.  They are fine.  Really.\n"), []);
});

test("a table that a mail is laid out with is no table of models", async () => {
  const passage =
    "<p>Hello developer,</p><p>On November 30, 2026 we will shut down claude-opus-4-1 in the Claude API. Please move to claude-opus-5.</p><p>Nothing changes for the apps, and nothing for you if you use none of it.</p>";
  const mail = `<html><body><table><tr><td></td><td>View in browser</td></tr><tr><td></td><td>${passage}</td></tr></table></body></html>`;
  const sent = await readSentBytes(new TextEncoder().encode(mail));
  const { facts } = factsOfSent(sent, { now: Date.parse("2026-07-01T09:00:00Z"), trust: "press", source: "sent" });
  assert.deepEqual(
    facts.map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`),
    ["claude-opus-4-1 2026-11-30 claude-opus-5"],
  );
  assert.match(facts[0]?.evidence.quote ?? "", /^On November 30/);
});

const END = ["anthropic-api claude-opus-4-1 2026-11-30 claude-opus-5"];
const SENTENCE =
  "claude-opus-4-1 will be shut down in the Claude API on November 30, 2026. Please move to claude-opus-5.";

const mail = (parts: readonly string[], first = ""): string =>
  `${first}From: Anthropic <a@example.com>\nSubject: Your models\nDate: Mon, 29 Jun 2026 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n${parts.join("")}--b--\n`;
const part = (type: string, text: string): string => `--b\nContent-Type: text/${type}; charset="utf-8"\n\n${text}\n\n`;

test("a mail whose text is a stub is read by its HTML, one whose text says it all by its text", async () => {
  const html = part("html", `<html><body><p>${SENTENCE}</p></body></html>`);
  assert.deepEqual(
    await told(mail([part("plain", "View this mail in your browser: https://example.com/1"), html])),
    END,
  );
  assert.deepEqual(await told(mail([part("plain", SENTENCE), html])), END);
  assert.deepEqual(await told(mail([part("plain", SENTENCE)])), END);
});

test("a mail out of a mailbox file begins with its envelope", async () => {
  assert.deepEqual(await told(mail([part("plain", SENTENCE)], "From a@example.com Mon Jun 29 10:00:00 2026\n")), END);
});

test("a saved page is a page of whom its title names", async () => {
  const rows =
    "<tr><th>Model</th><th>Shutdown date</th></tr><tr><td>acme-9-70b-chat</td><td>October 15, 2026</td></tr>";
  const page = `<!doctype html><html><head><title>Model deprecations | Groq</title></head><body><h1>Deprecations</h1><table>${rows}</table></body></html>`;
  assert.deepEqual(await told(page), ["groq acme-9-70b-chat 2026-10-15"]);
});

test("what cannot be read is no quiet no", async () => {
  const refused = (bytes: Uint8Array, words: RegExp) => assert.rejects(readSentBytes(bytes), words);
  await refused(new Uint8Array(), /empty/);
  await refused(new TextEncoder().encode(" \n\n "), /empty/);
  await refused(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), /picture/);
  await refused(new TextEncoder().encode("%PDF-1.7\n"), /PDF/);
  await refused(
    Uint8Array.from({ length: 300 }, (_, at) => (at * 37) % 32),
    /no text/,
  );
});

test("what is forwarded counts from the day on which it was written, in any language", async () => {
  const from = (who: string, when: string) =>
    mail([
      part(
        "plain",
        `FYI\n\n---------- ----------\n${who} OpenAI <a@example.com>\n${when}\nSubject: x\n\ngpt-9-preview will be shut down in the OpenAI API in 60 days.`,
      ),
    ]);
  for (const [who, when] of [
    ["From:", "Date: Wed, Jun 3, 2026 at 9:12 AM"],
    ["> From:", "> Sent: June 3, 2026"],
    ["Von:", "Gesendet: Mittwoch, 3. Juni 2026 09:12"],
    ["De :", "Envoyé : mercredi 3 juin 2026 09:12"],
    ["发件人：", "发送时间：2026年6月3日 09:12"],
    ["差出人:", "送信日時: 2026年6月3日 9:12"],
  ] as const)
    assert.deepEqual(await told(from(who, when)), ["openai-api gpt-9-preview 2026-08-02"], when);
  assert.deepEqual(await told(from("Hello from", "us all")), ["openai-api gpt-9-preview 2026-08-28"]);
});

test("texts that hang on a mail are read behind it", async () => {
  const page = `<html><body><p>${SENTENCE}</p></body></html>`;
  const attached = `--b\nContent-Type: text/html; name="notice.html"\nContent-Disposition: attachment; filename="notice.html"\n\n${page}\n\n`;
  assert.deepEqual(
    await told(mail([part("plain", "See the attached page."), attached]).replace("/alternative", "/mixed")),
    END,
  );
});
