import { setTimeout as sleep } from "node:timers/promises";
import type { webApi } from "@slack/bolt";
import type { Reply } from "../../core/command.ts";
import type { FormOutcome } from "../../core/form.ts";
import type { Log } from "../../lib/log.ts";
import type { PlatformWords } from "../shared/words.ts";
import { readFailure } from "./errors.ts";
import { formView, homeView, messageView, type View, type ViewPlace, waitingView } from "./views.ts";

/** Slack waits three seconds for the answer to a submission; after this a later update takes over. */
const SUBMISSION_PATIENCE_MS = 2_000;

/** The body with which a submission is acknowledged: https://docs.slack.dev/surfaces/modals#response_actions */
export type SubmissionAnswer =
  | { response_action: "errors"; errors: Record<string, string> }
  | { response_action: "update"; view: View };

export type Modals = {
  /** Opens a modal at once (or puts one on top), and fills it when the answer is there. False when Slack refuses. */
  show(trigger: string, how: "open" | "push", place: ViewPlace, answer: () => Promise<Reply>): Promise<boolean>;
  /** What a submission is answered with in time; work that takes longer goes on and updates the modal by itself. */
  submission(viewId: string, place: ViewPlace, work: Promise<FormOutcome>): Promise<SubmissionAnswer>;
  /** The Home tab of a person. */
  publish(user: string, reply: Reply): Promise<void>;
};

/** https://docs.slack.dev/reference/methods/views.open, views.push, views.update and views.publish. Nothing here throws. */
export function createModals(options: {
  client: webApi.WebClient;
  words: (language: string | null) => PlatformWords;
  log: Log;
}): Modals {
  const { client, log } = options;
  const wordsOf = (reply: Reply) => options.words(reply.language ?? null);
  const viewOf = (reply: Reply, place: ViewPlace): View =>
    reply.form === undefined
      ? messageView(reply.message, place, wordsOf(reply))
      : formView(reply.form, place, wordsOf(reply));
  const warn = (error: unknown, what: string) => log.warn({ platform: "slack", code: readFailure(error).code }, what);

  const update = async (id: string, view: View): Promise<void> => {
    try {
      await client.views.update({ view_id: id, view: apiView(view) });
    } catch (error) {
      // Somebody closed it meanwhile; what was asked for was done all the same.
      warn(error, "a modal could not be filled");
    }
  };

  return {
    show: async (trigger, how, place, answer) => {
      let id: string | undefined;
      try {
        const view = apiView(waitingView(place, options.words(null)));
        const opened = await client.views[how]({ trigger_id: trigger, view });
        id = opened.view?.id;
      } catch (error) {
        warn(error, "a modal could not be opened");
        return false;
      }
      const reply = await answer();
      if (id !== undefined) await update(id, viewOf(reply, place));
      return true;
    },

    submission: async (viewId, place, work) => {
      const late = sleep(SUBMISSION_PATIENCE_MS, "late" as const, { ref: false });
      const outcome = await Promise.race([work, late]);
      if (outcome !== "late") return submissionAnswer(outcome, place);
      void work.then((done) => update(viewId, lateView(done, place))).catch(() => undefined);
      const words = options.words(null);
      const saving = { ...words, form: { ...words.form, loading: words.form.saving } };
      return { response_action: "update", view: waitingView(place, saving) };
    },

    publish: async (user, reply) => {
      try {
        await client.views.publish({ user_id: user, view: apiView(homeView(reply.message, wordsOf(reply))) });
      } catch (error) {
        warn(error, "a Home tab could not be shown");
      }
    },
  };

  function submissionAnswer(outcome: FormOutcome, place: ViewPlace): SubmissionAnswer {
    if ("errors" in outcome) return { response_action: "errors", errors: outcome.errors };
    return { response_action: "update", view: viewOf(outcome.reply, place) };
  }

  /** Too late for a word beside each field: what is wrong is listed. */
  function lateView(outcome: FormOutcome, place: ViewPlace): View {
    if ("reply" in outcome) return viewOf(outcome.reply, place);
    const words = options.words(null);
    const items = Object.values(outcome.errors).map((error) => [error]);
    const message = {
      headline: words.form.failed,
      severity: "notice" as const,
      blocks: [{ type: "list" as const, items }],
    };
    return messageView(message, place, words);
  }
}

type ApiView = Parameters<webApi.WebClient["views"]["open"]>[0]["view"];

/** Our views are the SDK's, but narrower: a file block here, no confirmations there. */
function apiView(view: object): ApiView {
  return view as ApiView;
}
