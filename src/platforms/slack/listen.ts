import { App } from "@slack/bolt";
import type { Logger, Receiver } from "@slack/bolt";
import type { PlatformHandlers } from "../../core/platform.ts";
import type { Log } from "../../lib/log.ts";
import { sendAnswer } from "./answer.ts";
import { ACTION_ID_PREFIX } from "./blocks.ts";
import type { CommandRunner, Origin } from "./commands.ts";
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
  identity: () => Identity;
  clientOptions: NonNullable<ConstructorParameters<typeof App>[0]>["clientOptions"];
  logger: Logger;
  runner: CommandRunner;
  handlers: PlatformHandlers;
  once: Once;
  log: Log;
}): App {
  const { identity, runner, log } = options;
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
    const answer = await runner.typed(command.command.slice(1), command.text, origin);
    await sendAnswer(command.response_url, answer, false, log);
  });

  app.action(
    { type: "block_actions", action_id: new RegExp(`^${ACTION_ID_PREFIX}`) },
    async ({ ack, body, action, context }) => {
      await acknowledge(ack);
      if (!isNew(context, [`trigger ${body.trigger_id} ${body.response_url} ${action.action_ts}`])) return;
      const channel = body.channel?.id ?? body.container["channel_id"];
      if (typeof channel !== "string" || body.response_url === undefined || action.type !== "button") return;
      const origin: Origin = {
        workspace: body.team?.id ?? identity().team,
        channel,
        user: { id: body.user.id, name: body.user.username ?? body.user.name ?? body.user.id },
      };
      const answer = await runner.pressed(action.value ?? "", origin);
      await sendAnswer(body.response_url, answer, true, log);
    },
  );

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
