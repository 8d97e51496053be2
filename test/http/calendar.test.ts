import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ModelRecord } from "#src/core/model.ts";
import { calendarToken, channelOfToken, newCalendarSecret } from "#src/http/calendar-token.ts";
import { type Component, readCalendar, valueOf } from "./icalendar.ts";
import {
  channel,
  depsOf,
  moved,
  record,
  RECORDS,
  SECRET,
  serve,
  type Site,
  TOKEN_PATH,
  type World,
} from "./support.ts";

async function fetchCalendar(
  world: World = {},
  path = "/calendar.ics",
): Promise<{ events: Map<string, Component>; text: string; response: Response }> {
  const site: Site = await serve(depsOf(world));
  try {
    const response = await fetch(site.url + path);
    const text = await response.text();
    assert.equal(response.status, 200, text);
    assert.deepEqual(site.errors, []);
    const calendar = readCalendar(text);
    const events = calendar.children.map((event) => [valueOf(event, "SUMMARY") ?? "", event] as const);
    return { events: new Map(events), text, response };
  } finally {
    await site.close();
  }
}

function only(events: Map<string, Component>, word: string): Component {
  const found = [...events].filter(([summary]) => summary.includes(word));
  assert.equal(found.length, 1, `${word}: ${[...events.keys()].join(" | ")}`);
  return found[0]?.[1] as Component;
}

describe("the calendar of all shutdowns", async () => {
  const { events, text, response } = await fetchCalendar();

  it("is a calendar by RFC 5545, and says what it is", () => {
    assert.match(response.headers.get("content-type") ?? "", /^text\/calendar; charset=utf-8$/);
    assert.match(text, /X-WR-CALNAME:AI model shutdowns/);
    assert.ok(events.size >= 8);
  });

  it("has whole days, an end on the day after, and does not block the day", () => {
    const event = only(events, "sol-1 ");
    assert.equal(valueOf(event, "DTSTART"), "20261127");
    assert.equal(valueOf(event, "DTEND"), "20261128");
    assert.equal(valueOf(event, "TRANSP"), "TRANSPARENT");
    assert.equal(valueOf(event, "STATUS"), "CONFIRMED");
    assert.equal(valueOf(event, "URL"), "https://sundown.example/models/openai-api/sol-1");
    assert.match(valueOf(event, "DESCRIPTION") ?? "", /Replacement: sol-2, sol-3/);
  });

  it("shows the earliest day and a month as tentative, in words", () => {
    const earliest = only(events, "maybe-1");
    assert.equal(valueOf(earliest, "STATUS"), "TENTATIVE");
    assert.match(valueOf(earliest, "SUMMARY") ?? "", /Earliest possible/);
    assert.match(valueOf(only(events, "org/dusk-70b"), "SUMMARY") ?? "", /this month/);
  });

  it("cancels what was withdrawn, keeps what has passed without alarms, leaves out what lives", () => {
    const cancelled = only(events, "saved-1");
    assert.equal(valueOf(cancelled, "STATUS"), "CANCELLED");
    assert.equal(valueOf(cancelled, "DTSTART"), "20261224");
    assert.deepEqual(cancelled.children, []);
    assert.deepEqual(only(events, "old-1").children, []);
    assert.ok(![...events.keys()].some((summary) => summary.includes("sol-3")));
  });

  it("rings on every milestone at nine, the last on the day itself", () => {
    const triggers = only(events, "sol-2").children.map((alarm) => valueOf(alarm, "TRIGGER"));
    assert.equal(triggers.length, 8);
    assert.equal(triggers[0], "-P89DT15H");
    assert.equal(triggers.at(-1), "PT9H");
  });

  it("is the same bytes while nothing changes", async () => {
    assert.equal((await fetchCalendar()).text, text);
  });
});

describe("an event's life", () => {
  const first = record({ model_id: "x-1", shutdown: "2026-12-01" });
  const later: ModelRecord = { ...first, shutdown: "2027-01-01", history: [moved("2026-12-01", "2027-01-01")] };
  const gone: ModelRecord = {
    ...later,
    shutdown: null,
    scheduled: false,
    state: "withdrawn",
    history: [...later.history, moved("2027-01-01", null)],
  };
  const back: ModelRecord = {
    ...later,
    history: [...gone.history, { ...moved(null, "2027-01-01"), kind: "restored" }],
  };

  it("keeps its UID, and SEQUENCE grows when it moves, is cancelled and comes back", async () => {
    const seen: {
      uid?: string | undefined;
      sequence: number;
      status?: string | undefined;
      start?: string | undefined;
    }[] = [];
    for (const one of [first, later, gone, back]) {
      const event = only((await fetchCalendar({ records: [one] })).events, "x-1");
      const [uid, status, start] = [valueOf(event, "UID"), valueOf(event, "STATUS"), valueOf(event, "DTSTART")];
      seen.push({ uid, sequence: Number(valueOf(event, "SEQUENCE")), status, start });
    }
    assert.equal(new Set(seen.map(({ uid }) => uid)).size, 1);
    assert.deepEqual(
      seen.map(({ sequence }) => sequence),
      [0, 1, 2, 3],
    );
    assert.deepEqual(
      seen.map(({ status }) => status),
      ["CONFIRMED", "CONFIRMED", "CANCELLED", "CONFIRMED"],
    );
    assert.deepEqual(
      seen.map(({ start }) => start),
      ["20261201", "20270101", "20270101", "20270101"],
    );
  });

  it("follows the operator's correction, as a revision", async () => {
    const overrides = [
      { surface: "openai-api", model: "x-1", set: { shutdown: "2027-02-02" }, reason: "told by mail" },
    ];
    const event = only((await fetchCalendar({ records: [first], overrides })).events, "x-1");
    assert.equal(valueOf(event, "DTSTART"), "20270202");
    assert.equal(valueOf(event, "SEQUENCE"), "1");
    const ignored = [{ surface: "openai-api", model: "x-1", set: "ignore" as const, reason: "not ours" }];
    assert.equal((await fetchCalendar({ records: [first], overrides: ignored })).events.size, 0);
  });

  it("moves away with a name that was taken over by another", async () => {
    const old: ModelRecord = {
      ...first,
      claims: [],
      scheduled: false,
      history: [{ at: "2026-11-20T08:00:00Z", kind: "merged", from: "x-1", to: "x-1-2026", source: "p" }],
    };
    assert.equal(valueOf(only((await fetchCalendar({ records: [old] })).events, "x-1"), "STATUS"), "CANCELLED");
  });
});

describe("a channel's calendar", () => {
  it("shows what the channel watches, in its language, with its milestones and time", async () => {
    const mine = channel({ models: ["luna*"], milestones: [30, 1], time: "08:30", language: "zh-CN" });
    const { events, response, text } = await fetchCalendar({ channels: [mine] }, TOKEN_PATH);
    assert.deepEqual([...events.keys()], ["停用：luna-mini (2024-08-06)（Azure）"]);
    assert.deepEqual(
      only(events, "luna-mini").children.map((alarm) => valueOf(alarm, "TRIGGER")),
      ["-P29DT15H30M", "-PT15H30M"],
    );
    assert.match(response.headers.get("cache-control") ?? "", /^private/);
    assert.match(text, /X-WR-CALNAME:AI 模型停用/);
  });

  it("is not there for any other token", async () => {
    const site = await serve();
    const others = [
      "/calendar/x.ics",
      `${TOKEN_PATH.slice(0, -5)}A.ics`,
      TOKEN_PATH.replace(".ics", ""),
      `${TOKEN_PATH}/more`,
      "/calendar/",
    ];
    for (const path of others) assert.equal((await fetch(site.url + path)).status, 404, path);
    await site.close();
  });

  it("has an address that follows from the secret and the channel alone", () => {
    const channels = [channel(), { ...channel(), id: "slack:T1:C2" }];
    const token = calendarToken(SECRET, "slack:T1:C2");
    assert.equal(channelOfToken(SECRET, token, channels)?.id, "slack:T1:C2");
    assert.equal(channelOfToken(newCalendarSecret(), token, channels), null);
    assert.match(token, /^[\w-]{27}$/);
    assert.notEqual(newCalendarSecret(), newCalendarSecret());
  });
});

describe("the checker itself", () => {
  it("refuses what RFC 5545 refuses", () => {
    const calendar = (lines: string[]) =>
      `${["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", ...lines, "END:VCALENDAR"].join("\r\n")}\r\n`;
    const event = ["BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z", "DTSTART;VALUE=DATE:20260101", "END:VEVENT"];
    readCalendar(calendar(event));
    const bad: string[][] = [
      event.filter((line) => !line.startsWith("UID")),
      event.toSpliced(1, 0, `SUMMARY:${"x".repeat(80)}`),
      event.toSpliced(1, 0, "SUMMARY:a, b"),
      event.toSpliced(1, 0, "UID:2"),
      event.map((line) => line.replace(";VALUE=DATE", "")),
      event.slice(0, -1),
    ];
    for (const lines of bad) assert.throws(() => readCalendar(calendar(lines)), lines.join());
    assert.throws(() => readCalendar(calendar(event).replaceAll("\r\n", "\n")));
    assert.ok(RECORDS.length > 0);
  });
});
