import type { Block, Message } from "../../core/message.ts";

/** What was drawn of messages, so that the same news to many channels is drawn once and only its buttons each time. */
export type Drawn<T> = {
  /** What was made of a message that says the same in these words, whatever its buttons carry; null when there is none. */
  find(message: Message, words: object): T | null;
  /** Keeps it as long as the message's blocks live. Nobody may change it afterwards. */
  keep(message: Message, words: object, made: T): T;
};

/** Messages are compared by the identity of their blocks: composing hands the same ones to all channels (again.ts). */
export function createDrawn<T>(): Drawn<T> {
  const known = new WeakMap<Block, { message: Message; words: object; made: T }>();
  const first = (message: Message) => message.blocks.find((block) => block.type !== "actions");
  return {
    find: (message, words) => {
      const block = first(message);
      const found = block === undefined ? undefined : known.get(block);
      return found !== undefined && found.words === words && saysTheSame(found.message, message) ? found.made : null;
    },
    keep: (message, words, made) => {
      const block = first(message);
      if (block !== undefined) known.set(block, { message, words, made });
      return made;
    },
  };
}

function saysTheSame(one: Message, other: Message): boolean {
  return (
    one.headline === other.headline &&
    one.severity === other.severity &&
    one.blocks.length === other.blocks.length &&
    one.blocks.every((block, at) => block === other.blocks[at] || bothButtons(block, other.blocks[at]))
  );
}

function bothButtons(one: Block, other: Block | undefined): boolean {
  return one.type === "actions" && other?.type === "actions";
}
