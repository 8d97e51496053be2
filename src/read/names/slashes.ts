/** Up to the first version of a name: a joint or a blank, perhaps a letter, and a short number. */
const FIRST = /^(.{0,60}?[A-Za-z\d][\s-])([A-Za-z]?)(\d{1,2}(?:\.\d+)?)(?!\d)[\w.-]*(?: [A-Za-z]\w*)?$/;
const NEXT = /^([A-Za-z]?)\d{1,2}(?:\.\d+)?(?!\d)[\w.-]*(?: [A-Za-z]\w*)?$/;
/** "70b" is a size, and "7b" behind a bar the name of a repository. */
const SIZE = /^\d+(?:\.\d+)?b(?![\w])/i;
const MOST = 10;

/**
 * The models of a name that bars take apart: "glm-4.5/4.6/5", "Claude Sonnet 4.5/4.6", "deepseek-v4-flash/v4-pro". What
 * stands behind a bar begins with a version and leaves out what the first name has before its own. A path
 * (`acme/model-1`) is one name.
 *
 * @returns the names in order; the text alone where its bars are none of these
 */
export function takenApart(text: string): string[] {
  if (!text.includes("/")) return [text];
  const parts = text.split("/").map((part) => part.trim());
  // "zai/glm-4.5/4.6": the maker's part of a path belongs to the first name.
  const makers = parts.findIndex((part) => /\d/.test(part));
  const first = parts.slice(0, makers + 1).join("/");
  const others = parts.slice(makers + 1);
  const [, before, letter] = FIRST.exec(first) ?? [];
  if (before === undefined || letter === undefined || others.length === 0 || others.length > MOST) return [text];
  const fits = (part: string) => {
    const own = NEXT.exec(part)?.[1];
    return own !== undefined && own.toLowerCase() === letter.toLowerCase() && !SIZE.test(part);
  };
  return others.every((part) => fits(part)) ? [first, ...others.map((part) => before + part)] : [text];
}
