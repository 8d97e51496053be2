import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { sundown } from "#test/fakes/bot.ts";

const folder = mkdtempSync(join(tmpdir(), "sundown-cli-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const env = { DATA_DIR: join(folder, "none") };

type Match = Record<string, unknown> & { surface: string; model_id: string };
type Answer = { query: string; matches: Match[]; suggestions: string[] };

async function status(query: string): Promise<Answer> {
  const { code, stdout, stderr } = await sundown(["status", query, "--json"], env);
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout) as Answer;
}

describe("status, from the shipped catalogue alone", () => {
  for (const query of ["GPT-4.5 预览版", "gpt4.5", "gpt-4.5-preview"]) {
    test(`${query} is one model on openai-api`, async () => {
      const answer = await status(query);
      assert.equal(answer.query, query);
      const own = answer.matches.filter((match) => match.surface === "openai-api");
      assert.equal(own.length, 1);
      const { model_id, status: state, announced, shutdown, precision, replacements } = own[0] ?? ({} as Match);
      assert.deepEqual(
        { model_id, state, announced, shutdown, precision, replacements },
        {
          model_id: "gpt-4.5-preview",
          state: "retired",
          announced: "2025-04-14",
          shutdown: "2025-07-14",
          precision: "day",
          replacements: ["gpt-4.1"],
        },
      );
    });
  }
  test("o3 is not gpt-anything", async () => {
    const { matches } = await status("o3");
    assert.ok(matches.length > 0);
    assert.ok(matches.every((match) => !match.model_id.includes("gpt") && !match.model_id.includes("mini")));
  });
  test("an unknown name has no match, and near names", async () => {
    const { matches, suggestions } = await status("gpt-9-imaginary");
    assert.deepEqual(matches, []);
    assert.ok(suggestions.length > 0);
  });
});

describe("exit codes and streams", () => {
  const wrong: [string, string[]][] = [
    ["no subcommand", []],
    ["an unknown subcommand", ["stauts"]],
    ["no model", ["status"]],
    ["an unknown option", ["status", "o3", "--jsn"]],
    ["days that are no number", ["upcoming", "--days", "soon"]],
    ["an instant that is none", ["replay", "x.jsonl", "--until", "later"]],
    ["a timeline that is not there", ["replay", join(folder, "missing.jsonl")]],
  ];
  for (const [name, args] of wrong) {
    test(`${name} is wrong usage: exit code 2, one line on standard error`, async () => {
      const { code, stdout, stderr } = await sundown(args, env);
      assert.equal(code, 2);
      if (args.length > 0) {
        assert.equal(stdout, "");
        assert.equal(stderr.trim().split("\n").length, 1);
      }
    });
  }
  const meant: [string[], RegExp][] = [
    [["stauts"], /Did you mean "status"\?/],
    [["status", "o3", "--jsn"], /no option --jsn\. Did you mean "--json"\?/],
    [["upcoming", "--provider", "opnai"], /Did you mean "openai"\?/],
    [["upcoming", "--days"], /--days needs a value/],
    [["sources", "more"], /"more" is not expected here/],
  ];
  for (const [args, words] of meant) {
    test(`${args.join(" ")}: the error says what to write instead`, async () => {
      const { code, stderr } = await sundown(args, env);
      assert.equal(code, 2);
      assert.match(stderr, words);
    });
  }
  test("every subcommand explains itself: exit code 0, on standard output", async () => {
    for (const args of [
      ["status", "--help"],
      ["help", "status"],
      ["status", "o3", "-h"],
    ]) {
      const { code, stdout, stderr } = await sundown(args, env);
      assert.equal(code, 0, stderr);
      assert.match(stdout, /^usage: npm run -s sundown -- status /);
    }
  });
  test("what is no backup is not put in the place of the store", async () => {
    const file = join(folder, "letter.txt");
    writeFileSync(file, "no backup");
    const { code, stderr } = await sundown(["restore", file], env);
    assert.equal(code, 1);
    assert.match(stderr, /letter\.txt is no backup; name a file that/);
  });
  test("a page that is not there fails with one line: exit code 1", async () => {
    const { code, stderr } = await sundown(
      ["extract", "--source", "generic", "--file", join(folder, "missing.md")],
      env,
    );
    assert.equal(code, 1);
    assert.match(stderr, /missing\.md cannot be read/);
  });
  test("a page that the bot would not believe is read, and why is told", async () => {
    const page = join(folder, "wall.html");
    writeFileSync(page, "<title>Just a moment...</title><p>Checking your browser before accessing</p>");
    const given = ["extract", "--source", "generic", "--provider", "acme", "--file", page];
    const { code, stdout, stderr } = await sundown(given, env);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout), []);
    assert.match(stderr, /would not believe this page: this is a bot challenge/);
  });
  test("a file of news and a page at once are wrong usage", async () => {
    const { code, stderr } = await sundown(["extract", "--news", "a", "--source", "b", "--file", "c"], env);
    assert.equal(code, 2);
    assert.match(stderr, /and not both/);
  });
  test("PostgreSQL is refused with what to do", async () => {
    const { code, stderr } = await sundown(["status", "o3"], { ...env, DATABASE_URL: "postgres://localhost/x" });
    assert.equal(code, 1);
    assert.match(stderr, /DATABASE_URL.*not supported yet/);
  });
});

test("a provider without a surface is its own API, as in the configuration", async () => {
  const page = join(folder, "acme-own.md");
  writeFileSync(page, "# Retirements\n\n| Model | Retirement date |\n|---|---|\n| `acme-large-1` | 2027-03-01 |\n");
  const { stdout } = await sundown(["extract", "--source", "generic", "--provider", "acme", "--file", page], env);
  assert.deepEqual(
    (JSON.parse(stdout) as { surface: string; model_id: string }[]).map((fact) => `${fact.surface} ${fact.model_id}`),
    ["acme-api acme-large-1"],
  );
});

test("extract reads a page that no source knows, by provider and surface", async () => {
  const page = join(folder, "acme.md");
  writeFileSync(
    page,
    "# Model lifecycle\n\n| Model | Retirement date | Use instead |\n|---|---|---|\n| `acme-large-1` | 2027-03-01 | `acme-large-2` |\n",
  );
  const { code, stdout } = await sundown(
    [
      "extract",
      "--source",
      "generic",
      "--provider",
      "acme",
      "--surface",
      "acme-api",
      "--file",
      page,
      "--at",
      "2026-11-01",
    ],
    env,
  );
  assert.equal(code, 0);
  const [fact, ...more] = JSON.parse(stdout) as Match[];
  assert.equal(more.length, 0);
  assert.equal(fact?.model_id, "acme-large-1");
  assert.equal(fact?.["provider"], "acme");
  assert.equal(fact?.surface, "acme-api");
  assert.equal(fact?.["shutdown"], "2027-03-01");
  assert.deepEqual(fact?.["replacements"], ["acme-large-2"]);
});

test("upcoming and sources print JSON arrays", async () => {
  const upcoming = await sundown(["upcoming", "--provider", "openai", "--days", "400", "--json"], {
    ...env,
    SUNDOWN_CLOCK: "2026-09-01T00:00:00Z",
  });
  const rows = JSON.parse(upcoming.stdout) as { shutdown: string; provider: string }[];
  assert.ok(rows.length > 5);
  assert.deepEqual(
    rows.map((row) => row.shutdown),
    rows.map((row) => row.shutdown).toSorted(),
  );
  assert.ok(rows.every((row) => row.provider === "openai"));
  const sources = await sundown(["sources", "--json"], env);
  assert.ok((JSON.parse(sources.stdout) as { id: string }[]).some((source) => source.id === "openai-deprecations"));
});

test("ingest compares a mail with what is known; with --apply it is told once", async () => {
  const mail = "demo/pages/mail-2025-06-16.eml";
  const read = await sundown(["ingest", mail, "--json"], env);
  const { facts } = JSON.parse(read.stdout) as { facts: { verdict: string; fact: Match }[] };
  assert.deepEqual(
    facts.map(({ verdict, fact }) => [verdict, fact.model_id]),
    [["known", "gpt-4.5-preview"]],
  );
  const store = { DATA_DIR: join(folder, "applied"), SUNDOWN_CLOCK: "2025-06-16T16:00:00Z", PORT: "0" };
  const first = await sundown(["ingest", mail, "--apply", "--json"], store);
  const second = await sundown(["ingest", mail, "--apply", "--json"], store);
  const told = (stdout: string) => (JSON.parse(stdout) as { applied: { told: string[] } }).applied.told.length;
  assert.equal(told(first.stdout), 1, first.stderr);
  assert.equal(told(second.stdout), 0, second.stderr);
});

test("demo tells the story: one announcement, no second alert for the mail, the countdown, the end", async () => {
  const { code, stdout } = await sundown(["demo", "--fast"], env);
  assert.equal(code, 0);
  assert.equal(stdout.match(/shuts down on 14 July 2025/g)?.length, 1);
  assert.match(stdout, /=== 2025-06-16[^=]*no alert/);
  assert.match(stdout, /in 30 days|tomorrow/);
  assert.match(stdout, /retired since 2025-07-14/);
});
