import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** What an entry of a changelog says of the end in the present tense, and what it only promises. */

const INTRO: Record<string, string> = {
  en: "We've launched acme-4, our fastest model so far. ",
  de: "Wir haben acme-4 veröffentlicht, unser bisher schnellstes Modell. ",
  fr: "Nous avons lancé acme-4, notre modèle le plus rapide. ",
  es: "Hemos lanzado acme-4, nuestro modelo más rápido. ",
  pt: "Lançamos o acme-4, nosso modelo mais rápido. ",
  it: "Abbiamo lanciato acme-4, il nostro modello più veloce. ",
  zh: "我们发布了 acme-4,这是目前最快的模型。",
  ja: "acme-4 を公開しました。最も速いモデルです。",
  ko: "acme-4를 출시했습니다. 가장 빠른 모델입니다. ",
};
const DAY: Record<string, string> = {
  en: "February 2, 2027",
  de: "2. Februar 2027",
  fr: "2 février 2027",
  es: "2 de febrero de 2027",
  pt: "2 de fevereiro de 2027",
  it: "2 febbraio 2027",
  zh: "2027年2月2日",
  ja: "2027年2月2日",
  ko: "2027년 2월 2일",
};

/** "Not before §": a floor of a model that was just launched is no end. */
const PROMISES: Record<string, readonly string[]> = {
  en: [
    "Its retirement will not be sooner than §.",
    "Its retirement will be no sooner than §.",
    "Its retirement is not expected before §.",
    "It will be retired no sooner than §.",
    "It will not be retired before §.",
    "Retirement won't happen before §.",
    "The retirement of acme-4 will not come earlier than §.",
    "The earliest possible retirement is §.",
    "No retirement before §.",
    "We will not shut it down before §.",
    "It stays until at least §.",
    "Its retirement will not take place until §.",
    "Its end of life will be § at the earliest.",
    "It is guaranteed until §.",
    "We won't retire it any earlier than §.",
    "acme-4 will not be shut down sooner than §.",
    "A retirement date earlier than § is ruled out.",
    "It will be available through § or longer.",
    "It will be supported for at least a year, until § at minimum.",
    "We commit to serving acme-4 until § or later.",
  ],
  de: [
    "Die Abschaltung erfolgt nicht vor dem §.",
    "Es wird nicht vor dem § abgeschaltet.",
    "Es bleibt mindestens bis § verfügbar.",
    "Die Abschaltung ist frühestens am §.",
    "Eine Abschaltung vor dem § ist ausgeschlossen.",
    "Das Modell wird frühestens am § eingestellt.",
    "Vor dem § wird acme-4 nicht abgeschaltet.",
    "Wir garantieren den Betrieb bis §.",
  ],
  fr: [
    "Son retrait n'aura pas lieu avant le §.",
    "Il ne sera pas retiré avant le §.",
    "Il reste disponible au moins jusqu'au §.",
    "Son arrêt interviendra au plus tôt le §.",
    "Aucun retrait n'est prévu avant le §.",
    "acme-4 ne sera pas arrêté avant le §.",
    "Le retrait ne se fera pas plus tôt que le §.",
    "Nous garantissons sa disponibilité jusqu'au §.",
  ],
  es: [
    "Su retirada no será antes del §.",
    "No se retirará antes del §.",
    "Estará disponible al menos hasta el §.",
    "Su retirada será como muy pronto el §.",
    "No habrá retirada antes del §.",
    "acme-4 no dejará de funcionar antes del §.",
    "Garantizamos su disponibilidad hasta el §.",
    "No está previsto retirarlo antes del §.",
  ],
  pt: [
    "Sua desativação não ocorrerá antes de §.",
    "Não será desativado antes de §.",
    "Ficará disponível pelo menos até §.",
    "A desativação será no mínimo em §.",
    "Não há desativação prevista antes de §.",
    "Garantimos a disponibilidade até §.",
    "acme-4 não será encerrado antes de §.",
  ],
  it: [
    "Il ritiro non avverrà prima del §.",
    "Non sarà ritirato prima del §.",
    "Resterà disponibile almeno fino al §.",
    "Il ritiro avverrà al più presto il §.",
    "Nessun ritiro è previsto prima del §.",
    "Garantiamo la disponibilità fino al §.",
    "acme-4 non verrà dismesso prima del §.",
  ],
  zh: [
    "该模型不会早于§下线。",
    "该模型在§之前不会下线。",
    "该模型最早于§下线。",
    "该模型至少提供至§。",
    "§前不会停用acme-4。",
    "我们保证在§之前继续提供。",
    "下线时间不早于§。",
    "预计不会在§之前退役。",
  ],
  ja: [
    "提供終了は§以降となります。",
    "§ より前に提供を終了することはありません。",
    "少なくとも§まで提供します。",
    "早くとも§までは終了しません。",
    "§までの提供を保証します。",
    "終了日は最短で§です。",
    "§以前の終了は予定していません。",
  ],
  ko: [
    "§ 이전에는 종료되지 않습니다.",
    "최소 §까지 제공됩니다.",
    "빨라도 §에 종료됩니다.",
    "§까지 제공을 보장합니다.",
    "종료는 § 이후가 될 예정입니다.",
    "§ 전에 종료할 계획은 없습니다.",
  ],
};

const ends = async (text: string): Promise<string[]> =>
  (await factsOfText(text)).filter((fact) => fact.scheduled).map((fact) => `${fact.model_id} ${fact.shutdown}`);

for (const [lang, promises] of Object.entries(PROMISES))
  test(`promises in ${lang} are no ends`, async () => {
    for (const promise of promises) {
      const said = promise.replace("§", DAY[lang] ?? "");
      assert.deepEqual(await ends(`# Changelog\n\n## 2026-09-10\n\n${INTRO[lang]}${said}\n`), [], said);
      assert.deepEqual(await ends(`# Changelog\n\n## 2026-09-10 acme-4\n\n${said}\n`), [], said);
    }
  });

const OTHERS: Record<string, readonly string[]> = {
  en: ["We added zeta-9 to the API.", "zeta-8 supports tools.", "The console has a new look."],
  de: [
    "Wir haben zeta-9 in die API aufgenommen.",
    "zeta-8 unterstützt jetzt Werkzeuge.",
    "Die Konsole sieht anders aus.",
  ],
  fr: ["Nous avons ajouté zeta-9 à l'API.", "zeta-8 prend en charge les outils.", "La console a changé."],
  es: ["Hemos añadido zeta-9 a la API.", "zeta-8 admite herramientas.", "La consola tiene un nuevo aspecto."],
  pt: ["Adicionamos o zeta-9 à API.", "O zeta-8 aceita ferramentas.", "O console tem uma nova aparência."],
  it: ["Abbiamo aggiunto zeta-9 all'API.", "zeta-8 supporta gli strumenti.", "La console ha un nuovo aspetto."],
  zh: ["我们在 API 中新增了 zeta-9。", "zeta-8 支持工具调用。", "控制台更新了界面。"],
  ja: ["zeta-9 を API に追加しました。", "zeta-8 がツールに対応しました。", "コンソールを更新しました。"],
  ko: ["API에 zeta-9를 추가했습니다.", "zeta-8이 도구를 지원합니다.", "콘솔이 새로워졌습니다."],
};

/** Ends that are told as done: the day of the entry is theirs, and that of an earlier notice is not. */
const DONE: Record<string, readonly string[]> = {
  en: [
    "acme-4 is no longer available.",
    "As announced on April 24, 2026, acme-4 is no longer available.",
    "As announced on April 24, 2026, acme-4 has been removed.",
    "The names acme-4 and acme-4-mini are no longer accepted.",
    "As announced on 2026-04-24, the names `acme-4` and `acme-4-mini` are no longer accepted.",
    "acme-4 is now retired.",
    "We have removed acme-4, as announced on April 24.",
    "We removed acme-4 from the API.",
    "acme-4 is gone.",
    "acme-4 now returns an error.",
    "Requests to acme-4 now fail.",
    "acme-4 has reached its end of life.",
    "acme-4 has been shut down.",
    "acme-4 was shut down today.",
    "acme-4 can no longer be called.",
    "Today we turned off acme-4.",
  ],
  de: [
    "acme-4 ist nicht mehr verfügbar.",
    "acme-4 wurde abgeschaltet.",
    "Wie am 24. April 2026 angekündigt, wurde acme-4 entfernt.",
  ],
  fr: [
    "acme-4 n'est plus disponible.",
    "acme-4 a été retiré.",
    "Comme annoncé le 24 avril 2026, acme-4 n'est plus disponible.",
  ],
  es: [
    "acme-4 ya no está disponible.",
    "acme-4 fue retirado.",
    "Como anunciamos el 24 de abril de 2026, acme-4 se ha retirado.",
  ],
  pt: ["acme-4 não está mais disponível.", "acme-4 foi desativado."],
  it: ["acme-4 non è più disponibile.", "acme-4 è stato ritirato."],
  zh: ["acme-4 已下线。", "acme-4 现已停止服务。", "按照2026年4月24日的公告,acme-4 已下线。"],
  ja: [
    "acme-4 の提供を終了しました。",
    "acme-4 は利用できなくなりました。",
    "2026年4月24日にお知らせしたとおり、acme-4 の提供を終了しました。",
  ],
  ko: [
    "acme-4 서비스가 종료되었습니다.",
    "acme-4는 더 이상 사용할 수 없습니다.",
    "2026년 4월 24일에 안내한 대로 acme-4가 종료되었습니다.",
  ],
};

for (const [lang, acts] of Object.entries(DONE))
  test(`acts told as done in ${lang} took place on the day of their entry`, async () => {
    const [first, second, third] = OTHERS[lang] ?? [];
    for (const act of acts)
      for (const title of ["", ": Cleanup"]) {
        const page = `# Changelog\n\n## 2026-09-10\n\n${first}\n\n## 2026-07-24${title}\n\n${act}\n\n## 2026-05-02\n\n${second}\n\n## 2026-03-01\n\n${third}\n`;
        const wanted = ["acme-4 2026-07-24", ...(act.includes("acme-4-mini") ? ["acme-4-mini 2026-07-24"] : [])];
        assert.deepEqual(await ends(page), wanted, act);
      }
  });

test("what is supposed is not done", async () => {
  for (const said of [
    "Once acme-4 is no longer available, requests to it will fail.",
    "When acme-4 is gone, calls return 404.",
    "If acme-4 can no longer be called, write to us.",
    "Nous vous préviendrons lorsque acme-4 n'est plus disponible.",
  ])
    assert.deepEqual(
      await ends(`# Changelog\n\n## 2026-09-10\n\nNew console.\n\n## 2026-07-24\n\n${said}\n`),
      [],
      said,
    );
});

/** Words over rows or items which make their days the earliest ones. */
const BELOW = [
  "These active models will not be shut down earlier than shown.",
  "We will not shut these down before the date shown.",
  "None of these will be retired before the date given.",
  "We won't remove these models sooner than the dates below:",
  "No model is retired before the day listed here.",
  "Diese Modelle werden nicht vor dem genannten Datum abgeschaltet.",
  "Ces modèles ne seront pas retirés avant la date indiquée.",
  "Estos modelos no se retirarán antes de la fecha indicada.",
  "Estes modelos não serão desativados antes da data indicada.",
  "Questi modelli non saranno ritirati prima della data indicata.",
  "以下模型不会早于所示日期下线。",
  "これらのモデルは記載の日付より前に終了することはありません。",
  "이 모델들은 표시된 날짜 이전에 종료되지 않습니다.",
];

for (const words of BELOW)
  test(`floors below: ${words}`, async () => {
    for (const [heading, rows] of [
      ["Floors", "- `acme-4`: 2027-06-15\n- `acme-5`: 2027-11-01\n"],
      ["Floors", "| Model | Date |\n|---|---|\n| `acme-4` | 2027-06-15 |\n| `acme-5` | 2027-11-01 |\n"],
      ["Live models", "| Model | Shutdown |\n|---|---|\n| `acme-4` | 2027-06-15 |\n| `acme-5` | 2027-11-01 |\n"],
    ] as const)
      assert.deepEqual(await ends(`# Deprecations\n\n## ${heading}\n\n${words}\n\n${rows}`), [], rows);
  });
