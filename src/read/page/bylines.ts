import { oneLine } from "../../lib/one-line.ts";
import { textOf } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";
import type { CivilDate } from "../../core/fact.ts";
import { findModelNames } from "../names/index.ts";
import type { Heading, Section } from "./sections.ts";

/** "v2.14.0", "Release 2026.11", "Version 3": what a release is called says nothing of a model. */
const VERSION =
  /^(?:version|release|rel\.|build|versión|versão|versione|版本|バージョン|버전|릴리스)?\s?v?\d{1,4}(?:\.\d{1,4}){0,4}(?:[-+.]?(?:alpha|beta|rc|preview)\.?\d{0,3})?$/i;
const POSTED =
  /\b(?:posted|published|publish date|issued|written|veröffentlicht|erschienen|publiée?|paru|publicad[oa]|pubblicat[oa])\b|发布于|发表于|發佈於|發布於|发布(?:日期|时间)|公開日?|投稿|掲載|게시|발행|게재|등록일/iu;
const RELEASED =
  /\b(?:released|release date|shipped|tagged|date|freigegeben|datum|sortie|lanzad[oa]|liberad[oa]|lançad[oa]|fecha|data|rilasciat[oa])\b|发布|發布|发行|リリース|출시|배포|릴리스|날짜|日期|日付/iu;
const CHANGED =
  /\b(?:updated?|changed|edited|modified|revised|geändert|aktualisiert|modifiée?|mis à jour|actualizad[oa]|atualizad[oa]|aggiornat[oa])\b|更新|修改|수정|업데이트|変更/iu;
const LONGEST = 200;
/** A single page may have one day under its title; entries have one each. */
const FEWEST = 2;

/**
 * Entries whose day stands in the line right under their heading, as releases on code hosts and posts have it: "v2.3.0",
 * "bot released this on D · tag v2.3.0". Their headings take that day, so that "today" and missing years count from it,
 * and the line goes.
 */
export function withBylines(sections: readonly Section[], sense: DateSense): void {
  const dated = sections.flatMap((section) => {
    const { heading } = section;
    const plain = heading === null || heading.title || heading.date !== null || heading.month !== null;
    if (plain || section.path.some((above) => above.date !== null)) return [];
    const day = bylineOf(section, heading, sense);
    return day === null ? [] : [{ section, heading, day }];
  });
  for (const { section, heading, day } of dated) {
    const alike = dated.filter((other) => other.heading.level === heading.level);
    if (alike.length < FEWEST) continue;
    heading.date = day;
    section.blocks = section.blocks.slice(1);
  }
}

function bylineOf(section: Section, heading: Heading, sense: DateSense): CivilDate | null {
  const [first] = section.blocks;
  if (first?.type !== "paragraph") return null;
  const text = oneLine(textOf(first.lines));
  if (text.length > LONGEST || findModelNames(`${heading.text}\n${text}`).length > 0) return null;
  const words = VERSION.test(heading.text.trim()) ? [POSTED, RELEASED] : [POSTED];
  for (const part of text.split(/\s[·|•—–/]\s/)) {
    const [day, ...others] = sense.find(part).dates;
    if (day === undefined || others.length > 0 || day.precision !== "day" || !day.certain || day.relative) continue;
    const rest = part.slice(0, day.start) + part.slice(day.end);
    if (CHANGED.test(rest) || day.date > sense.today) continue;
    if (words.some((each) => each.test(rest))) return day.date;
    if (!/\p{L}/u.test(rest)) return day.date;
  }
  return null;
}
