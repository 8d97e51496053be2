import assert from "node:assert/strict";
import { test } from "node:test";
import { explainedAs } from "#src/read/page/explained-columns.ts";
import { factsOfText } from "./support.ts";

/** What a page says that the headings of its tables mean. As of 2026-09-20. */
const told = async (text: string, form: "markdown" | "html" = "markdown"): Promise<string[]> =>
  (await factsOfText(text, form))
    .filter((fact) => fact.kind === "model" && fact.scheduled)
    .map((fact) => `${fact.model_id} ${fact.announced ?? "-"} ${fact.shutdown} ${fact.replacements.join()}`.trim())
    .toSorted();

const table = (heads: string, ...body: string[]) =>
  [heads, heads.replace(/[^|]+/g, "---"), ...body].map((row) => `|${row}|`).join("\n");
const BODY = ["`acme-a-1`|1 Jul 2026|1 Dec 2026|`acme-a-2`", "`acme-b-1`|1 Aug 2026|15 Jan 2027|`acme-b-2`"];
const ENDS = ["acme-a-1 2026-07-01 2026-12-01 acme-a-2", "acme-b-1 2026-08-01 2027-01-15 acme-b-2"];

const PAGES: Record<string, [string, string[]]> = {
  "a list of bold terms": [
    `# Models\n\n- **Bell** is the day we e-mailed account owners.\n- **Curtain** is the day from which the endpoint refuses requests.\n- **Next stop** is what we would call instead.\n\n${table("Model|Bell|Curtain|Next stop", ...BODY)}`,
    ENDS,
  ],
  "terms with colons": [
    `# Models\n\n- **Bell:** when we told customers\n- **Curtain:** last day on which the model answers\n\n${table("Model|Bell|Curtain|Use instead", ...BODY)}`,
    ENDS,
  ],
  "quoted terms in a paragraph": [
    `# Models\n\nHow to read this: “Bell” is the date of our notice to customers. “Curtain” is the day on which we switch the model off.\n\n${table("Model|Bell|Curtain|Use instead", ...BODY)}`,
    ENDS,
  ],
  "in German": [
    `# Modelle\n\n- **Glocke**: der Tag, an dem wir die Kunden benachrichtigt haben.\n- **Vorhang**: der Tag, ab dem Anfragen abgelehnt werden.\n\n${table("Modell|Glocke|Vorhang|Ersatz", ...BODY)}`,
    ENDS,
  ],
  "in French": [
    `# Modèles\n\n- **Cloche** : date à laquelle nous avons prévenu les clients.\n- **Rideau** : date à partir de laquelle le modèle n’est plus disponible.\n\n${table("Modèle|Cloche|Rideau|Remplaçant", ...BODY)}`,
    ENDS,
  ],
  "a heading that means the day of release": [
    `# Models\n\n- **Curtain** is the day on which the model first answered.\n\n${table("Model|Curtain", "`acme-a-1`|1 Jul 2026", "`acme-b-1`|1 Aug 2026")}`,
    [],
  ],
  "a promise is a floor": [
    `# Models\n\n- **Curtain** is the earliest day on which we may switch the model off.\n\n${table("Model|Curtain", "`acme-a-1`|1 Dec 2026", "`acme-b-1`|15 Jan 2027")}`,
    [],
  ],
  "what ends for newcomers": [
    `# Models\n\n- **Curtain** is the day from which new customers can't pick the model.\n\n${table("Model|Curtain", "`acme-a-1`|1 Dec 2026", "`acme-b-1`|15 Jan 2027")}`,
    [],
  ],
  "other things of the same headings": [
    `# Models\n\n- **Curtain** is the day from which requests are refused.\n\n${table("Instance type|Curtain|Point workloads at", "`gpu-8x-a1`|1 Dec 2026|`gpu-8x-a2`", "`gpu-1x-a1`|15 Jan 2027|`gpu-1x-a2`")}`,
    [],
  ],
  "rerouted on": [
    `# Models\n\n## Rerouted models\n\n${table("Model|Deprecated|Vendor's own date|Rerouted on|Rerouted to", "`acme-a-1`|1 Jul 2026|20 Dec 2026|1 Dec 2026|`acme-a-2`", "`acme-b-1`|1 Aug 2026|Not published|15 Jan 2027|`acme-b-2`")}`,
    ["acme-a-1 - 2026-12-01 acme-a-2", "acme-b-1 - 2027-01-15 acme-b-2"],
  ],
  "a cut-over date": [
    `# Models\n\n${table("Model|Cut-over date|Replacement", "`acme-a-1`|1 Dec 2026|`acme-a-2`", "`acme-b-1`|15 Jan 2027|`acme-b-2`")}`,
    ["acme-a-1 - 2026-12-01 acme-a-2", "acme-b-1 - 2027-01-15 acme-b-2"],
  ],
  "a date of redirection, in Chinese": [
    `# 模型\n\n${table("模型|切换日期|替代模型", "`acme-a-1`|2026年12月1日|`acme-a-2`", "`acme-b-1`|2027年1月15日|`acme-b-2`")}`,
    ["acme-a-1 - 2026-12-01 acme-a-2", "acme-b-1 - 2027-01-15 acme-b-2"],
  ],
  "rerouted after the end": [
    `# Models\n\n${table("Model|Shutdown|Redirected on|Replacement", "`acme-a-1`|1 Dec 2026|1 Oct 2026|`acme-a-2`")}`,
    ["acme-a-1 - 2026-12-01 acme-a-2"],
  ],
  "new prices with a day of notice": [
    `# Price changes\n\nThe old price stops on the day shown; the model goes on.\n\n${table("Model ID|Notice|Effective|Input / output", "`acme-a-1`|1 Oct 2026|1 Dec 2026|$0.48 / $2.00", "`acme-b-1`|1 Oct 2026|9 Dec 2026|$0.25 / $0.80")}`,
    [],
  ],
  "plain words for notice, end and successor": [
    `# Models\n\n${table("Weights|Live since|Word sent|Last call|Point traffic at", "`acme-a-1`|1 Jan 2025|1 Jul 2026|1 Dec 2026|`acme-a-2`", "`acme-b-1`|1 Jan 2025|1 Aug 2026|15 Jan 2027|`acme-b-2`")}`,
    ENDS,
  ],
};

for (const [name, [text, expected]] of Object.entries(PAGES))
  test(`the page explains its columns: ${name}`, async () => assert.deepEqual(await told(text), expected));

const MEANINGS: [string, string | null][] = [
  ["the day on which the model is switched off", "shutdown"],
  ["the date from which calls fail", "shutdown"],
  ["when the endpoint goes dark", "shutdown"],
  ["the last day on which it can be called", "shutdown"],
  ["the day after which requests return an error", "shutdown"],
  ["le jour où le modèle ne sera plus disponible", "shutdown"],
  ["das Datum, an dem das Modell abgeschaltet wird", "shutdown"],
  ["el día en que el modelo dejará de funcionar", "shutdown"],
  ["模型停止服务的日期", "shutdown"],
  ["the day we announced the shutdown", "announced"],
  ["when we wrote to customers about the end", "announced"],
  ["the day on which the model was launched", "release"],
  ["the earliest day on which it may be removed", "floor"],
  ["we will not retire the model before that day", "floor"],
  ["the day from which new customers can't choose it", "legacy"],
  ["the day its maker closes it, and not the day on which it ends here", null],
  ["the number of tokens that fit", null],
  ["the day on which fine-tuning stops", null],
  ["the price per million tokens", null],
  ["what to call instead", "replacement"],
  ["the model that takes its place", "replacement"],
];

for (const [words, role] of MEANINGS)
  test(`an explanation of a heading: ${words}`, () => assert.equal(explainedAs(words), role));
