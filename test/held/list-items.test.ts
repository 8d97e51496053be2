import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** Items of lists, as people write them: A is a model, D the day of its end, R what takes its place. */
const ITEMS: Readonly<Record<string, { head: string; days: readonly [string, string]; items: readonly string[] }>> = {
  en: {
    head: "Upcoming shutdowns",
    days: ["May 4, 2027", "June 4, 2027"],
    items: [
      "`A` — shuts down D, use `R`",
      "`A`: D → `R`",
      "`A` → `R` (D)",
      "`A` (D) → `R`",
      "**A** retires D. Replacement: `R`",
      "`A` – D – `R`",
      "D: `A` → `R`",
      "D — `A` (use `R`)",
      "`A`: retired on D; migrate to `R`",
      "`A` will be removed on D in favour of `R`.",
      "`A` (replaced by `R`) – D",
      "A | D | R",
      "`A`, D, `R`",
      "`A` until D, then `R`",
      "`A`: EOL D, successor `R`",
      "[D] `A` → `R`",
      "`A` – last day D (move to `R`)",
      "`A` goes away D; `R` takes over",
      "`A` / D / `R`",
      "`A`\n  - Shutdown: D\n  - Replacement: `R`",
      "`A`\n  Shutdown date: D  \n  Replacement: `R`",
      "**`A`** Shutdown: D. Use `R` instead.",
      "`A` @ D => `R`",
      "(D) `A` ⇒ `R`",
      "`A` · D · `R`",
      "`A` · offline D · `R`",
      "`A` — end of life: D (successor: `R`)",
      "D · `A` is switched off; please use `R`",
      "`A`=>`R` by D",
    ],
  },
  de: {
    head: "Abschaltungen",
    days: ["4. Mai 2027", "4. Juni 2027"],
    items: [
      "`A`: Abschaltung am D, Nachfolger `R`",
      "`A` wird am D abgeschaltet, bitte auf `R` wechseln",
      "`A` – D – `R`",
      "`A` (bis D) → `R`",
      "D: `A` entfällt, Ersatz ist `R`",
    ],
  },
  fr: {
    head: "Modèles retirés",
    days: ["4 mai 2027", "4 juin 2027"],
    items: [
      "`A` : retrait le D, remplacé par `R`",
      "`A` sera arrêté le D ; utilisez `R`",
      "`A` – D – `R`",
      "D : fin de `A` (→ `R`)",
    ],
  },
  es: {
    head: "Modelos que se retiran",
    days: ["4 de mayo de 2027", "4 de junio de 2027"],
    items: ["`A`: se retira el D; use `R`", "`A` – D – `R`", "D: baja de `A` (reemplazo: `R`)"],
  },
  pt: {
    head: "Modelos desativados",
    days: ["4 de maio de 2027", "4 de junho de 2027"],
    items: ["`A`: desativação em D; use `R`", "`A` – D – `R`", "D: fim de `A` (substituto: `R`)"],
  },
  it: {
    head: "Modelli ritirati",
    days: ["4 maggio 2027", "4 giugno 2027"],
    items: ["`A`: ritiro il D; usare `R`", "`A` – D – `R`", "D: fine di `A` (sostituto: `R`)"],
  },
  zh: {
    head: "下线模型",
    days: ["2027年5月4日", "2027年6月4日"],
    items: ["`A`：D 下线，请迁移至 `R`", "`A`（D 下线）→ `R`", "D：`A` 下线，替代模型 `R`", "`A`，D，`R`"],
  },
  ja: {
    head: "提供終了モデル",
    days: ["2027年5月4日", "2027年6月4日"],
    items: ["`A`：D に提供終了、移行先は `R`", "`A`（D 終了）→ `R`", "D：`A` を廃止（代替：`R`）"],
  },
  ko: {
    head: "종료 예정 모델",
    days: ["2027년 5월 4일", "2027년 6월 4일"],
    items: ["`A`: D 종료, 대체 모델 `R`", "`A` (D 종료) → `R`", "D: `A` 지원 종료(대체: `R`)"],
  },
};

const ISO = ["2027-05-04", "2027-06-04"] as const;
const written = (item: string, index: number, day: string): string =>
  Object.entries({ A: ["acme-2-mini", "acme-2-large"][index], R: ["acme-3", "acme-4"][index], D: day }).reduce(
    (text, [letter, word]) => text.replaceAll(new RegExp(`(?<!\\p{L})${letter}(?!\\p{L})`, "gu"), word ?? ""),
    item,
  );
const told = async (text: string): Promise<string> =>
  (await factsOfText(text))
    .filter((fact) => fact.shutdown !== null)
    .map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`)
    .toSorted()
    .join("; ");

for (const [language, { head, days, items }] of Object.entries(ITEMS))
  for (const item of items)
    test(`an item of a list, ${language}: ${item.replaceAll("\n", "/")}`, async () => {
      for (const day of [days, ISO]) {
        const list = [0, 1].map((index) => `- ${written(item, index, day[index] ?? "")}\n`).join("");
        assert.equal(
          await told(`## ${head}\n\n${list}`),
          "acme-2-large 2027-06-04 acme-4; acme-2-mini 2027-05-04 acme-3",
          list,
        );
      }
    });
