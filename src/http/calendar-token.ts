import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Bytes of a token: 160 bits, far more than can be tried. */
const TOKEN_BYTES = 20;

/** A new secret for the calendars' addresses, to be kept with the store. Another one takes all old addresses away. */
export function newCalendarSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** The unguessable name of a channel's calendar: HMAC-SHA-256 of its id, 27 characters that need no escaping. */
export function calendarToken(secret: string, channelId: string): string {
  return createHmac("sha256", secret)
    .update(`calendar:${channelId}`)
    .digest()
    .subarray(0, TOKEN_BYTES)
    .toString("base64url");
}

/** The path of a channel's calendar below the public address. */
export function calendarPath(secret: string, channelId: string): string {
  return `/calendar/${calendarToken(secret, channelId)}.ics`;
}

/** The channel whose token it is, compared in constant time; null for any other text. */
export function channelOfToken<T extends { id: string }>(
  secret: string,
  token: string,
  channels: readonly T[],
): T | null {
  const given = Buffer.from(token);
  let found: T | null = null;
  for (const channel of channels) {
    const right = Buffer.from(calendarToken(secret, channel.id));
    if (right.length === given.length && timingSafeEqual(right, given)) found = channel;
  }
  return found;
}
