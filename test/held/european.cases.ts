import assert from "node:assert/strict";
import { test } from "node:test";
import { readNews } from "#src/read/news/index.ts";

const daysOf = (text: string) =>
  readNews([{ id: "1", published: "2026-03-12T00:00:00Z", title: "", text }])
    .flatMap(({ models }) => models)
    .map((fact) => `${fact.model_id} ${fact.shutdown}`);

const ENDS: readonly (readonly [text: string, ...wanted: string[]])[] = [
  [
    "acme-a-1 and acme-b-1 are deprecated today and will be shut down on 7 September.",
    "acme-a-1 2026-09-07",
    "acme-b-1 2026-09-07",
  ],
  [
    "acme-a-1 et acme-b-1 passent aujourd'hui au statut obsolète et seront retirés le 7 septembre.",
    "acme-a-1 2026-09-07",
    "acme-b-1 2026-09-07",
  ],
  [
    "acme-a-1 und acme-b-1 sind ab heute veraltet und werden am 7. September abgeschaltet.",
    "acme-a-1 2026-09-07",
    "acme-b-1 2026-09-07",
  ],
  ["acme-a-1 and acme-b-1 end on 7 May and 9 June.", "acme-a-1 2026-05-07", "acme-b-1 2026-06-09"],
  ["Acme a officialisé mercredi la fin de acme-a-1, qui ne sera plus servi dès le 28 octobre.", "acme-a-1 2026-10-28"],
  [
    "Acme oficializó el miércoles el final de acme-a-1, que dejará de funcionar el 28 de octubre.",
    "acme-a-1 2026-10-28",
  ],
  ["El modelo acme-a-1 quedará inutilizado en la API a partir del 24 de julio.", "acme-a-1 2026-07-24"],
  ["Ayer por la tarde cortaron acme-a-1 en la API, y nadie dijo nada.", "acme-a-1 2026-03-11"],
  ["L'API cessera de reconnaître acme-a-1 le 24 juillet.", "acme-a-1 2026-07-24"],
  ["Il modello acme-a-1 si spegne il 30 di questo stesso mese.", "acme-a-1 2026-03-30"],
  ["El modelo acme-a-1 se apaga el 30 de este mismo mes.", "acme-a-1 2026-03-30"],
  [
    "Am 4. April stellt Acme acme-a-1 ein. Zur selben Stunde geht acme-b-1 vom Netz.",
    "acme-a-1 2026-04-04",
    "acme-b-1 2026-04-04",
  ],
];
for (const [text, ...wanted] of ENDS)
  test(`ends: ${text}`, () => {
    assert.deepEqual(daysOf(text), wanted);
  });

for (const text of [
  "El consumo de acme-a-1 cortó la factura a la mitad el 24 de julio.",
  "Acme a officialisé mercredi le lancement de acme-a-1.",
  "Le rideau se lève le 24 juillet sur acme-a-1.",
  "El precio de acme-a-1 queda fijo a partir del 24 de julio.",
])
  test(`nothing ends: ${text}`, () => {
    assert.deepEqual(daysOf(text), []);
  });
