import type { Change } from "./change.ts";
import { addDays } from "./civil-date.ts";
import type { CivilDate, IsoInstant } from "./fact.ts";

/** What somebody in a channel said about a model by a button. */
export type MarkKind = "acknowledged" | "assigned" | "snoozed" | "moved-off" | "not-ours";

export const MARK_KINDS: readonly MarkKind[] = ["acknowledged", "assigned", "snoozed", "moved-off", "not-ours"];

/** The newest mark of one record in one channel. It is about one shutdown: when the date moves it counts no more. */
export type Mark = {
  kind: MarkKind;
  user: { id: string; name: string };
  at: IsoInstant;
  /** Only on `snoozed`: the day, in the channel's zone, on which it is told again. */
  until: CivilDate | null;
  /** The shutdown that it was said about. */
  shutdown: CivilDate | null;
};

/** A message that stands in a channel for some records; it is edited while their story goes on. */
export type Card = {
  /** The key of the delivery that posted it. */
  key: string;
  channel_id: string;
  announcement_id: string;
  message_id: string;
  /** Indexes into the announcement's changes. */
  items: number[];
};

/** What is known at the moment of composing, beside the announcement itself. */
export type LiveView = {
  /** The delivery's key; its buttons carry it. */
  key: string;
  /** False where there are no cards (the terminal): then there is nothing to press. */
  buttons: boolean;
  /** `card`: the whole present state is shown. `news`: this one change is told. */
  as: "card" | "news";
  /** What has become of the records since the announcement, oldest first; only for a card. */
  later: readonly Change[];
  /** By record key. */
  marks: ReadonlyMap<string, Mark>;
  /** What the catalogue knows of the models and of what replaces them. */
  background: Background;
};

/** One model in the catalogue, as far as a card shows it. */
export type KnownModel = { shutdown: CivilDate | null; retired: boolean; prices: Prices | null };

export type Background = {
  /** The model of that name where the change's model is called, else wherever it is called that; null when unknown. */
  model(surface: string, name: string, version?: string | null): KnownModel | null;
};

/** US dollars per million tokens, and tokens of context; null where nobody tells. */
export type Prices = {
  input: number | null;
  output: number | null;
  context: number | null;
  /** The source that lists them, and the day on which its list was read. */
  list: string;
  day: CivilDate;
};

/** True while the mark speaks of this shutdown: a moved date asks everybody anew. */
export function markCounts(mark: Mark | null | undefined, shutdown: CivilDate | null): mark is Mark {
  return mark != null && mark.shutdown === shutdown;
}

export type SnoozeChoice = "1d" | "1w" | "7before";

/** A snooze "until 7 days before" ends a week before the shutdown. */
const WEEK_BEFORE = 7;

/** The day on which a snooze ends; null when that is not ahead, or is behind the shutdown. */
export function snoozeEnd(choice: SnoozeChoice, today: CivilDate, shutdown: CivilDate | null): CivilDate | null {
  if (choice === "7before") {
    const day = shutdown === null ? null : addDays(shutdown, -WEEK_BEFORE);
    return day !== null && day > today ? day : null;
  }
  const day = addDays(today, choice === "1d" ? 1 : 7);
  return shutdown === null || day <= shutdown ? day : null;
}
