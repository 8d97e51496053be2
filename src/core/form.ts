import type { Reply } from "./command.ts";
import type { Action, Inline } from "./message.ts";

/**
 * A form without a platform: a modal on Slack, select menus with buttons and a modal on Discord. What is chosen comes
 * back as `FormValues`, and what is wrong is said beside the field that is wrong.
 */

export type FormChoice = { label: string; value: string };

export type FormField = { name: string; label: string; hint: string | null } & (
  | { kind: "one"; choices: FormChoice[]; value: string }
  /** Any number of them, also none. `none` says what an empty choice means, e.g. "all". At most 100 (Slack). */
  | { kind: "many"; choices: FormChoice[]; values: string[]; none: string }
  | { kind: "text"; value: string; max: number }
  /** A time of day, HH:MM. */
  | { kind: "time"; value: string }
  /** Values that are looked up while typing, by the command's option of the same name; `most` of them. */
  | { kind: "search"; values: string[]; none: string; most: number }
);

export type Form = {
  /** The command whose `submit` reads the values. */
  command: string;
  title: string;
  submit: string;
  intro: Inline[];
  fields: FormField[];
  /** Buttons beside the fields; they run their command with the values as they stand, saved or not. */
  actions: Action[];
};

/** By the field's name; a field that holds one value has a list of one, an empty field an empty list. */
export type FormValues = Record<string, string[]>;

/** By the field's name: what is wrong with its value, in the reader's language. */
export type FormErrors = Record<string, string>;

/** Nothing was saved when there is an error. */
export type FormOutcome = { errors: FormErrors } | { reply: Reply };

/** The values that a form starts with. */
export function valuesOf(form: Form): FormValues {
  return Object.fromEntries(form.fields.map((field) => [field.name, fieldValues(field)]));
}

/** The same form with other values, as after a look at its preview. Values that no field has are left out. */
export function withValues(form: Form, values: FormValues): Form {
  return { ...form, fields: form.fields.map((field) => withValue(field, values[field.name])) };
}

function fieldValues(field: FormField): string[] {
  if (field.kind === "many" || field.kind === "search") return field.values;
  return field.value === "" ? [] : [field.value];
}

function withValue(field: FormField, values: string[] | undefined): FormField {
  if (values === undefined) return field;
  if (field.kind === "many" || field.kind === "search") return { ...field, values };
  return { ...field, value: values[0] ?? "" };
}
