import type { CommandServices } from "../../src/core/command.ts";
import type { Block } from "../../src/core/message.ts";
import type { Messages } from "../../src/core/messages.ts";
import type { Channel } from "../../src/core/subscription.ts";

/** What keeps the bot from posting in a channel and what to do, one line each; nothing when all is well or unknown. */
export async function missingRights(
  place: Pick<Channel, "platform" | "workspace" | "channel">,
  services: CommandServices,
  messages: Messages,
): Promise<Block[]> {
  const missing = (await services.missingRights(place)) ?? [];
  if (missing.length === 0) return [];
  const { rights } = messages;
  const words = missing.map(({ what, name }) => {
    if (what === "not-a-member") return rights.notAMember;
    return what === "archived" ? rights.archived : rights.right(name);
  });
  return [
    { type: "text", content: [{ type: "bold", text: rights.missing }] },
    { type: "list", items: words.map((word) => [word]) },
  ];
}
