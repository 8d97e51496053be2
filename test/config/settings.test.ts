import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { ENV_KEYS, readEnv, secretsOf } from "#src/config/env.ts";
import { readConfigFile } from "#src/config/file.ts";
import { applySourceSettings } from "#src/config/sources.ts";
import { loadSettings } from "#src/config/settings.ts";
import type { SourceSpec } from "#src/core/source.ts";

const folder = mkdtempSync(join(tmpdir(), "sundown-config-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function fileWith(name: string, data: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof data === "string" ? data : JSON.stringify(data));
  return path;
}

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** The keys that readEnv looks at. */
function keysRead(): string[] {
  const read = new Set<string>();
  const watched = new Proxy<Record<string, string | undefined>>(
    {},
    {
      get: (_target, key) => {
        read.add(String(key));
        return undefined;
      },
    },
  );
  readEnv(watched);
  return [...read].toSorted(byText);
}

test(".env.example lists exactly the keys that are read, and gives none a value", () => {
  const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
  const lines = example.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  assert.deepEqual(lines.map((line) => line.split("=")[0] ?? "").toSorted(byText), keysRead());
  assert.deepEqual(
    lines.filter((line) => !/^[A-Z_]+=$/.test(line)),
    [],
  );
});

test("an empty environment is sound, and empty strings count as unset", () => {
  const unset = readEnv({});
  assert.deepEqual(unset.problems, []);
  assert.deepEqual(secretsOf(unset.env), []);
  assert.deepEqual(readEnv(Object.fromEntries(keysRead().map((key) => [key, " "]))), unset);
  assert.equal(unset.env.host, "127.0.0.1");
  assert.equal(unset.env.allowPrivateAddresses, false);
});

test("every problem of the environment and of the file comes back at once, each with its place", async () => {
  const path = fileWith("wrong.json", {
    sources: { "a-page": { url: "ftp://a", cron: "soon" }, "b-page": { trust: "nobody" } },
    subscriptions: [{ platform: "irc", workspace: "", channel: "C1", time: "9am", time_zone: "Mars/North" }],
    overrides: [{ surface: "s", model: "m", set: { shutdown: "2026-02-30" }, reason: "" }],
    unheard_of: 1,
  });
  const settings = await loadSettings(
    {
      SLACK_APP_TOKEN: "xapp-1",
      SLACK_API_URL: "slack",
      OPERATOR_CHANNEL: "mail:me",
      DATABASE_URL: "postgres://u:hunter2hunter2@h/db",
      SUNDOWN_CLOCK: "yesterday",
      POLL_CRON: "often",
      PORT: "70000",
      LOG_LEVEL: "loud",
      TZ: "Mars/North",
      ALLOW_PRIVATE_ADDRESSES: "perhaps",
      SUNDOWN_CONFIG: path,
    },
    [],
  );
  assert.equal(settings.ok, false);
  if (settings.ok) return;
  const places = settings.problems.map((problem) => problem.where.replace(`${path}: `, "")).sort();
  assert.deepEqual(
    places,
    [
      "ALLOW_PRIVATE_ADDRESSES",
      "DATABASE_URL",
      "LOG_LEVEL",
      "OPERATOR_CHANNEL",
      "POLL_CRON",
      "PORT",
      "SLACK_API_URL",
      "SLACK_BOT_TOKEN",
      "SUNDOWN_CLOCK",
      "TZ",
      "overrides.0.reason",
      "overrides.0.set.shutdown",
      "sources.a-page.cron",
      "sources.a-page.url",
      "sources.b-page.trust",
      "subscriptions.0.platform",
      "subscriptions.0.time",
      "subscriptions.0.time_zone",
      "subscriptions.0.workspace",
      "unheard_of",
    ].sort(),
  );
  assert.ok(settings.problems.every((problem) => problem.what.length > 10 && !problem.what.includes("hunter2")));
});

test("the list of keys is the list that is read", () => {
  assert.deepEqual(ENV_KEYS.toSorted(byText), keysRead());
});

test("a file that is missing or no JSON is one problem with its path", async () => {
  for (const path of [join(folder, "none.json"), fileWith("broken.json", "{ nope")]) {
    const { problems } = await readConfigFile(path);
    assert.deepEqual(
      problems.map((problem) => problem.where),
      [path],
    );
  }
});

test("a subscription of the file gets the defaults, and its milestones in order", async () => {
  const subscription = { platform: "slack", workspace: "T1", channel: "C1", milestones: [1, 30, 1, 7] };
  const { config, problems } = await readConfigFile(fileWith("good.json", { subscriptions: [subscription] }));
  assert.deepEqual(problems, []);
  const [first] = config.subscriptions;
  assert.equal(first?.channel, "C1");
  assert.deepEqual(first?.subscription.milestones, [30, 7, 1]);
  assert.equal(first?.subscription.time_zone, "UTC");
});

test("settings of sources: all, one, a new one, one without an address, one without its key", () => {
  const built = (id: string, more: Partial<SourceSpec> = {}): SourceSpec => ({
    id,
    url: `https://${id}.example/`,
    provider: id,
    surface: `${id}-api`,
    form: "auto",
    trust: "provider",
    nature: "page",
    ...more,
  });
  const { specs, off, problems } = applySourceSettings(
    [built("a"), built("b"), built("c", { key: "OPENAI_API_KEY" })],
    { "*": { cron: "0 * * * *" }, b: { enabled: false }, mine: { url: "https://mine.example/x" }, ghost: {} },
    { OPENAI_API_KEY: null },
  );
  assert.deepEqual(
    specs.map((spec) => [spec.id, spec.cron]),
    [
      ["a", "0 * * * *"],
      ["mine", undefined],
    ],
  );
  assert.deepEqual(
    off.map((spec) => spec.id),
    ["b", "c"],
  );
  assert.deepEqual(
    problems.map((problem) => problem.where),
    ["sources.ghost"],
  );
});

const builtIn: SourceSpec = {
  id: "openai-deprecations",
  url: "https://openai.example/",
  provider: "openai",
  surface: "openai-api",
  form: "auto",
  trust: "provider",
  nature: "page",
};

test("what is wrong with the sources and names of the file stands in the same list as all else, with what was meant", async () => {
  const path = fileWith("names.json", {
    sources: { "opnai-deprecations": { enabled: false }, mine: { url: "https://mine.example/", cron: "often" } },
    subscriptions: [],
    overides: [],
  });
  const both = await loadSettings({ PORT: "http", SUNDOWN_CONFIG: path, SLACK_BOT_TOKN: "x" }, [builtIn]);
  assert.ok(!both.ok);
  const told = both.problems.map(({ where, what }) => `${where.replace(`${path}: `, "")}: ${what}`).join("\n");
  assert.match(told, /^PORT: "http" is no port; write a whole number/m);
  assert.match(told, /^SLACK_BOT_TOKN: is no key of Sundown. Did you mean SLACK_BOT_TOKEN/m);
  assert.match(told, /^sources\.mine\.cron: "often" will not do; it must be a cron expression/m);
  assert.match(told, /^overides: is no key of this part\. Did you mean "overrides"\?/m);
  assert.match(told, /^sources\.opnai-deprecations: .*Did you mean "openai-deprecations"\?/m);

  const names = fileWith("providers.json", {
    subscriptions: [{ platform: "slack", workspace: "T", channel: "C", providers: ["opnai", "a-new-one"] }],
  });
  const strange = await loadSettings({ SUNDOWN_CONFIG: names }, [builtIn]);
  assert.ok(!strange.ok);
  assert.deepEqual(
    strange.problems.map(({ where }) => where),
    [`${names}: subscriptions.0.providers.0`],
  );
});

test("names are looked at also where something else of the entry is wrong; what corrects nothing or stands twice is told", async () => {
  const correction = { surface: "azure", model: "gpt-4o", set: { shutdown: "2026-12-01" }, reason: "r" };
  const place = { platform: "slack", workspace: "T1", channel: "C1" };
  const path = fileWith("twice.json", {
    subscriptions: [{ ...place, surfaces: ["azur"], time: "9:00" }],
    overrides: [{ ...correction, surface: "azur", reason: "" }],
  });
  const where = async (file: string) => {
    const settings = await loadSettings({ SUNDOWN_CONFIG: file }, []);
    return settings.ok
      ? []
      : settings.problems.map((problem) => problem.where.replace(`${file}: `, "")).toSorted(byText);
  };
  assert.deepEqual(await where(path), [
    "overrides.0.reason",
    "overrides.0.surface",
    "subscriptions.0.surfaces.0",
    "subscriptions.0.time",
  ]);
  const again = fileWith("again.json", { subscriptions: [place, place], overrides: [correction, correction] });
  assert.deepEqual(await where(again), ["overrides.1", "subscriptions.1"]);
  const empty = fileWith("empty-set.json", { overrides: [{ ...correction, set: {} }] });
  assert.deepEqual(await where(empty), ["overrides.0.set"]);
});

test("no problem repeats a secret: in an address, in broken JSON, in a token's place", async () => {
  const wrong = fileWith("secret.json", {
    sources: { a: { url: "ftp://u:hunter2@h/" }, b: { url: "https://u:hunter2@h/" } },
  });
  const broken = fileWith("broken-secret.json", '{"sources": {"a": {"url": "https://h/?key=hunter2",}}}');
  for (const SUNDOWN_CONFIG of [wrong, broken]) {
    const settings = await loadSettings(
      {
        SUNDOWN_CONFIG,
        PUBLIC_URL: "https://u:hunter2@h/",
        SLACK_API_URL: "h?token=hunter2",
        DISCORD_TOKEN: "Bot hunter2",
      },
      [],
    );
    assert.ok(!settings.ok);
    assert.ok(settings.problems.length >= 4);
    for (const { where, what } of settings.problems) assert.doesNotMatch(`${where}: ${what}`, /hunter2/);
  }
});
