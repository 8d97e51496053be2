/** A name whose first words stand only in the name before it. */
export type Ellipsis = { start: number; end: number; text: string; name: string; of: number };

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

function joined(name: string, part: string): string | null {
  if (SIZE_ONLY.test(part)) return SIZE.test(name) ? name.replace(SIZE, part) : null;
  if (/^\d/.test(part)) return FIRST_VERSION.test(name) ? name.replace(FIRST_VERSION, part) : null;
  if (LAST_TIER.test(name)) return name.replace(LAST_TIER, (tier) => `${tier[0]}${part}`);
  return /\d(?:\.\d)?$/.test(name) && /^(?:mini|nano|pro|Mini|Nano|Pro)$/.test(part) ? `${name} ${part}` : null;
}

/** Looks behind each name for "and Flash", ", 5.3" and the like. Ids are whole; only display names leave words out. */
export function findEllipses(text: string, names: readonly Place[]): Ellipsis[] {
  const found: Ellipsis[] = [];
  names.forEach((name, of) => {
    if (!/[A-Z]/.test(name.name)) return;
    let place = { end: name.end, name: name.name };
    for (;;) {
      const rest = text.slice(place.end, place.end + 60);
      const join = JOIN.exec(rest);
      if (join === null) return;
      const start = place.end + join[0].length;
      const next = text.slice(start, start + 40);
      const part = (TIER_ONLY.exec(next) ?? SIZE_ONLY.exec(next) ?? VERSION_ONLY.exec(next))?.[0];
      if (part === undefined || names.some((other) => other.start < start + part.length && other.end > start)) return;
      const whole = joined(place.name, part);
      if (whole === null) return;
      found.push({ start, end: start + part.length, text: part, name: whole, of });
      place = { end: start + part.length, name: whole };
    }
  });
  return found;
}
