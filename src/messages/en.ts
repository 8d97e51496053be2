import type { Messages } from "../core/messages.ts";
import screens from "./screens/en.ts";
import { age, count, date, daysLeft, onDate, reminder } from "./words/en.ts";

const MANY = {
  announced: (n: number) => count(n, "new retirement"),
  "date-moved": (n: number) => count(n, "moved shutdown date"),
  "replacement-changed": (n: number) => count(n, "changed replacement"),
  withdrawn: (n: number) => `${count(n, "retirement")} no longer announced`,
  restored: (n: number) => `${count(n, "retirement")} announced again`,
  retired: (n: number) => `${count(n, "model")} switched off`,
  reminder: (n: number) => `${count(n, "model")} close to the shutdown`,
  "source-health": (n: number) => `${count(n, "source")} in trouble`,
  digest: (n: number) => `Digest: ${count(n, "change")}`,
  summary: (n: number) => `Summary: ${count(n, "retirement")} ahead`,
};

export default {
  tag: "en",
  name: "English",
  date,
  onDate,
  daysLeft,
  age,
  dateAndDays: (value, precision, days) => `${onDate(value, precision)} (${daysLeft(days)})`,
  colon: ": ",
  brackets: { open: " (", close: ")" },
  list: (items) => items.join(", "),
  status: {
    active: "active",
    deprecated: "deprecated: a shutdown is announced",
    retired: "retired",
    unknown: "unknown",
  },
  statusShort: { active: "active", deprecated: "ending", retired: "retired", unknown: "unknown" },
  changeKind: {
    announced: "retirement announced",
    "date-moved": "shutdown date moved",
    "replacement-changed": "replacement changed",
    withdrawn: "retirement no longer announced",
    restored: "retirement announced again",
    retired: "switched off",
    reminder: "reminder",
    "source-health": "source health",
  },
  factKind: {
    model: "model",
    agent: "agent",
    endpoint: "endpoint",
    product: "product",
    feature: "feature",
    parameter: "parameter",
    "fine-tune": "fine-tuned models",
    "beta-header": "beta header",
  },
  health: {
    good: "good",
    suspect: "suspect",
    quarantined: "quarantined",
    failed: "out of reach",
    "never-polled": "not polled yet",
    off: "off",
  },
  problem: {
    address: "its address cannot be found (no network, or a name that DNS does not know)",
    refused: "the server cannot be reached",
    slow: "the server gave no whole answer in time",
    empty: "the page is empty",
    few: "the page holds far less than usual; it may have been rebuilt",
    status: (code) => `the server answered ${code}`,
  },
  trust: { provider: "provider", "second-hand": "second hand", press: "press or mail" },
  severity: { info: "Info", notice: "Notice", warning: "Warning", critical: "Critical" },
  card: {
    left: (days, of) => `${days} of ${count(of, "day")} left`,
    history: "What has changed",
    nobody: "Nobody here has acknowledged this yet.",
    state: "State",
    marked: (kind, name, until) => {
      const words = {
        acknowledged: "Acknowledged by",
        assigned: "Taken on by",
        snoozed: "Snoozed by",
        "moved-off": "Moved off it, says",
        "not-ours": "Not ours, says",
      };
      return `${words[kind]} ${name}${until === null ? "" : `, until ${until}`}`;
    },
    runway: (days) => (days === 0 ? "its shutdown is today" : `its shutdown is in ${count(days, "day")}`),
    alreadyGone: "switched off already",
    price: "Price per million tokens, in / out",
    context: "Context window, tokens",
    notKnown: "not known",
    pricesFrom: (lists) => `Prices as listed by ${lists}`,
    actions: {
      ack: "Acknowledge",
      assign: "Assign to me",
      snooze: "Snooze",
      "snooze-1d": "1 day",
      "snooze-1w": "1 week",
      "snooze-7before": "Until 7 days before",
      moved: "We moved off it",
      "not-ours": "Not ours",
      undo: "Undo",
      list: "Show all",
    },
    pressed: {
      acknowledged: "Acknowledged. Reminders stay in the thread until the last day.",
      assigned: "It is yours now. Reminders stay in the thread until the last day.",
      snoozed: "Snoozed. This channel is reminded again on that day.",
      "moved-off": "Good. This channel gets no more reminders of it, unless the date moves.",
      "not-ours": "Noted. This channel gets no more reminders of it, unless the date moves.",
    },
    undone: "Undone. Reminders come as before.",
    askSnooze: "Snooze until when?",
    noSnooze: "That day is not before the shutdown. Choose a shorter time, or acknowledge it.",
    gone: "This message is too old to be changed from here. Use /model-status to see how things stand.",
    hello: "Hello. I tell this channel before AI models are switched off.",
    helloText:
      "I read the providers' own pages, tell what is new once, and remind you as the day comes near. Nothing is sent here until you say what to watch.",
    helloNote:
      "Later: `/model-watch` changes it, `/model-status gpt 4.5` answers, nobody is ever mentioned unless you set it.",
    setUp: "Choose what to watch",
    digest: (period, changes) =>
      `Your ${period === "weekly" ? "week" : "day"} in model retirements: ${changes === 0 ? "nothing new" : count(changes, "change")}`,
    digestChanges: "New since the last digest",
    digestNone: "Nothing has changed since the last digest.",
    digestAhead: (days) => `Ahead in the next ${count(days, "day")}`,
    digestUnheard: "Not acknowledged by anybody",
    digestUnheardAll: "None of them has been acknowledged here yet.",
  },
  delivery: {
    pending: "waiting to be sent",
    sending: "being sent",
    unclear: "sent, not confirmed yet",
    sent: "delivered",
    dead: "could not be delivered",
  },
  labels: {
    model: "Model",
    version: "Version",
    surface: "Where",
    provider: "Provider",
    status: "Status",
    announced: "Announced",
    deprecated: "Deprecated",
    shutdown: "Shutdown",
    replacement: "Replacement",
    change: "Change",
    was: "Before",
    now: "Now",
    source: "Source",
    asOf: "As of",
    channel: "Channel",
    lastGood: "Last good poll",
    rows: "Rows",
    health: "Health",
    problem: "Problem",
    decision: "Decision",
    when: "When",
    aliases: "Also called",
    stages: "Steps",
    milestone: "days before",
    next: "Next",
  },
  headline: {
    announced: (model, surface, when) =>
      when === null
        ? `${model} (${surface}) is being retired, no date yet`
        : `${model} (${surface}) shuts down ${when}`,
    dateMoved: (model, surface, to, shift) =>
      to === null
        ? `${model} (${surface}): shutdown date taken back`
        : `${model} (${surface}): shutdown moved to ${to}${shift === null ? "" : ` (${shift})`}`,
    replacementChanged: (model, surface, to) =>
      to === null
        ? `${model} (${surface}): no replacement is named any more`
        : `${model} (${surface}): the named replacement is now ${to}`,
    withdrawn: (model, surface, reason) =>
      reason === "missing"
        ? `${model} (${surface}) is no longer listed for retirement`
        : `${model} (${surface}): retirement withdrawn by the source`,
    restored: (model, surface, when) =>
      when === null
        ? `${model} (${surface}) is announced for retirement again`
        : `${model} (${surface}) is announced for retirement again, ${when}`,
    retired: (model, surface, when) =>
      when === null ? `${model} (${surface}) has been switched off` : `${model} (${surface}) was switched off ${when}`,
    reminder,
    many: (kind, amount, provider) => (provider === "" ? MANY[kind](amount) : `${provider}: ${MANY[kind](amount)}`),
    remindersMany: (amount) => `${count(amount, "shutdown")} coming up`,
    nearest: (headline, when) => `${headline}, the nearest ${when}`,
    sourceHealth: (source) => `Source ${source} needs a look`,
    sourceBack: (source) => `Source ${source} can be read again`,
    status: (model, surface, status) => `${model} (${surface}): ${status}`,
    statusMany: (query, amount) =>
      `${amount === 0 ? "No" : amount} ${amount === 1 ? "match" : "matches"} for “${query}”`,
    overview: "What this channel watches, and what is next",
    upcoming: (amount, days) =>
      `${amount === 0 ? "No" : String(amount)} upcoming shutdown${amount === 1 ? "" : "s"}${days === null ? "" : ` in the next ${count(days, "day")}`}`,
    sources: (total, good) => `Sources: ${good} of ${total} good`,
    why: (model) =>
      model === null ? "Why this channel was told, or not" : `Why this channel was told of “${model}”, or not`,
  },
  text: {
    noDate: "no date given",
    noReplacement: "none named",
    unknownStale: (since) => `Unknown, stale since ${since}: the source that decides could not be read since then.`,
    readLast: (since) => `Last read on ${since}; the source could not be read since then.`,
    neverPolled: "Not read from the source yet; this is from the catalogue that ships with the bot.",
    moved: (from, to, shift) => `Moved from ${from} to ${to}${shift === null ? "" : `, ${shift}`}.`,
    movedEarlier: (days) => `${count(days, "day")} earlier`,
    movedLater: (days) => `${count(days, "day")} later`,
    replaced: (from, to) => `Replacement changed from ${from} to ${to}.`,
    withdrawnExplicit: (previous) => `The source no longer announces the shutdown (it was: ${previous}).`,
    noLongerListed: (previous) =>
      `The source no longer lists it (the shutdown was: ${previous}). No source says that the model stays; ask the provider before you rely on it.`,
    noLongerListedMany:
      "No longer listed does not mean kept: no source says that these models stay. Ask the provider before you rely on one.",
    earliestOnly: "The provider gives the earliest day, not the day itself.",
    monthOnly: "The provider gives only the month; days are counted to its first.",
    possibleRepeat: " (possible repeat)",
    saysOtherwise: (source) => `${source} says otherwise`,
    noMatch: (query) => `No model is known as “${query}”. Check its spelling, or look through /model-upcoming`,
    didYouMean: "Did you mean",
    nothingUpcoming: "Nothing that this bot knows of. Sources that are out of reach can hide news: see /model-sources.",
    watchesAll: "everything",
    notSetUp: "This channel watches nothing yet. `/model-watch add` starts it.",
    overridden: (reason) => `Corrected by the operator of this bot: ${reason}`,
    evidenceFrom: (source) => `From ${source}`,
    seen: "Seen",
    showingFirst: (shown, of) => `The first ${shown} of ${of}.`,
    staleMark: "stale",
    sourceStays:
      "What was last read from it stays valid, and it is tried again by itself. If this lasts, open its page: it may have moved.",
    listStale: (since) => `Some of this was last read on ${since}; its source could not be read since then.`,
    nothingNext: "No shutdown ahead for what this channel watches.",
  },
  watch: {
    added: "Added. This channel now watches:",
    removed: "Removed. This channel now watches:",
    stopped: "Removed. This channel watches nothing any more and gets no alerts. /model-watch add starts again.",
    nothing: "This channel watches nothing yet. Start with /model-watch add openai, or choose in the form.",
    current: "This channel watches",
    needManage:
      "Only people who manage this channel can change what it watches. Ask one of them, or look with /model-watch list.",
    saved: "Saved. The settings of this channel:",
    unchanged: "Nothing to change: this is how it is already.",
    invalid: "Nothing was saved. Please correct this and try again:",
    unknownValue: (option, value, allowed, likely = null) =>
      likely === null
        ? `${option}: “${value}” cannot be used. Allowed: ${allowed}`
        : `${option}: “${value}” is not known. Did you mean ${likely}?`,
    notWatched: (value) =>
      `“${value}” is not on this channel's list, so it cannot be removed. /model-watch list shows what is.`,
    everythingAlready:
      "This channel already watches everything. To narrow it: `/model-watch settings providers=openai`.",
    allOf: "Only what fits all of these lists is told.",
    needValue: "Say what: a provider, a model (* stands for anything) or a surface, like /model-watch add openai.",
    all: "all",
    none: "none",
    setting: {
      providers: "Providers",
      models: "Models",
      surfaces: "Surfaces",
      milestones: "Reminders (days before)",
      time: "Time of day",
      time_zone: "Time zone",
      digest: "News arrive",
      quiet_kinds: "Not told",
      reminders: "Reminders go to",
      escalate_to: "Called when nobody acknowledged",
      language: "Language",
    },
    reminders: { thread: "the card's thread, urgent ones to the channel too", channel: "the channel" },
    digest: { "at-once": "at once", daily: "once a day", weekly: "once a week, on Monday" },
    allowed: {
      group: "a Slack user group's id (S...), a Discord role, or none",
      milestones: "whole days from 0 to 730, at most 20 of them, like 90 30 7 1 0",
      time: "a time of day from 00:00 to 23:59, like 09:00",
      timeZone: (near) => `a zone of the IANA list, like ${near.join(", ")}`,
      model: "at most 100 characters without blanks inside; * stands for anything, like gpt-4*",
      near: (names) => names.join(", "),
    },
  },
  why: {
    nothing: "No change of it has been seen since this bot runs, so nothing was told or held back.",
    decision: (decision) => decision,
    attempts: (amount) => count(amount, "attempt"),
  },
  buttons: { status: "Status", why: "Why", upcoming: "Upcoming" },
  errors: {
    failed:
      "Something went wrong on the bot's side, and nothing was changed here. Please try again; if it happens again, whoever runs this bot finds the cause in its log.",
    notUnderstood: "That cannot be answered as it is written. Please correct this and ask again:",
    tooMany: "That was a lot at once. Please wait a minute and ask again.",
    unknownCommand: (name) =>
      `There is no command “${name}”. There are /model-status, /model-upcoming, /model-watch, /model-sources and /model-why.`,
    unknownOption: (option) => `There is no option “${option}” here. Use the buttons of the message.`,
  },
  ...screens,
} satisfies Messages;
