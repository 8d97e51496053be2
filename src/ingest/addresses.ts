import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";

export type Resolve = (hostname: string) => Promise<string[]>;

/** Every address that the system's resolver gives for a name. */
export const systemResolve: Resolve = async (hostname) => {
  const found = await lookup(hostname, { all: true, verbatim: true });
  return found.map((entry) => entry.address);
};

/** Ranges that a test or a closed network may open; link-local (cloud metadata), multicast and 0.0.0.0 never are. */
const OPENABLE = new Set(["private", "loopback", "uniqueLocal", "carrierGradeNat"]);

/** A target that must not be called. */
export class ForbiddenAddressError extends Error {
  override name = "ForbiddenAddressError";
}

/** The reason why an address must not be called, or null. IPv4 written as IPv6 is judged as what it is. */
export function refusal(address: string, allowPrivate: boolean): string | null {
  if (!ipaddr.isValid(address)) return `${address} is no address`;
  const parsed = ipaddr.process(address);
  const named = parsed.range();
  // Of IPv6 only 2000::/3 is public (https://www.iana.org/assignments/ipv6-address-space); the library calls the
  // forgotten rest "unicast" too, ::127.0.0.1 among it.
  const stray = named === "unicast" && parsed instanceof ipaddr.IPv6 && ((parsed.parts[0] ?? 0) & 0xe000) !== 0x2000;
  const range = stray ? "reserved" : named;
  if (range === "unicast" || (allowPrivate && OPENABLE.has(range))) return null;
  return `${address} is a ${range} address`;
}

/**
 * The addresses that may be dialled for a host name. One forbidden address among several refuses the name: a public
 * name with a private address is an attack, not a mirror.
 *
 * @throws ForbiddenAddressError with the reason; whatever the resolver throws
 */
export async function dialable(hostname: string, allowPrivate: boolean, resolve: Resolve): Promise<string[]> {
  const literal = hostname.replace(/^\[|\]$/g, "");
  const addresses = ipaddr.isValid(literal) ? [literal] : await resolve(hostname);
  if (addresses.length === 0) throw new ForbiddenAddressError(`${hostname} has no address`);
  for (const address of addresses) {
    const reason = refusal(address, allowPrivate);
    if (reason !== null) throw new ForbiddenAddressError(`${hostname}: ${reason}`);
  }
  return addresses;
}

/** Parses an address that may be fetched: http or https, no password in it. Throws ForbiddenAddressError. */
export function checkedUrl(text: string, base?: string): URL {
  if (!URL.canParse(text, base)) throw new ForbiddenAddressError("not an address");
  const url = new URL(text, base);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new ForbiddenAddressError(`${url.protocol} is not http or https`);
  if (url.username !== "" || url.password !== "") throw new ForbiddenAddressError("the address holds a user name");
  return url;
}
