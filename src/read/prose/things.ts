import type { NameMention } from "../names/index.ts";
import type { Clause } from "./clauses.ts";
import type { Cue } from "./lexicon.ts";
import type { Role } from "./roles.ts";

/** Words that hang a model on a thing: "the field for x", "the field `top_k` of x", "le paramètre de x", "x的字段". */
const LINK =
  /^[\s`"'“]*(?:[\w.=:-]{0,40}[_.=\d][\w.=:-]{0,40}[`"'”]?\s+)?(?:(?:support|handling|settings?|values?) )?(?:of \d{1,3} ?(?:%|percent|per cent) )?(?:(?!off\s)(?:for|of|in|on|with|to|from|by|für|von|bei|in|auf|zum?|der|des|de|d[’']|du|pour|dans|sur|para|en|del|di|per|su|do|da|no|na|em|の|的)\s*)(?:the |all |your |our |its |[\p{L}]+ ){0,3}[`"'“]*$/u;
const NEAR = 45;
/** "Update your x endpoints before …" speaks of x, not of endpoints. */
const CALLED = /^endpoints?$/;
/** "Requests to this model" fail where the model ends. */
const CALLS = /^requests? to$/;
/** "Dropped from": the verb's own word, without which it would stand behind it. */
const FROM_INSIDE = / from$|$/u;
const FROM =
  /^ d[’'][`"“]?$|^ (?:from|for|in|on|of|aus|bei|für|de|du|des|dans|pour|del|para|en|da|do|di|dal|per|su) (?:the |all |our )?[`"'“]?$/u;
/** "x is ignored by a and b, and fails from …": what a model does with a thing is said of the thing. */
const BY_WHOM =
  /^[\s`"'”]{0,3}(?:is|are|was|were|wird|werden|wurde|est|sont|sera|es|son|será|é|são|è|sono)(?: \p{L}{2,20}){0,3} (?:by|von|par|por|pel[oa]|da|dal|dai)(?: (?:the|all))?\s[`"'“]?$/u;
/** "no longer accepted by x": the model is where it ends, not what ends. */
const BY =
  /^\s*(?:by|par|por|pelo|pela|da|do|von|bei|in|for|on|with|within|dans|pour|en|para|em|per|su|sur)\s|^[\s,,]{0,2}(?:涉及|影响|针对|适用于|対象は)/u;

/** True when what ends in this statement is a price, a parameter, an endpoint, a plan: a thing beside the models named. */
export function endsSomethingElse(clause: Clause, plain: string, roles: Map<NameMention, Role>): boolean {
  const end = clause.off[0] ?? clause.until[0] ?? clause.deprecate[0];
  if (end === undefined || clause.things.length === 0) return false;
  const names = clause.names.filter((name) => roles.get(name) !== "replacement");
  if (failsWithinLimits(end, names, plain)) return true;
  const things = clause.things.filter(
    (thing) =>
      !(
        CALLS.test(plain.slice(thing.start, thing.end)) &&
        [...clause.anaphor, ...clause.names].some((cue) => cue.start >= thing.end && cue.start - thing.end <= 3)
      ) &&
      !(
        CALLED.test(plain.slice(thing.start, thing.end)) && /models? $/.test(plain.slice(thing.start - 7, thing.start))
      ) &&
      // "stellt x ein": what stands inside of the verb is what it speaks of, but for "steht in x nicht mehr bereit".
      !names.some(
        (name) =>
          name.start >= end.start &&
          name.end <= end.end &&
          thing.end <= end.start &&
          !PLACED.test(plain.slice(end.start, name.start)),
      ) &&
      !(
        CALLED.test(plain.slice(thing.start, thing.end)) &&
        clause.until.some((cue) => thing.start >= cue.start && thing.end <= cue.end)
      ),
  );
  if (isPlace(things, names, end, plain)) return false;
  if (isTopicBefore(things, clause, plain)) return true;
  // "…the thinking mode of y, and this name ends": what is said of the name.
  const [said] = clause.anaphor.filter((cue) => cue.end <= end.start).slice(-1);
  // "Existing certificates are valid until they lapse": the certificates, where nothing else is named.
  const stand =
    said !== undefined && names.length === 0 && PRONOUN.test(plain.slice(said.start, said.end)) ? undefined : said;
  return things.some(
    (thing) =>
      !(stand !== undefined && thing.end <= stand.start && !OF_THEM.test(plain.slice(thing.end, stand.start))) &&
      isSubject(thing, end, names, plain),
  );
}

/** Before a name inside of a verb: where a thing ends, and not what. */
const PLACED = /\s(?:in|im|für|bei|mit|auf|unter)(?: (?:der|dem|den|das|die))? ?[`"'„“]?$/u;

const TOPIC = /^[`"'”」]?(?:이|가|은|는|が|は)/u;
const MARKED = /^[`"'”」)]?(?:이|가|은|는|을|를|도|が|は|を|も)/u;

/** "제미나이 3 플래시가 … 모든 기능에서 빠진다": the model has the mark of the subject, and no thing has one of its own. */
function isPlace(things: readonly Cue[], names: readonly NameMention[], end: Cue, plain: string): boolean {
  const first = things[0];
  return (
    first !== undefined &&
    names.some((name) => name.end <= first.start && TOPIC.test(plain.slice(name.end, name.end + 2))) &&
    things.every((thing) => thing.end <= end.start && !MARKED.test(plain.slice(thing.end, thing.end + 2)))
  );
}

/** "旧アプリは7月29日に終了し、xは新アプリで使える": the topic of the first part is what ends in it. */
function isTopicBefore(things: readonly Cue[], { off, names }: Clause, plain: string): boolean {
  const [end] = off;
  const [first] = names;
  if (end === undefined || first === undefined || first.start < end.end) return false;
  if (!plain.slice(end.end, first.start).includes("、") || off.some((cue) => cue.start >= first.start)) return false;
  return things.some((thing) => thing.end <= end.start && /^[はがも]/.test(plain.slice(thing.end, thing.end + 1)));
}

/** "The price list for both ends": the list, and not both. */
const OF_THEM = /^ (?:\p{L}+ )?(?:for|of|on|in|to|from|behind) (?:the )?$/u;
const PRONOUN = /^(?:they|it|them)$/u;

/** "Requests to x above 200k tokens are answered with an error": some of them, and the model goes on. */
const SOME_REQUESTS = /(?<!\p{L})(?:requests?|calls?|prompts?|inputs?|messages?|jobs?|payloads?)(?!\p{L})/u;
const WITHIN_LIMITS =
  /(?<!\p{L})(?:(?:that|which) (?:go|goes|exceed|exceeds|set|sets|send|sends|contain|contains|carry|carries|include|includes|pass|passes|are (?:larger|longer|bigger))|above|over|beyond|past|exceeding|longer than|larger than|bigger than|more than|without|containing|that lack)(?!\p{L})/u;

function failsWithinLimits(end: Cue, names: readonly NameMention[], plain: string): boolean {
  const before = names.filter((name) => name.end <= end.start);
  const [first, last] = [before[0], before.at(-1)];
  if (first === undefined || last === undefined) return false;
  return (
    SOME_REQUESTS.test(plain.slice(Math.max(0, first.start - 40), first.start)) &&
    WITHIN_LIMITS.test(plain.slice(last.end, end.start))
  );
}

/** "The beta that opened a million tokens on x and y is retired": what is told of the beta in passing. */
const THAT =
  /^ (?:that|which) (?![^,;.]{0,30}(?:call|use|hit|run|rely|relies|depend|send|name|pin|point|serve|ask|query|request)s? )[^,;.]{3,90}$/u;

/** "They end on 1 July, in every region": where, and not what. */
const WHERE =
  /\s(?:in|across|at|on|under|through|via|for|throughout|from) (?:every|all|each|any|both|the same|all of the) (?:\p{L}+ )?$/u;

/** "…are no longer available in the playground and API: a and b": the place that listed models leave. */
const LEAVING = /^ (?:in|from|on|via|through|within) /u;

/** "…is 5 August, so plan both moves": another statement. */
const NEXT = /,\s(?:so|and|but|which|while|und|aber|also|et|mais|donc|y|pero|así que|e|mas|portanto|ma|quindi)\s/u;
const AFTER =
  /\s(?:after|before|than|nach|vor|als|après|avant|que|después de|antes de|depois d|dopo|prima d\p{L}*)(?: \p{L}{2,4})?\s$/u;

/** What joins a list's last member, which is a thing of its own and no part of the model before it. */
const AND =
  /(?:^|[\s,,、])(?:as well as|and|sowie|und|ainsi que|et|así como|y|assim como|e|nonché|ed|そして|および|及び|ならびに|以及|及其|及|和|및|그리고)(?=[\s\u3041-\u30FA\u4E00-\u9FFF]|$)/u;

const SAME_AS_MODEL = /^(?:endpoints?|deployments?)$/;

/** "The header x is switched off on 30 April for y": y is whom the thing ends for. */
const FOR = /\s(?:für|for|pour|para|per)(?: (?:the|die|das|den|alle|all|les?|los|las|os|as|i|gli))?[\s`"'“]{1,2}$/u;

const OUT_OF = /^(?:[^.。]{0,40}(?:등|など) ?[^.。]{0,10})?(?:에서|からも?(?!の))/u;

/** What stands before a noun, and never before a part of a verb. */
const DETERMINER =
  /(?<!\p{L})(?:(?:d(?:er|ie|as|en|em|es)|(?:s?ein|ihr|unser)\p{L}{0,2})(?: \p{L}{2,}e[nmrs]?)?|the|its|our|les?|la|el|los|las|os?|as?|il|lo|gli|i) $/u;

/** "The service for x ends" is the end of x. */
const SERVICE =
  /^(?:service|support|access|dienst|servizi|servici|serviç|supporto|soporte|suporte|サービス|서비스|服务)/u;

/** "Retiring the x batch endpoint", "the x chat completions API": one or two words of the thing's own, and no joint. */
const COMPOUND = /^[`"'”]? (?:[\p{L}\d]+[ -]){1,3}$/u;
const JOINT =
  /(?<!\p{L})(?:models?|previews?|snapshots?|versions?|old|legacy|and|or|in|on|at|for|from|of|with|via|through|as|to|by|is|are|will|our|the|your|its|before|after|now|und|oder|an|auf|für|von|mit|bei|über|aus|am|zum)(?!\p{L})/u;
/** "停售x产品": the model itself. */
const OF_MODELS = /^(?:产品|功能|接口|產品)$/u;
/** "停止x代币交易": without blanks the thing stands right behind the name. */
const TOUCHES = /^[`"'”」』]?[旧老]?$/u;
const isCompound = (between: string): boolean =>
  TOUCHES.test(between) || (COMPOUND.test(between) && !JOINT.test(between));

const OF_NAME = /^[`"'”」』]?(?:の(?:旧|古い|一部の)?|의 (?:구형 |옛 |일부 )?)$/u;

function isSubject(thing: Cue, end: Cue, names: readonly NameMention[], plain: string): boolean {
  // "Am 31. August läuft die Preisliste aus": what stands inside of the verb ends, unless a model does.
  if (thing.start >= end.start && thing.start < end.end)
    return (
      DETERMINER.test(plain.slice(end.start, thing.start)) &&
      !names.some((name) => name.start >= end.start && name.end <= end.end)
    );
  const before = names.filter((name) => name.end <= end.start);
  if (thing.start >= end.end) {
    // "goes on the 16th, three days after the app": when, not what.
    if (AFTER.test(plain.slice(end.end, thing.start)) || NEXT.test(plain.slice(end.end, thing.start))) return false;
    if (WHERE.test(plain.slice(end.end, thing.start))) return false;
    const below = names.find((name) => name.start >= thing.end);
    if (
      below !== undefined &&
      LEAVING.test(plain.slice(end.end, thing.start)) &&
      /:\s/.test(plain.slice(thing.end, below.start))
    )
      return false;
    if (
      !OF_MODELS.test(plain.slice(thing.start, thing.end)) &&
      names.some(
        (name) => name.start >= end.end && name.end <= thing.start && isCompound(plain.slice(name.end, thing.start)),
      )
    )
      return true;
    const between = names.some(
      (name) =>
        name.start >= end.end &&
        name.end <= thing.start &&
        // "終わるのはxの旧エンドポイントだけ": the thing is x's.
        !OF_NAME.test(plain.slice(name.end, thing.start)),
    );
    // "retiring two endpoints: x and y": they are called by their models.
    const listed = names.find((name) => name.start >= thing.end);
    if (
      listed !== undefined &&
      SAME_AS_MODEL.test(plain.slice(thing.start, thing.end)) &&
      /:\s[`"'“]?$/.test(plain.slice(thing.end, listed.start))
    )
      return false;
    return before.length === 0 && !between && thing.start - end.end <= NEAR;
  }
  const behind = names.filter((name) => name.start >= thing.end && name.end <= end.start);
  // "From chat, agent mode and all other functions x goes": where it goes from.
  const next = names.find((name) => name.start >= thing.end);
  const out = OUT_OF.exec(plain.slice(thing.end, Math.min(end.start, next?.start ?? end.start)));
  if (out !== null) return false;
  if (behind.length === 0) {
    const owner = before.findLast((name) => name.end <= thing.start);
    // "The x parameter was removed from y": y is what it was a part of.
    const whole = names.find((name) => name.start >= end.end);
    if (
      owner === undefined &&
      whole !== undefined &&
      FROM.test(FROM_INSIDE.exec(plain.slice(0, end.end))?.[0] + plain.slice(end.end, whole.start))
    )
      return end.start - thing.end <= NEAR;
    if (owner === undefined)
      return (
        end.start - thing.end <= NEAR &&
        !names.some(
          (name) => name.start >= end.end && name.start - end.end <= 30 && !BY.test(plain.slice(end.end, name.start)),
        )
      );
    // "your x endpoints": where one model is called, which is the model.
    // "x, y and the route z end": each of them does.
    if (AND.test(plain.slice(owner.end, thing.start))) return false;
    if (thing.start - owner.end <= 2 && SAME_AS_MODEL.test(plain.slice(thing.start, thing.end))) return false;
    return thing.start - owner.end <= 30 && end.start - thing.end <= NEAR;
  }
  const first = behind[0];
  if (SERVICE.test(plain.slice(thing.start, thing.end))) return false;
  return (
    first !== undefined &&
    [LINK, FOR, BY_WHOM, THAT].some((link) => link.test(plain.slice(thing.end, first.start))) &&
    !before.some((name) => name.end <= thing.start)
  );
}
