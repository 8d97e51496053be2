import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** One sentence of a page about an unknown family: the end of `acme-a-1`, and what it names in its place. */
const SENTENCES: readonly (readonly [sentence: string, told: string])[] = [
  ["The `acme-a-1` model reaches end of life on December 1, 2026.", "2026-12-01"],
  ["We're saying goodbye to acme-a-1 on December 1, 2026.", "2026-12-01"],
  ["Starting December 1, 2026, calls to acme-a-1 will return 404.", "2026-12-01"],
  ["acme-a-1: EOL 2026-12-01", "2026-12-01"],
  ["Effective December 1, 2026, acme-a-1 is no longer available.", "2026-12-01"],
  ["Heads up: acme-a-1 goes away December 1.", "2026-12-01"],
  ["You have until December 1, 2026 to migrate off acme-a-1.", "2026-12-01"],
  ["acme-a-1 will be available through November 30, 2026.", "2026-11-30"],
  ["The last day to use acme-a-1 is November 30, 2026.", "2026-11-30"],
  ["acme-a-1 is scheduled for decommissioning on 1 December 2026.", "2026-12-01"],
  ["We plan to turn off acme-a-1 in December 2026.", "2026-12-01 month"],
  ["We will be sunsetting acme-a-1 and acme-b-1 effective 12/01/2026.", "2026-12-01"],
  ["Support for acme-a-1 ends December 1, 2026.", "2026-12-01"],
  ["acme-a-1 wird am 1. Dezember 2026 abgeschaltet.", "2026-12-01"],
  ["acme-a-1 leaves Bedrock on December 1, 2026.", "2026-12-01"],
  ["acme-a-1 verlässt Vertex AI am 1. Dezember 2026.", "2026-12-01"],
  ["acme-a-1 quitte Bedrock le 1er décembre 2026.", "2026-12-01"],
  ["acme-a-1 abandona Azure el 1 de diciembre de 2026.", "2026-12-01"],
  ["acme-a-1 lascia Azure il 1 dicembre 2026.", "2026-12-01"],
  ["acme-a-1 deixa o Bedrock em 1 de dezembro de 2026.", "2026-12-01"],
  ["acme-a-1 deixa a nuvem em 1 de dezembro de 2026.", "2026-12-01"],
  ["Ab dem 1. Dezember 2026 steht acme-a-1 nicht mehr zur Verfügung.", "2026-12-01"],
  ["Wir nehmen acme-a-1 zum 1.12.2026 vom Netz.", "2026-12-01"],
  ["acme-a-1 sera retiré le 1er décembre 2026.", "2026-12-01"],
  ["À compter du 1er décembre 2026, acme-a-1 ne sera plus disponible.", "2026-12-01"],
  ["acme-a-1 dejará de estar disponible el 1 de diciembre de 2026.", "2026-12-01"],
  ["El modelo acme-a-1 se retirará el 1 de diciembre de 2026.", "2026-12-01"],
  ["acme-a-1 será descontinuado em 1 de dezembro de 2026.", "2026-12-01"],
  ["A partir de 1º de dezembro de 2026, acme-a-1 deixará de funcionar.", "2026-12-01"],
  ["acme-a-1 sarà ritirato il 1° dicembre 2026.", "2026-12-01"],
  ["Dal 1 dicembre 2026 acme-a-1 non sarà più disponibile.", "2026-12-01"],
  ["acme-a-1 将于 2026 年 12 月 1 日下线。", "2026-12-01"],
  ["我们将在2026年12月1日停止 acme-a-1 的服务。", "2026-12-01"],
  ["自2026年12月1日起，acme-a-1 不再可用。", "2026-12-01"],
  ["acme-a-1 は2026年12月1日に提供を終了します。", "2026-12-01"],
  ["2026年12月1日をもって acme-a-1 は廃止されます。", "2026-12-01"],
  ["acme-a-1 은 2026년 12월 1일에 종료됩니다.", "2026-12-01"],
  ["2026년 12월 1일부터 acme-a-1을 사용할 수 없습니다.", "2026-12-01"],
  ["acme-a-1 is deprecated. It will stop working on December 1, 2026.", "2026-12-01"],
  ["On December 1, 2026 we will remove acme-a-1 from the API. Please migrate to acme-a-2.", "2026-12-01 acme-a-2"],
  ["acme-a-1 (deprecated, shutdown 2026-12-01)", "2026-12-01"],
  ["The retirement date for acme-a-1 is December 1, 2026.", "2026-12-01"],
  ["acme-a-1's retirement date is now January 5, 2027 (previously December 1, 2026).", "2027-01-05"],
  ["We are extending acme-a-1 until January 5, 2027.", "2027-01-05"],
  ["acme-a-1 retires in 72 days, on December 1, 2026.", "2026-12-01"],
  ["acme-a-1, acme-b-1 and acme-c-1 will be retired on December 1, 2026; acme-d-1 on January 5, 2027.", "2026-12-01"],
  ["We will retire acme-a-1 on December 1, 2026 at 9AM PT.", "2026-12-01"],
  ["Requests to acme-a-1 will automatically route to acme-a-2 after December 1, 2026.", "2026-12-01 acme-a-2"],
  ["acme-a-1 will be replaced by acme-a-2 on December 1, 2026.", "2026-12-01 acme-a-2"],
  ["As of December 1, 2026, acme-a-1 has been retired.", "2026-12-01"],
  ["No later than December 1, 2026, acme-a-1 will be shut down.", "2026-12-01"],
  ["2026年12月1日以降、acme-a-1 を利用できなくなります。", "2026-12-01"],
  ["2026年12月1日起将无法使用 acme-a-1。", "2026-12-01"],
  ["2026年12月1日后不能再使用 acme-a-1。", "2026-12-01"],
  ["You can no longer use acme-a-1 after December 1, 2026.", "2026-12-01"],
  ["You will not be able to use acme-a-1 from December 1, 2026.", "2026-12-01"],
  ["Ab dem 1. Dezember 2026 können Sie acme-a-1 nicht mehr verwenden.", "2026-12-01"],
  ["Vous ne pourrez plus utiliser acme-a-1 à partir du 1er décembre 2026.", "2026-12-01"],
  ["Ya no podrá usar acme-a-1 a partir del 1 de diciembre de 2026.", "2026-12-01"],
  ["Não será mais possível usar acme-a-1 a partir de 1 de dezembro de 2026.", "2026-12-01"],
  ["Non sarà più possibile usare acme-a-1 dal 1 dicembre 2026.", "2026-12-01"],
  ["2026년 12월 1일부터 acme-a-1을 이용하실 수 없습니다.", "2026-12-01"],
];

for (const [sentence, told] of SENTENCES) {
  test(sentence, async () => {
    const facts = (await factsOfText(`# News\n\n${sentence}\n`)).filter((fact) => fact.model_id === "acme-a-1");
    const precision = (name: string | null | undefined): string => (name === "day" ? "" : ` ${name}`);
    assert.deepEqual(
      facts.map((fact) => `${fact.shutdown}${precision(fact.precision)} ${fact.replacements.join()}`.trim()),
      [told],
    );
  });
}

/** Days until which a model is kept at least: floors, and nobody is told of an end. */
const FLOORS: readonly string[] = [
  "acme-a-1 will be available until at least January 1, 2028.",
  "pharia-2-control bleibt mindestens bis zum 1. Januar 2028 verfügbar.",
  "acme-a-1 reste disponible au moins jusqu'au 1er janvier 2028.",
  "acme-a-1 estará disponible al menos hasta el 1 de enero de 2028.",
  "acme-a-1 ficará disponível pelo menos até 1 de janeiro de 2028.",
  "acme-a-1 resterà disponibile almeno fino al 1 gennaio 2028.",
  "acme-a-1 は少なくとも2028年1月1日まで利用できます。",
  "acme-a-1 至少到2028年1月1日可用。",
  "acme-a-1은 최소 2028년 1월 1일까지 제공됩니다.",
];

for (const sentence of FLOORS) {
  test(`a floor: ${sentence}`, async () => {
    const facts = await factsOfText(`# News\n\n${sentence}\n`);
    assert.ok(!facts.some((fact) => fact.scheduled), JSON.stringify(facts));
  });
}

/** An end that was announced and does not come: nothing is scheduled. */
const TAKEN_BACK: readonly string[] = [
  "The shutdown of acme-a-1, which our page had scheduled for December 1, 2026, will not take place.",
  "Die für den 1. Dezember 2026 geplante Abschaltung von acme-a-1 findet nicht statt.",
  "L'arrêt d'acme-a-1, prévu le 1er décembre 2026, n'aura pas lieu.",
  "La retirada de acme-a-1, prevista para el 1 de diciembre de 2026, no tendrá lugar.",
  "O desligamento do acme-a-1, previsto para 1 de dezembro de 2026, não vai acontecer.",
  "Il ritiro di acme-a-1, previsto per il 1 dicembre 2026, non avrà luogo.",
];

for (const sentence of TAKEN_BACK) {
  test(`taken back: ${sentence}`, async () => {
    const facts = await factsOfText(`# News\n\n${sentence}\n`);
    assert.ok(!facts.some((fact) => fact.scheduled), JSON.stringify(facts));
  });
}
