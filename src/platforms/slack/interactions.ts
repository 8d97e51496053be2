import type { App, ViewSubmitAction, webApi } from "@slack/bolt";
import type { Log } from "../../lib/log.ts";
import { type Answering, sendReply } from "./answer.ts";
import { ACTION_ID_PREFIX, PICK_ID_PREFIX } from "./blocks.ts";
import type { CommandRunner, Origin } from "./commands.ts";
import type { Identity } from "./listen.ts";
import type { Modals } from "./modals.ts";
import { filesOf, textOfMessage, writtenAt } from "./sent-text.ts";
import { FIELD_ID, option, type Option, placeOf, readState, VIEW_ID } from "./views.ts";
import { OPTIONS_MAX } from "./limits.ts";
import { decodeAction } from "../shared/actions.ts";
import { readFailure } from "./errors.ts";

export type Listening = {
  app: App;
  client: webApi.WebClient;
  identity: () => Identity;
  runner: CommandRunner;
  modals: Modals;
  answering: Answering;
  log: Log;
  /** Acknowledges; a failure is logged. */
  acknowledge: (ack: () => Promise<void>) => Promise<void>;
  /** False for a request that came before. */
  isNew: (context: object, extra: string[]) => boolean;
};

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null;
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const inside = (value: unknown, name: string): unknown => (isJson(value) ? value[name] : undefined);

/** Buttons and pickers in messages, in modals and in the Home tab. */
export function listenToActions(on: Listening): void {
  const { app, runner, modals, answering } = on;

  app.action(
    { type: "block_actions", action_id: new RegExp(`^${ACTION_ID_PREFIX}`) },
    async ({ ack, body, action, context }) => {
      await on.acknowledge(ack);
      if (!on.isNew(context, [`trigger ${body.trigger_id} ${body.response_url} ${action.action_ts}`])) return;
      if (action.type !== "button") return;
      const value = action.value ?? "";
      const user = userOf(body.user);
      const workspace = body.team?.id ?? on.identity().team;
      const view: unknown = body.view;
      if (view === undefined || view === null) {
        const channel = body.channel?.id ?? body.container["channel_id"];
        if (typeof channel !== "string" || body.response_url === undefined) return;
        const origin: Origin = { workspace, channel, user };
        const url = body.response_url;
        if (runner.opensForm({ pressed: value })) {
          const place = { command: decodeAction(value)?.command ?? "", workspace, channel };
          await modals.show(body.trigger_id, "open", place, () => runner.pressed(value, origin));
          return;
        }
        const ephemeral = body.container["is_ephemeral"] === true;
        const inPlace = ephemeral && decodeAction(value)?.in_place === true;
        await sendReply(url, await runner.pressed(value, origin), inPlace ? "in-place" : "pressed", answering);
        return;
      }
      const decoded = decodeAction(value);
      // In the Home tab a button names the channel that it is about; in a modal the modal does.
      const home = inside(view, "type") === "home";
      const place = home
        ? { command: decoded?.command ?? "", workspace, channel: decoded?.options["channel"] ?? "" }
        : placeOf(textOf(inside(view, "private_metadata")));
      if (place === null || place.channel === "") return;
      const values = home ? undefined : readState(inside(view, "state"));
      const more = values === undefined ? {} : { values };
      const origin: Origin = { workspace: place.workspace, channel: place.channel, user };
      await modals.show(body.trigger_id, home ? "open" : "push", place, () => runner.pressed(value, origin, more));
    },
  );

  app.action(
    { type: "block_actions", action_id: new RegExp(`^${PICK_ID_PREFIX}`) },
    async ({ ack, body, action, context }) => {
      await on.acknowledge(ack);
      if (!on.isNew(context, [`trigger ${body.trigger_id} ${body.response_url} ${action.action_ts}`])) return;
      const channel = body.channel?.id ?? body.container["channel_id"];
      if (action.type !== "external_select" || typeof channel !== "string" || body.response_url === undefined) return;
      const { command, option: name } = pickedBy(action.action_id);
      const origin: Origin = { workspace: body.team?.id ?? on.identity().team, channel, user: userOf(body.user) };
      const value = action.selected_option?.value ?? "";
      await sendReply(body.response_url, await runner.named(command, { [name]: value }, origin), "pressed", answering);
    },
  );
}

/** What is typed into a box that looks things up: https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload */
export function listenToOptions(on: Listening): void {
  const offer = async (body: unknown, command: string, name: string, channel: string): Promise<Option[]> => {
    const user = { id: textOf(inside(inside(body, "user"), "id")), name: "" };
    const workspace = textOf(inside(inside(body, "team"), "id")) || on.identity().team;
    const found = await on.runner.choices(command, name, textOf(inside(body, "value")), { workspace, channel, user });
    return found.flatMap((choice) => option(choice.name, choice.value)).slice(0, OPTIONS_MAX);
  };
  on.app.options<"block_suggestion">({ type: "block_suggestion", action_id: FIELD_ID }, async ({ ack, body }) => {
    const place = placeOf(textOf(inside(inside(body, "view"), "private_metadata")));
    const options =
      place === null ? [] : await offer(body, place.command, textOf(inside(body, "block_id")), place.channel);
    await ack({ options });
  });
  const picks = { type: "block_suggestion" as const, action_id: new RegExp(`^${PICK_ID_PREFIX}`) };
  on.app.options<"block_suggestion">(picks, async ({ ack, body }) => {
    const { command, option: name } = pickedBy(textOf(inside(body, "action_id")));
    await ack({ options: await offer(body, command, name, textOf(inside(inside(body, "channel"), "id"))) });
  });
}

/** A form is sent: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function listenToSubmissions(on: Listening): void {
  on.app.view<ViewSubmitAction>(
    { callback_id: VIEW_ID, type: "view_submission" },
    async ({ ack, body, view, context }) => {
      const place = placeOf(view.private_metadata);
      if (place === null || !on.isNew(context, [`submission ${view.id} ${view.hash}`])) return ack();
      const origin: Origin = { workspace: place.workspace, channel: place.channel, user: userOf(body.user) };
      const work = on.runner.submitted(place.command, readState(view.state), origin);
      const answer = await on.modals.submission(view.id, place, work);
      return ack(answer);
    },
  );
}

/** A message shortcut: the message's text is read, and the answer is private. */
export function listenToShortcuts(on: Listening): void {
  on.app.shortcut({ type: "message_action", callback_id: /^.{1,255}$/ }, async ({ ack, shortcut, context }) => {
    await on.acknowledge(ack);
    if (shortcut.type !== "message_action") return;
    if (!on.isNew(context, [`trigger ${shortcut.trigger_id} ${shortcut.response_url}`])) return;
    const command = on.runner.shortcut(shortcut.callback_id);
    if (command === null) return;
    const origin: Origin = {
      workspace: shortcut.team?.id ?? on.identity().team,
      channel: shortcut.channel.id,
      user: userOf(shortcut.user),
    };
    const sent = {
      text: textOfMessage(shortcut.message),
      at: writtenAt(shortcut.message),
      ...filesOf(shortcut.message),
    };
    await sendReply(shortcut.response_url, await on.runner.named(command, {}, origin, { sent }), "typed", on.answering);
  });
}

const HOME_COMMAND = "model-home";
/** https://docs.slack.dev/reference/methods/users.conversations: at most 999 a page; one page is enough for a Home tab. */
const PLACES_MAX = 999;

/** The Home tab, and the bot's end in a workspace. */
export function listenToLife(on: Listening, onLeave: (workspace: string) => Promise<void>): void {
  on.app.event("app_home_opened", async ({ event, body, context }) => {
    if (event.tab !== "home" || !on.isNew(context, [`event ${body.event_id}`])) return;
    const workspace = body.team_id || on.identity().team;
    const origin: Origin = { workspace, channel: event.channel, user: { id: event.user, name: event.user } };
    const places = await placesOf(on, event.user);
    await on.modals.publish(event.user, await on.runner.named(HOME_COMMAND, {}, origin, { places }));
  });
  on.app.event("app_uninstalled", async ({ body, context }) => {
    if (on.isNew(context, [`event ${body.event_id}`])) await onLeave(body.team_id || on.identity().team);
  });
  on.app.event("tokens_revoked", async ({ event, body, context }) => {
    if (!on.isNew(context, [`event ${body.event_id}`])) return;
    // People's own tokens come and go; only the bot's ends its work.
    if ((event.tokens.bot ?? []).length > 0) await onLeave(body.team_id || on.identity().team);
  });
}

/** The channels that the person and the bot share; none when Slack does not tell. */
async function placesOf({ client, log }: Listening, user: string): Promise<{ channel: string; name: string }[]> {
  try {
    const answer = await client.users.conversations({
      user,
      types: "public_channel,private_channel,mpim,im",
      exclude_archived: true,
      limit: PLACES_MAX,
    });
    return (answer.channels ?? []).flatMap(({ id, name }) =>
      id === undefined ? [] : [{ channel: id, name: name ?? id }],
    );
  } catch (error) {
    log.warn({ platform: "slack", code: readFailure(error).code }, "a person's channels could not be looked up");
    return [];
  }
}

function pickedBy(actionId: string): { command: string; option: string } {
  const [command = "", option = ""] = actionId.slice(PICK_ID_PREFIX.length).split(":");
  return { command, option };
}

function userOf(user: { id: string; username?: string; name?: string }): Origin["user"] {
  return { id: user.id, name: user.username ?? user.name ?? user.id };
}
