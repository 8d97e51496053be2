import {
  type ButtonInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from "discord.js";
import { type FormErrors, type FormOutcome, valuesOf, withValues } from "../../core/form.ts";
import { decodeAction } from "../shared/actions.ts";
import { wordsFrom } from "../shared/words.ts";
import type { Drafts } from "./drafts.ts";
import { type Draft, type FormComponent, renderForm, typingModal, withTyped } from "./forms.ts";
import {
  acknowledge,
  type Asked,
  type Deps,
  persist,
  plainReply,
  requestOf,
  runCommand,
  showReply,
} from "./answering.ts";

type Step = ButtonInteraction | StringSelectMenuInteraction | ModalSubmitInteraction;

/**
 * One step in a form: something was chosen, a page turned, the modal for typing opened or sent, a button pressed, or the
 * form sent. The form itself stays one private message.
 */
export async function answerForm(
  interaction: Step,
  component: FormComponent,
  deps: Deps,
  drafts: Drafts,
): Promise<void> {
  const draft = await drafts.get(component.draft);
  if (draft === null) return openAnew(interaction, component.command, deps, drafts);
  const { step } = component;
  if (step.what === "type" && interaction.isButton()) {
    await interaction.showModal(typingModal(draft, wordsFrom(deps.messages, interaction.locale)));
    return;
  }
  if (step.what === "action") return runAction(interaction, draft, step.index, deps, drafts);
  if (!(await acknowledge(interaction, () => deferUpdate(interaction)))) return;
  if (step.what === "save") return save(interaction, draft, deps, drafts);
  const next = nextDraft(interaction, draft, step);
  drafts.keep(next);
  await show(interaction, next, deps);
}

function nextDraft(interaction: Step, draft: Draft, step: FormComponent["step"]): Draft {
  if (step.what === "more") return { ...draft, page: draft.page + 1 };
  if (step.what === "choose" && interaction.isStringSelectMenu())
    return { ...draft, form: withValues(draft.form, { [step.field]: interaction.values }) };
  if (step.what === "typed" && interaction.isModalSubmit()) {
    const typed = new Map<string, string>();
    for (const [name, field] of interaction.fields.fields)
      if ("value" in field && field.value !== null) typed.set(name, String(field.value));
    return withTyped(draft, typed);
  }
  return draft;
}

/** The answer to a step that changes the message it stands in. */
function deferUpdate(interaction: Step): Promise<unknown> {
  return interaction.deferUpdate();
}

async function show(
  interaction: Step,
  draft: Draft,
  deps: Deps,
  errors: FormErrors = {},
  notice: string | null = null,
): Promise<void> {
  const words = wordsFrom(deps.messages, interaction.locale);
  const { allowed_mentions: allowedMentions, ...body } = renderForm(draft, words, errors, notice);
  await persist(() => interaction.editReply({ ...body, allowedMentions }));
}

/** Nothing is saved while something is wrong; the form then stays, with what is wrong beside each value. */
async function save(interaction: Step, draft: Draft, deps: Deps, drafts: Drafts): Promise<void> {
  const outcome = await submit(interaction, draft, deps);
  if ("errors" in outcome) return show(interaction, draft, deps, outcome.errors);
  drafts.close(draft.id);
  await showReply(interaction, outcome.reply, deps, drafts);
}

async function submit(interaction: Step, draft: Draft, deps: Deps): Promise<FormOutcome> {
  const words = wordsFrom(deps.messages, interaction.locale);
  const asked: Asked = { command: draft.form.command, subcommand: null, options: {} };
  const request = requestOf(interaction, asked, deps);
  if (!request || !deps.handlers.onSubmit) return { reply: plainReply(words.unknownCommand(`/${asked.command}`)) };
  try {
    return await deps.handlers.onSubmit(request, valuesOf(draft.form));
  } catch (error) {
    deps.log.error({ error, command: asked.command }, "a form failed");
    return { reply: plainReply(words.failed) };
  }
}

/** A button beside the fields: its answer is a private message of its own, and the form stays. */
async function runAction(interaction: Step, draft: Draft, index: number, deps: Deps, drafts: Drafts): Promise<void> {
  const action = draft.form.actions[index];
  if (!(await acknowledge(interaction, () => interaction.deferReply({ flags: MessageFlags.Ephemeral })))) return;
  const command = action === undefined ? null : decodeAction(action.command);
  const asked: Asked | null =
    action === undefined || command === null
      ? null
      : {
          command: command.command,
          subcommand: command.subcommand,
          options: action.options,
          values: valuesOf(draft.form),
        };
  await showReply(interaction, await runCommand(interaction, asked, deps), deps, drafts);
}

/** The bot was started again since, or too many forms were opened: what is saved is shown in a fresh form. */
async function openAnew(interaction: Step, command: string, deps: Deps, drafts: Drafts): Promise<void> {
  if (!(await acknowledge(interaction, () => deferUpdate(interaction)))) return;
  const reply = await runCommand(interaction, { command, subcommand: null, options: {} }, deps);
  if (reply.form === undefined) return showReply(interaction, reply, deps, drafts);
  await show(interaction, drafts.open(reply.form), deps, {}, wordsFrom(deps.messages, interaction.locale).form.gone);
}
