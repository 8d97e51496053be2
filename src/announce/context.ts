import type { LiveView } from "../core/card.ts";
import type { CivilDate } from "../core/fact.ts";
import type { Messages } from "../core/messages.ts";
import type { Subscription } from "../core/subscription.ts";

/** What all parts of composing need. `today` is the civil date in the channel's zone. */
export type ComposeContext = {
  messages: Messages;
  today: CivilDate;
  hostsOf: ((source: string) => readonly string[]) | null;
  /** What is known beside the announcement; absent where a message stands for itself (a preview, a test). */
  live?: LiveView;
  subscription?: Subscription;
};
