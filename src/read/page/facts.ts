import { addDays } from "../../core/civil-date.ts";
import type { Fact, StatedState } from "../../core/fact.ts";
import type { SourceDocument } from "../../core/source.ts";
import { placeOf } from "./place.ts";
import type { Draft } from "../table/draft.ts";

/** What a source file knows of its page beyond what the page says. Everything here is a written assumption. */
export type PageHabits = {
  /** How the page writes ambiguous dates, when it does not show it itself. */
  order?: "mdy" | "dmy" | "ymd";
  /** What a dated heading tells, when the page does not show it itself. */
  headingDate?: "announced" | "shutdown";
  /** "When we announce a deprecation, the model is deprecated at once": the two days are one. */
  announcedIsDeprecated?: boolean;
  /** The day in the "deprecated" column is the day of the notice. */
  deprecatedIsAnnounced?: boolean;
  /** What the page calls the day of deprecation is the day from which calls fail. */
  deprecationIsEnd?: boolean;
  /** IANA zone of the provider's days: an instant ("2026-06-30T16:00:00Z") becomes the civil date there. */
  timeZone?: string;
  /** BCP 47 tag of the page's text. */
  locale?: string;
};

/** Days ahead within which a date that a page calls the earliest possible one is taken as announced. */
const NEAR_DAYS = 180;
/** Pages are put out a little before the day that they give as the notice's; a later day is no notice. */
const EARLY_DAYS = 7;
const PREVIEW = /preview|(^|[-_ ])(exp|experimental|beta|alpha)([-_ ]|$)/i;

export type Settling = {
  document: SourceDocument;
  habits: PageHabits;
  /** The page says that all its dates are the earliest possible ones. */
  allEarliest: boolean;
  /** The page says that nothing is left after a deprecation date. */
  deprecationIsEnd: boolean;
};

/** Turns a joined draft into a fact: decides whether a retirement is announced, and how firm its date is. */
export function factOf(draft: Draft, settling: Settling): Fact {
  const { document, habits } = settling;
  const today = document.at.slice(0, 10);
  let { shutdown, precision, announced, deprecated } = draft;
  if (
    shutdown === null &&
    deprecated !== null &&
    settling.deprecationIsEnd &&
    !draft.legacy &&
    draft.from !== "prose"
  ) {
    shutdown = deprecated;
    precision = "day";
  }
  if (announced !== null && announced > addDays(today, EARLY_DAYS)) announced = null;
  // Nothing is announced after it is deprecated: a later day is that of a change.
  if (habits.deprecatedIsAnnounced === true && deprecated !== null && (announced ?? "9") > deprecated)
    announced = deprecated;
  if (habits.announcedIsDeprecated === true && draft.notice) deprecated ??= announced;
  const firm = { ...draft, shutdown, precision };
  const scheduled = isScheduled(firm, settling, today);
  if (settling.allEarliest && shutdown !== null && precision === "day" && shutdown > today) precision = "earliest";
  if (shutdown !== null && !scheduled && (draft.floor || draft.tentative)) precision = "earliest";
  const place = placeOf(draft, document.spec);
  return {
    provider: place.provider,
    surface: place.surface,
    model_id: draft.id,
    version: draft.version,
    kind: draft.kind,
    announced,
    deprecated,
    shutdown,
    precision: shutdown === null ? null : precision,
    ...(draft.stages.length > 0 ? { stages: draft.stages } : {}),
    replacements: draft.replacements,
    scheduled,
    state: stateAfter(draft, scheduled, shutdown, today),
    ...(draft.names.length > 0 ? { aliases: draft.names } : {}),
    ...(draft.scope === null ? {} : { scope: draft.scope }),
    evidence: {
      source: document.spec.id,
      url: document.url,
      quote: draft.quote,
      seen_at: document.at,
      trust: document.spec.trust,
    },
  };
}

/**
 * "Not sooner than" on a model in service is a floor; "at earliest" in a notice is an announcement. Where the page calls
 * every date the earliest one, previews and near dates count.
 */
function isScheduled(draft: Draft, settling: Settling, today: string): boolean {
  const { shutdown, state } = draft;
  if (shutdown === null || draft.scope !== null) return false;
  if (state === "withdrawn") return false;
  if (draft.floor || draft.precision === "earliest") {
    if (state === "deprecated" || state === "retired") return true;
    return state !== "active" && (draft.notice || (settling.allEarliest && PREVIEW.test(draft.id)));
  }
  if (draft.tentative && state === "active") return false;
  if (!settling.allEarliest || shutdown <= today || PREVIEW.test(draft.id) || state === "deprecated") return true;
  const near = addDays(today, NEAR_DAYS);
  return shutdown <= near;
}

/** A row that carries a firm date is not "active" for us, and one whose day is still to come is not "retired". */
function stateAfter(draft: Draft, scheduled: boolean, shutdown: string | null, today: string): StatedState {
  if (scheduled && draft.state === "active") return null;
  if (draft.state === "retired" && scheduled && shutdown !== null && shutdown > today) return "deprecated";
  return draft.state;
}
