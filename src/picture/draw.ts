import type { Messages } from "../core/messages.ts";
import type { CivilDate } from "../core/fact.ts";
import type { Row, Timeline } from "./rows.ts";

/** A node as satori takes it, without React: https://github.com/vercel/satori#use-without-jsx */
export type Node = { type: "div"; props: { style: Record<string, string | number>; children?: (Node | string)[] } };

export const WIDTH = 1200;
export const HEIGHT = 675;

const PADDING = 40;
const LABELS = 490;
const TRACK = WIDTH - 2 * PADDING - LABELS;
const ROW = 59;
const DOT = 20;

/** A dusk that stands off from both light and dark chat backgrounds; every text has a contrast above 5 on it. */
const COLORS = {
  ground: "#2b2331",
  edge: "#5b4b63",
  ink: "#fbf3ea",
  soft: "#c9bac6",
  grid: "#463a4e",
  late: "#ff9d8f",
  soon: "#ffc16b",
  far: "#a9c7f0",
  sun: "#f08a45",
};

function box(style: Record<string, string | number>, ...children: (Node | string)[]): Node {
  return { type: "div", props: { style: { display: "flex", boxSizing: "border-box", ...style }, children } };
}

function text(words: string, size: number, style: Record<string, string | number> = {}): Node {
  return {
    type: "div",
    props: { style: { fontSize: size, lineHeight: 1.2, whiteSpace: "nowrap", ...style }, children: [words] },
  };
}

/** The whole picture: a title, a time axis with how many end in each month, and a row per shutdown. */
export function draw(timeline: Timeline, request: { messages: Messages; today: CivilDate; months: number }): Node {
  const { messages, today, months } = request;
  return box(
    {
      width: WIDTH,
      height: HEIGHT,
      flexDirection: "column",
      padding: `30px ${PADDING}px`,
      background: COLORS.ground,
      color: COLORS.ink,
      border: `3px solid ${COLORS.edge}`,
    },
    box(
      { justifyContent: "space-between", alignItems: "center", height: 56 },
      text(messages.picture.title(months), 38, { fontWeight: 700 }),
      text(messages.picture.asOf(messages.date(today, "day")), 24, { color: COLORS.soft }),
    ),
    timeline.total === 0 ? nothing(messages.picture.none(months)) : chart(timeline, messages),
  );
}

function nothing(words: string): Node {
  return box({ flexGrow: 1, alignItems: "center", justifyContent: "center" }, text(words, 34, { color: COLORS.soft }));
}

function chart(timeline: Timeline, messages: Messages): Node {
  const count = timeline.rows.length + (timeline.left > 0 ? 1 : 0);
  const height = count * ROW + 8;
  const rows = timeline.rows.map((row) => rowOf(row, timeline.today, messages));
  return box(
    { flexDirection: "column", position: "relative", marginTop: 8 },
    axis(timeline, height),
    box(
      { flexDirection: "column" },
      ...rows,
      ...(timeline.left > 0 ? [more(messages.picture.more(timeline.left))] : []),
    ),
  );
}

function axis(timeline: Timeline, height: number): Node {
  const width = TRACK / timeline.months.length;
  const columns = timeline.months.map((month) =>
    box(
      {
        width,
        height: 62 + height,
        flexDirection: "column",
        alignItems: "center",
        borderLeft: `2px solid ${COLORS.grid}`,
      },
      text(month.label, 20, { color: COLORS.soft }),
      text(month.count === 0 ? "·" : String(month.count), 24, {
        fontWeight: 700,
        color: month.count === 0 ? COLORS.soft : COLORS.ink,
      }),
    ),
  );
  const today = box({
    position: "absolute",
    left: LABELS + timeline.today * TRACK - 2,
    top: 60,
    width: 4,
    height: height - 2,
    background: COLORS.sun,
  });
  return box({ height: 66 }, box({ position: "absolute", left: LABELS, top: 0, width: TRACK }, ...columns), today);
}

function rowOf(row: Row, today: number, messages: Messages): Node {
  const color = row.days <= 7 ? COLORS.late : row.days <= 30 ? COLORS.soon : COLORS.far;
  const from = today * TRACK;
  const to = row.at * TRACK;
  const words = `${shortDate(row, messages)} · ${messages.daysLeft(row.days)}`;
  const side: Record<string, number> =
    row.at < 0.55 ? { left: to + DOT / 2 + 10 } : { right: TRACK - to + DOT / 2 + 10 };
  return box(
    { height: ROW, alignItems: "center" },
    box(
      { width: LABELS, flexDirection: "column", paddingRight: 18 },
      text(row.title, 27, { fontWeight: 700, lineHeight: 1.32, overflow: "hidden", textOverflow: "ellipsis" }),
      text(row.surface, 20, { color: COLORS.soft, marginTop: -3, overflow: "hidden", textOverflow: "ellipsis" }),
    ),
    box(
      { width: TRACK, height: ROW, position: "relative", alignItems: "center" },
      box({
        position: "absolute",
        left: from,
        width: Math.max(0, to - from),
        height: 6,
        top: ROW / 2 - 3,
        background: color,
        opacity: 0.55,
      }),
      box({
        position: "absolute",
        left: to - DOT / 2,
        top: ROW / 2 - DOT / 2,
        width: DOT,
        height: DOT,
        borderRadius: DOT,
        background: color,
      }),
      text(words, 22, {
        position: "absolute",
        top: ROW / 2 - 15,
        padding: "1px 8px",
        borderRadius: 8,
        background: COLORS.ground,
        color,
        ...side,
      }),
    ),
  );
}

function more(words: string): Node {
  return box({ height: ROW, alignItems: "center" }, text(words, 27, { color: COLORS.soft }));
}

/** "14 Dec", "≥ 14 Dec" for the earliest day, "Dec 2026" where only the month is known. */
function shortDate({ date, precision }: Row, { tag }: Messages): string {
  const day = new Date(`${date}T00:00:00Z`);
  const options: Intl.DateTimeFormatOptions =
    precision === "month" ? { month: "short", year: "numeric" } : { day: "numeric", month: "short" };
  // British order in English, as in all other dates of the bot.
  const words = new Intl.DateTimeFormat(tag === "en" ? "en-GB" : tag, { ...options, timeZone: "UTC" }).format(day);
  return precision === "earliest" ? `≥ ${words}` : words;
}
