/**
 * Why a change was told or not. The words are stored with the change and given back by /model-why; a language file may
 * translate them, and shows one that it does not know as it is.
 */
export const DECISION = {
  told: "told",
  seenBefore: "seen before",
  notWatched: "not watched here",
  quietKind: "quiet kind",
  beforeChannel: "before this channel was set up",
  alreadyPast: "already past when first seen",
  notCountedDown: "not a model or an agent",
  milestoneWasPast: "milestone already past when it was first told",
  laterMilestoneDue: "a later milestone is due",
  milestoneUnwanted: "milestone not wanted here",
  movedOff: "this channel has moved off it",
  notOurs: "not this channel's, somebody said",
  byCountdown: "told by the countdown",
  forOperator: "for the operator",
  baseline: "silent baseline",
  pastModel: "the model is already gone",
  withMovedDate: "came together with a moved date",
  refined: "only the day of a known month became known",
  providerSpeaks: "a provider page speaks for this surface",
  providerDiffers: "the provider says otherwise",
  sourcesDiffer: "second-hand sources disagree",
  otherName: "told under another name of the model",
  ignored: "ignored by the operator",
  overridden: "the operator's correction outranks it",
} as const;

export type Decision = (typeof DECISION)[keyof typeof DECISION];

/**
 * Reasons that hold for the source that gave them, and not for the news: the same is told when a better source says it. All
 * others settle a change for good.
 */
export const HELD_BACK: readonly Decision[] = [
  DECISION.baseline,
  DECISION.providerSpeaks,
  DECISION.providerDiffers,
  DECISION.sourcesDiffer,
];
