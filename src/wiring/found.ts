import type { PlatformHandlers } from "../core/platform.ts";
import { channelId } from "../core/subscription.ts";
import type { Store } from "../core/store.ts";
import type { Log } from "../lib/log.ts";
import type { Outlooks } from "./outlooks.ts";

type Place = Parameters<PlatformHandlers["onJoin"]>[0];

/** More strangers at once are a lost store or another bot's token, and no invitations: then nobody is greeted. */
const MOST_GREETED = 20;
const KEY = "greeted";

/**
 * Greets the places that the bot was brought into while it was away: a Slack channel that it is in and knows nothing of,
 * a Discord server where nothing is watched. Each is greeted once, also over restarts; a place that is known is left
 * alone.
 */
export function createFound(deps: { store: Pick<Store, "channels" | "meta">; greet: Outlooks["greet"]; log: Log }): {
  found: NonNullable<PlatformHandlers["onFound"]>;
  noted: (place: Place) => Promise<void>;
} {
  const { store, log } = deps;
  const keyOf = ({ platform, workspace, channel }: Place) =>
    platform === "discord" ? `${KEY} ${platform}:${workspace}` : `${KEY} ${channelId(platform, workspace, channel)}`;
  const note = (place: Place) => store.meta.set(keyOf(place), "yes");
  return {
    noted: note,
    found: async (places) => {
      const watched = await store.channels.all();
      const strangers: Place[] = [];
      for (const place of places) {
        const known = watched.some((one) =>
          place.platform === "discord"
            ? one.platform === "discord" && one.workspace === place.workspace
            : one.id === channelId(place.platform, place.workspace, place.channel),
        );
        if (!known && (await store.meta.get(keyOf(place))) === null) strangers.push(place);
      }
      // A bot that starts for the first time says nothing that nobody asked for (decision 0005).
      const [first] = places;
      const start = first?.platform === "slack" ? `${KEY} from slack:${first.workspace}` : null;
      if (start !== null && (await store.meta.get(start)) === null) {
        for (const place of places) await note(place);
        await store.meta.set(start, "yes");
        return;
      }
      if (strangers.length > MOST_GREETED) {
        log.warn({ places: strangers.length }, "too many channels that are not known; none of them is greeted");
        return;
      }
      for (const place of strangers) {
        await deps.greet(place);
        await note(place);
      }
    },
  };
}
