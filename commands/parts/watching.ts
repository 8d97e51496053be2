import type { Field, Inline } from "../../src/core/message.ts";
import type { Messages } from "../../src/core/messages.ts";
import type { Subscription } from "../../src/core/subscription.ts";
import { aside, codeList, placeOf } from "./cells.ts";

/** A subscription as fields, every setting with its present value. */
export function watchFields(subscription: Subscription, messages: Messages): Field[] {
  const { watch } = messages;
  const days = subscription.milestones.map(String);
  const quiet = subscription.quiet_kinds.map((kind) => messages.changeKind[kind]);
  return [
    ...scopeFields(subscription, messages),
    { label: watch.setting.milestones, value: [days.length === 0 ? watch.none : messages.list(days)] },
    { label: watch.setting.time, value: [`${subscription.time}${aside(subscription.time_zone, messages)}`] },
    { label: watch.setting.digest, value: [watch.digest[subscription.digest]] },
    { label: watch.setting.reminders, value: [watch.reminders[subscription.reminders ?? "thread"]] },
    { label: watch.setting.escalate_to, value: [subscription.escalate_to ?? watch.none] },
    { label: watch.setting.quiet_kinds, value: [quiet.length === 0 ? watch.none : messages.list(quiet)] },
    { label: watch.setting.language, value: [messages.name] },
  ];
}

/** Only what is watched: providers, models, surfaces. */
export function scopeFields(subscription: Subscription, messages: Messages): Field[] {
  const { watch } = messages;
  const all = (values: string[]): Inline[] => [values.length === 0 ? watch.all : messages.list(values)];
  return [
    { label: watch.setting.providers, value: all(subscription.providers) },
    { label: watch.setting.surfaces, value: all(subscription.surfaces.map(placeOf)) },
    { label: watch.setting.models, value: codeList(subscription.models, watch.all, messages, 20) },
  ];
}

/** Several lists at once are an "and": said aloud, because most people read them as an "or". */
export function narrows(subscription: Subscription): boolean {
  const { providers, surfaces, models } = subscription;
  return [providers, surfaces, models].filter((values) => values.length > 0).length > 1;
}
