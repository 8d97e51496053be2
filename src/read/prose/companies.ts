import { surfaceOf } from "../../core/surface.ts";
import type { ReadSentence } from "./clauses.ts";
import type { Companies } from "./facts.ts";
import { isConsumer } from "./surfaces.ts";

/** Who serves other makers' models and little else: named alone in a text, it is who speaks. */
const isHost = (surface: string): boolean => surfaceOf(surface)?.serves === "host";

/** "The xAI developer team", "Ihr Cohere-Team": who signs a letter. */
const SIGNED =
  /(?<!\p{L})(?:teams?|crew|équipes?|equipos?|equipes?|squadra|cordialement|regards)(?!\p{L})|团队|敬上|チーム|事務局|サポート|팀|드림/u;

/** The company of the headline, who signs, the only host and the first company of the whole text: who speaks when no statement says it. */
export function companiesOf(sentences: readonly ReadSentence[]): Companies {
  const places = (some: readonly ReadSentence[]) =>
    some
      .flatMap((sentence) => sentence.clauses.flatMap((clause) => clause.surfaces))
      .filter((place) => !isConsumer(place.surface));
  const title = places(sentences.filter((sentence) => sentence.title)).find((place) => place.company);
  const all = places(sentences);
  const named = new Set(all.map((place) => place.surface));
  const [only] = named;
  const onlyHost = named.size === 1 && only !== undefined && isHost(only) ? only : null;
  const signed = sentences
    .slice(-3)
    .find(({ text, names }) => names.length === 0 && text.length <= 60 && SIGNED.test(text.toLowerCase()));
  const sender = signed === undefined ? undefined : places([signed])[0];
  return {
    titleCompany: title?.surface ?? null,
    sender: sender?.surface ?? null,
    onlyHost,
    anyCompany: all[0]?.surface ?? null,
  };
}
