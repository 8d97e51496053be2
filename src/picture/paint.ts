import { HEIGHT, type Node, WIDTH } from "./draw.ts";
import { fontsFor } from "./fonts.ts";

/** A drawn tree as a PNG. Heavy: half a second of computing at first, 80 ms later; the worker calls it. */
export async function paint(tree: Node): Promise<Buffer> {
  const [{ default: satori }, { Resvg }, fonts] = await Promise.all([
    import("satori"),
    import("@resvg/resvg-js"),
    fontsFor(wordsOf(tree)),
  ]);
  const svg = await satori(tree as Parameters<typeof satori>[0], { width: WIDTH, height: HEIGHT, fonts });
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

function wordsOf(node: Node): string {
  return (node.props.children ?? []).map((child) => (typeof child === "string" ? child : wordsOf(child))).join(" ");
}
