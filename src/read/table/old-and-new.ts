import { type Column, MOST } from "./column.ts";
import { type ColumnRole, normalHeader } from "./header-words.ts";

/** "Model today | Model from now on", "Before | After": two columns of names, of which one takes the place of the other. */

const OLD =
  /\b(old|previous(ly)?|former(ly)?|before|prior|until now|up to now|so far|to date|outgoing|legacy|deprecated|retir(ed|ing)|bisher\w*|alte[rsn]?|vorher|ancien\w*|avant|jusqu'ici|anterior\w*|antes|antigu[oa]s?|antig[oa]s?|vecchi[oa]?|prima|precedente)\b|^from$|変更前|移行前|旧|变更前|迁移前|原(模型|型号)|기존|변경 ?전|이전 ?모델/;
const NEW =
  /\b(new|from now on|from then on|in (the )?future|future|after(wards)?|later|next|then|tomorrow|henceforth|going forward|incoming|successor|instead|neue[rsn]?|kunftig\w*|ab jetzt|danach|nachher|nouve\w+|desormais|apres|ensuite|a l'avenir|nuev[oa]s?|despues|en adelante|nov[oa]s?|depois|daqui em diante|nuov[oa]|dopo|d'ora in poi|in futuro)\b|^to$|変更後|移行後|今後|新|变更后|迁移后|今后|之后|신규|변경 ?후|앞으로/;
/** The present is old beside what comes, and new beside what was. */
const NOW =
  /\b(now|today|current(ly)?|present|in use|you (use|send|call|have)|your|heute|aktuell\w*|derzeit\w*|jetzt|actuel\w*|aujourd'hui|hoy|ahora|actual(es|mente)?|hoje|agora|atual|atuais|oggi|ora|attual[ei])\b|现在|当前|目前|現在|今の|現行|현재|지금/;

/** What a heading of names may be taken for; days, states, prices and remarks are none. */
const NAMES: ReadonlySet<ColumnRole> = new Set(["model", "name", "version", "other", "replacement"]);
/** An alias and what it points to, a default: the older of them goes on. */
const POINTERS = /\b(alias(es)?|defaults?|points?|pointers?|standard)\b|别名|默认|エイリアス|デフォルト|별칭|기본/;

type Time = "old" | "new" | "now" | null;

/** Of two columns of names, one for before and one for after, the first holds the models and the other what replaces them. */
export function oldAndNew(columns: readonly Column[]): void {
  if (columns.some((column) => column.role === "replacement" && timeOf(column) === null)) return;
  if (columns.some((column) => POINTERS.test(normalHeader(column.heading)))) return;
  const named = columns.filter(
    (column) => NAMES.has(column.role) && column.loose >= MOST && column.dates < 0.2 && column.filled > 0,
  );
  const timed = named.filter((column) => timeOf(column) !== null);
  const [first, second, ...others] = timed;
  if (first === undefined || second === undefined || others.length > 0) return;
  if (!timed.some((column) => column.role === "model") && !timed.every((column) => column.ids >= MOST)) return;
  const old = timed.find((column) => timeOf(column) === "old") ?? timed.find((column) => timeOf(column) === "now");
  const next = timed.find((column) => timeOf(column) === "new") ?? timed.find((column) => timeOf(column) === "now");
  if (old === undefined || next === undefined || old === next) return;
  for (const column of columns) if (column.role === "model") column.role = "name";
  old.role = "model";
  next.role = "replacement";
}

/** The time that a heading speaks of; null for one that speaks of none, or of two. */
function timeOf(column: Column): Time {
  const heading = normalHeader(column.heading);
  // "From now on" has both the words of what comes and of what is.
  if (NEW.test(heading)) return OLD.test(heading) ? null : "new";
  if (OLD.test(heading)) return "old";
  return NOW.test(heading) ? "now" : null;
}
