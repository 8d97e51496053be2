import type { Severity } from "../../core/message.ts";

/** A sign before the headline; signs need no translation. */
export const SEVERITY_SIGN: Record<Severity, string> = { info: "ℹ️", notice: "📢", warning: "⚠️", critical: "🛑" };

/** 24-bit RGB, for platforms that colour a message's edge. */
export const SEVERITY_COLOUR: Record<Severity, number> = {
  info: 0x5b8def,
  notice: 0x3ba55d,
  warning: 0xf0a020,
  critical: 0xd83c3e,
};
