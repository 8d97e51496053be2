import type { Announcement, ComposeAnnouncement } from "../core/announcement.ts";
import type { Background } from "../core/card.ts";
import type { Action, Block, Message } from "../core/message.ts";
import type { Subscription } from "../core/subscription.ts";

type Told = {
  items: readonly number[];
  subscription: Subscription;
  minute: number;
  buttons: boolean;
  background: Background;
  key: string;
  message: Message;
};

/** Different settings among the channels of one announcement for which its message is kept. */
const MOST_KEPT = 16;

/**
 * The same composing, but news that goes to many channels is composed once for all with the same settings: they get the
 * same message, and only the buttons that carry the delivery's key are their own. Only where a message depends on nothing
 * else: news (no card's story) in a channel where nobody has marked a model. Days left change with the civil date, and a
 * date begins on a whole minute in every zone. What nobody holds any more is forgotten with its announcement.
 */
export function onceForAll(compose: ComposeAnnouncement): ComposeAnnouncement {
  const told = new WeakMap<Announcement, Told[]>();
  return (announcement, items, channel, now, live) => {
    if (live === undefined || live.as !== "news" || live.marks.size > 0 || live.later.length > 0)
      return compose(announcement, items, channel, now, live);
    const { key, buttons, background } = live;
    const { subscription } = channel;
    const minute = Math.floor(now / 60_000);
    const before = told.get(announcement) ?? [];
    const same = before.find(
      (one) =>
        one.subscription === subscription &&
        one.minute === minute &&
        one.background === background &&
        one.buttons === buttons &&
        one.items.length === items.length &&
        one.items.every((item, at) => item === items[at]),
    );
    if (same !== undefined) return withKey(same.message, same.key, key);
    const message = compose(announcement, items, channel, now, live);
    const others = before.filter((one) => one.minute === minute).slice(-MOST_KEPT + 1);
    told.set(announcement, [...others, { items, subscription, minute, buttons, background, key, message }]);
    return message;
  };
}

/** The message with another delivery's key in its buttons; all other parts are the very same objects. */
function withKey(message: Message, from: string, to: string): Message {
  if (from === to) return message;
  const own = (action: Action): Action =>
    action.options["card"] === from ? { ...action, options: { ...action.options, card: to } } : action;
  const blocks = message.blocks.map((block): Block => {
    if (block.type !== "actions" || !block.actions.some((action) => action.options["card"] === from)) return block;
    return { type: "actions", actions: block.actions.map(own) };
  });
  return { ...message, blocks };
}
