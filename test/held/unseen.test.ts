import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** Small pages of providers that nobody knows: what each tells, and what it must not tell. Read as of 2026-09-20. */
const told = async (text: string): Promise<string[]> =>
  (await factsOfText(text))
    .filter((fact) => fact.kind === "model" && fact.scheduled)
    .map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`.trim())
    .toSorted();

const BOTH = ["acme-a-1 2026-12-01", "acme-b-1 2026-12-01"];

const PAGES: Record<string, [string, string[]]> = {
  // One model of a cell stays.
  "an exception in a bracket of a cell": [
    "| Date | Retired models |\n|---|---|\n| 2026-12-01 | `acme-a-1`, `acme-b-1` (but not `acme-c-1`, which stays) |",
    BOTH,
  ],
  "an exception in German": [
    "| Datum | Abgeschaltete Modelle |\n|---|---|\n| 01.12.2026 | `acme-a-1`, `acme-b-1` (ohne `acme-c-1`) |",
    BOTH,
  ],
  "an exception in Chinese": [
    "| 下线日期 | 下线模型 |\n|---|---|\n| 2026-12-01 | `acme-a-1`、`acme-b-1`（不含 `acme-c-1`） |",
    BOTH,
  ],
  "an exception in Spanish": [
    "| Fecha | Modelos retirados |\n|---|---|\n| 2026-12-01 | `acme-a-1`, `acme-b-1` (excepto `acme-c-1`) |",
    BOTH,
  ],
  "a model in the bracket that goes, too": [
    "| Date | Retired models |\n|---|---|\n| 2026-12-01 | `acme-a-1` (and its alias `acme-b-1`) |",
    BOTH,
  ],
  // Things of models that stay.
  "a tool of a model": [
    "## Removals\n\n- 2026-12-01: the `web_search_2` tool of `acme-c-1` is removed; the model itself is unaffected.\n- 2026-12-01: `acme-a-1` and `acme-b-1` are removed.",
    BOTH,
  ],
  "a tool of a model in Chinese": [
    "## 下线公告\n\n- `acme-c-1` 的 `web_search_2` 工具将于 2026 年 12 月 1 日停止，模型本身不受影响。\n- `acme-a-1`、`acme-b-1` 将于 2026 年 12 月 1 日下线。",
    BOTH,
  ],
  "a parameter of a model in French": [
    "## Suppressions\n\n- Le paramètre `top_k_2` de `acme-c-1` sera supprimé le 1er décembre 2026.\n- `acme-a-1` et `acme-b-1` seront retirés le 1er décembre 2026.",
    BOTH,
  ],
  "limits among removals": [
    "## Deprecations\n\n- December 1, 2026: `acme-a-1`, `acme-b-1` removed\n- September 1, 2026: The rate limits of `acme-c-1` were lowered to 30 requests a minute\n- September 2, 2026: Context of `acme-d-1` grew to 64k",
    BOTH,
  ],
  "a floor in a list": [
    "## Retirements\n\n- `acme-a-1`: retired on 2026-12-01\n- `acme-b-1`: retired on 2026-12-01\n- `acme-c-1`: no retirement before 2026-12-31; nothing is planned",
    BOTH,
  ],
  "a floor in a list, in German": [
    "## Abschaltungen\n\n- `acme-a-1`: abgeschaltet am 01.12.2026\n- `acme-b-1`: abgeschaltet am 01.12.2026\n- `acme-c-1`: keine Abschaltung vor dem 31.12.2026",
    BOTH,
  ],
  // Floors as headings.
  "a floor in German": [
    "## Aktuelle Modelle\n\n| Modell | Mindestens verfügbar bis |\n|---|---|\n| `acme-a-1` | 01.12.2026 |",
    [],
  ],
  "a floor in French": [
    "## Modèles actuels\n\n| Modèle | Disponible au moins jusqu'au |\n|---|---|\n| `acme-a-1` | 01/12/2026 |",
    [],
  ],
  "a floor in Spanish": [
    "## Modelos actuales\n\n| Modelo | Disponible al menos hasta |\n|---|---|\n| `acme-a-1` | 2026-12-01 |",
    [],
  ],
  "a floor in Italian": [
    "## Modelli attuali\n\n| Modello | Disponibile almeno fino al |\n|---|---|\n| `acme-a-1` | 2026-12-01 |",
    [],
  ],
  "a floor in Portuguese": [
    "## Modelos atuais\n\n| Modelo | Disponível pelo menos até |\n|---|---|\n| `acme-a-1` | 2026-12-01 |",
    [],
  ],
  "a floor in Chinese": ["## 在役模型\n\n| 模型 | 至少可用至 |\n|---|---|\n| `acme-a-1` | 2026-12-01 |", []],
  "a floor in Japanese": [
    "## 提供中のモデル\n\n| モデル | 少なくとも提供される日 |\n|---|---|\n| `acme-a-1` | 2026-12-01 |",
    [],
  ],
  "a floor in Korean": ["## 현재 모델\n\n| 모델 | 최소 제공 기한 |\n|---|---|\n| `acme-a-1` | 2026-12-01 |", []],
  "aliases and since when": [
    "# Model lifecycle and deprecations\n\n| Alias | Points to | Since |\n|---|---|---|\n| `acme-a` | `acme-a-2` | Feb 24, 2026 |\n| `acme-b` | `acme-b-2` | Jan 8, 2026 |",
    [],
  ],
  "aliases and when they moved": [
    "# Deprecations\n\n| Alias | Points to | Updated |\n|---|---|---|\n| `acme-a` | `acme-a-2` | Feb 24, 2026 |\n| `acme-b` | `acme-b-2` | Jan 8, 2026 |",
    [],
  ],
  // What takes the place, said behind the end.
  "replaced by, in French": [
    "## Modèles retirés\n\n- **1er décembre 2026** : `acme-a-1`, remplacé par `acme-a-2`",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  "replaced by, in German": [
    "## Abgeschaltete Modelle\n\n- Am 1. Dezember 2026: `acme-a-1`, ersetzt durch `acme-a-2`",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  "replaced by, in Spanish": [
    "## Modelos retirados\n\n- 1 de diciembre de 2026: `acme-a-1`, sustituido por `acme-a-2`",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  "replaced by, in Portuguese": [
    "## Modelos descontinuados\n\n- 1 de dezembro de 2026: `acme-a-1`, substituído por `acme-a-2`",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  "replaced by, in Italian": [
    "## Modelli ritirati\n\n- 1 dicembre 2026: `acme-a-1`, sostituito da `acme-a-2`",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  "a key behind the sentence": [
    "## Abgeschaltete Modelle\n\n- **Acme A 1** (`acme-a-1`): abgeschaltet zum 1. Dezember 2026. Ersatz: `acme-a-2`.",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  "replaced, in Korean": [
    "## 종료된 모델\n\n- 2026년 12월 1일: `acme-a-1` 종료. `acme-a-2`로 대체.",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  "merged, in Japanese": [
    "## 提供終了\n\n### acme-a-1\n\n2026年12月1日で提供を終了し、`acme-a-2` に統合します。",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  // Days over bullets.
  "days over names": [
    "## Models\n\n- **Latest**\n  - `acme-c-1`, since 2026-01-01\n- **Ended**\n  - 2026-12-01\n    - `acme-a-1`\n    - `acme-b-1`",
    BOTH,
  ],
  "days over names of one line": [
    "## Models\n\n- Ended\n  - 2026-12-01\n    - `acme-a-1`, `acme-b-1`\n- Current\n  - `acme-c-1` (2026-01-01)",
    BOTH,
  ],
  "days over names, in German": [
    "## Modelle\n\n- Aktuell\n  - `acme-c-1`, seit 01.01.2026\n- Abgeschaltet\n  - 01.12.2026\n    - `acme-a-1`\n    - `acme-b-1`",
    BOTH,
  ],
  "days over names, in Japanese": [
    "## モデル\n\n- 提供中\n  - `acme-c-1`（2026年1月1日公開）\n- 提供終了\n  - 2026年12月1日\n    - `acme-a-1`\n    - `acme-b-1`",
    BOTH,
  ],
  "days of launches over names": [
    "## Models\n\n- **New**\n  - 2026-09-01\n    - `acme-a-1`\n- **Ended**\n  - 2026-12-01\n    - `acme-b-1`",
    ["acme-b-1 2026-12-01"],
  ],
  "an extended day, in fields": [
    "## Models\n\n- **Deprecated**\n  - `acme-a-1`\n    - deprecated: 2026-01-01\n    - end: 2026-10-01, **extended** to 2026-12-01\n    - successor: `acme-a-2`",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  "two models and their successors in order": [
    "## Models\n\n- **Deprecated**\n  - `acme-a-1` and `acme-b-1`\n    - end: 2026-12-01\n    - successors: `acme-a-2` and `acme-b-2`, in this order",
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-01 acme-b-2"],
  ],
  "no successor": [
    "## Models\n\n- **Deprecated**\n  - `acme-a-1`\n    - end: 2026-12-01\n    - successor: none; frames can be sent to `acme-v-2`\n  - `acme-b-1`\n    - end: 2026-12-01\n    - successor: n/a",
    BOTH,
  ],
  "records and names in one list": [
    "## Models\n\n- **Deprecated**\n  - `acme-a-1`\n    - end: 2026-12-01\n- **Ended**\n  - 2026-12-01\n    - `acme-b-1`\n- **Latest**\n  - `acme-c-1`, since 2026-01-01",
    BOTH,
  ],
  // Hours without service.
  "a window of maintenance": [
    "On December 1, 2026, between 02:00 and 05:00 UTC, `acme-a-1` and `acme-b-1` will be unavailable.",
    [],
  ],
  "a window of maintenance, in German": [
    "Am 1. Dezember 2026 sind die Modelle `acme-a-1` und `acme-b-1` zwischen 02:00 und 05:00 Uhr nicht verfügbar.",
    [],
  ],
  "a window of maintenance, in French": [
    "Le 1er décembre 2026, de 2 h à 5 h, les modèles `acme-a-1` et `acme-b-1` ne seront pas disponibles.",
    [],
  ],
  "a window of maintenance, in Spanish": [
    "El 1 de diciembre de 2026, de 02:00 a 05:00, los modelos `acme-a-1` y `acme-b-1` no estarán disponibles.",
    [],
  ],
  "a window of maintenance, in Japanese": [
    "2026年12月1日 2:00〜5:00、モデル `acme-a-1` と `acme-b-1` は利用できません。",
    [],
  ],
  "a window of maintenance, in Chinese": ["2026年12月1日 02:00 至 05:00，模型 `acme-a-1` 和 `acme-b-1` 将不可用。", []],
  "some hours": ["On December 1, 2026 the models `acme-a-1` and `acme-b-1` will be unavailable for three hours.", []],
  "an end at an hour": [
    "The models `acme-a-1` and `acme-b-1` will be shut down on December 1, 2026 between 09:00 and 17:00 PT.",
    BOTH,
  ],
  // Days over tables, with exceptions.
  "an exception over a table": [
    "## Old voices\n\nThe voices of this table stop on **December 1, 2026**, with one exception: `anna-en`, our most used one, goes on until **March 1, 2027**.\n\n| Voice | Closest match |\n|---|---|\n| `anna-en` | `anna-2-en` |\n| `paul-en` | `paul-2-en` |",
    ["anna-en 2027-03-01 anna-2-en", "paul-en 2026-12-01 paul-2-en"],
  ],
  "one that stays over a table": [
    "## Retirements\n\nWe shut down the following models on December 1, 2026, except for `acme-c-1`, which stays.\n\n| Model | Replacement |\n|---|---|\n| `acme-a-1` | `acme-a-2` |\n| `acme-c-1` | - |",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  "a heading with a name in it": [
    "## Old voices\n\nThe voices of this table stop on **December 1, 2026**.\n\n| Voice | Closest match in Aura-2 |\n|---|---|\n| `anna-en` | `anna-2-en` |\n| `paul-en` | `paul-2-en` |",
    ["anna-en 2026-12-01 anna-2-en", "paul-en 2026-12-01 paul-2-en"],
  ],
  "another heading over what to take": [
    "## Endpoints that leave\n\nThese models reach their end of life on **December 1, 2026**:\n\n| Hosted endpoint | Try this next |\n|---|---|\n| `acme-a-1` | `acme-a-2` |",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
};

for (const [name, [text, expected]] of Object.entries(PAGES)) {
  test(name, async () => {
    assert.deepEqual(await told(text), expected);
  });
}
