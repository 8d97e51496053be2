import assert from "node:assert/strict";
import { test } from "node:test";
import { endsInProse, readAcme } from "./support.ts";

const DAY = "2026-06-22";
const read = (text: string) => readAcme(text, DAY);
const told = (text: string) => endsInProse(text, DAY);

/** What ends, in words that must mean the same whatever stands behind them. */
const ENDINGS =
  "retires|is retired|goes away|goes dark|goes offline|shuts down|is switched off|will be removed|stops working|is discontinued|reaches end of life|becomes unavailable|expires|ends|disappears|is withdrawn|is unplugged|can no longer be called".split(
    "|",
  );
const BEHIND: Record<string, (ending: string) => string> = {
  "a full stop": (ending) => `On August 5, acme-3 ${ending}. Use acme-5.`,
  "a semicolon": (ending) => `On August 5, acme-3 ${ending}; use acme-5.`,
  "a colon": (ending) => `On August 5, acme-3 ${ending}: use acme-5.`,
  brackets: (ending) => `On August 5, acme-3 ${ending} (use acme-5).`,
  "an exclamation mark": (ending) => `On August 5, acme-3 ${ending}! Use acme-5.`,
  "a comma": (ending) => `On August 5, acme-3 ${ending}, so use acme-5.`,
  "a dash": (ending) => `On August 5, acme-3 ${ending} — use acme-5.`,
  "the day": (ending) => `acme-3 ${ending} on August 5. Use acme-5.`,
  and: (ending) => `On August 5, acme-3 ${ending} and acme-5 takes its place.`,
  "a quotation mark": (ending) => `On August 5, "acme-3 ${ending}", the mail says. Use acme-5.`,
};
for (const [mark, sentence] of Object.entries(BEHIND))
  test(`an end before ${mark}`, () => {
    for (const ending of ENDINGS)
      assert.deepEqual(told(sentence(ending)), ["acme-3 2026-08-05 acme-5"], sentence(ending));
  });

/** In other languages, before each of these marks: the day, the end, and what to use. */
const ELSEWHERE: readonly (readonly [day: string, endings: string, use: string])[] = [
  [
    "Am 5. August ",
    "wird acme-3 abgeschaltet|wird acme-3 deaktiviert|verschwindet acme-3|endet acme-3",
    "nutzen Sie acme-5",
  ],
  [
    "Le 5 août, ",
    "acme-3 sera arrêté|acme-3 s'arrête|acme-3 ferme|nous arrêtons acme-3|acme-3 n'existera plus",
    "utilisez acme-5",
  ],
  ["El 5 de agosto, ", "acme-3 será retirado|acme-3 termina|acme-3 desaparece|apagamos acme-3", "usa acme-5"],
  ["Em 5 de agosto, ", "acme-3 será desligado|acme-3 termina|acme-3 sai do ar|desligamos o acme-3", "use acme-5"],
  ["Il 5 agosto, ", "acme-3 sarà ritirato|acme-3 termina|acme-3 smette di funzionare|ritiriamo acme-3", "usate acme-5"],
];
for (const [day, endings, use] of ELSEWHERE)
  test(`an end before any mark: ${day}…`, () => {
    for (const ending of endings.split("|"))
      for (const mark of [". ", "; ", ": ", "! ", " — "]) {
        const text = `${day}${ending}${mark}${use}.`;
        assert.deepEqual(told(text), ["acme-3 2026-08-05 acme-5"], text);
      }
  });
const EASTERN: readonly (readonly [day: string, endings: string, use: string])[] = [
  ["8月5日，", "acme-3将下线|acme-3不再可用|acme-3停服|acme-3将无法调用", "请改用acme-5"],
  ["8月5日に、", "acme-3は提供を終了します|acme-3は使えなくなります|acme-3は廃止されます", "acme-5をご利用ください"],
];
for (const [day, endings, use] of EASTERN)
  test(`an end before any mark: ${day}…`, () => {
    for (const ending of endings.split("|"))
      for (const mark of ["。", "；", "，", "！", "——"]) {
        const text = `${day}${ending}${mark}${use}。`;
        assert.deepEqual(told(text), ["acme-3 2026-08-05 acme-5"], text);
      }
  });

/** The day that an end was moved from, and the one it was moved to. As of 2026-06-22. */
const MOVED = [
  "acme-3 was going to be retired next Wednesday, July 1. The retirement now takes place on August 5, 2026.",
  "acme-3 was going to be retired on July 1. Several customers needed time, so the retirement now takes place on August 5.",
  "acme-3 was going to be retired on July 1. The shutdown now happens on August 5.",
  "acme-3 should have been retired on July 1, 2026. Instead it retires on August 5, 2026.",
  "acme-3 should have been retired on July 1. It retires on August 5.",
  "Originally, acme-3 was going to be retired on July 1. Now the retirement takes place on August 5.",
];
for (const text of MOVED)
  test(`a day that was moved: ${text}`, () => assert.deepEqual(told(text), ["acme-3 2026-08-05"]));

/** The last answer is an end too. */
const LAST_TIME = [
  "acme-3 antwortet am 5. August zum letzten Mal.",
  "acme-3 répond pour la dernière fois le 5 août.",
  "acme-3 responde por última vez el 5 de agosto.",
  "acme-3 responde pela última vez em 5 de agosto.",
  "acme-3 risponde per l'ultima volta il 5 agosto.",
  "Nous fermerons acme-3 le 5 août.",
];
for (const text of LAST_TIME) test(text, () => assert.deepEqual(told(text), ["acme-3 2026-08-05"]));

const TAKEN_BACK = [
  "The retirement of acme-3 on August 5 was withdrawn.",
  "The plan to retire acme-3 on August 5 has been scrapped.",
  "We announced that acme-3 would be shut down on August 5. That notice has been withdrawn.",
  "We announced that acme-3 would be shut down on August 5. This has now been withdrawn.",
];
for (const text of TAKEN_BACK)
  test(`an end is withdrawn: ${text}`, () => {
    const { facts, withdraws } = read(text);
    assert.deepEqual([facts.length, withdraws.map((fact) => fact.model_id)], [0, ["acme-3"]]);
  });

for (const text of ["acme-3 is withdrawn on August 5.", "On August 5, acme-3 is withdrawn from the API."])
  test(`a model is withdrawn: ${text}`, () => {
    const { facts, withdraws } = read(text);
    assert.deepEqual([facts.map((fact) => fact.shutdown), withdraws.length], [["2026-08-05"], 0]);
  });

/** What does not end, or is no model, or is only said. */
const SILENT = [
  "On August 5, acme-3 will not be retired.",
  "acme-3 is not going to be retired on August 5.",
  "acme-3 doesn't retire on August 5.",
  "acme-3 does not go away on August 5.",
  "acme-3 isn't being removed on August 5.",
  "acme-3 won't stop working on August 5.",
  "acme-3 will keep working after August 5.",
  "Reports that acme-3 retires on August 5 are wrong.",
  "Contrary to rumours, acme-3 does not shut down on August 5.",
  "Nothing happens to acme-3 on August 5.",
  "The acme-3 playground retires on August 5.",
  "The acme-3 documentation page is removed on August 5.",
  "The introductory price of acme-3 ends on August 5.",
  "Support for images in acme-3 ends on August 5.",
  "The beta header for acme-3 stops working on August 5.",
  "Fine-tuning of acme-3 ends on August 5.",
  "Fine-tuning on acme-3 will be shut down on August 5.",
  "The waitlist for acme-3 closes on August 5.",
  "Registration for the acme-3 webinar closes on August 5.",
  "The acme-3 discount expires on August 5.",
  "Your acme-3 free credits expire on August 5.",
  "The streaming endpoint of acme-3 shuts down on August 5.",
  "The default model changes from acme-3 to acme-5 on August 5.",
  "acme-3 will no longer be the default on August 5.",
  "acme-3 will be offline for maintenance on August 5.",
  "acme-3 will be down for two hours on August 5.",
  "acme-3 was unavailable on June 20 because of an outage.",
  "acme-3 stopped responding on June 20; the incident is resolved.",
  "The bug that made acme-3 stop responding was fixed on June 20.",
  "We removed the rate limit of acme-3 on June 20.",
  "acme-3's old price goes away on August 5.",
  "The v1 API for acme-3 is retired on August 5; use v2.",
  "The n parameter is removed from acme-3 on August 5.",
  "Logprobs will be removed from acme-3 on August 5.",
  "acme-3 loses image input on August 5.",
  "On August 5, the region eu-west-1 stops serving acme-3.",
  "acme-3 will be removed from the free tier on August 5.",
  "acme-3 leaves beta on August 5.",
  "acme-3 exits preview on August 5.",
  "The acme-3 launch is delayed to August 5.",
  "acme-3 retires the old sampler on August 5.",
  "acme-3 replaces acme-2 on August 5.",
  "If acme-3 were retired on August 5, we would tell you.",
  "When acme-3 was released on August 5, 2025, nobody expected this.",
  "Is acme-3 going away on August 5?",
  "Will acme-3 be retired on August 5? No.",
  "The contract for acme-3 hosting in Canada ends on August 5.",
  "Caching for acme-3 will be turned off on August 5.",
  "The survey about acme-3 ends on August 5.",
  "acme-3 wird am 5. August nicht abgeschaltet.",
  "Berichte, dass acme-3 am 5. August abgeschaltet wird, sind falsch.",
  "Der Einführungspreis von acme-3 endet am 5. August.",
  "Die Dokumentationsseite zu acme-3 wird am 5. August entfernt.",
  "Das Fine-Tuning von acme-3 endet am 5. August.",
  "acme-3 war am 20. Juni wegen einer Störung nicht erreichbar.",
  "acme-3 funktioniert auch nach dem 5. August.",
  "Die Anmeldung für das Webinar zu acme-3 endet am 5. August.",
  "acme-3 ne sera pas retiré le 5 août.",
  "Les rumeurs selon lesquelles acme-3 serait retiré le 5 août sont fausses.",
  "Le prix de lancement d'acme-3 prend fin le 5 août.",
  "La page de documentation d'acme-3 sera supprimée le 5 août.",
  "Le fine-tuning d'acme-3 prend fin le 5 août.",
  "Le paramètre top_k sera retiré d'acme-3 le 5 août.",
  "acme-3 était indisponible le 20 juin à cause d'une panne.",
  "Les inscriptions au webinaire sur acme-3 ferment le 5 août.",
  "acme-3 no será retirado el 5 de agosto.",
  "Los rumores de que acme-3 será retirado el 5 de agosto son falsos.",
  "El precio promocional de acme-3 termina el 5 de agosto.",
  "La página de documentación de acme-3 será eliminada el 5 de agosto.",
  "El ajuste fino de acme-3 termina el 5 de agosto.",
  "El parámetro top_k se eliminará de acme-3 el 5 de agosto.",
  "acme-3 no estuvo disponible el 20 de junio por una caída.",
  "acme-3 não será descontinuado em 5 de agosto.",
  "Os rumores de que acme-3 será desligado em 5 de agosto são falsos.",
  "O preço promocional do acme-3 termina em 5 de agosto.",
  "A página de documentação do acme-3 será removida em 5 de agosto.",
  "O ajuste fino do acme-3 termina em 5 de agosto.",
  "O parâmetro top_k será removido do acme-3 em 5 de agosto.",
  "O acme-3 ficou indisponível em 20 de junho por causa de uma falha.",
  "acme-3 non sarà ritirato il 5 agosto.",
  "Le voci secondo cui acme-3 sarà ritirato il 5 agosto sono false.",
  "Il prezzo promozionale di acme-3 termina il 5 agosto.",
  "La pagina di documentazione di acme-3 sarà rimossa il 5 agosto.",
  "Il fine-tuning di acme-3 termina il 5 agosto.",
  "Il parametro top_k sarà rimosso da acme-3 il 5 agosto.",
  "acme-3 non era disponibile il 20 giugno per un guasto.",
  "acme-3不会在8月5日下线。",
  "关于acme-3将于8月5日下线的传闻不实。",
  "acme-3的优惠价格将于8月5日结束。",
  "acme-3的文档页面将于8月5日下线。",
  "acme-3的微调服务将于8月5日停止。",
  "acme-3的top_k参数将于8月5日移除。",
  "6月20日acme-3因故障无法访问，现已恢复。",
  "acme-3的直播课报名将于8月5日截止。",
  "acme-3は8月5日に終了しません。",
  "acme-3が8月5日に終了するという噂は誤りです。",
  "acme-3の割引価格は8月5日に終了します。",
  "acme-3のドキュメントページは8月5日に削除されます。",
  "acme-3のファインチューニングは8月5日に終了します。",
  "acme-3のtop_kパラメータは8月5日に廃止されます。",
  "6月20日、acme-3は障害のため利用できませんでした。",
  "acme-3のウェビナーの申し込みは8月5日に終了します。",
  "acme-3는 8월 5일에 종료되지 않습니다.",
  "acme-3가 8월 5일에 종료된다는 소문은 사실이 아닙니다.",
  "acme-3의 할인 가격은 8월 5일에 종료됩니다.",
  "acme-3의 문서 페이지는 8월 5일에 삭제됩니다.",
  "acme-3의 파인튜닝은 8월 5일에 종료됩니다.",
  "acme-3의 top_k 매개변수는 8월 5일에 제거됩니다.",
  "6월 20일 acme-3는 장애로 사용할 수 없었습니다.",
  "acme-3 웨비나 신청은 8월 5일에 종료됩니다.",
];
test("what does not end the model is not told", () => {
  assert.deepEqual(
    SILENT.filter((text) => told(text).length > 0),
    [],
  );
});

/** Words beside an end that take nothing of it back. */
const STILL = [
  "acme-3 is retired on August 5; acme-5 stays.",
  "acme-3 retires on August 5, while acme-3-mini is not affected.",
  "acme-3 retires on August 5. acme-3-mini will not be retired.",
  "acme-3 retires on August 5. There is no extension.",
  "acme-3 retires on August 5. The date will not be moved.",
  "acme-3 retires on August 5 and will not come back.",
  "acme-3 retires on August 5. This decision will not be reversed.",
  "acme-3 retires on August 5. We will not postpone this.",
  "acme-3 retires on August 5; its weights remain available.",
  "acme-3 retires on August 5. It stays available on Bedrock.",
  "acme-3 retires on August 5. Until then nothing changes.",
  "acme-3 retires on August 5. Your keys keep working.",
  "acme-3 retires on August 5. Existing fine-tunes are not affected.",
  "acme-3 retires on August 5. ChatGPT users are not affected.",
  "acme-3 retires on August 5. You do not need to do anything if you use acme-5.",
  "acme-3 retires on August 5. The offer was withdrawn.",
  "acme-3 retires on August 5. We cancelled the launch party.",
  "acme-3 retires on August 5. Reports of an outage are wrong.",
  "acme-3 wird am 5. August abgeschaltet. acme-5 bleibt.",
  "acme-3 wird am 5. August abgeschaltet. Eine Verlängerung gibt es nicht.",
  "acme-3 wird am 5. August abgeschaltet. acme-3-mini ist nicht betroffen.",
  "acme-3 sera retiré le 5 août. acme-5 reste disponible.",
  "acme-3 sera retiré le 5 août. Cette date ne sera pas repoussée.",
  "acme-3 será retirado el 5 de agosto. acme-5 no se ve afectado.",
  "acme-3 será retirado el 5 de agosto. La fecha no se moverá.",
  "acme-3 será desligado em 5 de agosto. A data não será adiada.",
  "acme-3 sarà ritirato il 5 agosto. La data non sarà spostata.",
  "acme-3将于8月5日下线。acme-5不受影响。",
  "acme-3将于8月5日下线。不会延期。",
  "acme-3は8月5日に終了します。acme-5は影響を受けません。",
  "acme-3は8月5日に終了します。延期はありません。",
  "acme-3는 8월 5일에 종료됩니다. acme-5는 영향을 받지 않습니다.",
  "acme-3는 8월 5일에 종료됩니다. 연기는 없습니다.",
  "acme-3 retires on August 5. acme-4 will not be retired.",
  "acme-3 retires on August 5. The retirement of acme-4 was cancelled.",
];
test("an end stands beside what goes on, and beside what is taken back of others", () => {
  const lost = STILL.filter((text) => {
    const { facts, withdraws } = read(text);
    return (
      facts.map((fact) => `${fact.model_id} ${fact.shutdown}`).join() !== "acme-3 2026-08-05" ||
      withdraws.some((fact) => fact.model_id === "acme-3")
    );
  });
  assert.deepEqual(lost, []);
});

const TURNS: Record<string, readonly [text: string, told: readonly string[]]> = {
  "advice for what was told just before it": [
    "acme-1 retires on July 5, 2026. Use acme-2 instead. acme-3 and acme-4 retire on August 5, 2026. Please move to acme-5 or acme-6.",
    ["acme-1 2026-07-05 acme-2", "acme-3 2026-08-05 acme-5 acme-6", "acme-4 2026-08-05 acme-5 acme-6"],
  ],
  "advice at the end, for all": [
    "acme-1 retires on July 5, 2026. acme-3 retires on August 5, 2026. Please move to acme-5.",
    ["acme-1 2026-07-05 acme-5", "acme-3 2026-08-05 acme-5"],
  ],
  "a name over the id in brackets is none of the old ones": [
    "gemini-2.0-live-001 and gemini-2.5-flash-preview will be discontinued on December 9, 2026. Please upgrade to the new model, Gemini 3 Flash Native Preview (gemini-3-flash-native-preview).",
    [
      "gemini-2.0-live-001 2026-12-09 gemini-3-flash-native-preview",
      "gemini-2.5-flash-preview 2026-12-09 gemini-3-flash-native-preview",
    ],
  ],
  "two models, the longer name a plural": [
    "acme-1 retires on July 5, 2026. Update to our recently released Sonar or Sonar Pro models.",
    ["acme-1 2026-07-05 sonar sonar-pro"],
  ],
};
for (const [name, [text, want]] of Object.entries(TURNS)) test(name, () => assert.deepEqual(told(text), want));

test("a place of a cloud and its capacity are no models", () => {
  assert.deepEqual(told("Capacity in `us-texas-1` is withdrawn on January 31, 2027."), []);
  assert.deepEqual(told("Azure capacity in the EU ends; requests go to `gpt-5` from January 12, 2027."), []);
});
