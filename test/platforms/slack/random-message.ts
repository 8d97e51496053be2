import type { Block, Inline, Message } from "#src/core/message.ts";
import type { Random } from "./random.ts";

const PIECES = [
  "gpt-4.5-preview ",
  "公告：模型下线 ",
  "👩‍👩‍👧‍👦🏳️‍🌈 ",
  "a&b <c> d>e ",
  "&amp; &lt;!channel&gt; ",
  "``` `x` *y* _z_ ~w~ ",
  "\ud83d",
  "line\nbreak\r\n",
  "x".repeat(90),
  "אבג\u202e ",
  "<https://example.com|x> ",
  "<!date^1^{ago}|x> ",
];

/** Text of very different lengths, so that each limit is met from both sides. */
function text(random: Random): string {
  const pieces = random.chance(0.01) ? 300 : random.pick([0, 1, 1, 2, 2, 3, 8]);
  let out = "";
  for (let index = 0; index < pieces; index += 1) out += random.pick(PIECES);
  return out;
}

function url(random: Random): string {
  return random.pick([
    "https://example.com/a?b=1&c=<2>|3",
    `https://example.com/${"long/".repeat(random.pick([1, 20, 300, 399, 400, 700]))}`,
    "javascript:alert(1)",
    "http://user:secret@example.com/",
    "not an address",
    "https://example.com/模型",
  ]);
}

function inline(random: Random): Inline {
  switch (random.below(7)) {
    case 0:
      return { type: "code", text: text(random) };
    case 1:
      return { type: "bold", text: text(random) };
    case 2:
      return { type: "link", text: text(random), url: url(random) };
    case 3:
      return { type: "date", date: "2025-07-14", precision: random.pick(["day", "month", "earliest", null]) };
    case 4:
      return { type: "instant", at: random.pick(["2025-04-14T17:00:00Z", "not an instant <@U1>"]) };
    default:
      return text(random);
  }
}

function many<T>(random: Random, max: number, make: () => T): T[] {
  return Array.from({ length: random.below(max + 1) }, make);
}

function block(random: Random): Block {
  const content = () => many(random, 5, () => inline(random));
  switch (random.below(7)) {
    case 0:
      return { type: "fields", fields: many(random, 13, () => ({ label: text(random), value: content() })) };
    case 1:
      return { type: "list", items: many(random, 12, content) };
    case 2: {
      const columns = many(random, 5, () => random.pick(["Model", "Date", "公告", "", "x".repeat(30)]));
      const cell = (): Inline[] => (random.chance(0.7) ? [random.pick(["gpt-4", "–", "模型", "2025"])] : content());
      return { type: "table", columns, rows: many(random, 20, () => columns.map(cell)) };
    }
    case 3:
      return {
        type: "quote",
        text: text(random),
        link: random.chance(0.5) ? { text: text(random), url: url(random) } : null,
      };
    case 4:
      return { type: "note", content: content() };
    case 5:
      return {
        type: "actions",
        actions: many(random, 30, () => ({
          label: text(random),
          style: random.pick(["normal", "primary", "danger"] as const),
          command: "model-status",
          options: { model: text(random) },
        })),
      };
    default:
      return { type: "text", content: content() };
  }
}

/** Any message that the types allow, including hostile and oversized ones. */
export function randomMessage(random: Random): Message {
  return {
    headline: text(random),
    severity: random.pick(["info", "notice", "warning", "critical"] as const),
    blocks: many(random, random.chance(0.02) ? 60 : random.pick([1, 3, 6]), () => block(random)),
  };
}
