import type { SentItem } from "./command.ts";

/** What a language says elsewhere than in the messages and answers of a channel: forms, lists, pages, the picture, the terminal. */
export type Screens = {
  /** The form of what a channel watches. */
  form: {
    title: string;
    intro: string;
    submit: string;
    close: string;
    loading: string;
    saving: string;
    next: string;
    back: string;
    /** Opens what has to be typed, where the form is made of menus. */
    type: string;
    typed: string;
    failed: string;
    preview: string;
    test: string;
    settings: string;
    /** The form was opened before the bot restarted. */
    gone: string;
    find: string;
    kinds: string;
    kindsHint: string;
    oneKind: string;
    modelsHint: string;
    milestonesHint: string;
    zoneHint: string;
    timeHint: string;
    escalateHint: string;
  };
  preview: {
    headline(count: number, days: number): string;
    none(days: number): string;
    milestone(days: number): string;
    note: string;
  };
  test: {
    headline(headline: string): string;
    note: string;
    queued: string;
    blocked: string;
    parked: string;
  };
  rights: {
    missing: string;
    notAMember: string;
    archived: string;
    right(name: string): string;
  };
  share: { button: string; by(name: string): string };
  pages: { next: string; previous: string; page(from: number, to: number, of: number): string };
  /** A message that somebody asks the bot to read. */
  sent: {
    headline(count: number): string;
    nothing: string;
    nothingText: string;
    noText: string;
    /** Names of files beside the message. */
    unreadFiles(names: string): string;
    partial: string;
    verdict: Record<SentItem["verdict"], string>;
    knownDate(source: string): string;
    tell: string;
    told: string;
    gone: string;
    noOperator: string;
    /** For the operator: who asks, and of how many models the message speaks. */
    report(by: string, count: number): string;
    reportNote: string;
  };
  home: {
    headline: string;
    channels: string;
    none: string;
    next: string;
    sources: string;
    settings: string;
    invite: string;
  };
  /** The pages that a browser shows. */
  page: {
    skip: string;
    nav: string;
    shutdowns: string;
    sources: string;
    tagline: string;
    search: string;
    show: string;
    all: string;
    upcomingOnly: string;
    everything: string;
    apply: string;
    clear: string;
    /** Under a search that found nothing ahead: the link to past and current models. */
    searchEverything: string;
    timeline: string;
    /** A month of the timeline: "December 2026: 6 shutdowns". */
    month(name: string, count: number): string;
    list: string;
    lately: string;
    subscribe: string;
    calendar: string;
    evidence: string;
    history: string;
    elsewhere: string;
    disagreements: string;
    /** The runway of a replacement; `when` is daysLeft(). */
    runway(when: string): string;
    runwayPast(when: string): string;
    runwayNone: string;
    runwayUnknown: string;
    prices: string;
    notFound: string;
    notFoundHelp: string;
    pageOf(page: number, of: number): string;
    previous: string;
    following: string;
    footer: string;
  };
  calendar: {
    name: string;
    shutdown(model: string, surface: string): string;
    earliest(model: string, surface: string): string;
    month(model: string, surface: string): string;
  };
  /** The timeline picture: short words, they stand in large type. */
  picture: {
    title(months: number): string;
    asOf(date: string): string;
    /** Several of one day in one row. */
    models(count: number, names: string): string;
    more(count: number): string;
    none(months: number): string;
  };
  terminal: { welcome: string; help: string; bye: string; noAnswer: string };
};
