import type { CivilDate } from "../core/fact.ts";
import type { Messages } from "../core/messages.ts";

/** What all parts of composing need. `today` is the civil date in the channel's zone. */
export type ComposeContext = {
  messages: Messages;
  today: CivilDate;
  hostsOf: ((source: string) => readonly string[]) | null;
};
