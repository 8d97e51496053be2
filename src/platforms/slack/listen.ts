import { App } from "@slack/bolt";
import type { Logger, Receiver, webApi } from "@slack/bolt";
import type { PlatformHandlers } from "../../core/platform.ts";
import type { Log } from "../../lib/log.ts";
import type { Answering } from "./answer.ts";
import { sendReply } from "./answer.ts";
import type { CommandRunner, Origin } from "./commands.ts";
import type { Listening } from "./interactions.ts";
import {
  listenToActions,
  listenToLife,
  listenToOptions,
  listenToShortcuts,
  listenToSubmissions,
} from "./interactions.ts";
import type { Modals } from "./modals.ts";
import type { Once } from "./once.ts";

/** The bot as auth.test names it. */
export type Identity = { team: string; botId: string; botUser: string };

/** Receivers put the ids of a request here, so that a repeated one is known. */
export const REQUEST_IDS = "sundownRequestIds";

/**
 * Bolt's app with our listeners. Every request is acknowledged before any work, because Slack waits 3 seconds:
 * https://docs.slack.dev/interactivity/handling-user-interaction
 */
export function createListeningApp(options: {
  receiver: Receiver;
  botToken: string;
  client: webApi.WebClient;
  modals: Modals;
  answering: Answering;
  identity: () => Identity;
  clientOptions: NonNullable<ConstructorParameters<typeof App>[0]>["clientOptions"];
  logger: Logger;
  runner: CommandRunner;
  handlers: PlatformHandlers;
  once: Once;
  log: Log;
}): App {
  const { identity, runner, modals, answering, log } = options;
  const app = new App({
    receiver: options.receiver,
    // A fixed answer: Bolt's own check would call auth.test on every request, before the acknowledgement.
    authorize: () =>
      Promise.resolve({ botToken: options.botToken, botId: identity().botId, botUserId: identity().botUser }),
    convoStore: false,
    logger: options.logger,
    clientOptions: options.clientOptions,
  });

  const isNew = (context: object, extra: string[]): boolean => {
    const ids = (context as Record<string, unknown>)[REQUEST_IDS];
    return options.once.first([...(Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : []), ...extra]);
  };
  const acknowledge = async (ack: () => Promise<void>): Promise<void> => {
    try {
      await ack();
    } catch (error) {
      log.warn({ platform: "slack", error }, "a request could not be acknowledged");
    }
  };

  app.command(/^\//, async ({ ack, command, context }) => {
    await acknowledge(ack);
    if (!isNew(context, [`trigger ${command.trigger_id} ${command.response_url}`])) return;
    const origin: Origin = {
      workspace: command.team_id || identity().team,
      channel: command.channel_id,
      user: { id: command.user_id, name: command.user_name },
    };
    const name = command.command.slice(1);
    const answer = () => runner.typed(name, command.text, origin);
    if (runner.opensForm({ typed: name, text: command.text })) {
      const place = { command: name, workspace: origin.workspace, channel: origin.channel };
      if (await modals.show(command.trigger_id, "open", place, answer)) return;
    }
    await sendReply(command.response_url, await answer(), "typed", answering);
  });

  const listening: Listening = {
    app,
    client: options.client,
    identity,
    runner,
    modals,
    answering,
    log,
    acknowledge,
    isNew,
  };
  listenToActions(listening);
  listenToOptions(listening);
  listenToSubmissions(listening);
  listenToShortcuts(listening);
  listenToLife(listening, async (workspace) => options.handlers.onLeave?.({ platform: "slack", workspace }));

  app.event("member_joined_channel", async ({ event, body, context }) => {
    if (event.user !== identity().botUser || !isNew(context, [`event ${body.event_id}`])) return;
    await options.handlers.onJoin({
      platform: "slack",
      workspace: body.team_id || identity().team,
      channel: event.channel,
    });
  });

  app.error((error) => {
    log.error({ platform: "slack", error }, "a request of Slack could not be handled");
    return Promise.resolve();
  });
  return app;
}
