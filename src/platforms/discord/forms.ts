import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from "discord.js";
import type { Form, FormErrors, FormField, FormValues } from "../../core/form.ts";
import { withValues } from "../../core/form.ts";
import type { Block, Field } from "../../core/message.ts";
import { cleanLine, takeUnits, truncate } from "../shared/text.ts";
import type { PlatformWords } from "../shared/words.ts";
import {
  BUTTON_LABEL_MAX,
  BUTTONS_PER_ROW_MAX,
  LABEL_DESCRIPTION_MAX,
  MODAL_FIELDS_MAX,
  MODAL_LABEL_MAX,
  MODAL_TITLE_MAX,
  OPTION_LABEL_MAX,
  OPTION_VALUE_MAX,
  PLACEHOLDER_MAX,
  SELECT_OPTIONS_MAX,
  SELECTS_PER_PAGE,
  TEXT_INPUT_MAX,
} from "./limits.ts";
import { type DiscordMessage, renderMessage } from "./render.ts";

/**
 * A form as a private message: select menus, page by page, because a message has five rows
 * (https://docs.discord.com/developers/components/reference); what has to be typed is asked in a modal.
 */

/** What a component of a form does. */
export type FormStep =
  | { what: "choose"; field: string }
  | { what: "more" | "type" | "save" | "typed" }
  | { what: "action"; index: number };

export type FormComponent = { command: string; draft: string; step: FormStep };

/** A form that somebody is filling in. `form` holds the values as they stand. */
export type Draft = { id: string; form: Form; page: number };

type Row = APIActionRowComponent<APIButtonComponentWithCustomId> | APIActionRowComponent<APIStringSelectComponent>;
export type FormMessage = Omit<DiscordMessage, "components"> & { components: Row[] };
type Words = PlatformWords;

/** `form:command:draft:step`, at most 100 characters with our own short names. */
export function formId(command: string, draft: string, step: FormStep): string {
  const word = step.what === "choose" ? `=${step.field}` : step.what === "action" ? `!${step.index}` : step.what;
  return `form:${command}:${draft}:${word}`;
}

/** Reads `formId`; null for any other custom id. */
export function readFormId(id: string): FormComponent | null {
  const found = /^form:([a-z0-9-]{1,40}):([a-z0-9]{1,20}):(=[\w-]{1,30}|!\d{1,2}|more|type|save|typed)$/.exec(id);
  const [, command, draft, word] = found ?? [];
  if (command === undefined || draft === undefined || word === undefined) return null;
  if (word.startsWith("=")) return { command, draft, step: { what: "choose", field: word.slice(1) } };
  if (word.startsWith("!")) return { command, draft, step: { what: "action", index: Number(word.slice(1)) } };
  return { command, draft, step: { what: word as "more" | "type" | "save" | "typed" } };
}

type Chooser = Extract<FormField, { kind: "one" | "many" }>;
const isChooser = (field: FormField): field is Chooser => field.kind === "one" || field.kind === "many";

/** The form's present page, with what is wrong beside the values. `notice` stands above it. */
export function renderForm(
  draft: Draft,
  words: Words,
  errors: FormErrors = {},
  notice: string | null = null,
): FormMessage {
  const { form } = draft;
  const wrong = form.fields.filter((field) => errors[field.name] !== undefined);
  const other = Object.entries(errors).filter(([name]) => !form.fields.some((field) => field.name === name));
  const blocks: Block[] = [
    ...(notice === null ? [] : [{ type: "text" as const, content: [notice] }]),
    { type: "text", content: form.intro },
    ...(wrong.length + other.length === 0
      ? []
      : [{ type: "text" as const, content: [{ type: "bold" as const, text: words.form.failed }] }]),
    ...(other.length === 0 ? [] : [{ type: "list" as const, items: other.map(([, error]) => [error]) }]),
    { type: "fields", fields: form.fields.map((field) => summary(field, errors[field.name])) },
  ];
  const severity = Object.keys(errors).length > 0 ? ("warning" as const) : ("info" as const);
  return {
    ...renderMessage({ headline: form.title, severity, blocks }, words, null),
    components: rowsOf(draft, words),
  };
}

function summary(field: FormField, error: string | undefined): Field {
  const shown = valueText(field);
  return { label: field.label, value: error === undefined ? [shown] : [shown, "\n⚠️ ", { type: "bold", text: error }] };
}

function valueText(field: FormField): string {
  if (field.kind === "text" || field.kind === "time") return field.value === "" ? "–" : field.value;
  if (field.kind === "one") return field.choices.find((choice) => choice.value === field.value)?.label ?? field.value;
  if (field.values.length === 0) return field.none;
  if (field.kind === "search") return field.values.join(", ");
  const label = (value: string) => field.choices.find((choice) => choice.value === value)?.label ?? value;
  return field.values.map(label).join(", ");
}

function rowsOf({ id, form, page }: Draft, words: Words): Row[] {
  const choosers = form.fields.filter(isChooser);
  const pages = pagesOf(form);
  const from = (page % pages) * SELECTS_PER_PAGE;
  const rows: Row[] = choosers.slice(from, from + SELECTS_PER_PAGE).map((field) => ({
    type: ComponentType.ActionRow,
    components: [select(field, formId(form.command, id, { what: "choose", field: field.name }))],
  }));
  const button = (label: string, style: APIButtonComponentWithCustomId["style"], step: FormStep) => ({
    type: ComponentType.Button as const,
    style,
    label: truncate(cleanLine(label), BUTTON_LABEL_MAX) || "…",
    custom_id: formId(form.command, id, step),
  });
  const last = page % pages === pages - 1;
  const buttons: APIButtonComponentWithCustomId[] = [
    button(form.submit, ButtonStyle.Primary, { what: "save" }),
    ...(pages > 1 ? [button(last ? words.form.back : words.form.next, ButtonStyle.Secondary, { what: "more" })] : []),
    ...(form.fields.some((field) => !isChooser(field))
      ? [button(words.form.type, ButtonStyle.Secondary, { what: "type" })]
      : []),
    ...form.actions.map((action, index) => button(action.label, ButtonStyle.Secondary, { what: "action", index })),
  ];
  return [...rows, { type: ComponentType.ActionRow, components: buttons.slice(0, BUTTONS_PER_ROW_MAX) }];
}

function pagesOf(form: Form): number {
  return Math.max(1, Math.ceil(form.fields.filter(isChooser).length / SELECTS_PER_PAGE));
}

/** What is chosen is always among the options: beyond 25 the others give way. */
function select(field: Chooser, customId: string): APIStringSelectComponent {
  const chosen = new Set(field.kind === "many" ? field.values : [field.value]);
  const fits = field.choices.filter(({ value }) => value !== "" && value.length <= OPTION_VALUE_MAX);
  const kept = new Set(
    [...fits.filter(({ value }) => chosen.has(value)), ...fits.filter(({ value }) => !chosen.has(value))].slice(
      0,
      SELECT_OPTIONS_MAX,
    ),
  );
  const options = fits
    .filter((choice) => kept.has(choice))
    .map(({ label, value }) => ({
      label: truncate(cleanLine(label), OPTION_LABEL_MAX) || truncate(value, OPTION_LABEL_MAX),
      value,
      default: chosen.has(value),
    }));
  const none = field.kind === "many" ? `: ${field.none}` : "";
  return {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder: truncate(`${cleanLine(field.label)}${none}`, PLACEHOLDER_MAX),
    min_values: field.kind === "many" ? 0 : 1,
    max_values: field.kind === "many" ? options.length : 1,
    options,
  };
}

/** What has to be typed, as a modal: https://docs.discord.com/developers/components/reference#label */
export function typingModal({ id, form }: Draft, words: Words): APIModalInteractionResponseCallbackData {
  return {
    custom_id: formId(form.command, id, { what: "typed" }),
    title: truncate(cleanLine(words.form.typed), MODAL_TITLE_MAX),
    components: form.fields
      .filter((field) => !isChooser(field))
      .slice(0, MODAL_FIELDS_MAX)
      .map((field) => ({
        type: ComponentType.Label,
        label: truncate(cleanLine(field.label), MODAL_LABEL_MAX),
        ...(field.hint === null ? {} : { description: truncate(cleanLine(field.hint), LABEL_DESCRIPTION_MAX) }),
        component: {
          type: ComponentType.TextInput,
          custom_id: field.name,
          style: TextInputStyle.Short,
          required: false,
          max_length: field.kind === "text" ? Math.min(field.max, TEXT_INPUT_MAX) : TEXT_INPUT_MAX,
          ...prefilled(field),
        },
      })),
  };
}

function prefilled(field: FormField): { value?: string } {
  const text = field.kind === "search" ? field.values.join(", ") : field.kind === "many" ? "" : field.value;
  const value = takeUnits(text, field.kind === "text" ? Math.min(field.max, TEXT_INPUT_MAX) : TEXT_INPUT_MAX);
  return value === "" ? {} : { value };
}

/** The draft with what was typed; a list is parted at its commas. */
export function withTyped(draft: Draft, typed: ReadonlyMap<string, string>): Draft {
  const values: FormValues = {};
  for (const field of draft.form.fields) {
    const text = typed.get(field.name)?.trim();
    if (text === undefined || isChooser(field)) continue;
    const parts = field.kind === "search" ? text.split(/[,;，、；]/u).map((part) => part.trim()) : [text];
    values[field.name] = parts.filter((part) => part !== "");
  }
  return { ...draft, form: withValues(draft.form, values) };
}
