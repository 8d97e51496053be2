import { oneLine } from "../../lib/one-line.ts";
import { type Block, type Doc, type Line, textOf } from "../../parse/document.ts";
import { type ColumnRole, endWords, normalHeader, speaksOfReplacement } from "../table/header-words.ts";
import { DEFINES, GONE, PARTLY } from "./deprecation-meaning.ts";

/** What a page says that the headings of its tables mean: "**Last call** is the day from which requests are refused." */
export type Explained = ReadonlyMap<string, ColumnRole>;

const LONGEST = 300;
const LONGEST_TERM = 40;
/** Terms beyond these explain no table. */
const MOST_TERMS = 200;
const SENTENCES = /(?<=[.!?])\s+|(?<=[。！？])|[;；]\s*|[:：]\s+(?=["“„«「『])/;
/** A quoted term that opens a sentence: “Last call” is the day on which ... */
const QUOTED =
  /^\s{0,3}(?:(?:the|der|die|das|le|la|el|il|o|a) )?["“„«»「『](?<term>[^"“”„«»「」『』]{2,40})["”“»«」』]/iu;

const DAY =
  /(?<!\p{L})(?:days?|dates?|when|moment|time|tag|datum|zeitpunkt|wann|jour|date|quand|d[ií]a|fecha|cu[aá]ndo|dia|data|quando|giorno)(?!\p{L})|日|时间|時間|날|시점/iu;
const TOLD =
  /(?<!\p{L})(?:announc\w*|notif\w*|e-?mail\w*|mail(?:ed)?|wrote|written to|inform\w*|told|tell (?:you|customers|users)|warn\w*|published|posted|communicat\w*|gave notice|give notice|(?:our|your|the|first) notice|notice (?:is|was|went)|heads-?up|angekündigt|ankündig\w*|benachrichtig\w*|informier\w*|mitgeteilt|annonc\w*|prévenu\w*|avert\w*|anunci\w*|avisa\w*|comunic\w*|notific\w*|annunci\w*|avvis\w*)(?!\p{L})|公告|通知|发布公告|告知|発表|お知らせ|공지|안내/iu;
const BORN =
  /(?<!\p{L})(?:first (?:answered|served|available|offered|callable|released)|launch\w*|went live|goes live|released?|became available|was added|were added|introduc\w*|erstmals|verfügbar wurde|mis en ligne|lanzado|lançado|rilasciato)(?!\p{L})|上线|发布之?日|公開|提供開始|출시/iu;
const CLOSED =
  /(?<!\p{L})(?:no longer (?:recommend\w*|updated|maintained|improved|offered to new)|(?:closed|unavailable|hidden) (?:to|for|from) new|new (?:customers?|users?|projects?|accounts?|deployments?) (?:can ?not|can(?:no|['’])t|can no longer)|nicht mehr (?:empfohlen|gepflegt))(?!\p{L})/iu;
const PROMISED =
  /(?<!\p{L})(?:(?:not|never|won['’]t) [^,.;]{0,40}(?:before|earlier|sooner)|no (?:earlier|sooner)|earliest|at least|guarantee\w*|promise\w*|frühestens|mindestens|au plus tôt|au moins|al menos|como mínimo|pelo menos|no mínimo|almeno|non prima)(?!\p{L})|最早|至少|不早于|少なくとも|以降|최소/iu;
/** "It isn't the day on which the model ends here", "given for information": another's day, or none of the model's life. */
const NOT_ITS =
  /^\s*(?:not|nicht|pas|no|não|non)(?!\p{L})|(?<!\p{L})(?:(?:not|n['’]t) (?:the|its|a) (?:day|date|end)|nicht (?:der tag|das datum)|n[’']est pas (?:le jour|la date)|no es (?:el d[ií]a|la fecha)|não é (?:o dia|a data)|non è (?:il giorno|la data)|direct customers|for information|informational|upstream|zur information|pour information)(?!\p{L})|不是|并非|仅供参考|ではな|参考まで/iu;
const ENDS =
  /(?<!\p{L})(?:refus\w*|(?:switch|turn|shut|take)(?:e?s)? [^,.;]{0,24}(?:off|down|offline)|rejects?|rejected|goes dark|go dark|last (?:request|call|day)|stops?|ceases?|disappears?|is (?:no more|gone|pulled)|abgelehnt|refusé\w*|rechaza\w*|recusa\w*|rifiuta\w*|end(?:s|et)?)(?!\p{L})|拒绝|失效|拒否|거부/iu;
const INSTEAD =
  /(?<!\p{L})(?:(?:would|should|can|to|you) (?:call|use|switch|move|go|migrate)\b.{0,30}\b(?:instead|next|to)|instead|takes? (?:its|their|the) place|in its place|stattdessen|à la place|en su lugar|em seu lugar|al suo posto)(?!\p{L})/iu;

/** The meaning of a heading whose explanation is given; null where that tells no day and no successor. */
export function explainedAs(words: string): ColumnRole | null {
  if (NOT_ITS.test(words)) return null;
  if (DAY.test(words)) return gone(words);
  return INSTEAD.test(words) || speaksOfReplacement(words) ? "replacement" : null;
}

/** Which day an explanation speaks of; what was told of the end is told first ("the day we announced the shutdown"). */
function gone(words: string): ColumnRole | null {
  if (!DAY.test(words)) return null;
  if (PROMISED.test(words)) return "floor";
  if (TOLD.test(words)) return "announced";
  if (CLOSED.test(words)) return "legacy";
  if (PARTLY.test(words)) return null;
  if (GONE.test(words) || ENDS.test(words) || endWords(words) === "end") return "shutdown";
  if (BORN.test(words)) return "release";
  return endWords(words) === "deprecated" ? "deprecated" : null;
}

/** Collects what lists, terms and quoted words of a page say of headings. The first explanation of each counts. */
export function explainedColumns(doc: Doc): Explained {
  const found = new Map<string, ColumnRole>();
  const take = (term: string, words: string): void => {
    const key = normalHeader(term)
      .replace(/["“”„«»'’]/g, "")
      .trim();
    // "**Note:** a date followed by …" is a remark, and explains no column "Note".
    if (
      key === "" ||
      REMARK.test(key) ||
      term.length > LONGEST_TERM ||
      /\d/.test(key) ||
      found.has(key) ||
      found.size >= MOST_TERMS
    )
      return;
    const first = (words.split(SENTENCES)[0] ?? "").slice(0, LONGEST);
    // What gives a day of its own tells of one model, and explains no heading.
    const role = /(?<!\d)20\d\d(?!\d)/.test(first) ? null : explainedAs(first);
    if (role !== null) found.set(key, role);
  };
  visit(doc.blocks, take, 0);
  return found;
}

const REMARK =
  /^(?:notes?|warnings?|important|tips?|cautions?|infos?|hints?|hinweise?|achtung|wichtig|remarques?|attention|notas?|importante|aviso|attenzione|avviso|注意|注|备注|说明|重要|ヒント|참고|주의)$/;
const DEEPEST = 8;

type Take = (term: string, words: string) => void;

function visit(blocks: readonly Block[], take: Take, depth: number): void {
  if (depth > DEEPEST) return;
  for (const block of blocks) {
    if (block.type === "paragraph") for (const line of block.lines) takeLine(line, take);
    else if (block.type === "list")
      for (const item of block.items) {
        for (const line of item.lines) takeLine(line, take);
        visit(item.children, take, depth + 1);
      }
    else if (block.type === "definitions")
      for (const { term, details } of block.entries) {
        const [first] = details;
        if (first?.type === "paragraph") take(oneLine(textOf(term)), oneLine(textOf(first.lines)));
      }
    else if (block.type === "note" || block.type === "update") visit(block.blocks, take, depth + 1);
  }
}

/** Marked words that open a line, or quoted ones that open one of its sentences, before what explains them. */
function takeLine(line: Line, take: Take): void {
  const text = textOf([line]);
  const [first] = line;
  if (first !== undefined && (first.bold === true || first.code === true) && first.text.length <= LONGEST_TERM)
    takeDefined(first.text, text.slice(first.text.length), take);
  for (const sentence of text.split(SENTENCES)) {
    const quoted = sentence.length > LONGEST ? null : QUOTED.exec(sentence);
    if (quoted !== null) takeDefined(quoted.groups?.term ?? "", sentence.slice(quoted[0].length), take);
  }
}

function takeDefined(term: string, behind: string, take: Take): void {
  // "**Last call:** the day on which ..." has its mark inside.
  const marked = /[:：]\s{0,3}$/.test(term);
  const defines = marked ? /^/.exec(behind) : DEFINES.exec(behind);
  if (defines !== null) take(term, behind.slice(defines[0].length));
}
