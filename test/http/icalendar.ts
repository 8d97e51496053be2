/** A strict reader of the part of RFC 5545 that a calendar of whole days needs. Throws at the first thing that is wrong. */

export type Property = { name: string; params: Record<string, string>; value: string };
export type Component = { name: string; properties: Property[]; children: Component[] };

const encoder = new TextEncoder();

/** Reads a calendar: CRLF, lines of at most 75 octets, nesting, required and single properties, value types. */
export function readCalendar(text: string): Component {
  if (!text.endsWith("\r\n") && text.replaceAll("\r\n", "").match(/[\r\n]/))
    throw new Error("a line does not end in CRLF");
  const raw = text.replace(/\r\n$/, "").split("\r\n");
  for (const line of raw) {
    if (/[\r\n]/.test(line)) throw new Error(`bare line break: ${JSON.stringify(line)}`);
    if (encoder.encode(line).length > 75) throw new Error(`longer than 75 octets: ${line}`);
    // oxlint-disable-next-line no-control-regex -- section 3.1 forbids them
    if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(line)) throw new Error(`control character: ${JSON.stringify(line)}`);
  }
  const lines = raw
    .join("\r\n")
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n")
    .map(readLine);
  const root = readComponent(lines, { at: 0 });
  check(root);
  return root;
}

function readLine(line: string): Property {
  const match = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/s.exec(line);
  if (match === null) throw new Error(`no content line: ${line}`);
  const params: Record<string, string> = {};
  for (const part of (match[2] ?? "").split(";").slice(1)) {
    const [name = "", value = ""] = part.split("=");
    params[name] = value;
  }
  return { name: match[1] ?? "", params, value: match[3] ?? "" };
}

function readComponent(lines: Property[], cursor: { at: number }): Component {
  const begin = lines[cursor.at++];
  if (begin?.name !== "BEGIN") throw new Error(`BEGIN expected: ${begin?.name}`);
  const component: Component = { name: begin.value, properties: [], children: [] };
  for (;;) {
    const line = lines[cursor.at];
    if (line === undefined) throw new Error(`${component.name} has no END`);
    if (line.name === "BEGIN") component.children.push(readComponent(lines, cursor));
    else {
      cursor.at += 1;
      if (line.name !== "END") component.properties.push(line);
      else if (line.value === component.name) return component;
      else throw new Error(`END:${line.value} inside ${component.name}`);
    }
  }
}

const REQUIRED: Record<string, string[]> = {
  VCALENDAR: ["PRODID", "VERSION"],
  VEVENT: ["UID", "DTSTAMP", "DTSTART"],
  VALARM: ["ACTION", "TRIGGER", "DESCRIPTION"],
};
const ONCE = new Set([
  "UID",
  "DTSTAMP",
  "DTSTART",
  "DTEND",
  "SEQUENCE",
  "SUMMARY",
  "STATUS",
  "TRIGGER",
  "ACTION",
  "URL",
  "METHOD",
  "LAST-MODIFIED",
]);
const FORM: Record<string, RegExp> = {
  DTSTAMP: /^\d{8}T\d{6}Z$/,
  "LAST-MODIFIED": /^\d{8}T\d{6}Z$/,
  SEQUENCE: /^\d+$/,
  STATUS: /^(CONFIRMED|TENTATIVE|CANCELLED)$/,
  TRIGGER: /^[+-]?P(\d+W|(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?)$/,
  VERSION: /^2\.0$/,
};

function check(component: Component): void {
  const names = component.properties.map(({ name }) => name);
  for (const name of REQUIRED[component.name] ?? []) {
    if (!names.includes(name)) throw new Error(`${component.name} without ${name}`);
  }
  for (const name of names) {
    if (ONCE.has(name) && names.filter((other) => other === name).length > 1) throw new Error(`${name} twice`);
  }
  for (const { name, params, value } of component.properties) {
    if (FORM[name] !== undefined && !FORM[name].test(value)) throw new Error(`${name}:${value}`);
    if ((name === "DTSTART" || name === "DTEND") && (params["VALUE"] !== "DATE" || !/^\d{8}$/.test(value)))
      throw new Error(`${name} is no date: ${value}`);
    if (["SUMMARY", "DESCRIPTION"].includes(name) && /(?<!\\)(?:\\\\)*[;,]/.test(value))
      throw new Error(`${name} is not escaped: ${value}`);
  }
  component.children.forEach(check);
}

/** The value of a property, its escapes undone; undefined when it is not there. */
export function valueOf(component: Component, name: string): string | undefined {
  const value = component.properties.find((property) => property.name === name)?.value;
  return value?.replace(/\\([\\;,nN])/g, (_, char: string) => (char.toLowerCase() === "n" ? "\n" : char));
}
