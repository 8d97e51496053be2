import type { Form, FormField, FormValues } from "../../core/form.ts";
import type { Message } from "../../core/message.ts";
import { takeUnits, truncate } from "../shared/text.ts";
import type { PlatformWords } from "../shared/words.ts";
import type { PlainText, SlackBlock } from "./blocks.ts";
import { actionBlocks, plain, sectionBlocks } from "./blocks.ts";
import { inlineAtoms } from "./inline.ts";
import {
  HINT_MAX,
  INPUT_LABEL_MAX,
  INPUT_TEXT_MAX,
  OPTION_TEXT_MAX,
  OPTION_VALUE_MAX,
  OPTIONS_MAX,
  PLACEHOLDER_MAX,
  SECTION_TEXT_MAX,
  VIEW_TITLE_MAX,
} from "./limits.ts";
import { renderMessage } from "./render.ts";

/** Forms as modals: https://docs.slack.dev/surfaces/modals and https://docs.slack.dev/reference/views */
export type Option = { text: PlainText; value: string };
export type Element =
  | { type: "multi_static_select"; options: Option[]; initial_options?: Option[] }
  | { type: "static_select"; options: Option[]; initial_option?: Option }
  | { type: "multi_external_select"; initial_options?: Option[]; max_selected_items: number; min_query_length: 1 }
  | { type: "external_select"; initial_option?: Option; min_query_length: 1 }
  | { type: "plain_text_input"; initial_value?: string; max_length: number }
  | { type: "timepicker"; initial_time?: string };
export type InputBlock = {
  type: "input";
  block_id: string;
  optional: true;
  label: PlainText;
  hint?: PlainText;
  element: Element & { action_id: string; placeholder?: PlainText };
};
export type View = {
  type: "modal";
  callback_id: string;
  private_metadata: string;
  title: PlainText;
  close: PlainText;
  submit?: PlainText;
  blocks: (SlackBlock | InputBlock)[];
};
export type HomeView = { type: "home"; blocks: SlackBlock[] };

/** All our modals have this id; what they belong to stands in their metadata. */
export const VIEW_ID = "sundown-form";
/** The action id of every field; its block's id is the field's name. */
export const FIELD_ID = "sundown-field";

/** What a modal is about: it has no channel of its own. */
export type ViewPlace = { command: string; workspace: string; channel: string };

/** The metadata of one of our views, or null when it is none of ours. */
export function placeOf(metadata: string): ViewPlace | null {
  try {
    const value: unknown = JSON.parse(metadata);
    if (typeof value !== "object" || value === null) return null;
    const { command, workspace, channel } = value as Record<string, unknown>;
    if (typeof command !== "string" || typeof workspace !== "string" || typeof channel !== "string") return null;
    return { command, workspace, channel };
  } catch {
    return null;
  }
}

type Words = Pick<PlatformWords, "date" | "form">;

function frame(title: string, place: ViewPlace, words: Words): Omit<View, "blocks"> {
  return {
    type: "modal",
    callback_id: VIEW_ID,
    private_metadata: JSON.stringify(place),
    title: plain(title, VIEW_TITLE_MAX),
    close: plain(words.form.close, VIEW_TITLE_MAX),
  };
}

/** Shown at once, because a trigger lives for three seconds and the answer may need longer. */
export function waitingView(place: ViewPlace, words: Words): View {
  const blocks = sectionBlocks([inlineAtoms([words.form.loading], words)]);
  return { ...frame(words.form.title, place, words), blocks };
}

/** A message in a modal, without anything to send. */
export function messageView(message: Message, place: ViewPlace, words: Words): View {
  const { blocks, text } = renderMessage(message, words);
  const shown = blocks.length > 0 ? blocks : sectionBlocks([inlineAtoms([text], words)]);
  return { ...frame(words.form.title, place, words), blocks: shown };
}

export function homeView(message: Message, words: Words): HomeView {
  return { type: "home", blocks: renderMessage(message, words).blocks };
}

/** A form as a modal; every field is an input of its own, so that an error can stand beside it. */
export function formView(form: Form, place: ViewPlace, words: Words): View {
  return {
    ...frame(form.title, { ...place, command: form.command }, words),
    submit: plain(form.submit, VIEW_TITLE_MAX),
    blocks: [
      ...sectionBlocks([inlineAtoms(form.intro, words)]).slice(0, 5),
      ...form.fields.map(inputBlock),
      ...actionBlocks(form.actions, 0),
    ],
  };
}

function inputBlock(field: FormField): InputBlock {
  const none = "none" in field ? plain(field.none, PLACEHOLDER_MAX) : null;
  return {
    type: "input",
    block_id: field.name,
    optional: true,
    label: plain(field.label, INPUT_LABEL_MAX),
    ...(field.hint === null ? {} : { hint: plain(field.hint, HINT_MAX) }),
    element: {
      ...elementOf(field),
      action_id: FIELD_ID,
      ...(none === null || none.text === "" ? {} : { placeholder: none }),
    },
  };
}

function elementOf(field: FormField): Element {
  switch (field.kind) {
    case "many": {
      const options = field.choices.flatMap((choice) => option(choice.label, choice.value)).slice(0, OPTIONS_MAX);
      const chosen = options.filter(({ value }) => field.values.includes(value));
      return { type: "multi_static_select", options, ...(chosen.length === 0 ? {} : { initial_options: chosen }) };
    }
    case "one": {
      const options = field.choices.flatMap((choice) => option(choice.label, choice.value)).slice(0, OPTIONS_MAX);
      const chosen = options.find(({ value }) => value === field.value);
      return { type: "static_select", options, ...(chosen === undefined ? {} : { initial_option: chosen }) };
    }
    case "search": {
      const chosen = field.values.flatMap((value) => option(value, value));
      const [first] = chosen;
      if (field.most === 1)
        return {
          type: "external_select",
          min_query_length: 1,
          ...(first === undefined ? {} : { initial_option: first }),
        };
      return {
        type: "multi_external_select",
        min_query_length: 1,
        max_selected_items: Math.max(field.most, chosen.length),
        ...(chosen.length === 0 ? {} : { initial_options: chosen }),
      };
    }
    case "text": {
      const max = Math.min(field.max, INPUT_TEXT_MAX);
      const value = takeUnits(field.value, max);
      return { type: "plain_text_input", max_length: max, ...(value === "" ? {} : { initial_value: value }) };
    }
    case "time":
      return {
        type: "timepicker",
        ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(field.value) ? { initial_time: field.value } : {}),
      };
    default:
      return field satisfies never;
  }
}

/** One option; a value that is too long would mean something else when cut, so it is not offered. */
export function option(label: string, value: string): Option[] {
  if (value === "" || value.length > OPTION_VALUE_MAX) return [];
  const text = plain(truncate(label, OPTION_TEXT_MAX), OPTION_TEXT_MAX);
  return [{ text: text.text === "" ? plain(value, OPTION_TEXT_MAX) : text, value }];
}

/** What stands in a modal's fields, from `view.state.values`: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function readState(state: unknown): FormValues {
  const values: FormValues = {};
  for (const [name, actions] of entriesOf(property(state, "values"))) {
    const element = property(actions, FIELD_ID);
    if (element !== undefined) values[name] = chosenIn(element);
  }
  return values;
}

function chosenIn(element: unknown): string[] {
  const many = property(element, "selected_options");
  if (Array.isArray(many)) return many.flatMap((one: unknown) => textIn(property(one, "value")));
  const single = property(property(element, "selected_option"), "value");
  return textIn(single ?? property(element, "selected_time") ?? property(element, "value")).map((text) =>
    takeUnits(text, SECTION_TEXT_MAX),
  );
}

const textIn = (value: unknown): string[] => (typeof value === "string" && value !== "" ? [value] : []);

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
