import { type Column, MOST } from "./column.ts";
import { DAY_ROLES, normalHeader } from "./header-words.ts";

/** Columns that mean something only beside one another: a day and the one it was moved to, a thing and its models. */

const BEFORE =
  /\b(old|previous(ly)?|former(ly)?|original(ly)?|initial(ly)?|before|prior|earlier|bisher\w*|alte[rs]?|vorher\w*|ursprunglich\w*|ancien\w*|precedent\w*|avant|initiale?s?|anterior\w*|antes|antig[ao]\w*|originale?s?|inicial|vecchi[aoe]|prima|originari[ao])\b|変更前|調整前|旧|当初|从前|变更前|變更前|调整前|調整前|原|此前|변경 ?전|조정 ?전|기존|이전|당초/;
const AFTER =
  /\b(new|revised|updated|after|now|current(ly)?|rescheduled|moved to|changed to|neue?[rns]?|jetzt|nouvel\w*|apres|desormais|revise\w*|nuev[ao]s?|despues|ahora|actual|nov[ao]s?|depois|agora|atual\w*|nuov[aoe]|dopo|ora|attuale)\b|変更後|調整後|新|变更后|變更後|调整后|調整后|变更为|변경 ?후|조정 ?후|신규|변경된/;

/** "Old date | New date": the day that was moved no longer counts, and the other one means what it meant. */
export function movedDays(columns: readonly Column[]): void {
  const days = columns.filter((column) => column.dates >= MOST && column.role !== "release");
  const heads = new Map(days.map((column) => [column, normalHeader(column.heading)]));
  const old = days.filter((column) => BEFORE.test(heads.get(column) ?? ""));
  const now = days.filter((column) => AFTER.test(heads.get(column) ?? "") && !old.includes(column));
  const [before, ...others] = old;
  const [after, ...more] = now;
  if (before === undefined || after === undefined || others.length + more.length > 0) return;
  if (!DAY_ROLES.has(after.role)) after.role = DAY_ROLES.has(before.role) ? before.role : "date";
  before.role = "moved";
}

const CONCERNED =
  /\b(affected|applicable|impacted|relevant|concerned|supported|supporting) models?\b|\b(applies|applied|applicable) to\b|\b(betroffene|unterstutzte) modelle\b|\bmodeles (concernes|affectes|compatibles)\b|\bmodelos (afectados|afetados|compatibles)\b|\bmodelli (interessati|coinvolti)\b|(适用|影响|涉及|受影响)(的)?(模型|范围)|対象モデル|(대상|적용) 모델/;
const THING =
  /^(items?|things?|(api )?features?|(api )?parameters?|params?|settings?|options?|(beta )?headers?|tools?|capabilit(y|ies)|functions?|fields?|funktion(en)?|fonctionnalites?|funcion(es)?|funcionalidad(es)?|func(ao|oes)|funzional\w*|elemento?|parametres?|parametros?|parametri)$|^(功能|参数|能力|項目|项目|機能|パラメータ|항목|기능|매개변수)(名|名称|명)?$/;

/** "Item | Affected models": what ends is the item, and the models are those that have it. True where it is so. */
export function thingsOfModels(columns: readonly Column[]): boolean {
  const models = columns.find((column) => column.filled > 0 && CONCERNED.test(normalHeader(column.heading)));
  const thing = columns.find(
    (column) =>
      column !== models && column.filled > 0 && column.dates < 0.2 && THING.test(normalHeader(column.heading)),
  );
  if (models === undefined || thing === undefined) return false;
  for (const column of columns) if (column.role === "model" || column.role === "name") column.role = "other";
  models.role = "availability";
  thing.role = "parameter";
  return true;
}
