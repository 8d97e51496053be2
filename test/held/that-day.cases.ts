import assert from "node:assert/strict";
import { test } from "node:test";
import { endsInProse } from "./support.ts";

/** A sentence without a day of its own points back to the only day of the one before. */
const POINTS_BACK = [
  "Take note of December 8, 2026. That is when acme-3 is switched off.",
  "Mark December 8, 2026 in your calendar. On that day acme-3 will be shut down.",
  "The team picked December 8, 2026. From then on acme-3 will no longer be available.",
  "Merken Sie sich den 8. Dezember 2026. An diesem Tag wird acme-3 abgeschaltet.",
  "Retenez le 8 décembre 2026. Ce jour-là, acme-3 sera retiré de l'API.",
  "Anoten el 8 de diciembre de 2026. Ese día se retirará acme-3 de la API.",
  "Anotem 8 de dezembro de 2026. Nesse dia o acme-3 será removido da API.",
  "Segnatevi l'8 dicembre 2026. In quella data acme-3 verrà rimosso dall'API.",
  "请记住2026年12月8日。届时acme-3将下线。",
  "2026年12月8日を覚えておいてください。その日にacme-3は提供を終了します。",
  "2026년 12월 8일을 기억하세요. 그날 acme-3 서비스가 종료됩니다.",
];
for (const text of POINTS_BACK) test(text, () => assert.deepEqual(endsInProse(text), ["acme-3 2026-12-08"]));

/** What is done on such a day is no end by that; and two days leave open which is meant. */
const NOT = [
  "Our party is on December 8, 2026. That is when acme-3 writes the invitations.",
  "acme-3 became our default on December 8, 2025. From then on it answered every ticket.",
  "Your free access to acme-3 expires on December 8, 2026. After that day requests will be rejected.",
  "We meet on December 8, 2026 and December 15, 2026. On that day acme-3 will be shut down.",
];
for (const text of NOT) test(text, () => assert.deepEqual(endsInProse(text), []));
