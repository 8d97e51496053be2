import type { CommandRequest, Reply } from "../../src/core/command.ts";
import type { Block } from "../../src/core/message.ts";
import type { Messages } from "../../src/core/messages.ts";

/**
 * A private answer with a button that asks the same again for everybody, and says who did. The button holds the
 * question, not the answer, so that it works after a restart and never tells what is out of date.
 */
export function shareable(reply: Reply, request: CommandRequest, messages: Messages): Reply {
  const { share, ...options } = request.options;
  if (share === "yes") {
    const by = messages.share.by(request.user.name);
    const blocks = [...reply.message.blocks, { type: "note" as const, content: [by] }];
    return { ...reply, visibility: "channel", message: { ...reply.message, blocks } };
  }
  if (request.platform === "terminal") return reply;
  const action = {
    label: messages.share.button,
    style: "normal" as const,
    command: request.command,
    options: { ...options, share: "yes" },
  };
  const before = reply.message.blocks;
  const last = before.at(-1);
  const blocks: Block[] =
    last?.type === "actions"
      ? [...before.slice(0, -1), { type: "actions", actions: [...last.actions, action] }]
      : [...before, { type: "actions", actions: [action] }];
  return { ...reply, message: { ...reply.message, blocks } };
}
