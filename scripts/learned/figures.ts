import type { Fact } from "../../src/core/fact.ts";
import { dayOf, plainName, type Truth, type WantedEnd } from "./examples.ts";

type TellsEnd = Pick<Fact, "model_id" | "surface" | "shutdown" | "precision" | "replacements">;

const isTold = (fact: TellsEnd, want: WantedEnd): boolean =>
  fact.surface === want.surface &&
  dayOf(fact) === dayOf(want) &&
  [want.model_id, want.as_written ?? want.model_id].map(plainName).includes(plainName(fact.model_id));

/** How right a reader is: of items whether they retire a model, of ends the model, the place and the day. */
export class Figures {
  #items = 0;
  #right = 0;
  #falseAlerts = 0;
  #told = 0;
  #wrong = 0;
  #missed = 0;
  #replaced = 0;

  add(truth: Truth, facts: readonly TellsEnd[]): void {
    this.#items += 1;
    if (facts.length > 0 === truth.is_retirement) this.#right += 1;
    else if (facts.length > 0) this.#falseAlerts += 1;
    const left = truth.is_retirement ? [...truth.models] : [];
    for (const fact of facts) {
      const place = left.findIndex((want) => isTold(fact, want));
      const [want] = place < 0 ? [] : left.splice(place, 1);
      if (want === undefined) this.#wrong += 1;
      else {
        this.#told += 1;
        const wanted = (want.replacements ?? []).map(plainName).sort().join();
        if (fact.replacements.map(plainName).sort().join() === wanted) this.#replaced += 1;
      }
    }
    this.#missed += left.filter(({ optional }) => optional !== true).length;
  }

  toString(): string {
    const f1 = (2 * this.#told) / Math.max(1, 2 * this.#told + this.#wrong + this.#missed);
    const share = (part: number, all: number) => (part / Math.max(1, all)).toFixed(3);
    return `decisions ${share(this.#right, this.#items)}, ${this.#falseAlerts} false alerts, ends F1 ${f1.toFixed(3)} (${this.#told} right, ${this.#wrong} wrong, ${this.#missed} missed), replacements ${share(this.#replaced, this.#told)}`;
  }
}
