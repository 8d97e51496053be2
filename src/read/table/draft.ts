import type { CivilDate, FactKind, Precision, Stage, StatedState } from "../../core/fact.ts";

/** What one row, list item or sentence says of one thing, before the page is joined. */
export type Draft = {
  id: string;
  kind: FactKind;
  names: string[];
  version: string | null;
  announced: CivilDate | null;
  deprecated: CivilDate | null;
  /** The "deprecated" day is that of a "legacy" heading: the model goes on, whatever else the page calls an end. */
  legacy: boolean;
  shutdown: CivilDate | null;
  precision: Precision;
  /** The day that the row says its day was moved from: what tells that day elsewhere on the page is out of date. */
  movedFrom: CivilDate | null;
  /** The page's words make the date a floor ("not sooner than", "or later", an earliest-date column). */
  floor: boolean;
  /** The page's words make the date provisional for a model that is still active. */
  tentative: boolean;
  stages: Stage[];
  replacements: string[];
  state: StatedState;
  /** True when the row itself prints the state, so that it is the model's present state. */
  stateOfRow: boolean;
  /** The words around the row announce a retirement: a dated notice, "Deprecated model", "Retired models". */
  notice: boolean;
  /** A sentence of the section that is headed by this very model. */
  ofSection: boolean;
  /** Where it is true, when rows of one id differ by it ("us-west-2"). */
  regions: string;
  /** Words that limit who is affected; such a fact is never scheduled. */
  scope: string | null;
  /** Provider and surface that the row itself names. */
  provider: string | null;
  surface: string | null;
  quote: string;
  /** Number of the section of the page, counted from 0. */
  section: number;
  from: "table" | "list" | "prose" | "data";
};

/** A draft with nothing said but the id. */
export function blankDraft(id: string, kind: FactKind, from: Draft["from"], section: number): Draft {
  return {
    id,
    kind,
    names: [],
    version: null,
    announced: null,
    deprecated: null,
    legacy: false,
    shutdown: null,
    precision: null,
    movedFrom: null,
    floor: false,
    tentative: false,
    stages: [],
    replacements: [],
    state: null,
    stateOfRow: false,
    notice: false,
    ofSection: false,
    regions: "",
    scope: null,
    provider: null,
    surface: null,
    quote: "",
    section,
    from,
  };
}
