import {
  type Command,
  type CommandRequest,
  type CommandServices,
  languageOf,
  type OptionSpec,
  type Reply,
} from "../src/core/command.ts";
import type { Block } from "../src/core/message.ts";
import type { Messages } from "../src/core/messages.ts";
import { applySettings, type Vocabulary } from "../src/core/settings.ts";
import { type Channel, DEFAULT_SUBSCRIPTION, type Subscription } from "../src/core/subscription.ts";
import type { FormOutcome, FormValues } from "../src/core/form.ts";
import { previewMessage } from "./parts/preview.ts";
import { missingRights } from "./parts/rights.ts";
import { type Selection, readSelection } from "./parts/selection.ts";
import { readWatchForm, watchForm } from "./parts/watch-form.ts";
import { narrows, watchFields } from "./parts/watching.ts";

const PREVIEW_DAYS = 90;

/** What every subcommand works with. */
type Watch = {
  request: CommandRequest;
  services: CommandServices;
  messages: Messages;
  channel: Channel | null;
};

/**
 * `/model-watch setup|add|remove|list|settings|preview|test`: what this channel watches and when it is told. Everybody
 * may look; changing needs the right to manage the channel. Nothing is saved while any value is wrong.
 */
async function run(request: CommandRequest, services: CommandServices): Promise<Reply> {
  const watch = await watchOf(request, services);
  if (request.subcommand === null || request.subcommand === "list") {
    const open = request.subcommand === null && request.user.may_manage;
    return open ? form(watch) : list(watch);
  }
  if (request.subcommand === "preview") return preview(watch);
  if (!request.user.may_manage) return say(watch.messages, watch.messages.watch.needManage, []);
  if (request.subcommand === "setup") return form(watch);
  if (request.subcommand === "test") return test(watch);
  if (request.subcommand === "add") return add(watch);
  if (request.subcommand === "remove") return remove(watch);
  if (request.subcommand === "settings") return settings(watch);
  return say(watch.messages, watch.messages.errors.unknownCommand(`/${request.command} ${request.subcommand}`), []);
}

async function watchOf(request: CommandRequest, services: CommandServices): Promise<Watch> {
  const channel = await services.channels.get(request.channel_id);
  return { request, services, channel, messages: services.messages(languageOf(request, channel)) };
}

/** The form, with the list of the settings for platforms that have no forms. */
async function form(watch: Watch): Promise<Reply> {
  const { channel, messages, services, request } = watch;
  const shown = list(watch);
  const missing = await missingRights(request, services, messages);
  const built = watchForm(base(channel?.subscription ?? null), services, messages);
  const warned = missing.flatMap((block) =>
    block.type === "list" ? block.items.flatMap((item) => [" ", ...item]) : [],
  );
  const intro = warned.length === 0 ? built.intro : [...built.intro, "\n⚠️ ", messages.rights.missing, ...warned];
  const message = { ...shown.message, blocks: [...shown.message.blocks, ...missing] };
  return { ...shown, message, form: { ...built, intro } };
}

/** The form was sent: everything is saved, or nothing and what is wrong is said field by field. */
async function submit(request: CommandRequest, values: FormValues, services: CommandServices): Promise<FormOutcome> {
  const watch = await watchOf(request, services);
  if (!request.user.may_manage) return { reply: say(watch.messages, watch.messages.watch.needManage, []) };
  const { subscription, errors } = draft(watch, values);
  if (Object.keys(errors).length > 0) return { errors };
  // The answer is already in the language that was just chosen; a reader's own one stays.
  const messages = services.messages(request.locale ?? subscription.language);
  const reply = await save({ ...watch, messages }, subscription, messages.watch.saved);
  const missing = await missingRights(request, services, messages);
  return { reply: { ...reply, message: { ...reply.message, blocks: [...reply.message.blocks, ...missing] } } };
}

function draft({ channel, services, messages }: Watch, values: FormValues): ReturnType<typeof readWatchForm> {
  return readWatchForm(values, base(channel?.subscription ?? null), vocabularyOf(services), messages);
}

function vocabularyOf(services: CommandServices): Vocabulary {
  const { catalog } = services;
  return { providers: catalog.providers(), surfaces: catalog.surfaces(), languages: services.languages() };
}

/** What would have come with the settings as they stand in the form, or as they are saved. */
async function preview(watch: Watch): Promise<Reply> {
  const { request, services, messages, channel } = watch;
  const read = request.values === undefined ? null : draft(watch, request.values);
  if (read !== null && Object.keys(read.errors).length > 0) return refuse(Object.values(read.errors), messages);
  const subscription = read?.subscription ?? base(channel?.subscription ?? null);
  const items = await services.preview(subscription, PREVIEW_DAYS);
  return {
    message: previewMessage(items, PREVIEW_DAYS, messages),
    visibility: "private",
    language: messages.tag,
  };
}

async function test({ channel, request, services, messages }: Watch): Promise<Reply> {
  if (channel === null) return nothingYet(request, messages);
  const missing = await missingRights(request, services, messages);
  const blocked = ((await services.missingRights(request)) ?? []).some((right) => right.optional !== true);
  if (blocked) return say(messages, messages.test.blocked, missing);
  await services.sendTest(channel);
  if (channel.parked === null) return say(messages, messages.test.queued, missing);
  return say(messages, messages.test.parked, [{ type: "text", content: [channel.parked.reason] }]);
}

function list({ channel, request, messages, services }: Watch): Reply {
  if (channel === null) return nothingYet(request, messages);
  const address = services.calendarAddress(channel.id);
  const calendar: Block[] =
    address === null ? [] : [{ type: "note", content: [{ type: "link", text: messages.page.calendar, url: address }] }];
  return say(messages, messages.watch.current, [...describe(channel.subscription, messages), ...calendar]);
}

async function add(watch: Watch): Promise<Reply> {
  const { messages, channel } = watch;
  const selection = await readSelection(watch.request.options, watch.services, messages);
  if (selection.problems.length > 0) return refuse(selection.problems, messages, selection.likely);
  const present = channel?.subscription ?? null;
  if (selection.all)
    return save(watch, { ...base(present), providers: [], surfaces: [], models: [] }, messages.watch.added);
  if (isEmpty(selection)) return say(messages, messages.watch.needValue, []);
  // A channel that is told everything would be told less by an addition: nobody means that.
  if (present !== null && watchesAll(present)) {
    return say(messages, messages.watch.unchanged, [{ type: "text", content: [messages.watch.everythingAlready] }]);
  }
  const next = {
    ...base(present),
    providers: union(present?.providers, selection.providers),
    surfaces: union(present?.surfaces, selection.surfaces),
    models: union(present?.models, selection.models),
  };
  return save(watch, next, messages.watch.added);
}

async function remove(watch: Watch): Promise<Reply> {
  const { messages, channel, request, services } = watch;
  if (channel === null) return nothingYet(request, messages);
  const selection = await readSelection(request.options, services, messages, channel.subscription);
  if (selection.problems.length > 0) return refuse(selection.problems, messages);
  if (selection.all) return stop(watch);
  if (isEmpty(selection)) return say(messages, messages.watch.needValue, []);
  const { subscription } = channel;
  const missing = [
    ...without(selection.providers, subscription.providers),
    ...without(selection.surfaces, subscription.surfaces),
    ...without(selection.models, subscription.models),
  ];
  if (missing.length > 0)
    return refuse(
      missing.map((value) => messages.watch.notWatched(value)),
      messages,
    );
  const next = {
    ...subscription,
    providers: without(subscription.providers, selection.providers),
    surfaces: without(subscription.surfaces, selection.surfaces),
    models: without(subscription.models, selection.models),
  };
  // An empty list means all: taking the last one off must not turn into everything.
  return watchesAll(next) ? stop(watch) : save(watch, next, messages.watch.removed);
}

async function stop({ request, services, messages }: Watch): Promise<Reply> {
  await services.channels.remove(request.channel_id);
  return say(messages, messages.watch.stopped, []);
}

async function settings(watch: Watch): Promise<Reply> {
  const { request, services, messages, channel } = watch;
  const present = base(channel?.subscription ?? null);
  const result = applySettings(present, request.options, vocabularyOf(services), messages);
  const problems = result.problems.map(({ option, value, allowed, likely }) =>
    messages.watch.unknownValue(option, value.slice(0, 100), allowed, likely),
  );
  if (problems.length > 0) return refuse(problems, messages);
  if (Object.values(request.options).every((value) => value.trim() === "")) return list(watch);
  // The answer is already in the language that was just chosen.
  const chosen = request.options["language"] === undefined ? messages : services.messages(result.subscription.language);
  return save({ ...watch, messages: chosen }, result.subscription, chosen.watch.saved);
}

async function save(watch: Watch, subscription: Subscription, headline: string): Promise<Reply> {
  const { request, services, messages, channel } = watch;
  if (channel !== null && JSON.stringify(channel.subscription) === JSON.stringify(subscription)) {
    return say(messages, messages.watch.unchanged, describe(subscription, messages));
  }
  const { platform, workspace } = request;
  await services.channels.save({ platform, workspace, channel: request.channel }, subscription);
  return say(messages, headline, [...describe(subscription, messages), ...nextSteps(request, messages)]);
}

/** The way to the form, where there is one. */
function nothingYet({ platform }: CommandRequest, messages: Messages): Reply {
  const action = { label: messages.card.setUp, style: "primary" as const, command: "model-watch setup", options: {} };
  return say(messages, messages.watch.nothing, platform === "terminal" ? [] : [{ type: "actions", actions: [action] }]);
}

/** What most people want to do next, where there is something to press. */
function nextSteps(request: CommandRequest, { form }: Messages): Block[] {
  if (request.platform === "terminal") return [];
  const action = (label: string, verb: string) => ({
    label,
    style: "normal" as const,
    command: `model-watch ${verb}`,
    options: {},
  });
  return [{ type: "actions", actions: [action(form.test, "test"), action(form.settings, "setup")] }];
}

function describe(subscription: Subscription, messages: Messages): Block[] {
  const blocks: Block[] = [{ type: "fields", fields: watchFields(subscription, messages) }];
  if (narrows(subscription)) blocks.push({ type: "note", content: [messages.watch.allOf] });
  return blocks;
}

/** @param likely what was probably meant, each one press away */
function refuse(problems: string[], messages: Messages, likely: readonly string[] = []): Reply {
  const actions = likely.map((what) => ({
    label: what,
    style: "normal" as const,
    command: "model-watch add",
    options: { what },
  }));
  return say(messages, messages.watch.invalid, [
    { type: "list", items: problems.map((problem) => [problem]) },
    ...(actions.length === 0 ? [] : [{ type: "actions" as const, actions }]),
  ]);
}

function say(messages: Messages, headline: string, blocks: Block[]): Reply {
  return { message: { headline, severity: "info", blocks }, visibility: "private", language: messages.tag };
}

function base(present: Subscription | null): Subscription {
  return present ?? { ...DEFAULT_SUBSCRIPTION };
}

function watchesAll(subscription: Subscription): boolean {
  return subscription.providers.length + subscription.surfaces.length + subscription.models.length === 0;
}

function isEmpty(selection: Selection): boolean {
  return selection.providers.length + selection.surfaces.length + selection.models.length === 0;
}

function union(present: string[] | undefined, added: string[]): string[] {
  return [...(present ?? []), ...without(added, present ?? [])];
}

function without(values: string[], taken: string[]): string[] {
  const gone = new Set(taken.map((value) => value.toLowerCase()));
  return values.filter((value) => !gone.has(value.toLowerCase()));
}

const text = (name: string, description: string, autocomplete?: OptionSpec["autocomplete"]): OptionSpec => ({
  name,
  description,
  required: false,
  type: "string",
  ...(autocomplete === undefined ? {} : { autocomplete }),
});

const SELECTION = [
  text("what", "A provider, a model (* stands for anything) or a surface; or all", "models"),
  text("provider", "A provider, e.g. openai", "providers"),
  text("model", "A model, or a pattern like gpt-4*", "models"),
  text("surface", "Where models are called, e.g. bedrock", "surfaces"),
];

export default {
  spec: {
    name: "model-watch",
    description: "What this channel watches, and when it is told",
    options: [],
    form: "setup",
    subcommands: [
      { name: "setup", description: "Open the form with everything that this channel watches", options: [] },
      { name: "add", description: "Watch a provider, a model or a surface in this channel", options: SELECTION },
      {
        name: "remove",
        description: "Stop watching a provider, a model or a surface; all stops everything",
        options: SELECTION,
      },
      { name: "list", description: "Show what this channel watches and its settings", options: [] },
      {
        name: "settings",
        description: "Change when and how this channel is told; what is not named stays as it is",
        options: [
          text("milestones", "Reminders, days before the shutdown, e.g. 90 30 7 1 0; or none"),
          text("time", "Time of day of reminders, e.g. 09:00"),
          text("time_zone", "Time zone, e.g. Europe/Berlin", "time-zones"),
          {
            ...text("digest", "When news arrive"),
            choices: ["at-once", "daily", "weekly"].map((value) => ({ name: value, value })),
          },
          {
            ...text("reminders", "Where reminders go: the card's thread, or the channel"),
            choices: ["thread", "channel"].map((value) => ({ name: value, value })),
          },
          text("escalate_to", "The group that is mentioned when a week is left and nobody acknowledged; or none"),
          text("quiet_kinds", "Kinds of news not told here, e.g. replacement-changed; or none"),
          text("language", "Language of this channel, e.g. en or zh-CN"),
          text("providers", "Only these providers; or all", "providers"),
          text("models", "Only these models or patterns; or all", "models"),
          text("surfaces", "Only these surfaces; or all", "surfaces"),
        ],
      },
      { name: "preview", description: "What this channel would have received in the last 90 days", options: [] },
      { name: "test", description: "Send a test alert to this channel", options: [] },
    ],
    permission: "manage",
  },
  run,
  submit,
} satisfies Command;
