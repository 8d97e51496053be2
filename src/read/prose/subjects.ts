import type { NameMention } from "../names/index.ts";
import { isForWhom, isInTaleOf } from "./beside-end.ts";
import type { Clause, ReadSentence } from "./clauses.ts";
import { isOfItsEnd } from "./implied.ts";
import type { CueFinder } from "./lexicon.ts";
import { AHEAD } from "./lists.ts";
import { hangsOnNoun, isEndOfNoun } from "./noun-phrases.ts";
import { type Memory, newIn } from "./memory.ts";
import { isAim } from "./deadline.ts";
import { hasOwnSubject, isOfAnotherKind, isOfOlder, speaksOfOlder } from "./own-subject.ts";
import { ofTwo } from "./older-one.ts";
import { listed, type Role } from "./roles.ts";
import { beginsWithVerb } from "./verb-first.ts";

const SPEAKS =
  / (?:announced|added|confirmed|said|says|saying|noted|showed|claims?|sagte?|hieß|indiquait|decía|dizia|diceva)(?: that)? /;

/** "x? Retired as of D.": a participle that opens its sentence goes on about what was named. */
const OF_WHAT_IS_ASKED =
  /^\s*(?:now |already )?(?:retired|removed|gone|discontinued|shut down|switched off|turned off|withdrawn|decommissioned|sunset) (?:as of|on|from|since|in|effective)(?!\p{L})/u;

const LABEL = /^\s*(?:[-*•·‣–—|]\s+)?[\p{L} -]{3,40}[:\uFF1A]\s/u;

/** "- Decommissioned: 17 July": a label and its day, said of what the lines above are about. */
const isLabelled = ({ plain }: ReadSentence, { off, start, end }: Clause): boolean =>
  off[0] !== undefined && off[0].start - start <= 20 && LABEL.test(plain.slice(start, end));

/** "The model ends on 1 May, which touches whoever builds on x": a remark behind the statement. */
const ASIDE = /\d[^,]{0,12}, (?:[\p{L}’']+ ){2}/u;

/** "It ended yesterday, along with x": both did. */
const ALONG =
  /(?:along with|together with|as (?:did|does|will)|zusammen mit|mitsamt|ebenso wie|ainsi que|en même temps que|tout comme|junto (?:con|com)|igual que|assim como|insieme a|così come|连带|连同|以及|とともに|と共に|와 함께|과 함께)\s?[`"'“「]?$/u;

/** "A chatbot powered by x": x is what another thing is made of. */
const BUILT_ON =
  /(?:(?:powered by|based on|built (?:on|with)|basierend auf|setzt auf|basée?s? sur|repose sur|basad[oa]s? en|funciona con|basead[oa]s? em|basat[oaie] su)(?: the| den| das| le| el| o| il)? [`"'“]?|(?:接入|搭载|集成|搭載した|基于)[「“`]?\s?)$/u;

/** "To free up capacity for x we retire y": x is why, and not who. */
const ROOM_FOR =
  /(?:(?<!\p{L})(?:capacity|room|space|resources|compute|headroom|gpus?|platz|raum|kapazität\p{L}*|ressourcen|rechenleistung|(?:de la )?place|capacités?|ressources|puissance|espacio|sitio|hueco|capacidad|recursos|espaço|lugar|spazio|posto|capacità|risorse|risorsa) (?:for|für|zugunsten von|pour|à|au|aux|para|al?|ao|per|a|alla)(?: the| das| den| die| la| le| o| el| il)?(?: new\p{L}*| neue\p{L}*| nouve\p{L}*| nuev\p{L}*| nov\p{L}*| nuov\p{L}*)? [`"'“]?|(?:留给|让给|腾给|让位(?:给|于)|集中(?:到|在))\s?[`"'“「]?)$/u;
/** The same where the words stand behind the name. */
const ROOM_BEHIND =
  /^[`"'”」]?\s?(?:腾出?|让路|让位|让出|に(?:リソース|計算資源|資源|道)を|のため(?:の|に)(?:リソース|計算資源|容量|空き)|에 (?:자원|자리|용량|연산)|을 위(?:한|해)|를 위(?:한|해))/u;

/** "xで作ったバッチは", "x를 쓰는 상담 앱이": what was made with x has the mark of the subject. */
const MADE_WITH =
  /^[`"'”」』]?(?:(?:で(?:作っ|動い|動く|動か|回し|書い|生成し|構築し|運用し|走ら)|を(?:使っ|用い|利用し|採用し|搭載し|組み込ん))[^。、]{0,4}(?!.{0,3}(?:リクエスト|呼び出し|コール|お客|ユーザ|皆|方|開発))\S{1,12}[はがを]|로 (?:만든|돌리던|돌린|구축한|작성한|생성한) (?!요청|호출)|(?:를|을) (?:쓰는|쓴|활용한|탑재한|적용한|다룬|다루는|담은|판매하던|판매한|판매하는|소개한|소개하는|만든|개발한|이끈|훈련한|평가한|비교한) (?!고객|분|사용자|이용자|개발자|곳|팀|조직|프로젝트|요청|호출))/u;

const BETWEEN =
  /(?:(?:distinction|difference) between|(?:unterschied|unterscheid\p{L}*) zwischen|(?:distinction|différence) entre|(?:distinción|diferencia) entre|(?:distinção|diferença) entre|(?:distinzione|differenza) (?:tra|fra))[^.;]{0,20}$/u;

const TWO =
  /^(?:both|(?:the|these|those) (?:two|pair)|beide|die beiden|les deux|ces deux|tous deux|ambos|l[oa]s dos|(?:os|as) dois|entramb|i due|(?:这|那)?(?:两|二)|両|둘|두)/u;

/** "gpt-4系列里的x", "gpt-4シリーズのx": the family that the one behind it is of. */
const FAMILY_OF =
  /^[`"'”」]?\s?(?:(?:系列|家族)(?:里|中|内|之中|当中)?的?|(?:シリーズ|ファミリー)(?:の|のうち|で)|(?:시리즈|제품군)(?:의| 중))\s?[`"'“「]?$/u;

const isFamilyOf = ({ end }: NameMention, names: readonly NameMention[], plain: string): boolean => {
  const next = names.find((name) => name.start >= end);
  return next !== undefined && FAMILY_OF.test(plain.slice(end, next.start));
};

/** "留给x的时间不多了": what is left to it is time. */
const TIME_LEFT = /^[`"'”」]?\s?的(?:时间|日子)/u;

const isRoomFor = ({ start, end }: NameMention, plain: string): boolean =>
  (ROOM_FOR.test(plain.slice(Math.max(0, start - 40), start)) && !TIME_LEFT.test(plain.slice(end, end + 6))) ||
  ROOM_BEHIND.test(plain.slice(end, end + 16));

/** "The same model" is the one that ends, whatever was named since. */
const SAME_MODEL =
  /(?<!\p{L})(?:the same models?|dasselbe modell|(?:die|den)selben modelle|le même modèle|les mêmes modèles|(?:el|los) mismos? modelos?|(?:o|os) mesmos? modelos?|(?:lo stesso modello|gli stessi modelli))(?!\p{L})|(?:同一|相同|同款)(?:个|款)?模型|同じモデル|같은 모델/u;

const count = (names: readonly NameMention[]): number => new Set(names.map((name) => name.key)).size;

const ONE =
  /^(?:it|this model|that model|es|dieses modell|il|elle|ce modèle|este modelo|ele|esse modelo|questo modello)$/u;

/** Stands for one model. */
const SINGLE =
  /^(?:it|(?:this|that|the) model|es|(?:das|dieses) modell|(?:le|ce) modèle|(?:el|este|ese) modelo|(?:o|este|esse) modelo|(?:il|questo) modello|(?:この|当該|同|本)モデル|(?:该|此|这款)模型|(?:해당|이) ?모델)$/u;

/** "If you use x, you need not change a thing, but it will end on D": "it" is one, and one is named before in its sentence. */
function oneBefore(
  anaphor: Clause["anaphor"],
  { plain, names }: ReadSentence,
  roles: ReadonlyMap<NameMention, Role>,
): NameMention[] {
  const stand = anaphor.find((cue) => ONE.test(plain.slice(cue.start, cue.end).trim()));
  if (stand === undefined) return [];
  const before = names.filter((name) => name.end <= stand.start && roles.get(name) === "plain");
  return count(before) === 1 ? before : [];
}

/** Whom "both" stands for: the topic, or the two that were named last where the topic is not two. */
function meant(
  { anaphor, off }: Clause,
  sentence: ReadSentence,
  { topic, kept, last, fresh }: Memory,
  roles: ReadonlyMap<NameMention, Role>,
): NameMention[] {
  const { plain } = sentence;
  if (last !== null && SAME_MODEL.test(plain)) return last.names;
  const [end] = off;
  const turn = anaphor
    .map((cue) => plain.slice(cue.start, cue.end))
    .find((text) => FORMER.test(text) || LATTER.test(text));
  // "Users of a should go to b by D, when the former ends": of two in its own sentence.
  const before = sentence.names.filter((name) => anaphor.some((cue) => name.end <= cue.start));
  const pair = [before, topic].find((names) => count(names) === 2) ?? [];
  if (turn !== undefined && pair.length > 0) return pair.slice(...(FORMER.test(turn) ? [0, 1] : [-1]));
  const old = topic.filter((name) => !fresh.has(name.key));
  const single = anaphor.some((cue) => SINGLE.test(plain.slice(cue.start, cue.end).trim()));
  // "Since x came, few call y. We will remove the model": what was launched is not the one that goes.
  if (old.length > 0 && old.length < topic.length && (speaksOfOlder(plain) || single)) return old;
  const one = oneBefore(anaphor, sentence, roles);
  const family = one.some(({ key, several }) => several || topic.some((name) => name.key.startsWith(`${key} `)));
  if (one.length > 0 && count(topic) > 1 && !family) return one;
  const both = anaphor.some(
    (cue) => (end === undefined || cue.start < end.start) && TWO.test(plain.slice(cue.start, cue.end)),
  );
  // "Until now you could still use x. That ends on D.": of what was said to be there.
  const isOne = (text: string) => THAT.test(text) || (ONE.test(text) && count(kept) === 1);
  if (topic.length === 0 && anaphor.some((cue) => isOne(plain.slice(cue.start, cue.end).trim()))) return kept;
  return both && count(topic) !== 2 && count(kept) === 2 ? kept : topic;
}

const THAT = /^(?:that|this)$/u;
/** "The former … the latter …". */
const FORMER =
  /^(?:the former|erster(?:e[rnms]?|es)|le premier|la première|el primero|la primera|o primeiro|a primeira|il primo|la prima|前者|전자)$/u;
const LATTER =
  /^(?:the latter|letzter(?:e[rnms]?|es)|ce dernier|cette dernière|le second|la seconde|este último|esta última|el segundo|la segunda|o segundo|a segunda|quest['’]ultim[oa]|il secondo|la seconda|后者|後者|후자)$/u;

/** "x, the cheapest thing it ever sold, follows on 20 April": "it" is said in passing, between a name and its verb. */
function isInAside(
  { start, end }: { start: number; end: number },
  names: readonly NameMention[],
  verb: number,
  plain: string,
): boolean {
  const owner = names.findLast((name) => name.end <= start);
  if (
    owner === undefined ||
    !/^[`"'”)]?, (?!(?:and|but|so|und|aber|et|mais|y|pero|e|mas|ma) )/.test(plain.slice(owner.end, start))
  )
    return false;
  return /,\s$/.test(plain.slice(end, verb)) && !/[.;:]/.test(plain.slice(owner.end, verb));
}

const TOO = /也(?:一样|是|同样|如此|跟着)|同样|同理|亦然/u;

/** "x now leads to y, and this name will end": it is said of x. */
const NAMES = /名字|名称|别名|名前|이름|names?|aliase?s?|bezeichnung|namen?|noms?|nombres?|nomes?|nomi/u;
const LEADS_TO =
  /(?:对应|指向|映射到|转到|を指し|に対応|(?:lead|point|map|resolve|correspond)(?:s|ing)? to|(?:zeigt|zeigen|verweist|verweisen|führt|führen)(?: \p{L}+)? auf|(?:pointe|mène|renvoie)(?:nt)? (?:vers|à)|(?:apunta|lleva|corresponde)n? a|(?:aponta|leva)m? (?:para|a)|punta(?:no)? a)\s?[`"'“「]?$/u;

/** What hangs a name on another one: "GPT-4oと同じ調子のx", "GPT-4o를 그대로 옮긴 x". */
const QUALIFIES =
  /^[`"'”」』]?(?:と(?:ほぼ)?(?:同じ|同様の|同等の|似た)|に(?:よく)?似た|を(?:ベース|もと|元|土台)に|から派生|の(?:後継|代わり|兄弟|派生)|より(?![前後])|並みの|와 (?:거의 )?(?:같은|똑같은|비슷한|유사한)|과 (?:거의 )?(?:같은|똑같은|비슷한|유사한)|를 (?:그대로|바탕|기반|토대)|을 (?:그대로|바탕|기반|토대)|의 (?:후속|후계|파생)|보다 |처럼 |만큼 |에서 (?:파생|갈라))/u;
const SUBJECT_MARK = /^[`"'”」』)）]{0,2}(?:は|が|も|を|이|가|은|는|을|를|도)/u;

/** Without the names that only tell what kind of model the marked one behind them is. */
function withoutQualifiers(
  names: readonly NameMention[],
  end: { start: number },
  { plain, clauses }: ReadSentence,
): NameMention[] {
  const last = names.findLast(
    (name) => name.end <= end.start && SUBJECT_MARK.test(plain.slice(name.end, name.end + 4)),
  );
  if (last === undefined) return [...names];
  const days = clauses.flatMap((clause) => clause.dates);
  return names.filter(
    (name) =>
      name.end > last.start ||
      !QUALIFIES.test(plain.slice(name.end, name.end + 12)) ||
      days.some((day) => day.start >= name.end && day.end <= last.start),
  );
}

/** "His last day", "her retirement": a person's. */
const PERSONAL = /(?<!\p{L})(?:his|her|my|your|hers) (?:[\p{L}-]+ ){0,2}$/u;

/** "x's sibling y": of y. */
const KIN =
  /^[`"'”]?['’]s (?:[\p{L}-]+ ){0,2}(?:siblings?|twins?|cousins?|relatives?|successors?|predecessors?|brothers?|sisters?|little (?:brother|sister)),? [`"'“]?$/u;

const ITS_VERB = /^(?:it|this|that)$/u;

/** A part of a sentence that begins with its verb. */
const GOES_ON =
  /^[\s,;—–-]*(?:and|but|then|before|and then)(?: (?:then|finally|both|now))? (?:is|are|will|would|gets?|goes?|leaves?|ends?|retires?|disappears?|stops?|shuts?|being|going|leaving|ending)(?!\p{L})/u;

/** "My job died because x timed out": such a verb has its subject before it, and that is no model. */
export function endsOther({ names, anaphor, off, start }: Clause, { plain }: ReadSentence): boolean {
  const [end] = off;
  return (
    end !== undefined &&
    names.length > 0 &&
    anaphor.length === 0 &&
    names.every((name) => name.start >= end.end) &&
    INTRANSITIVE.test(plain.slice(end.start, end.end)) &&
    /\p{L}{2}.*\p{L}{2}/u.test(plain.slice(start, end.start))
  );
}

/** "You have until 1 July", "Available until …", "Calls are answered until …": said of what one may use. */
const SPEAKS_OF_USE =
  /(?<!\p{L})(?:you|your|customers?|users?|developers?|everyone|teams?|existing|available|access|support\p{L}*|calls?|requests?|traffic|use|migrat\p{L}*|mov(?:e|es|ed|ing)|switch\p{L}*|work(?:s|ing)?|answer\p{L}*|serv\p{L}*|callable|reachable|extend\p{L}*|runs?|running|online|live|old)(?!\p{L})/u;

const INTRANSITIVE =
  /^(?:die[sd]?|vanish(?:es|ed)|disappear(?:s|ed)|perish(?:es|ed)|expire[sd]|bows out|go(?:es)? (?:dark|away|offline|silent|quiet)|comes? to an end)$/u;

/** "2026年5月30日将下线" on a line without its full stop, and nothing beside: it heads what stands below it. */
function isDayHeading({ off, dates }: Clause, { text }: ReadSentence): boolean {
  const [day] = dates;
  if (day === undefined || day.start > 1 || text.length > 40 || /[.。!！,，、)）:：]\s*$/u.test(text)) return false;
  const rest = [...off, ...dates]
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return rest.replace(/[^\p{L}]/gu, "").length <= 3;
}

/** "x now points to it and will be shut down": "it" is where x leads to. */
const isLedTo = ({ start, end }: { start: number; end: number }, plain: string): boolean =>
  /^(?:it|them)$/u.test(plain.slice(start, end).trim()) &&
  /(?:point|map|redirect|route|resolve|lead|forward|correspond)(?:s|ed|ing)? to\s$/u.test(plain.slice(0, start));

const EXPLAINS = /^[`"'”]? [^.:;]{2,60}(?::|;| [—–-]) ?$/u;

/** Who ends here: the names of the statement, or what "both" and "the preview" stand for. */
export function subjects(
  clause: Clause,
  roles: Map<NameMention, Role>,
  memory: Memory,
  sentence: ReadSentence,
  cues: CueFinder,
): NameMention[] {
  const isNewHere = newIn(sentence, cues);
  const fresh = new Set(sentence.names.filter((name) => isNewHere(name)).map((name) => name.key));
  // "the new x (called y)": named again in other words it is as new.
  const inBrackets = ({ start }: NameMention) => /[((][^))]{0,12}$/u.test(sentence.plain.slice(0, start));
  const isNew = (name: NameMention) => isNewHere(name) || (fresh.has(name.key) && inBrackets(name));
  // "…redirect to x, and get billed at X's rates": named again it is still what takes over.
  const heirs = new Set(
    clause.names
      .filter((name) => roles.get(name) === "replacement" || isAim(name, clause, sentence))
      .map((name) => name.key),
  );
  const free = clause.names.filter(
    (name) =>
      !heirs.has(name.key) &&
      !isNew(name) &&
      !BUILT_ON.test(sentence.plain.slice(Math.max(0, name.start - 32), name.start)) &&
      !isRoomFor(name, sentence.plain) &&
      !isFamilyOf(name, clause.names, sentence.plain) &&
      !(cues.dropsSubjects && MADE_WITH.test(sentence.plain.slice(name.end, name.end + 30))) &&
      !clause.names.some((other) => other.start > name.end && KIN.test(sentence.plain.slice(name.end, other.start))),
  );
  // "x launched, and a slide said that y ends": who stands before the words of another speaker is not who ends.
  const speaker = free.findLastIndex((name, index) => {
    const next = free[index + 1];
    return next !== undefined && SPEAKS.test(sentence.plain.slice(name.end, next.start));
  });
  const told = free.slice(speaker + 1);
  const [leading] = told;
  // "The difference between a and b, which ends on …": it is said of the one that was named last.
  const parted = leading !== undefined && BETWEEN.test(sentence.plain.slice(0, leading.start));
  const all = parted ? told.slice(-1) : told;
  const end = clause.off[0] ?? clause.until[0] ?? clause.deprecate[0];
  if (end !== undefined && PERSONAL.test(sentence.plain.slice(Math.max(0, end.start - 40), end.start))) return [];
  if (end !== undefined && isEndOfNoun(end, clause, sentence.plain, cues.tag)) return [];
  const both = cues.dropsSubjects && end !== undefined ? withoutQualifiers(all, end, sentence) : all;
  const named = both.filter(
    (name) =>
      end === undefined ||
      !(
        isInTaleOf(name, end.start, sentence.plain, clause.start) ||
        hangsOnNoun(name, end, clause, sentence.plain, cues.tag)
      ),
  );
  if (
    named.length === 0 &&
    (both.length > 0 || isOfAnotherKind(sentence.text, memory.topic) || isOfOlder(sentence.text, memory))
  )
    return [];
  // "My job died because x timed out": what goes is named before such a verb.
  if (endsOther(clause, sentence)) return [];
  const [whom] = named;
  if (
    end !== undefined &&
    whom !== undefined &&
    isForWhom(whom, end.end, sentence.plain) &&
    clause.anaphor.some((cue) => cue.end <= whom.start && ITS_VERB.test(sentence.plain.slice(cue.start, cue.end)))
  )
    return memory.topic.filter((name) => named.every((other) => other.key !== name.key));
  const stand =
    end === undefined
      ? undefined
      : clause.anaphor
          .filter(
            (cue) =>
              cue.end <= end.start + 2 &&
              !AHEAD.test(sentence.plain.slice(cue.start, cue.end)) &&
              !isLedTo(cue, sentence.plain) &&
              !isInAside(cue, named, end.start, sentence.plain),
          )
          .at(-1);
  // "It and x go together", "this name ended last night, and so did x".
  if (cues.dropsSubjects && stand !== undefined && end !== undefined && memory.topic.length > 0) {
    const behind = named.filter((name) => name.start > stand.end);
    const [next] = behind;
    const beside = next !== undefined && next.start <= end.start && listed(sentence.plain, stand.end, next.start);
    const too = next !== undefined && next.start >= end.end && TOO.test(sentence.plain.slice(end.end, next.start));
    if ((beside || too) && behind.length === named.length) return [...memory.topic, ...behind];
  }
  const lastName = named.filter((name) => end === undefined || name.end <= end.start).at(-1);
  // "We have a and b; the older one ends on D": of two in the same sentence, and of two in the one before.
  const two = ofTwo(
    sentence.plain.slice(named.at(-1)?.end ?? clause.start, end?.start ?? clause.end),
    named.length > 0 ? named : memory.topic,
  );
  if (two !== null) return [two];
  if (
    stand !== undefined &&
    memory.topic.length > 0 &&
    (lastName === undefined ||
      (lastName.end <= stand.start && stand.start - lastName.end > (cues.dropsSubjects ? 6 : 12)))
  ) {
    const own = NAMES.test(sentence.plain.slice(stand.start, stand.end))
      ? named.filter(
          (name) => name.end <= stand.start && !LEADS_TO.test(sentence.plain.slice(0, name.start).slice(-24)),
        )
      : [];
    if (own.length > 0) return own;
    // "x gets more time: it goes on D.": the pronoun that explains what stands before the colon is of its subject.
    const [only, ...others] = named.filter((name) => name.end <= stand.start);
    if (only !== undefined && others.length === 0 && EXPLAINS.test(sentence.plain.slice(only.end, stand.start)))
      return [only];
    const along = (name: NameMention) =>
      name.start > stand.start && ALONG.test(sentence.plain.slice(Math.max(0, name.start - 28), name.start));
    if (named.length > 0 && named.every(along)) return [...memory.topic, ...named];
    const aside = (name: NameMention) => end !== undefined && ASIDE.test(sentence.plain.slice(end.end, name.start));
    if (named.every((name) => name.start < stand.start || aside(name))) return meant(clause, sentence, memory, roles);
  }
  if (named.length > 0) return named;
  const dated = clause.dates.length > 0 || cues.has("sameDay", sentence.plain.slice(clause.start, clause.end));
  if (AHEAD.test(sentence.plain.slice(clause.start, clause.end))) return [];
  if (
    clause.anaphor.length > 0 ||
    (clause.off.length > 0 && cues.has("possessive", sentence.plain.slice(clause.start, clause.end)))
  )
    return meant(clause, sentence, memory, roles);
  // "Both stay until 5 October, and are removed on the 6th": the subject stands in the part before.
  // "Notice - x - end of life: D - use y": so does that of a labelled day.
  const labelled = isLabelled(sentence, clause);
  if (dated && (labelled || (!cues.dropsSubjects && GOES_ON.test(sentence.plain.slice(clause.start, clause.end))))) {
    const part = sentence.clauses.findLast(
      (other) => other.end <= clause.start && other.names.length + other.anaphor.length > 0,
    );
    const told = (part?.names ?? []).filter((name) => roles.get(name) === "plain");
    if (part !== undefined && (told.length > 0 || !labelled)) return told.length > 0 ? told : memory.topic;
  }
  const ofMoney = /%|per ?cent|\$\d|(?:half|full) price/u.test(sentence.plain.slice(clause.start, clause.end));
  // Where every sentence has its subject, one that names nothing known is about something else.
  const implied =
    cues.dropsSubjects ||
    (clause.until.length > 0 &&
      (clause.things.length === 0 || clause.off.length > 0) &&
      !ofMoney &&
      (cues.tag !== "en" || SPEAKS_OF_USE.test(sentence.plain.slice(clause.start, clause.end)))) ||
    isOfItsEnd(sentence.plain.slice(clause.start, clause.end), clause) ||
    labelled ||
    OF_WHAT_IS_ASKED.test(sentence.plain.slice(clause.start, clause.end)) ||
    beginsWithVerb(clause, sentence.plain, cues.tag) ||
    cues.has("developer", sentence.plain.slice(clause.start, clause.end));
  if (cues.tag === "zh" && hasOwnSubject(clause, sentence.plain, clause.dates)) return [];
  if (cues.dropsSubjects && isDayHeading(clause, sentence) && memory.bullet !== sentence.paragraph - 1) return [];
  // "acme-2 is here. Switch to acme-2 before D.": what takes over has no end there.
  const topic = memory.topic.filter((name) => !heirs.has(name.key));
  if (topic.length < memory.topic.length && topic.length === 0) return [];
  return dated && implied ? (topic.length > 0 ? topic : memory.kept) : [];
}
