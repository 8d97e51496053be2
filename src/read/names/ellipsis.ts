/** A name whose first words stand only in the name before it. */
export type Ellipsis = { start: number; end: number; text: string; name: string; of: number; family?: true };

type Place = { start: number; end: number; name: string };

const JOIN =
  /^(?:(?: ?[,/&、・·] ?(?:and |or |und |et |y |e |ed |ou |o )?)| (?:and|or|und|sowie|oder|et|ou|y|o|e|ed) |和|与|及|或|と|や|및|와 ?|과 ?)(?:the )?/;
const TIER_ONLY =
  /^(?:Pro|Flash(?:[ -]Lite)?|Lite|Mini|Nano|Micro|Opus|Sonnet|Haiku|Large|Medium|Small|Turbo|Max|Plus|mini|nano|pro)(?![\p{L}\p{N}.-]| ?\d)/u;
const VERSION_ONLY =
  /^\d+\.\d+(?:[ -](?:Pro|Flash(?:[ -]Lite)?|Mini|Nano|mini|nano|pro|Sonnet|Opus|Haiku|Codex))?(?![\p{L}\p{N}%-]|\.\d| ?(?:%|percent|million|USD|dollars|Dollar|euros?|€))/u;
const SIZE_ONLY = /^\d+(?:\.\d+)?[bB](?![\p{L}\p{N}-]|\.\d)/u;
const SIZE = /(?<=[ -])\d+(?:\.\d+)?[bB](?=$|[ -])/;
const LAST_TIER =
  /[ -](?:Pro|Flash(?:[ -]Lite)?|Lite|Mini|Nano|Micro|Opus|Sonnet|Haiku|Large|Medium|Small|Turbo|Max|Plus)(?=$|[ -])/i;
const FIRST_VERSION = /\d+(?:\.\d+)?.*$/;

/** "M2.5/M2.7": a version with a letter before it, behind a bar. */
const LETTER_VERSION = /^[A-Z]\d{1,2}(?:\.\d+)?(?![\p{L}\p{N}-]|\.\d)/u;

function joined(name: string, part: string): string | null {
  if (LETTER_VERSION.test(part)) {
    const at = name.search(/(?<=[ -])[A-Z]\d/);
    return at > 0 && name[at] === part[0] ? name.slice(0, at) + part : null;
  }
  if (SIZE_ONLY.test(part)) return SIZE.test(name) ? name.replace(SIZE, part) : null;
  if (/^\d/.test(part)) return FIRST_VERSION.test(name) ? name.replace(FIRST_VERSION, part) : null;
  if (LAST_TIER.test(name)) return name.replace(LAST_TIER, (tier) => `${tier[0]}${part}`);
  return /\d(?:\.\d)?$/.test(name) && /^(?:mini|nano|pro|Mini|Nano|Pro)$/.test(part) ? `${name} ${part}` : null;
}

/** What one id of a row leaves out of the next: "x-8k, -32k and 128k", "x-mini and -nano". */
const ID_TAIL =
  /^(?:-?\d+[kb]|-(?:mini|nano|micro|pro|max|turbo|flash|lite|large|medium|small|plus|high|low|thinking|instruct|latest|preview))(?![A-Za-z0-9_-]|\.[A-Za-z0-9])/u;
const ID_SIZE = /-\d+[kb]$/;
const ID_TIER =
  /-(?:mini|nano|micro|pro|max|turbo|flash|lite|large|medium|small|plus|high|low|thinking|instruct|latest|preview)$/;
/** "the x series (8k, 32k)", "x家族的8k、32k": the sizes of a family, whose own name is no model. */
const OF_FAMILY =
  /^[`"'”」]?(?:(?: family| series| models| range|-familie|-reihe|-modelle|家族|系列|シリーズ|ファミリー|시리즈| ?제품군| 모델)(?:的|の|의)?)[`"'”」]?\s?(?:[((::,,、]|in|mit|en|em|con)?\s?[`"'“「]?(?=\d+[kb](?![a-z0-9]))/iu;
const SIZES_ALONE = /^[((]\s?(?=\d+k(?:,|、|\/| ))/;
const CONTEXT =
  /^ ?(?:tokens?|context|kontext|contexte|contexto|contesto|上下文|窗口|コンテキスト|トークン|토큰|컨텍스트)/iu;

function joinedId(id: string, part: string): string {
  const tail = part.startsWith("-") ? part : `-${part}`;
  const same = ID_SIZE.test(tail) ? ID_SIZE : ID_TIER;
  return same.test(id) ? id.replace(same, tail) : `${id}${tail}`;
}

/** The ids behind an id that leave out what they share with it. */
function behindId(text: string, name: Place, of: number, names: readonly Place[]): Ellipsis[] {
  const found: Ellipsis[] = [];
  const family =
    OF_FAMILY.exec(text.slice(name.end, name.end + 40)) ?? SIZES_ALONE.exec(text.slice(name.end, name.end + 12));
  let place = { end: name.end + (family?.[0].length ?? 0), name: name.name };
  let join = family === null ? "" : " ";
  for (;;) {
    if (join === "") join = JOIN.exec(text.slice(place.end, place.end + 60))?.[0] ?? "";
    const start = place.end + (found.length === 0 && family !== null ? 0 : join.length);
    const part = join === "" ? undefined : ID_TAIL.exec(text.slice(start, start + 24))?.[0];
    // A bare size is one only behind another size.
    const bare = part !== undefined && !part.startsWith("-") && family === null && !ID_SIZE.test(place.name);
    if (part === undefined || bare || names.some((other) => other.start < start + part.length && other.end > start))
      break;
    const whole = joinedId(place.name, part);
    found.push({
      start,
      end: start + part.length,
      text: part,
      name: whole,
      of,
      ...(family === null ? {} : { family: true }),
    });
    place = { end: start + part.length, name: whole };
    join = "";
  }
  return found.length > 0 && CONTEXT.test(text.slice(place.end, place.end + 12)) ? [] : found;
}

/** Looks behind each name for "and Flash", ", 5.3" and the like. Ids leave out what the one before them begins with. */
export function findEllipses(text: string, names: readonly Place[]): Ellipsis[] {
  const found: Ellipsis[] = [];
  names.forEach((name, of) => {
    if (!/[A-Z]/.test(name.name)) {
      found.push(...behindId(text, name, of, names));
      return;
    }
    let place = { end: name.end, name: name.name };
    for (;;) {
      const rest = text.slice(place.end, place.end + 60);
      const join = JOIN.exec(rest);
      if (join === null) return;
      const start = place.end + join[0].length;
      const next = text.slice(start, start + 40);
      const barred = join[0].includes("/") ? LETTER_VERSION.exec(next) : null;
      const part = (TIER_ONLY.exec(next) ?? SIZE_ONLY.exec(next) ?? VERSION_ONLY.exec(next) ?? barred)?.[0];
      if (part === undefined || names.some((other) => other.start < start + part.length && other.end > start)) return;
      const whole = joined(place.name, part);
      if (whole === null) return;
      found.push({ start, end: start + part.length, text: part, name: whole, of });
      place = { end: start + part.length, name: whole };
    }
  });
  return found;
}
