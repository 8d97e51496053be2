import assert from "node:assert/strict";
import { test } from "node:test";
import { readEnv, secretsOf } from "#src/config/env.ts";
import { createLog, scrub } from "#src/lib/log.ts";

/** One canary for each secret; the last ones hold what JSON and addresses escape. */
const CANARIES = {
  SLACK_BOT_TOKEN: "xoxb-canary-1111",
  SLACK_APP_TOKEN: "xapp-canary-2222",
  SLACK_SIGNING_SECRET: "canary3333",
  DISCORD_TOKEN: 'canary"4444\\and/more',
  OPENAI_API_KEY: "sk canary+5555&x=é'(!)",
  MISTRAL_API_KEY: "canary3333-and-a-longer-one",
};
const PARTS = ["1111", "2222", "3333", "4444", "5555", "longer-one"];

function linesOf(say: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = [];
  const secrets = secretsOf(readEnv(CANARIES).env);
  assert.equal(secrets.length, Object.keys(CANARIES).length);
  say(createLog({ level: "trace", secrets, write: (line) => lines.push(line) }));
  return lines;
}

test("a canary in every secret: no log line holds one, wherever it was buried", () => {
  const lines = linesOf((log) => {
    for (const secret of Object.values(CANARIES)) {
      const inQuery = new URLSearchParams({ token: secret }).toString();
      const address = new URL(`https://api.example/${encodeURIComponent(secret)}?${inQuery}`);
      const body = JSON.stringify({ headers: { authorization: `Bearer ${secret}` } });
      const error = Object.assign(new Error(`401 for ${address.href}: ${body}`), {
        code: secret,
        config: { headers: { Authorization: secret } },
        request: { _header: `GET /?${inQuery}` },
        cause: new Error(secret),
      });
      log.error({ error }, `failed: ${secret}`);
      log.error({ error: new AggregateError([error], secret) }, "several");
      log.error({ error: secret }, "a thrown text");
      log.warn({ error: { message: body } }, "a thrown object");
      log.warn({ err: error, deep: { er: [{ error, body, address: address.href, raw: JSON.stringify(body) }] } }, body);
      log.info({ [secret]: secret, address }, encodeURI(secret));
      log.debug({ map: [secret, [secret, { secret }]] }, JSON.stringify(body));
    }
  });
  assert.equal(lines.length, 7 * Object.keys(CANARIES).length);
  for (const line of lines) {
    assert.deepEqual(
      PARTS.filter((part) => line.includes(part)),
      [],
      line,
    );
  }
});

test("an error keeps what helps: its name, words, code and where it arose", () => {
  const [line] = linesOf((log) => {
    const error = Object.assign(new TypeError("no answer"), { code: "ECONNRESET", config: { a: 1 } });
    log.error({ error }, "poll failed");
  });
  const printed = JSON.parse(line ?? "") as { msg: string; error: Record<string, unknown> };
  assert.equal(printed.msg, "poll failed");
  const { stack, ...fields } = printed.error;
  assert.deepEqual(fields, { name: "TypeError", message: "no answer", code: "ECONNRESET" });
  assert.match(String(stack), /log\.test/);
});

test("a secret that begins another one leaves no rest of it; short texts are no secrets", () => {
  assert.equal(scrub("a secret-one-two b secret-one c", ["secret-one", "secret-one-two"]), "a [secret] b [secret] c");
  assert.equal(scrub("abc and no", ["abc", ""]), "abc and no");
});

test("a secret that is learnt later, and those in the sources' addresses, are hidden as well", () => {
  const lines: string[] = [];
  const url = "https://feeds.example/list?api_key=canary-7777&page=2";
  const secrets = secretsOf(readEnv({}).env, [{ url }]);
  assert.deepEqual(secrets, ["canary-7777"]);
  const log = createLog({ level: "info", secrets, write: (line) => lines.push(line) });
  log.hide("calendar-canary-8888");
  log.info({ url, secret: "calendar-canary-8888" }, "said calendar-canary-8888 and canary-7777");
  assert.equal(lines.length, 1);
  assert.doesNotMatch(lines[0] ?? "", /canary/);
  assert.match(lines[0] ?? "", /page=2/);
  assert.equal(log.scrub("calendar-canary-8888"), "[secret]");
});

test("what stands before the @ of an address, or in a parameter named like a key, is hidden though nobody named it", () => {
  const said = "redirected to https://user:hunter2@a.example/x?token=hunter3&b=1 and //no, mail a@b.example, monkey=3";
  assert.equal(
    scrub(said, []),
    "redirected to https://[secret]@a.example/x?token=[secret]&b=1 and //no, mail a@b.example, monkey=3",
  );
  assert.equal(scrub("?sig=abc&X-Amz-Signature=def", []), "?sig=[secret]&X-Amz-Signature=[secret]");
});
