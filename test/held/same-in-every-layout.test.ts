import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** One model as the layouts tell it: its day as a number and in words, and those of its notice. */
type Told = { id: string; name: string; d: string; us: string; r: string; dep: string; depUs: string };

const MODELS: readonly Told[] = [
  {
    id: "nova-3-large-20240601",
    name: "Nova 3 Large",
    d: "2026-12-15",
    us: "December 15, 2026",
    r: "nova-4-large",
    dep: "2026-06-10",
    depUs: "June 10, 2026",
  },
  {
    id: "nova-embed-v2",
    name: "Nova Embed v2",
    d: "2027-01-20",
    us: "January 20, 2027",
    r: "nova-embed-v3",
    dep: "2026-07-01",
    depUs: "July 1, 2026",
  },
  {
    id: "lyra-chat-7b",
    name: "Lyra Chat 7B",
    d: "2027-03-05",
    us: "March 5, 2027",
    r: "lyra-chat-2-8b",
    dep: "2026-09-09",
    depUs: "September 9, 2026",
  },
];

const each = (write: (model: Told) => string, joint = "\n"): string => MODELS.map(write).join(joint);
const md = (text: string): string => `# Model deprecations\n\n${text}\n`;
const html = (text: string): string =>
  `<!doctype html><html><body><main><h1>Model lifecycle</h1>${text}</main></body></html>`;
const drawn = (head: string[], row: (model: Told) => string[]): string =>
  `| ${head.join(" | ")} |\n|${head.map(() => " --- |").join("")}\n${each((m) => `| ${row(m).join(" | ")} |`)}`;

/** The same three ends in every layout that a page may choose; a layout without successors in it is none. */
const LAYOUTS: Record<string, string> = {
  "table id/date/repl": md(drawn(["Model", "Shutdown date", "Replacement"], (m) => [m.id, m.d, m.r])),
  "table ISO code": md(
    drawn(["Model ID", "Retirement", "Use instead"], (m) => ["`" + m.id + "`", m.d, "`" + m.r + "`"]),
  ),
  "table EOL": md(drawn(["Name", "EOL", "Successor"], (m) => [m.id, m.us, m.r])),
  "table removal": md(drawn(["Endpoint model", "Removed on", "Migrate to"], (m) => [m.id, m.us, m.r])),
  "table dates first": md(drawn(["Date", "Model", "Recommended"], (m) => [m.us, m.id, m.r])),
  "table dep + shut": md(
    drawn(["Model", "Deprecated", "Shut down", "Recommended replacement"], (m) => [m.id, m.dep, m.d, m.r]),
  ),
  "table last day": md(drawn(["Model", "Last day of service", "Suggested alternative"], (m) => [m.id, m.us, m.r])),
  "table available until": md(drawn(["Model", "Available until", "Next version"], (m) => [m.id, m.us, m.r])),
  "table status cell": md(drawn(["Model", "Status"], (m) => [m.id, `Deprecated, shuts down ${m.us}. Use ${m.r}.`])),
  "table status cell2": md(drawn(["Model", "Lifecycle"], (m) => [m.id, `Retiring (${m.us}); replaced by ${m.r}`])),
  "table transposed": md(
    `| Model | ${each((m) => m.id, " | ")} |\n|---|---|---|---|\n| Shutdown | ${each((m) => m.us, " | ")} |\n| Replacement | ${each((m) => m.r, " | ")} |`,
  ),
  "html table th rows": html(
    `<table><tr><th>Model</th><th>End of life</th><th>Replacement</th></tr>${each((m) => `<tr><th scope="row">${m.id}</th><td>${m.us}</td><td>${m.r}</td></tr>`)}</table>`,
  ),
  "html caption": html(
    `<table><caption>Models to be retired</caption><tr><th>Model</th><th>When</th><th>Instead</th></tr>${each((m) => `<tr><td>${m.id}</td><td>${m.us}</td><td>${m.r}</td></tr>`)}</table>`,
  ),
  "html dl": html(`<dl>${each((m) => `<dt>${m.id}</dt><dd>Shutdown: ${m.us}</dd><dd>Replacement: ${m.r}</dd>`)}</dl>`),
  "html dl one dd": html(
    `<dl>${each((m) => `<dt><code>${m.id}</code></dt><dd>Retires on ${m.us}. Use <code>${m.r}</code> instead.</dd>`)}</dl>`,
  ),
  "html cards": html(
    `<h2>Retiring soon</h2>${each((m) => `<div class="card"><h3>${m.id}</h3><p>Shutdown date</p><p>${m.us}</p><p>Replacement</p><p>${m.r}</p></div>`)}`,
  ),
  "html cards spans": html(
    `<h2>Deprecated models</h2>${each((m) => `<div class="card"><span class="name">${m.id}</span><span>Retirement date: ${m.us}</span><span>Replacement: ${m.r}</span></div>`)}`,
  ),
  "html cards label strong": html(
    `<h2>Deprecated models</h2>${each((m) => `<section><h3>${m.name}</h3><p><strong>Model ID:</strong> <code>${m.id}</code></p><p><strong>End of life:</strong> ${m.us}</p><p><strong>Successor:</strong> <code>${m.r}</code></p></section>`)}`,
  ),
  "html2 divs": html(
    `<h2>Retiring soon</h2>${each((m) => `<div class="card"><div>${m.id}</div><div>Shutdown date</div><div>${m.us}</div><div>Replacement</div><div>${m.r}</div></div>`)}`,
  ),
  "html2 h3 badge": html(
    `<h2>Models</h2>${each((m) => `<div class="card"><h3>${m.id} <span class="badge">Deprecated</span></h3><div><span>Retires</span><span>${m.us}</span></div><div><span>Successor</span><span>${m.r}</span></div></div>`)}`,
  ),
  "html2 two days": html(
    `<h2>Models</h2>${each((m) => `<div class="card"><h3>${m.id}</h3><dl><dt>Deprecated</dt><dd>${m.depUs}</dd><dt>Retired</dt><dd>${m.us}</dd><dt>Replacement</dt><dd>${m.r}</dd></dl></div>`)}`,
  ),
  "html2 divs two days": html(
    `<h2>Models</h2>${each((m) => `<div class="card"><h3>${m.id}</h3><div>Deprecated</div><div>${m.depUs}</div><div>Retirement</div><div>${m.us}</div><div>Replacement</div><div>${m.r}</div></div>`)}`,
  ),
  "html2 li": html(
    `<h2>Upcoming retirements</h2><ul>${each((m) => `<li><strong>${m.id}</strong><div>Shuts down ${m.us}</div><div>Replaced by ${m.r}</div></li>`)}</ul>`,
  ),
  "html2 a": html(
    `<h2>Upcoming retirements</h2>${each((m) => `<a href="/m/${m.id}"><h3>${m.id}</h3><p>Shutting down on ${m.us}</p><p>Replacement: ${m.r}</p></a>`)}`,
  ),
  "html grid by style": html(
    `<h2>Upcoming retirements</h2><div><div><div>Model</div><div>Retirement date</div><div>Replacement</div></div>${each((m) => `<div><div>${m.id}</div><div>${m.us}</div><div>${m.r}</div></div>`)}</div>`,
  ),
  "html grid by style, spans and code": html(
    `<h2>Upcoming retirements</h2><div><div><span>Model</span><span>Name</span><span>Date</span><span>Use</span></div>${each((m) => `<div><div><code>${m.id}</code></div><div>${m.name}</div><div>${m.us}</div><div><code>${m.r}</code></div></div>`)}</div>`,
  ),
  "html2 alert": html(
    each(
      (m) =>
        `<div class="alert alert-warning"><strong>Deprecation notice:</strong> ${m.id} will be discontinued on ${m.us}. Please use ${m.r}.</div>`,
    ),
  ),
  "html2 kv tables": html(
    each(
      (m) =>
        `<h3>${m.id}</h3><table><tr><th>Shutdown</th><td>${m.us}</td></tr><tr><th>Replacement</th><td>${m.r}</td></tr></table>`,
    ),
  ),
  "html2 kv tables id": html(
    each(
      (m) =>
        `<h3>${m.name}</h3><table><tr><td>Model ID</td><td><code>${m.id}</code></td></tr><tr><td>Release date</td><td>June 1, 2024</td></tr><tr><td>EOL date</td><td>${m.us}</td></tr><tr><td>Successor</td><td>${m.r}</td></tr></table>`,
    ),
  ),
  "md kv tables": md(
    each((m) => `### ${m.id}\n\n| | |\n|---|---|\n| Shutdown date | ${m.us} |\n| Replacement | ${m.r} |`, "\n\n"),
  ),
  "md kv tables 2": md(
    each(
      (m) =>
        `### ${m.id}\n\n| Property | Value |\n|---|---|\n| Status | Deprecated |\n| Shutdown date | ${m.us} |\n| Replacement | ${m.r} |`,
      "\n\n",
    ),
  ),
  "md table ret header": md(drawn(["Retirement date", "Models"], (m) => [m.us, "`" + m.id + "` (use `" + m.r + "`)"])),
  "md table from to": md(drawn(["From", "To", "Shutdown"], (m) => [m.id, m.r, m.us])),
  "md table old new": md(drawn(["Old model", "New model", "Cut-off"], (m) => [m.id, m.r, m.us])),
  "md table retiring repl by": md(drawn(["Retiring model", "Replaced by", "On"], (m) => [m.id, m.r, m.us])),
  "md table no head": md(`## Shutdowns\n\n| | | |\n|---|---|---|\n${each((m) => `| ${m.id} | ${m.us} | ${m.r} |`)}`),
  "md table ym": md(
    drawn(["Model", "Deprecation notice", "End of support", "Recommended alternative"], (m) => [
      m.id,
      m.dep.replaceAll("-", "/"),
      m.d.replaceAll("-", "/"),
      m.r,
    ]),
  ),
  "md table dmy": md(drawn(["Model", "Sunset", "Alternative"], (m) => [m.id, m.d.split("-").reverse().join("."), m.r])),
  "md table ord": md(
    drawn(["Model", "Turned off", "Alternative"], (m) => [m.id, m.us.replace(/ (\d+),/, " $1th,"), m.r]),
  ),
  "md bullets sub sentence": md(
    "## Shutdowns\n\n" +
      each((m) => `- **${m.name}** (\`${m.id}\`): will no longer be available after ${m.us}. We recommend \`${m.r}\`.`),
  ),
  "md para many": md(
    each(
      (m) =>
        `**${m.depUs}** — We are announcing the retirement of \`${m.id}\`. The model will be removed from the API on ${m.us}; use \`${m.r}\` in its place.`,
      "\n\n",
    ),
  ),
  "md quote": md(each((m) => `> **Deprecated:** \`${m.id}\` (EOL ${m.us}). Use \`${m.r}\`.`, "\n\n")),
  "md steps": md(
    "## Timeline\n\n" +
      each(
        (m) =>
          `### ${m.name}\n\nModel ID: \`${m.id}\`\n\n1. ${m.depUs}: deprecated\n2. ${m.us}: shut down\n\nUse \`${m.r}\`.`,
        "\n\n",
      ),
  ),
  "html div grid": html(
    `<h2>Upcoming retirements</h2><div role="table"><div role="row"><div role="columnheader">Model</div><div role="columnheader">Retirement date</div><div role="columnheader">Replacement</div></div>${each((m) => `<div role="row"><div role="cell">${m.id}</div><div role="cell">${m.us}</div><div role="cell">${m.r}</div></div>`)}</div>`,
  ),
  "html time el": html(
    `<h2>Upcoming shutdowns</h2><ul>${each((m) => `<li><time datetime="${m.d}">${m.us}</time> <code>${m.id}</code> (replacement: <code>${m.r}</code>)</li>`)}</ul>`,
  ),
  "html details": html(
    `<h2>Deprecations</h2>${each((m) => `<details><summary>${m.id}</summary><ul><li>Shutdown: ${m.us}</li><li>Replacement: ${m.r}</li></ul></details>`)}`,
  ),
  "bullets sentence": md(each((m) => `- \`${m.id}\` will be shut down on ${m.us}. Use \`${m.r}\` instead.`)),
  "bullets dash": md("## Upcoming shutdowns\n\n" + each((m) => `- \`${m.id}\` — ${m.us} — use \`${m.r}\``)),
  "bullets colon": md("## Upcoming shutdowns\n\n" + each((m) => `- ${m.id}: ${m.us} (replacement: ${m.r})`)),
  "bullets arrow": md("## Shutting down\n\n" + each((m) => `- \`${m.id}\` → \`${m.r}\` (${m.us})`)),
  "bullets date first": md("## Shutdown schedule\n\n" + each((m) => `- ${m.us}: \`${m.id}\`, replaced by \`${m.r}\``)),
  "bullets bold date": md("## Retirement timeline\n\n" + each((m) => `- **${m.us}** – ${m.id} (successor: ${m.r})`)),
  "bullets nested": md(each((m) => `- \`${m.id}\`\n  - Shutdown date: ${m.us}\n  - Replacement: \`${m.r}\``)),
  "bullets nested by date": md(
    "## Scheduled shutdowns\n\n" + each((m) => `- ${m.us}\n  - \`${m.id}\` (use \`${m.r}\`)`),
  ),
  checklist: md("## To be removed\n\n" + each((m) => `- [ ] \`${m.id}\` on ${m.us}, move to \`${m.r}\``)),
  "headings by date": md(
    each((m) => `## ${m.us}\n\nThe following models are shut down:\n\n- \`${m.id}\` (replacement: \`${m.r}\`)`, "\n\n"),
  ),
  "headings by model": md(each((m) => `## ${m.id}\n\n**Shutdown:** ${m.us}\n\n**Replacement:** ${m.r}`, "\n\n")),
  "headings by model para": md(
    each((m) => `## ${m.id}\n\nThis model will be retired on ${m.us}. We recommend ${m.r}.`, "\n\n"),
  ),
  "heading says": md(each((m) => `## ${m.id} retires on ${m.us}\n\nMigrate to \`${m.r}\`.`, "\n\n")),
  "heading by paren": md(
    "## Deprecated models\n\n" + each((m) => `### ${m.id} (shutdown ${m.us})\n\nReplacement: ${m.r}`, "\n\n"),
  ),
  "changelog update": `---\ntitle: Changelog\n---\n\n${each((m) => `<Update label="${m.depUs}">\n## Deprecation of ${m.id}\n\n\`${m.id}\` is deprecated and will be shut down on ${m.us}. Use \`${m.r}\` instead.\n</Update>`, "\n\n")}\n`,
  "changelog keepachangelog": `# Changelog\n\n${each((m) => `## ${m.dep}\n\n### Deprecated\n\n- \`${m.id}\` (removal on ${m.us}); use \`${m.r}\``, "\n\n")}\n`,
  "changelog h2": `# Release notes\n\n${each((m) => `## ${m.depUs}\n\n- We deprecated **${m.name}** (\`${m.id}\`). It will be turned off on ${m.us}. Please migrate to \`${m.r}\`.`, "\n\n")}\n`,
  "note blocks": md(
    each((m) => `> [!WARNING]\n> \`${m.id}\` is scheduled for retirement on ${m.us}. Switch to \`${m.r}\`.`, "\n\n"),
  ),
  "mintlify warning": md(
    each((m) => `<Warning>\n  \`${m.id}\` reaches end of life on ${m.us}. Use \`${m.r}\`.\n</Warning>`, "\n\n"),
  ),
  docusaurus: md(
    each((m) => `:::caution\n\`${m.id}\` stops working on ${m.us}. Replacement: \`${m.r}\`.\n:::`, "\n\n"),
  ),
  faq: md(each((m) => `### When will ${m.id} be shut down?\n\n${m.us}. You can use ${m.r} instead.`, "\n\n")),
  accordion: md(
    each(
      (m) => `<Accordion title="${m.id}">\n\nRetirement date: ${m.us}\n\nReplacement: \`${m.r}\`\n\n</Accordion>`,
      "\n\n",
    ),
  ),
  "table group rows": html(
    `<table><tr><th>Model</th><th>Replacement</th></tr>${each((m) => `<tr><td colspan="2">Shutdown: ${m.us}</td></tr><tr><td>${m.id}</td><td>${m.r}</td></tr>`)}</table>`,
  ),
  "table rowspan": html(
    `<table><tr><th>Family</th><th>Model</th><th>Shutdown</th><th>Replacement</th></tr>${MODELS.map(
      (m, row) =>
        `<tr>${["<td rowspan=2>Nova</td>", "", "<td>Lyra</td>"][row]}<td>${m.id}</td><td>${m.us}</td><td>${m.r}</td></tr>`,
    ).join("")}</table>`,
  ),
  "table month heading": md(
    each((m) => `## ${m.us}: shutdown\n\n| Model | Replacement |\n|---|---|\n| ${m.id} | ${m.r} |`, "\n\n"),
  ),
  "table in lead": md(
    each(
      (m) =>
        `The following model will be discontinued on ${m.us}:\n\n| Model | Replacement |\n|---|---|\n| ${m.id} | ${m.r} |`,
      "\n\n",
    ),
  ),
  "tsv lines": md("## Shutdowns\n\nModel\tShutdown date\tReplacement\n" + each((m) => `${m.id}\t${m.us}\t${m.r}`)),
  "lines label": md(
    "## Deprecations\n\n" + each((m) => `Model: ${m.id}\nShutdown date: ${m.us}\nReplacement: ${m.r}`, "\n\n"),
  ),
  "bold label inline": md(
    "## Deprecations\n\n" + each((m) => `**${m.id}** | Shutdown: ${m.us} | Replacement: ${m.r}`, "\n\n"),
  ),
  ordered: md(
    "## Models being retired\n\n" +
      MODELS.map((m, i) => `${i + 1}. \`${m.id}\` (${m.us}), replaced with \`${m.r}\``).join("\n"),
  ),
  tabs: md(
    `<Tabs>\n<Tab title="Chat">\n\n${drawn(["Model", "Shutdown", "Replacement"], (m) => [m.id, m.us, m.r])}\n\n</Tab>\n</Tabs>`,
  ),
  "details md": md(
    `<details>\n<summary>Retired models</summary>\n\n${drawn(["Model", "Retired on", "Replacement"], (m) => [m.id, m.us, m.r])}\n\n</details>`,
  ),
};

const said = MODELS.map(({ id, d, r }) => `${id} ${d} ${r}`).toSorted();

for (const [layout, text] of Object.entries(LAYOUTS)) {
  test(`the same three ends: ${layout}`, async () => {
    const facts = await factsOfText(text, text.startsWith("<!doctype") ? "html" : "markdown");
    const told = facts.map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`);
    assert.deepEqual(told.toSorted(), said);
  });
}

/** What the day of an end and a successor are called over their columns, in the languages of the project. */
const HEADINGS: readonly (readonly [end: string, instead: string])[] = [
  ["EoL date", "Next model"],
  ["Takedown", "Migration target"],
  ["Model shutdown", "Superseded by"],
  ["Phase-out", "Use instead"],
  ["Laufzeitende", "Stattdessen"],
  ["Ende der Verfügbarkeit", "Nachfolger"],
  ["Date de suppression", "Migrer vers"],
  ["Mise hors service", "Remplaçant"],
  ["Fecha de eliminación", "Sucesor"],
  ["Último día", "Migrar a"],
  ["Fim do suporte", "Substituído por"],
  ["Data de remoção", "Migrar para"],
  ["Fine supporto", "Migrare a"],
  ["Data di eliminazione", "Sostituito da"],
  ["服务截止日期", "升级至"],
  ["到期时间", "后继模型"],
  ["提供期限", "置き換え"],
  ["利用可能期限", "移行先"],
  ["이용 가능 기한", "대안"],
  ["폐지일", "이전 대상"],
];

for (const [end, instead] of HEADINGS) {
  test(`a day under "${end}", a successor under "${instead}"`, async () => {
    const facts = await factsOfText(
      `# Nova\n\n${drawn(["Model", end, instead], (m) => [`\`${m.id}\``, m.d, `\`${m.r}\``])}`,
    );
    const told = facts.map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`);
    assert.deepEqual(told.toSorted(), said);
  });
}
