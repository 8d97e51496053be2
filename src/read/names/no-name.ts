import { isRegion } from "../cells/tokens.ts";

/** Versions of an API, addresses, days and sentences: what can stand where a model is looked for and is the name of none. */
const API_VERSION = /^v\d+(?:(?:alpha|beta|rc)\d*)?$/i;
const ADDRESS = /^(?:https?:\/\/)?(?:[\w-]+\.)+(?:com|org|net|io|dev|app|cloud|example|cn|jp|de|fr|co|eu)(?:[/:]|$)/i;
const DAY =
  /^(?:(?:on|by|from|until|before|after|between|since|from|am|ab|le|el|em|il)\s+)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d{1,2}(?:st|nd|rd|th)?|\d{1,2}\.?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|between\s\d{1,2}|\d{1,2}月\d{1,2}日|\d{1,2}월 ?\d{1,2}일)(?:,?\s\d{4})?\s*[:：]?$/i;
const SENTENCE = /[?？!！]\s*$|[?？]\s|[:：]\s*$|[.。]\s+\p{Lu}/u;

/** True for what cannot be the name of a model, whatever stands around it. */
export function isNoName(text: string): boolean {
  const name = text.trim();
  return isRegion(name) || API_VERSION.test(name) || ADDRESS.test(name) || DAY.test(name) || SENTENCE.test(name);
}
