import { remember } from "../../lib/remember.ts";
import type { Action } from "../../core/message.ts";
import { encodeAction, typedCommand } from "../shared/actions.ts";
import { cleanLine } from "../shared/text.ts";
import {
  ACTIONS_ELEMENTS_MAX,
  BUTTON_TEXT_MAX,
  BUTTON_VALUE_MAX,
  CONTEXT_TEXT_MAX,
  FIELD_TEXT_MAX,
  HEADER_TEXT_MAX,
  IMAGE_ALT_MAX,
  PLACEHOLDER_MAX,
  SECTION_TEXT_MAX,
} from "./limits.ts";
import type { Atom } from "./mrkdwn.ts";
import { cutPlain, textAtom, writeAtoms } from "./mrkdwn.ts";

/** The part of Block Kit that we send: https://docs.slack.dev/reference/block-kit/blocks */
export type Mrkdwn = { type: "mrkdwn"; text: string; verbatim: true };
export type PlainText = { type: "plain_text"; text: string; emoji: false };
export type Button = {
  type: "button";
  action_id: string;
  text: PlainText;
  value: string;
  style?: "primary" | "danger";
};
export type SlackBlock =
  | { type: "header"; text: PlainText }
  | { type: "section"; text: Mrkdwn }
  | { type: "section"; fields: Mrkdwn[] }
  | { type: "context"; elements: Mrkdwn[] }
  | { type: "actions"; elements: (Button | Picker)[] }
  | { type: "image"; slack_file: { id: string }; alt_text: string };

/** A box that looks models up while somebody types: https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element#external_data_source */
export type Picker = {
  type: "external_select";
  action_id: string;
  placeholder: PlainText;
  min_query_length: 1;
};

/** A picker's action id: this, then the command and the option that it fills. */
export const PICK_ID_PREFIX = "sundown-pick:";

/** Buttons of ours have this action id, then a number that is unique in the message. */
export const ACTION_ID_PREFIX = "sundown:";

/** `verbatim` keeps Slack from turning names and addresses in the text into mentions and links. */
function mrkdwn(text: string): Mrkdwn {
  return { type: "mrkdwn", text, verbatim: true };
}

/** The same few words stand on the buttons of every message. */
const buttonText = remember((label) => plain(label, BUTTON_TEXT_MAX), 500);

/** Plain text is not parsed; angle brackets still become look-alikes, so that no reader of it can see a mention. */
export function plain(text: string, max: number): PlainText {
  const safe = cleanLine(text).replaceAll("<", "‹").replaceAll(">", "›");
  return { type: "plain_text", text: cutPlain(safe, max), emoji: false };
}

export function headerBlock(text: string): SlackBlock[] {
  const shown = plain(text, HEADER_TEXT_MAX);
  return shown.text === "" ? [] : [{ type: "header", text: shown }];
}

/** Lines packed into as few sections as their limit allows; a line that is too long by itself is cut. */
export function sectionBlocks(lines: Atom[][]): SlackBlock[] {
  const texts: string[] = [];
  for (const line of lines) {
    const text = writeAtoms(line, SECTION_TEXT_MAX);
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + text.length <= SECTION_TEXT_MAX)
      texts[texts.length - 1] = `${last}\n${text}`;
    else texts.push(text);
  }
  return texts.filter((text) => text.trim() !== "").map((text) => ({ type: "section", text: mrkdwn(text) }));
}

/** One field's text, label in bold above its value; Slack refuses an empty one. */
export function fieldOf(label: string, value: Atom[]): Mrkdwn {
  const title = cleanLine(label).replaceAll("*", "∗");
  const text = writeAtoms([textAtom(title, "*", "*"), textAtom("\n"), ...value], FIELD_TEXT_MAX);
  return mrkdwn(text.trim() === "" ? "–" : text);
}

export function contextBlock(content: Atom[]): SlackBlock[] {
  const text = writeAtoms(content, CONTEXT_TEXT_MAX);
  return text.trim() === "" ? [] : [{ type: "context", elements: [mrkdwn(text)] }];
}

/**
 * Buttons that carry their commands. One whose command does not fit, or that is one too many, is told as the command
 * that a person can type. `first` is the number of the first button, unique in the message.
 */
export function actionBlocks(actions: Action[], first: number): SlackBlock[] {
  const buttons: Button[] = [];
  const typed: Atom[] = [];
  for (const action of actions) {
    const value = encodeAction(action.command, action.options, BUTTON_VALUE_MAX, action.in_place === true);
    if (value === null || buttons.length >= ACTIONS_ELEMENTS_MAX) {
      if (typed.length > 0) typed.push(textAtom(" · "));
      typed.push(textAtom(cleanLine(typedCommand(action.command, action.options)).replaceAll("`", "'"), "`", "`"));
      continue;
    }
    const text = buttonText(action.label);
    buttons.push({
      type: "button",
      action_id: `${ACTION_ID_PREFIX}${first + buttons.length}`,
      text: text.text === "" ? plain(typedCommand(action.command, {}), BUTTON_TEXT_MAX) : text,
      value,
      ...(action.style === "normal" ? {} : { style: action.style }),
    });
  }
  const blocks: SlackBlock[] = buttons.length === 0 ? [] : [{ type: "actions", elements: buttons }];
  return [...blocks, ...contextBlock(typed)];
}

export function pickBlock(pick: { label: string; command: string; option: string }): SlackBlock {
  return {
    type: "actions",
    elements: [
      {
        type: "external_select",
        action_id: `${PICK_ID_PREFIX}${pick.command}:${pick.option}`,
        placeholder: plain(pick.label, PLACEHOLDER_MAX),
        min_query_length: 1,
      },
    ],
  };
}

export function imageBlock(file: string, alt: string): SlackBlock {
  return { type: "image", slack_file: { id: file }, alt_text: cutPlain(cleanLine(alt), IMAGE_ALT_MAX) || "…" };
}
