import { oneLine } from "../../lib/one-line.ts";

/** Where a text of ASCII is written: no longer one is, since headings are short and passages rarely long. */
const LONGEST = 16_384;
const written = Buffer.alloc(2 * LONGEST);

/** What becomes a blank: marks, brackets and white space, of ASCII alone. */
const BLANK = Uint8Array.from({ length: 128 }, (_, unit) => (/[_*`:()[\]\s]/.test(String.fromCharCode(unit)) ? 1 : 0));

/** Lower case, one space, no accents, snake_case and camelCase taken apart, marks and footnotes removed. */
export function plainHeader(text: string): string {
  if (text.length <= LONGEST) {
    const plain = ofAscii(text);
    if (plain !== null) return plain;
  }
  return ofAny(text);
}

function ofAny(text: string): string {
  const plain = /[^ -~\s]/.test(text) ? withoutAccents(text) : text;
  return oneLine(
    plain
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .replace(/[_*`†‡:()（）[\]]+/g, " "),
  );
}

function withoutAccents(text: string): string {
  return text
    .normalize("NFKC")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[‐‑‒–—]/g, "-");
}

/** The same of a text of ASCII in one pass, without a copy for each step; null for any other text. */
function ofAscii(text: string): string | null {
  let length = 0;
  let afterBlank = true;
  let afterLower = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 128) return null;
    if (BLANK[unit] === 1) {
      if (!afterBlank) written[length++] = 32;
      afterBlank = true;
      afterLower = false;
      continue;
    }
    const upper = unit >= 65 && unit <= 90;
    if (upper && afterLower) written[length++] = 32;
    written[length++] = upper ? unit + 32 : unit;
    afterBlank = false;
    afterLower = unit >= 97 && unit <= 122;
  }
  return written.toString("latin1", 0, afterBlank && length > 0 ? length - 1 : length);
}
