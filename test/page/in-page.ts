/** Questions to a page, as text that the browser runs: what it measures there needs no types of the browser here. */

export const WIDTH = "document.documentElement.scrollWidth";

export const GROUND_BRIGHTNESS = `(() => {
  const parts = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number);
  return (parts[0] + parts[1] + parts[2]) / 3;
})()`;

export const FOCUS_OUTLINE = `(() => {
  const style = getComputedStyle(document.activeElement ?? document.body);
  return style.outlineStyle + " " + style.outlineWidth;
})()`;

export const UNNAMED_FIELDS = `[...document.querySelectorAll("input:not([type=hidden]), select")]
  .filter((one) => (one.labels[0]?.textContent ?? "").trim() === "").length`;

export const ADD_SCRIPT = `(() => {
  const script = document.createElement("script");
  script.textContent = "document.title = 'bad'";
  document.body.append(script);
  return document.title;
})()`;

/** Texts whose contrast to their ground is below 4.5 (WCAG 2.2, 1.4.3). */
export const FAINT_TEXTS = `(() => {
  const parse = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const light = (color) => {
    const [r, g, b] = color.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  const faint = new Set();
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "");
    if (!own || element.closest("svg, .skip") !== null) continue;
    const sides = [light(parse(getComputedStyle(element).color)), light(ground(element))];
    const contrast = (Math.max(...sides) + 0.05) / (Math.min(...sides) + 0.05);
    if (contrast < 4.5) faint.add((element.className || element.tagName) + " " + contrast.toFixed(2));
  }
  return [...faint];
})()`;
