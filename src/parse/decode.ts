import { gunzipSync } from "node:zlib";

/** The same cap as for a fetched body (reliability.md X2). */
const MAX_DECODED_BYTES = 5 * 1024 * 1024;
/** How far into a body an encoding may be declared. */
const DECLARATION_BYTES = 4_096;

/**
 * Decodes a body to text. In order: a byte order mark, UTF-16 or UTF-32 by its zero bytes, UTF-8 when the bytes are
 * valid and hold more than ASCII (declarations lie), the content type's charset, the XML prolog or HTML meta element,
 * windows-1252 when the bytes are no UTF-8 at all. Gzip bytes without a Content-Encoding are inflated. Leading marks
 * and NUL characters are dropped; unknown encoding names are ignored.
 *
 * @param undeclared reads what is no UTF-8 and says nothing of its encoding; null leaves it to windows-1252
 * @throws RangeError when the inflated body is larger than 5 MiB; Error when the gzip stream is broken
 */
export function decodeBody(
  bytes: Uint8Array,
  contentType: string | null,
  undeclared: (bytes: Uint8Array) => string | null = () => null,
): string {
  const plain =
    bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: MAX_DECODED_BYTES }) : bytes;
  const text = decode(plain, contentType, undeclared);
  const start = /^\ufeff+/.exec(text)?.[0].length ?? 0;
  const unmarked = start > 0 ? text.slice(start) : text;
  return unmarked.includes("\0") ? unmarked.replaceAll("\0", "") : unmarked;
}

function decode(
  bytes: Uint8Array,
  contentType: string | null,
  undeclared: (bytes: Uint8Array) => string | null,
): string {
  const wide = wideEncoding(bytes);
  if (wide === "utf-32le" || wide === "utf-32be") return decodeUtf32(bytes, wide === "utf-32le");
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  const declared = decoderOf(charsetOf(contentType)) ?? decoderOf(declaredIn(bytes));
  let utf8: string | null = null;
  try {
    utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not UTF-8: the declaration decides.
  }
  if (utf8 !== null && (declared === null || !isAscii(bytes))) return utf8;
  if (declared !== null && (utf8 !== null || declared.encoding !== "utf-8")) return declared.decode(bytes);
  return undeclared(bytes) ?? new TextDecoder("windows-1252").decode(bytes);
}

function wideEncoding(bytes: Uint8Array): string | null {
  const [a = -1, b = -1, c = -1, d = -1] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return "utf-32le";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "utf-32be";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  // Without a mark, the zero bytes beside the first `<` tell.
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return "utf-32le";
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return "utf-32be";
  if (a === 0x3c && b === 0 && d === 0) return "utf-16le";
  if (a === 0 && b === 0x3c && c === 0) return "utf-16be";
  return null;
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const point = view.getUint32(at, littleEndian);
    parts.push(point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd");
  }
  return parts.join("");
}

function charsetOf(contentType: string | null): string | null {
  return /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType ?? "")?.[1] ?? null;
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARATION_BYTES));
  const prolog = /^\s*(?:\xef\xbb\xbf)*\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head)?.[1];
  return prolog ?? /<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(head)?.[1] ?? null;
}

function decoderOf(label: string | null): TextDecoder | null {
  if (label === null) return null;
  try {
    const decoder = new TextDecoder(label);
    // A body whose first bytes could be read as ASCII is not UTF-16, whatever it says of itself.
    return decoder.encoding.startsWith("utf-16") ? null : decoder;
  } catch {
    return null;
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 0x7f) return false;
  return true;
}
