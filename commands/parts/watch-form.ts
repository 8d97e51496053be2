import type { CommandServices } from "../../src/core/command.ts";
import type { Form, FormChoice, FormErrors, FormValues } from "../../src/core/form.ts";
import type { Messages } from "../../src/core/messages.ts";
import { applySettings, QUIET_CHOICES, type Vocabulary } from "../../src/core/settings.ts";
import type { Subscription } from "../../src/core/subscription.ts";
import { placeOf } from "./cells.ts";

/** Slack shows at most 100 options, and a model is chosen by typing. */
const MOST_MODELS = 20;
const REMINDERS = ["thread", "channel"] as const;
const DIGESTS: readonly Subscription["digest"][] = ["at-once", "daily", "weekly"];

/** The form of what a channel watches, with its present settings chosen. */
export function watchForm(subscription: Subscription, services: CommandServices, messages: Messages): Form {
  const { form, watch } = messages;
  const { setting } = watch;
  const told = QUIET_CHOICES.filter((kind) => !subscription.quiet_kinds.includes(kind));
  const days = subscription.milestones.join(" ");
  return {
    command: "model-watch",
    title: form.title,
    submit: form.submit,
    intro: [form.intro],
    fields: [
      {
        name: "providers",
        label: setting.providers,
        hint: null,
        kind: "many",
        choices: choicesOf(services.catalog.providers(), subscription.providers, (id) => id),
        values: subscription.providers,
        none: watch.all,
      },
      {
        name: "surfaces",
        label: setting.surfaces,
        hint: null,
        kind: "many",
        choices: choicesOf(services.catalog.surfaces(), subscription.surfaces, placeOf),
        values: subscription.surfaces,
        none: watch.all,
      },
      {
        name: "models",
        label: setting.models,
        hint: form.modelsHint,
        kind: "search",
        values: subscription.models,
        none: watch.all,
        most: MOST_MODELS,
      },
      {
        name: "kinds",
        label: form.kinds,
        hint: form.kindsHint,
        kind: "many",
        choices: QUIET_CHOICES.map((kind) => ({ value: kind, label: messages.changeKind[kind] })),
        values: told,
        none: watch.none,
      },
      {
        name: "milestones",
        label: setting.milestones,
        hint: form.milestonesHint,
        kind: "text",
        value: days === "" ? "none" : days,
        max: 100,
      },
      { name: "time", label: setting.time, hint: form.timeHint, kind: "time", value: subscription.time },
      {
        name: "time_zone",
        label: setting.time_zone,
        hint: form.zoneHint,
        kind: "search",
        values: [subscription.time_zone],
        none: watch.none,
        most: 1,
      },
      {
        name: "digest",
        label: setting.digest,
        hint: null,
        kind: "one",
        choices: DIGESTS.map((value) => ({ value, label: watch.digest[value] })),
        value: subscription.digest,
      },
      {
        name: "reminders",
        label: setting.reminders,
        hint: null,
        kind: "one",
        choices: REMINDERS.map((value) => ({ value, label: watch.reminders[value] })),
        value: subscription.reminders ?? "thread",
      },
      {
        name: "escalate_to",
        label: setting.escalate_to,
        hint: form.escalateHint,
        kind: "text",
        value: subscription.escalate_to ?? "none",
        max: 100,
      },
      {
        name: "language",
        label: setting.language,
        hint: null,
        kind: "one",
        choices: services.languages().map((tag) => ({ value: tag, label: services.messages(tag).name })),
        value: subscription.language,
      },
    ],
    actions: [
      { label: form.preview, style: "normal", command: "model-watch preview", options: {} },
      { label: form.test, style: "normal", command: "model-watch test", options: {} },
    ],
  };
}

/** What is chosen stays offered, whatever the catalogue knows today. */
function choicesOf(known: string[], chosen: string[], label: (id: string) => string): FormChoice[] {
  return [...new Set([...chosen, ...known])]
    .map((value) => ({ value, label: label(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

/**
 * The subscription that the form's values describe, and what is wrong by field. A field that is absent keeps its present
 * value; an empty choice of providers, surfaces or models means all of them.
 */
export function readWatchForm(
  values: FormValues,
  present: Subscription,
  vocabulary: Vocabulary,
  messages: Messages,
): { subscription: Subscription; errors: FormErrors } {
  const options: Record<string, string> = {};
  const errors: FormErrors = {};
  for (const name of ["providers", "surfaces", "models"]) {
    const chosen = values[name];
    if (chosen !== undefined) options[name] = chosen.join(" ").trim() === "" ? "all" : chosen.join(" ");
  }
  for (const name of ["time", "time_zone", "digest", "reminders", "language"]) options[name] = values[name]?.[0] ?? "";
  if (values["escalate_to"] !== undefined) options["escalate_to"] = values["escalate_to"][0]?.trim() || "none";
  if (values["milestones"] !== undefined) options["milestones"] = values["milestones"].join(" ").trim() || "none";
  const { kinds } = values;
  if (kinds !== undefined) {
    const unknown = kinds.filter((kind) => !QUIET_CHOICES.some((known) => known === kind));
    const quiet = QUIET_CHOICES.filter((kind) => !kinds.includes(kind));
    options["quiet_kinds"] = quiet.length === 0 ? "none" : quiet.join(" ");
    if (kinds.length === 0 || unknown.length > 0) errors["kinds"] = messages.form.oneKind;
  }
  // What a channel already has may come from a source that is gone; keeping it is no mistake.
  const known: Vocabulary = {
    ...vocabulary,
    providers: [...new Set([...vocabulary.providers, ...present.providers])],
    surfaces: [...new Set([...vocabulary.surfaces, ...present.surfaces])],
  };
  const result = applySettings(present, options, known, messages);
  for (const { option, value, allowed, likely } of result.problems) {
    const field = option === "quiet_kinds" ? "kinds" : option;
    const label = messages.watch.setting[option as keyof Messages["watch"]["setting"]] ?? option;
    errors[field] ??= messages.watch.unknownValue(label, value.slice(0, 60), allowed, likely);
  }
  return { subscription: result.subscription, errors };
}
