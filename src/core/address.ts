/** Names of query parameters that carry a secret on some provider or proxy. */
const SECRET_NAME = /key|token|secret|passw|pwd|signature|^sig$|auth|credential/i;
const HIDDEN = "hidden";

/** An address as people may see it: without user name and password, and without the value of any key or token in it. */
export function shownAddress(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  const names = [...url.searchParams.keys()].filter((name) => SECRET_NAME.test(name));
  if (names.length === 0 && url.username === "" && url.password === "") return address;
  url.username = "";
  url.password = "";
  for (const name of names) url.searchParams.set(name, HIDDEN);
  return url.href;
}

/** The secrets that an address holds, as they are meant and as they are written in it. */
export function secretsInAddress(address: string): string[] {
  const url = URL.parse(address);
  if (url === null) return [];
  const values = [...url.searchParams].filter(([name]) => SECRET_NAME.test(name)).map(([, value]) => value);
  const password = url.password === "" ? [] : [url.password, decoded(url.password)];
  return [...new Set([...values, ...password])].filter((value) => value !== "");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
