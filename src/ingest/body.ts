import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";

/** The body is larger than allowed once decoded. */
export class BodyTooLargeError extends Error {
  override name = "BodyTooLargeError";
}

/**
 * Reads a response body through its content encodings (gzip, deflate, br, zstd, at most two) and stops as soon as more
 * than `maxBytes` are decoded, so that a decompression bomb costs one chunk.
 *
 * @throws BodyTooLargeError; Error on an unknown encoding, a broken or cut stream, or when `signal` aborts
 */
export async function readBody(
  body: Readable,
  contentEncoding: string | null,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const names = (contentEncoding ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  const encodings = names.filter((name) => name !== "" && name !== "identity").toReversed();
  if (encodings.length > 2) throw new Error("the body is encoded too often");
  const chunks: Uint8Array[] = [];
  let size = 0;
  const count = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new BodyTooLargeError(`the body is larger than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
  };
  const [first, second] = encodings;
  if (first === undefined) await pipeline(body, count, { signal });
  else {
    const head = await peek(body, signal);
    const one = decoderFor(first, head.firstByte);
    if (second === undefined) await pipeline(head.stream, one, count, { signal });
    else await pipeline(head.stream, one, decoderFor(second, 0x78), count, { signal });
  }
  return Buffer.concat(chunks, size);
}

/** Looks at the first byte, since servers call both zlib and raw deflate streams "deflate". */
async function peek(body: Readable, signal: AbortSignal): Promise<{ stream: Readable; firstByte: number }> {
  const iterator = body[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
  const first = await Promise.race([iterator.next(), stopped]);
  const stream = new PassThrough();
  async function* all(): AsyncGenerator<Uint8Array> {
    if (first.done !== true) yield first.value;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  }
  // A failure reaches the reader through the stream; it is not a second, unhandled one.
  pipeline(all(), stream, { signal }).catch((cause: unknown) => stream.destroy(cause as Error));
  return { stream, firstByte: first.done === true ? 0x78 : (first.value[0] ?? 0x78) };
}

function decoderFor(encoding: string, firstByte: number) {
  switch (encoding) {
    case "gzip":
    case "x-gzip":
      return zlib.createGunzip();
    case "deflate":
      return (firstByte & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw();
    case "br":
      return zlib.createBrotliDecompress();
    case "zstd":
      return zlib.createZstdDecompress();
    default:
      throw new Error(`the body is encoded as "${encoding.slice(0, 20)}", which is not known`);
  }
}
