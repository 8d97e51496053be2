import { findDates } from "../dates/index.ts";
import { isRegion } from "../cells/tokens.ts";
import { isJoinedDay } from "./joined-day.ts";

/** Versions of an API, addresses, days and sentences: what can stand where a model is looked for and is the name of none. */
const API_VERSION = /^v\d+(?:(?:alpha|beta|rc)\d*)?$/i;
const ADDRESS = /^(?:https?:\/\/)?(?:[\w-]+\.)+(?:com|org|net|io|dev|app|cloud|example|cn|jp|de|fr|co|eu)(?:[/:]|$)/i;
const SENTENCE = /[?？!！]\s*$|[?？]\s|[:：]\s*$|[.。]\s+\p{Lu}/u;

/** "Python 3.9", "TLS 1.1", "Node 18 support": what code runs on. */
const RUNS_ON =
  /^(?:support (?:for|of) )?(?:python|node(?:\.?js)?|java|jdk|jre|php|ruby|golang|go|rust|perl|\.net(?: core| framework)?|typescript|tls|ssl|ubuntu|debian|centos|rhel|alpine|ios|ipados|android|macos|windows(?: server)?|cuda|chrome|safari|firefox|postgres(?:ql)?|mysql|kubernetes|docker|openssl|glibc|pydantic|pytorch|tensorflow)\s?v?\d[\d.]*(?:\.x|\+)?(?=$|[\s,;)])/i;

const LONGEST_DAY = 32;
/** "00:00Z". */
const TIME = /^\d{1,2}:\d{2}/;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}(?:-preview)?$/;

/** "April 7:", "Between 19", "8月25日": a day and nothing but words that lead to it. */
function isDay(name: string): boolean {
  if (name.length > LONGEST_DAY || !/\d/.test(name) || /[-_/@]|\d\.\d/.test(name)) return false;
  if (/^(?:between|until|before|after) \d{1,2}$/i.test(name)) return true;
  const [day] = findDates(name, { at: "2026-01-01", relative: false });
  if (day === undefined) return false;
  const rest = `${name.slice(0, day.start)} ${name.slice(day.end)}`.replace(LEADING, " ");
  return !/[\p{L}\p{N}]/u.test(rest);
}

const LEADING = /(?<!\p{L})(?:on|by|from|until|before|after|since|am|ab|le|el|em|il)(?!\p{L})/giu;

/** True for what cannot be the name of a model, whatever stands around it. */
export function isNoName(text: string): boolean {
  const name = text.trim();
  return (
    isRegion(name) ||
    API_VERSION.test(name) ||
    ISO_DAY.test(name) ||
    TIME.test(name) ||
    isJoinedDay(name) ||
    RUNS_ON.test(name) ||
    ADDRESS.test(name) ||
    isDay(name) ||
    SENTENCE.test(name)
  );
}
