import { type FakeInteraction, type Json, RIGHTS, type StoredMessage } from "./model.ts";
import type { State } from "./state.ts";
import { createProblems, isObject, Refusal } from "./validate.ts";
import { validateChoices } from "./validate-commands.ts";
import { validateMessage, validateModal } from "./validate-message.ts";

/** https://docs.discord.com/developers/interactions/receiving-and-responding */
const ANSWER_WITHIN_MS = 3_000;
const TOKEN_LIVES_MS = 15 * 60_000;
const EPHEMERAL = 64;

/** POST /interactions/I/T/callback: types 4-9, once, within 3 seconds. */
export function callback(state: State, id: string, token: string, body: unknown): void {
  const interaction = state.interactions.find((other) => other.id === id && other.token === token);
  if (!interaction) throw new Refusal(404, 10062, "Unknown interaction");
  const refuse = (status: number, code: number, message: string): never => {
    interaction.refused.push(`${code} ${message}`);
    throw new Refusal(status, code, message);
  };
  if (interaction.callback) refuse(400, 40060, "Interaction has already been acknowledged.");
  if (state.now() - interaction.created_at > ANSWER_WITHIN_MS) refuse(404, 10062, "Unknown interaction");
  if (!isObject(body)) throw new Refusal(400, 50035, "Invalid Form Body");
  const type = Number(body["type"]);
  const data = isObject(body["data"]) ? body["data"] : {};
  const allowed = allowedFor(interaction);
  if (!allowed.includes(type)) refuse(400, 50035, "Invalid interaction response type");
  if (type === 8) {
    const problems = createProblems();
    validateChoices(problems, "data", data["choices"], false);
    interaction.refused.push(...problems.list);
    problems.throwIfAny();
  }
  if (type === 4 || type === 7) validateMessage(data);
  if (type === 9) {
    const problems = createProblems();
    validateModal(problems, data);
    interaction.refused.push(...problems.list);
    problems.throwIfAny();
  }
  interaction.callback = { type, data, at: state.now() };
  if (type === 4) interaction.original = keep(state, interaction, data, Number(data["flags"] ?? 0));
  // The answer of 6 and 7 is the message that the component stands in.
  if (type === 6 || type === 7) interaction.original = interaction.message;
  if (type === 7 && interaction.message) state.edit(interaction.message, data);
}

/** 6 and 7 need a message; a modal is not answered with a modal. */
function allowedFor(interaction: FakeInteraction): number[] {
  if (interaction.type === 4) return [8];
  if (interaction.type === 3) return [4, 5, 6, 7, 9];
  if (interaction.type === 5) return interaction.message ? [4, 5, 6, 7] : [4, 5];
  return [4, 5, 9];
}

/** PATCH, GET, DELETE /webhooks/APP/T/messages/@original. */
export function original(state: State, token: string, method: string, body: unknown): StoredMessage | null {
  const interaction = live(state, token);
  const deferredFlags = Number(interaction.callback?.data["flags"] ?? 0) & EPHEMERAL;
  if (method === "PATCH") {
    if (interaction.original) return state.edit(interaction.original, body);
    validateMessage(body);
    interaction.original = keep(state, interaction, body as Json, deferredFlags);
    return interaction.original;
  }
  if (!interaction.original) throw new Refusal(404, 10008, "Unknown Message");
  if (method === "DELETE") {
    if ((interaction.original.flags & EPHEMERAL) === 0)
      state.remove(interaction.original.channel_id, interaction.original.id);
    interaction.original = null;
    return null;
  }
  return interaction.original;
}

/** POST /webhooks/APP/T: a message after the first answer. */
export function followup(state: State, token: string, body: unknown): StoredMessage {
  const interaction = live(state, token);
  validateMessage(body);
  const flags = Number((body as Json)["flags"] ?? 0);
  // The first message after a deferred answer takes the place of that answer, and its visibility.
  const first = interaction.callback?.type === 5 && !interaction.original;
  const message = keep(
    state,
    interaction,
    body as Json,
    first ? Number(interaction.callback?.data["flags"] ?? 0) : flags,
  );
  if (first) interaction.original = message;
  else interaction.followups.push(message);
  return message;
}

function live(state: State, token: string): FakeInteraction {
  const interaction = state.interactions.find((other) => other.token === token);
  if (!interaction?.callback) throw new Refusal(404, 10015, "Unknown Webhook");
  if (state.now() - interaction.created_at > TOKEN_LIVES_MS) throw new Refusal(401, 50027, "Invalid Webhook Token");
  return interaction;
}

function keep(state: State, interaction: FakeInteraction, body: Json, flags: number): StoredMessage {
  const message = { ...state.build(interaction.channel_id, body, "interaction"), flags };
  if (message.attachments.length > 0 && (state.rightsOf(interaction.channel_id) & RIGHTS.files) === 0n)
    throw new Refusal(403, 50013, "Missing Permissions");
  state.messages.push(message);
  return message;
}

export type Person = { id?: string; name?: string; permissions?: bigint; locale?: string };

/** The payload of INTERACTION_CREATE, and the record of what becomes of it. */
export function createInteraction(
  state: State,
  request: { type: 2 | 3 | 4 | 5; channel: string; data: Json; message?: StoredMessage; by?: Person },
  shownMessage: Json | null,
): { interaction: FakeInteraction; payload: Json } {
  const { guild, channel } = state.channelOf(request.channel);
  const id = state.newId();
  const interaction: FakeInteraction = {
    id,
    token: `interaction-token-${id}`,
    type: request.type,
    message: request.message ?? null,
    channel_id: request.channel,
    created_at: state.now(),
    callback: null,
    refused: [],
    original: null,
    followups: [],
  };
  state.interactions.push(interaction);
  const by = request.by ?? {};
  const user = { id: by.id ?? "77", username: by.name ?? "ada", discriminator: "0", avatar: null, global_name: null };
  const payload: Json = {
    id,
    application_id: state.settings.applicationId,
    type: request.type,
    token: interaction.token,
    version: 1,
    guild_id: guild.id,
    channel_id: channel.id,
    channel: { id: channel.id, type: channel.type, name: channel.name, permissions: "0" },
    guild: { id: guild.id, locale: "en-US", features: [] },
    member: {
      user,
      roles: [],
      joined_at: "2026-01-01T00:00:00Z",
      permissions: (by.permissions ?? 0n).toString(),
      deaf: false,
      mute: false,
      flags: 0,
    },
    app_permissions: state.rightsOf(channel.id).toString(),
    locale: by.locale ?? "en-US",
    guild_locale: "en-US",
    entitlements: [],
    authorizing_integration_owners: { "0": guild.id },
    context: 0,
    attachment_size_limit: 10_485_760,
    data: request.data,
    ...(shownMessage ? { message: shownMessage } : {}),
  };
  return { interaction, payload };
}
