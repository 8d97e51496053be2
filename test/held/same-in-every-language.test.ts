import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

type Day = readonly [year: number, month: number, day: number];
type Told = { id: string; d: Day; r: string; dep: Day };

const MODELS: readonly Told[] = [
  { id: "nova-3-large-20240601", d: [2026, 12, 15], r: "nova-4-large", dep: [2026, 6, 10] },
  { id: "nova-embed-v2", d: [2027, 1, 20], r: "nova-embed-v3", dep: [2026, 7, 1] },
  { id: "lyra-chat-7b", d: [2027, 3, 5], r: "lyra-chat-2-8b", dep: [2026, 9, 9] },
];
const iso = ([year, month, day]: Day): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** What a page is made of, in one language. */
type Words = {
  day: (day: Day) => string;
  title: string;
  gone: string;
  soon: string;
  model: string;
  shut: string;
  shut2: string;
  rep: string;
  rep2: string;
  s: (model: Told, day: string) => string;
  s2: (model: Told, day: string) => string;
  s3: (day: string) => string;
  use: (name: string) => string;
  br: (name: string) => string;
  lead: (day: string) => string;
  q: (model: Told) => string;
  steps: readonly [noticed: string, ended: string];
};

const MONTHS = {
  de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
  es: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "),
  pt: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split(" "),
  it: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split(" "),
};
const LANGUAGES: Record<string, Words> = {
  de: {
    day: (d) => `${d[2]}. ${MONTHS.de[d[1] - 1]} ${d[0]}`,
    title: "Abkündigungen von Modellen",
    gone: "Abgeschaltete Modelle",
    soon: "Anstehende Abschaltungen",
    model: "Modell",
    shut: "Abschaltung",
    shut2: "Einstellungsdatum",
    rep: "Ersatz",
    rep2: "Nachfolgemodell",
    s: (m, d) => `\`${m.id}\` wird am ${d} abgeschaltet. Verwenden Sie stattdessen \`${m.r}\`.`,
    s2: (m, d) => `Ab dem ${d} ist \`${m.id}\` nicht mehr verfügbar. Bitte wechseln Sie zu \`${m.r}\`.`,
    s3: (d) => `Dieses Modell wird am ${d} eingestellt.`,
    use: (r) => `Bitte nutzen Sie ${r}.`,
    br: (r) => `(ersetzt durch ${r})`,
    lead: (d) => `Die folgenden Modelle werden am ${d} abgeschaltet:`,
    q: (m) => `Wann wird ${m.id} abgeschaltet?`,
    steps: ["abgekündigt", "abgeschaltet"],
  },
  fr: {
    day: (d) => `${d[2]} ${MONTHS.fr[d[1] - 1]} ${d[0]}`,
    title: "Retraits de modèles",
    gone: "Modèles retirés",
    soon: "Retraits à venir",
    model: "Modèle",
    shut: "Date de retrait",
    shut2: "Fin de vie",
    rep: "Remplacement",
    rep2: "Modèle recommandé",
    s: (m, d) => `\`${m.id}\` sera retiré le ${d}. Utilisez plutôt \`${m.r}\`.`,
    s2: (m, d) => `À partir du ${d}, \`${m.id}\` ne sera plus disponible. Veuillez migrer vers \`${m.r}\`.`,
    s3: (d) => `Ce modèle sera arrêté le ${d}.`,
    use: (r) => `Utilisez ${r}.`,
    br: (r) => `(remplacé par ${r})`,
    lead: (d) => `Les modèles suivants seront retirés le ${d} :`,
    q: (m) => `Quand ${m.id} sera-t-il retiré ?`,
    steps: ["déprécié", "retiré"],
  },
  es: {
    day: (d) => `${d[2]} de ${MONTHS.es[d[1] - 1]} de ${d[0]}`,
    title: "Retirada de modelos",
    gone: "Modelos retirados",
    soon: "Próximas retiradas",
    model: "Modelo",
    shut: "Fecha de retirada",
    shut2: "Fin de vida",
    rep: "Reemplazo",
    rep2: "Modelo recomendado",
    s: (m, d) => `\`${m.id}\` se retirará el ${d}. Utilice \`${m.r}\` en su lugar.`,
    s2: (m, d) => `A partir del ${d}, \`${m.id}\` dejará de estar disponible. Migre a \`${m.r}\`.`,
    s3: (d) => `Este modelo se apagará el ${d}.`,
    use: (r) => `Utilice ${r}.`,
    br: (r) => `(reemplazado por ${r})`,
    lead: (d) => `Los siguientes modelos se retirarán el ${d}:`,
    q: (m) => `¿Cuándo se retirará ${m.id}?`,
    steps: ["obsoleto", "retirado"],
  },
  pt: {
    day: (d) => `${d[2]} de ${MONTHS.pt[d[1] - 1]} de ${d[0]}`,
    title: "Descontinuação de modelos",
    gone: "Modelos desativados",
    soon: "Próximas desativações",
    model: "Modelo",
    shut: "Data de desativação",
    shut2: "Fim da vida útil",
    rep: "Substituto",
    rep2: "Modelo recomendado",
    s: (m, d) => `\`${m.id}\` será desativado em ${d}. Use \`${m.r}\`.`,
    s2: (m, d) => `A partir de ${d}, \`${m.id}\` não estará mais disponível. Migre para \`${m.r}\`.`,
    s3: (d) => `Este modelo será descontinuado em ${d}.`,
    use: (r) => `Use ${r}.`,
    br: (r) => `(substituído por ${r})`,
    lead: (d) => `Os seguintes modelos serão desativados em ${d}:`,
    q: (m) => `Quando ${m.id} será desativado?`,
    steps: ["obsoleto", "desativado"],
  },
  it: {
    day: (d) => `${d[2]} ${MONTHS.it[d[1] - 1]} ${d[0]}`,
    title: "Ritiro dei modelli",
    gone: "Modelli ritirati",
    soon: "Prossimi ritiri",
    model: "Modello",
    shut: "Data di ritiro",
    shut2: "Fine vita",
    rep: "Sostituto",
    rep2: "Modello consigliato",
    s: (m, d) => `\`${m.id}\` verrà ritirato il ${d}. Utilizzare \`${m.r}\`.`,
    s2: (m, d) => `Dal ${d} \`${m.id}\` non sarà più disponibile. Passare a \`${m.r}\`.`,
    s3: (d) => `Questo modello verrà dismesso il ${d}.`,
    use: (r) => `Utilizzare ${r}.`,
    br: (r) => `(sostituito da ${r})`,
    lead: (d) => `I seguenti modelli verranno ritirati il ${d}:`,
    q: (m) => `Quando verrà ritirato ${m.id}?`,
    steps: ["deprecato", "ritirato"],
  },
  zh: {
    day: (d) => `${d[0]}年${d[1]}月${d[2]}日`,
    title: "模型下线公告",
    gone: "已下线模型",
    soon: "即将下线的模型",
    model: "模型",
    shut: "下线时间",
    shut2: "停止服务日期",
    rep: "替代模型",
    rep2: "推荐模型",
    s: (m, d) => `\`${m.id}\` 将于${d}下线，请改用 \`${m.r}\`。`,
    s2: (m, d) => `自${d}起，\`${m.id}\` 将无法调用。建议迁移至 \`${m.r}\`。`,
    s3: (d) => `该模型将于${d}停止服务。`,
    use: (r) => `请使用 ${r}。`,
    br: (r) => `（替换为 ${r}）`,
    lead: (d) => `以下模型将于${d}下线：`,
    q: (m) => `${m.id} 什么时候下线？`,
    steps: ["弃用", "下线"],
  },
  ja: {
    day: (d) => `${d[0]}年${d[1]}月${d[2]}日`,
    title: "モデルの提供終了",
    gone: "提供終了モデル",
    soon: "提供終了予定のモデル",
    model: "モデル",
    shut: "提供終了日",
    shut2: "廃止日",
    rep: "移行先",
    rep2: "推奨モデル",
    s: (m, d) => `\`${m.id}\` は${d}に提供を終了します。\`${m.r}\` をご利用ください。`,
    s2: (m, d) => `${d}以降、\`${m.id}\` は利用できなくなります。\`${m.r}\` へ移行してください。`,
    s3: (d) => `このモデルは${d}に廃止されます。`,
    use: (r) => `${r} をご利用ください。`,
    br: (r) => `（後継: ${r}）`,
    lead: (d) => `以下のモデルは${d}に提供を終了します：`,
    q: (m) => `${m.id} はいつ終了しますか？`,
    steps: ["非推奨", "提供終了"],
  },
  ko: {
    day: (d) => `${d[0]}년 ${d[1]}월 ${d[2]}일`,
    title: "모델 서비스 종료",
    gone: "종료된 모델",
    soon: "종료 예정 모델",
    model: "모델",
    shut: "종료일",
    shut2: "서비스 종료일",
    rep: "대체 모델",
    rep2: "권장 모델",
    s: (m, d) => `\`${m.id}\`은(는) ${d}에 종료됩니다. \`${m.r}\`을(를) 사용하세요.`,
    s2: (m, d) => `${d}부터 \`${m.id}\`을(를) 사용할 수 없습니다. \`${m.r}\`(으)로 전환하세요.`,
    s3: (d) => `이 모델은 ${d}에 서비스가 종료됩니다.`,
    use: (r) => `${r} 모델을 사용하세요.`,
    br: (r) => `(대체: ${r})`,
    lead: (d) => `다음 모델은 ${d}에 종료됩니다:`,
    q: (m) => `${m.id}은 언제 종료되나요?`,
    steps: ["지원 중단 발표", "종료"],
  },
};
function layoutsIn(w: Words): Record<string, string> {
  const all = (write: (model: Told, day: string) => string, joint = "\n"): string =>
    MODELS.map((m) => write(m, w.day(m.d))).join(joint);
  const md = (text: string): string => `# ${w.title}\n\n${text}\n`;
  const html = (text: string): string =>
    `<!doctype html><html><body><main><h1>${w.title}</h1>${text}</main></body></html>`;
  const drawn = (head: string[], row: (model: Told, day: string) => string[]): string =>
    `| ${head.join(" | ")} |\n|${head.map(() => " --- |").join("")}\n${all((m, d) => `| ${row(m, d).join(" | ")} |`)}`;
  return {
    table: md(drawn([w.model, w.shut, w.rep], (m, d) => [m.id, d, m.r])),
    table2: md(drawn([w.model, w.shut2, w.rep2], (m) => ["`" + m.id + "`", iso(m.d), "`" + m.r + "`"])),
    "table date first": md(drawn([w.shut, w.model, w.rep2], (m, d) => [d, m.id, m.r])),
    "table status": md(drawn([w.model, "Status"], (m, d) => [m.id, w.s3(d) + " " + w.use(m.r)])),
    "table transposed": md(
      `| ${w.model} | ${all((m) => m.id, " | ")} |\n|---|---|---|---|\n| ${w.shut} | ${all((_, d) => d, " | ")} |\n| ${w.rep} | ${all((m) => m.r, " | ")} |`,
    ),
    "table no head": md(`## ${w.soon}\n\n| | | |\n|---|---|---|\n${all((m, d) => `| ${m.id} | ${d} | ${m.r} |`)}`),
    "table cell succ": md(drawn([w.shut, w.model], (m, d) => [d, `\`${m.id}\` ${w.br("`" + m.r + "`")}`])),
    "bullets s": md(all((m, d) => `- ${w.s(m, d)}`)),
    "bullets s2": md(all((m, d) => `- ${w.s2(m, d)}`)),
    "paras s": md(all((m, d) => w.s(m, d), "\n\n")),
    "paras s2": md(all((m, d) => w.s2(m, d), "\n\n")),
    "bullets colon": md(`## ${w.soon}\n\n` + all((m, d) => `- ${m.id}: ${d} ${w.br(m.r)}`)),
    "bullets arrow": md(`## ${w.soon}\n\n` + all((m, d) => `- \`${m.id}\` → \`${m.r}\` (${d})`)),
    "bullets date": md(`## ${w.soon}\n\n` + all((m, d) => `- ${d}: \`${m.id}\` ${w.br("`" + m.r + "`")}`)),
    nested: md(all((m, d) => `- \`${m.id}\`\n  - ${w.shut}: ${d}\n  - ${w.rep}: \`${m.r}\``)),
    "lead list": md(all((m, d) => `${w.lead(d)}\n\n- \`${m.id}\` ${w.br("`" + m.r + "`")}`, "\n\n")),
    "lead table": md(
      all((m, d) => `${w.lead(d)}\n\n| ${w.model} | ${w.rep} |\n|---|---|\n| ${m.id} | ${m.r} |`, "\n\n"),
    ),
    "heading model": md(all((m, d) => `## ${m.id}\n\n**${w.shut}:** ${d}\n\n**${w.rep}:** ${m.r}`, "\n\n")),
    "heading model s": md(all((m, d) => `## ${m.id}\n\n${w.s3(d)} ${w.use("`" + m.r + "`")}`, "\n\n")),
    "heading paren": md(`## ${w.gone}\n\n` + all((m, d) => `### ${m.id} (${w.shut} ${d})\n\n${w.rep}: ${m.r}`, "\n\n")),
    "heading date": md(all((m, d) => `## ${d}: ${w.shut}\n\n- \`${m.id}\` ${w.br("`" + m.r + "`")}`, "\n\n")),
    steps: md(
      all(
        (m, d) =>
          `### ${m.id}\n\n1. ${w.day(m.dep)}: ${w.steps[0]}\n2. ${d}: ${w.steps[1]}\n\n${w.use("`" + m.r + "`")}`,
        "\n\n",
      ),
    ),
    faq: md(
      all(
        (m, d) =>
          `### ${w.q(m)}\n\n${d}${/[\u4e00-\u9fff\uac00-\ud7a3]/.test(d) ? "。" : "."} ${w.use("`" + m.r + "`")}`,
        "\n\n",
      ),
    ),
    changelog: `# Changelog\n\n${all((m, d) => `## ${w.day(m.dep)}\n\n${w.s(m, d)}`, "\n\n")}\n`,
    update: `${all((m, d) => `<Update label="${w.day(m.dep)}">\n${w.s2(m, d)}\n</Update>`, "\n\n")}\n`,
    note: md(all((m, d) => `> [!WARNING]\n> ${w.s(m, d)}`, "\n\n")),
    "html cards": html(
      `<h2>${w.soon}</h2>${all((m, d) => `<div class="card"><h3>${m.id}</h3><p>${w.shut}</p><p>${d}</p><p>${w.rep}</p><p>${m.r}</p></div>`)}`,
    ),
    "html dl": html(`<dl>${all((m, d) => `<dt>${m.id}</dt><dd>${w.shut}: ${d}</dd><dd>${w.rep}: ${m.r}</dd>`)}</dl>`),
    "html grid": html(
      `<h2>${w.soon}</h2><div><div>${w.model}</div><div>${w.shut}</div><div>${w.rep}</div>${all((m, d) => `<div>${m.id}</div><div>${d}</div><div>${m.r}</div>`)}</div>`,
    ),
    "html kv": html(
      all(
        (m, d) =>
          `<h3>${m.id}</h3><table><tr><th>${w.shut}</th><td>${d}</td></tr><tr><th>${w.rep}</th><td>${m.r}</td></tr></table>`,
      ),
    ),
    "html alert": html(all((m, d) => `<div class="alert">${w.s(m, d).replace(/`([^`]*)`/g, "<code>$1</code>")}</div>`)),
    "text lines": `${w.title}\n\n${w.model}\n${w.shut}\n${w.rep}\n${all((m, d) => `${m.id}\n${d}\n${m.r}`)}\n`,
    "text spaced": `${w.title}\n\n${w.model} ${w.shut} ${w.rep}\n${all((m, d) => `${m.id} ${d} ${m.r}`)}\n`,
    "inline fields": md(all((m, d) => `**${m.id}** | ${w.shut}: ${d} | ${w.rep}: ${m.r}`, "\n\n")),
  };
}

const said = MODELS.map(({ id, d, r }) => `${id} ${iso(d)} ${r}`).toSorted();

for (const [language, words] of Object.entries(LANGUAGES))
  for (const [layout, text] of Object.entries(layoutsIn(words)))
    test(`the same three ends in ${language}: ${layout}`, async () => {
      const form = layout.startsWith("text") ? "text" : text.startsWith("<!doctype") ? "html" : "markdown";
      const facts = await factsOfText(text, form);
      assert.deepEqual(
        facts.map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`).toSorted(),
        said,
      );
    });
