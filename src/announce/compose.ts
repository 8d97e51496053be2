import type { Announcement, ComposeAnnouncement } from "../core/announcement.ts";
import type { Change } from "../core/change.ts";
import { civilDateAt } from "../core/civil-date.ts";
import type { Message } from "../core/message.ts";
import type { Messages } from "../core/messages.ts";
import { onceForAll } from "./again.ts";
import { present, withVolume } from "./card.ts";
import { composeMany } from "./compose-many.ts";
import { composeOne } from "./compose-one.ts";
import { composeOutlook } from "./compose-outlook.ts";
import type { ComposeContext } from "./context.ts";
import { greeting } from "./greeting.ts";
import { asNotice } from "./notice.ts";

export type ComposeOptions = {
  /**
   * The hosts that a source's evidence may link to (its own address's and its provider's). A feed item can carry any
   * address, and only these become links. Without it every safe address is linked.
   */
  hostsOf?: (source: string) => readonly string[];
};

/**
 * Announcements to platform-neutral messages in the channel's language, with the days left at `now` in its zone.
 *
 * @param messagesFor the words of a language, by BCP 47 tag
 */
export function createCompose(
  messagesFor: (language: string) => Messages,
  options: ComposeOptions = {},
): ComposeAnnouncement {
  return onceForAll((announcement, items, channel, now, live) => {
    const context: ComposeContext = {
      messages: messagesFor(channel.subscription.language),
      today: civilDateAt(now, channel.subscription.time_zone),
      hostsOf: options.hostsOf ?? null,
      ...(announcement.mark === undefined && live !== undefined ? { live } : {}),
      subscription: channel.subscription,
    };
    if (announcement.kind === "greeting") return greeting(context.messages);
    const told = items.flatMap((item) => announcement.changes[item] ?? []);
    const changes = told.map((change) => present(change, context));
    if (announcement.outlook !== undefined) return composeOutlook(announcement.outlook, changes, context);
    const message = withVolume(composeChanges(announcement, changes, context), changes, context);
    return asNotice(message, announcement, context.messages);
  });
}

function composeChanges(announcement: Announcement, changes: Change[], context: ComposeContext): Message {
  const [only] = changes;
  if (only !== undefined && changes.length === 1) return composeOne(only, context);
  return composeMany(announcement, changes, context);
}

/** The same message, marked: sent again where the platform could not say whether the first one arrived. */
export function markRepeat(message: Message, messages: Messages): Message {
  const mark = messages.text.possibleRepeat;
  return message.headline.endsWith(mark) ? message : { ...message, headline: `${message.headline}${mark}` };
}
