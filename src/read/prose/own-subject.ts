import type { FoundDate } from "../dates/index.ts";
import type { Clause } from "./clauses.ts";

/**
 * Chinese leaves a subject out where it is the model spoken of before. Where a statement of an end has a subject of its own
 * that is no model ("the voucher", "the service desk", "the exam"), it is that thing's end.
 */

/** What a statement may have before its verb without naming anybody. */
const NOBODY =
  /正式|全面|彻底|完全|官方|官网|平台|自家|接口|开放|服务|模型|系统|同步|陆续|逐步|分批|一并|一起|一同|最终|最后|永久|届时|到期|随即|随后|直接|统一|自动|调用|请求|访问|全部|所有|老|旧|版本|名称|名字|别名|快照|时间|日期|日子|计划|预计|拟|宣布|公告|通知|表示|明确|确认|写道|显示|文档|控制台|邮件|消息|说明|页面|此后|之后|以后|之前|当天|当日|当晚|今天|明天|凌晨|零点|中午|晚上|深夜|午夜|早上|上午|下午|北京|太平洋|美东|美西|当地|区域|地区|租户|账户|客户|用户|开发者|入口|先后|那天|这天|该日|安排|根据|按照|已经|即将|马上|很快|准时|如期|预定|原定|仍|还|都|均|也|就|便|才|再|又|将|会|要|得|可|能|被|把|给|由|从|在|于|自|到|至|起|后|前|时|点|分|秒|整|前后|左右|为|是|的|了|和|与|及|并|且|而|则|但|不|无|没|有|定|写|上|下|中|里|内|外|其|它|它们|这|那|此|该|另|全|各|每|只|仅|最|约|一|二|两|三|四|五|六|七|八|九|十|个|款|周|月|日|年|号|天|季度|旬|初|底|末|使用|知道|得知|获悉|发现|翻看?|查看?|继续|无法|第|批|次|对应|相关|按|照|随|等|所|以|同|应|须|需|请|您|我们|他们|你们|公司|方面|企业|走|渠道|侧|边|开始|结束|过|完/gu;

/** How many letters of Han beyond those make a subject. */
const ENOUGH = 3;
const BREAK = /[,:;、。]/;

/** True when the part of the sentence right before the end names something of its own. */
export function hasOwnSubject(clause: Clause, plain: string, dates: readonly FoundDate[]): boolean {
  const [end] = [...clause.off, ...clause.until].toSorted((a, b) => a.start - b.start);
  if (end === undefined || clause.names.length > 0) return false;
  let from = end.start;
  while (from > clause.start && !BREAK.test(plain[from - 1] ?? "")) from -= 1;
  let before = plain.slice(from, end.start);
  for (const date of dates)
    if (date.start >= from && date.end <= end.start)
      before = before.slice(0, date.start - from) + " ".repeat(date.end - date.start) + before.slice(date.end - from);
  const rest =
    before
      .replace(/[“「(][^”」)]*[”」)]/g, "")
      .replace(NOBODY, "")
      .match(/\p{Script=Han}/gu) ?? [];
  return rest.length >= ENOUGH;
}

/** What a model has of its own whose end is the model's. */
const ITS_END =
  /^(?:模型|服务|支持|访问|调用|接口|api|请求|下线|下架|停用|停服|关停|关闭|退役|退场|终止|停止|淘汰|弃用|移除|替换|生命|寿命|旅程|使命|最后|倒计时|版本|快照|别名|名字|名称|名|预览|版|模型|正式|稳定|全系|两|三|四|五|六|七|八|九|几|多|终点|尽头|大限|死期|期限|时代|日子|历史|命运|推理|可用|使用|供应|部署|使用权|存取|开放|官方|在线|线上|云端|对外|用户|客户|开发者|企业|部分|相关|这|那|人|eol)/u;
const NOUN = /^[`"”」]?\s?的((?!是)[\p{Script=Han}a-z0-9_ ]{1,24})/u;

/** "x的旧密钥将于…失效", "不再接受x的订单": what ends is a thing that the model has. */
function endsItsThing(clause: Clause, plain: string): boolean {
  const end = clause.off[0] ?? clause.until[0];
  const name =
    end === undefined
      ? undefined
      : (clause.names.findLast((one) => one.end <= end.start) ?? clause.names.find((one) => one.start >= end.end));
  if (end === undefined || name === undefined) return false;
  const noun = NOUN.exec(plain.slice(name.end, name.end + 30))?.[1]?.trimStart();
  if (
    noun === undefined ||
    ITS_END.test(noun.replace(/^(?:旧|老|全部|所有|各|这些?|那些?|该|原)+(?:的|有的?)?/u, "") || "模型")
  )
    return false;
  // "使用x的应用会报错": what was built on it fails because it ends.
  if (/^(?:应用|程序|项目|代码|脚本)/.test(noun) && USES.test(plain.slice(0, name.start))) return false;
  // "停用x的那天": what stands behind the end and says when.
  if (name.start >= end.end)
    return (
      clause.things.some((thing) => thing.start - name.end <= 12 && thing.start >= name.end) ||
      isNounAlone(clause, plain, name.end)
    );
  // "x的大限是7月15日": the noun is the end itself.
  if (end.start - name.end <= 2) return false;
  // "…对应x的思考模式,这个名字将停用": another part of the sentence ends.
  let between = plain.slice(name.end, end.start);
  for (const { start, end: to } of clause.dates)
    if (start >= name.end && to <= end.start) between = between.replace(plain.slice(start, to), "");
  return !BREAK.test(between.replace(/,(?=[将会于在就]|$)/u, ""));
}

const USES = /(?<!(?:用|通过|经由)[^,;:。]{1,20})(?:使用|调用|依赖|基于|接入|指定)\s?[`"“「]?$/u;

/** What is no thing of a model: the end itself, when and why it is, and whoever ends it. */
const OF_THE_END =
  /^(?:那|这|一|时|\d)|(?:计划|安排|决定|消息|通知|公告|日期|时间|时刻|时间表|原因|理由|日子|影响|传闻|方案|进程|流程|步骤|提醒|说明|做法|事|新闻|运营|运作|运行|商用|销售|售卖|通道|大门|公司|厂商|厂家|平台|官方|团队|机构|企业|开发商|对话|会话)$/u;

/** "下线x的旧分词器下载链接。": all of the rest of the part is a thing that x has. */
function isNounAlone({ surfaces }: Clause, plain: string, from: number): boolean {
  const noun = /^[`"”」]?\s?的\s?([\p{Script=Han}a-z0-9_ ]{2,24})(?=[,;:。!]|$)/u.exec(plain.slice(from))?.[1];
  if (noun === undefined || OF_THE_END.test(noun)) return false;
  return !surfaces.some(({ start }) => start >= from && start <= from + noun.length + 3);
}

/** "把“复古”预设从应用中撤掉": what is taken away is named, and it is no model. */
function takesAnother({ off, names, start, dates }: Clause, plain: string): boolean {
  const [end] = off;
  if (end === undefined) return false;
  let from = end.start;
  while (from > start && !BREAK.test(plain[from - 1] ?? "")) from -= 1;
  const taken = /把(?![^]*把)([^]*?)(?:从|在|于|给|$)/u.exec(plain.slice(from, end.start))?.[1];
  if (taken === undefined) return false;
  const behind = plain.slice(end.end).search(/[,;:。]/);
  const to = behind < 0 ? plain.length : end.end + behind;
  if (names.some((name) => name.start >= from && name.end <= to) || dates.some(({ text }) => taken.includes(text)))
    return false;
  return (taken.replace(NOBODY, "").match(/\p{Script=Han}/gu) ?? []).length >= ENOUGH;
}

/** What a Japanese noun says of a model itself: its service, its versions, its end. */
const MODELS_OWN =
  /(?:モデル|api|版|バージョン|スナップショット|エイリアス|名|提供|供給|サポート|サービス|公開|利用|使用|アクセス|呼び出し|推論|運用|稼働|配信|ホスティング|受付|受け付け|リクエスト|取り扱い|対応|プレビュー|ga|終了|廃止|停止|引退|退役|シャットダウン|サンセット|eol|打ち切り|寿命|生涯|ライフサイクル|役目|役割|使命|命|幕|電源|電気|灯|明かり|火|扉|門|歩み|旅|物語|歴史|時代|期限|期間|時期|日|日程|予定|後継|代替|代わり|移行|置き換え|ほう|方|場合|うち|すべて|全て|全部|両方|双方|それぞれ|ほか|など|等|元|社|チーム|者|企業|会社|側|氏|陣|ユーザー|お客様|エンドポイント|シリーズ|ファミリー|系)$/u;
const NOUN_OF =
  /^[`"'”」』]?\s?の([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ーa-z0-9 ]{2,30}?)(?:(?:（[^）]{0,20}）|\([^)]{0,20}\)))?(?:のみ|だけ)?(?=[をはがも]|で[す、。]|だ[。、]|$)/u;

/** "xの週次レポートの提供を終える": what ends is a thing that x has; the head of a Japanese noun is its last word. */
function endsThingOf({ off, until, names, dates }: Clause, plain: string): boolean {
  const end = off[0] ?? until[0];
  const name = end === undefined ? undefined : (names.findLast((one) => one.end <= end.start) ?? names[0]);
  if (end === undefined || name === undefined) return false;
  const noun = NOUN_OF.exec(plain.slice(name.end, name.end + 48))?.[1];
  if (noun === undefined || dates.some((day) => day.start >= name.end && day.start <= name.end + noun.length + 2))
    return false;
  // "xのレポートが": such a noun stands right behind the name and before its verb.
  if (name.end <= end.start && /[、。]/.test(plain.slice(name.end, name.end + noun.length + 2))) return false;
  const own = noun.replace(/(?:の|を)?(?:一般|api)?(?:提供|サポート|サービス|公開|運用|配信|対応)$/u, "");
  return own !== "" && own.length >= 2 && !MODELS_OWN.test(own) && !/(?:へ|で|に|と|から|まで|向け)$/u.test(own);
}

const NAMES_THEM = /^,(?:(?:其中|具体|分别)?(?:涉及|包括|包含|影响|即|就是|也就是|是)|分别|具体|名单|它们)/u;

/** Words in Latin letters that a statement of a model's end may have without naming anything of its own. */
const NO_NAME = /^(?:apis?|eol|llms?|ai|utc|gmt|p[sd]?t|e[sd]?t|cst|jst|am|pm|models?|preview|beta|v\d+(?:\.\d+)*)$/;

/** "TLS 1.1", "/v1/completions", "Node.js": something that is no model, no company and no place. */
function namesOther(clause: Clause, plain: string, from: number, to: number): boolean {
  const known = [...clause.names, ...clause.dates, ...clause.surfaces, ...clause.off];
  return [...plain.slice(from, to).matchAll(/[a-z][a-z0-9_./+-]+/g)].some(({ index, 0: word }) => {
    const [start, end] = [from + index, from + index + word.length];
    return !NO_NAME.test(word) && !known.some((span) => span.start < end && span.end > start);
  });
}

/** "x不再支持某某参数": the object of such a verb is what x no longer has. */
function endsItsObject({ off, names, things }: Clause, plain: string): boolean {
  const [end] = off;
  if (end === undefined || !/(?:支持|提供|接受|受理|开放)$/.test(plain.slice(end.start, end.end))) return false;
  return (
    names.some((name) => name.end <= end.start) &&
    names.every((name) => name.end <= end.start) &&
    things.some((thing) => thing.start >= end.end && !/[,;:。并且和]/.test(plain.slice(end.end, thing.start)))
  );
}

/** "旧控制台6月30日下线,新版支持x": x stands in another part of the sentence, and what ends there is told. */
function endsBeforeNames(clause: Clause, plain: string): boolean {
  const end = clause.off[0] ?? clause.deprecate[0];
  const [first] = clause.names;
  if (end === undefined || first === undefined || first.start < end.end) return false;
  const comma = plain.slice(end.end, first.start).search(/[,;]/u);
  if (comma < 0 || NAMES_THEM.test(plain.slice(end.end + comma, first.start))) return false;
  let from = end.start;
  while (from > clause.start && !BREAK.test(plain[from - 1] ?? "")) from -= 1;
  const thing = clause.things.some((one) => one.start >= from && one.end <= end.start);
  const ends = clause.off.some((cue) => cue.start >= first.start);
  if (!ends && namesOther(clause, plain, from, end.end + comma)) return true;
  return thing || hasOwnSubject({ ...clause, dates: clause.dates, surfaces: [], names: [] }, plain, clause.dates);
}

/** "The parameter ends on 1 July for x": x is whom the thing ends for. */
function endsForModel(clause: Clause, plain: string): boolean {
  const [end] = clause.off;
  const name = end === undefined ? undefined : clause.names.findLast((one) => one.end <= end.start);
  if (
    end === undefined ||
    name === undefined ||
    !/(?:对|对于|针对|在)[`“「]?$/u.test(plain.slice(Math.max(0, name.start - 4), name.start))
  )
    return false;
  return clause.things.some((thing) => thing.end <= name.start && !/[,;]/.test(plain.slice(thing.end, name.start)));
}

/** "What really ends this month is the voucher": the subject stands behind. */
function isCleft(clause: Clause, plain: string): boolean {
  const end = clause.off.at(-1);
  if (end === undefined) return false;
  const behind = /^了?的[,:]?(?:其实|只|仅|才|恰恰|反倒|倒|主要)?(?:不)?是/.exec(plain.slice(end.end, end.end + 12));
  if (behind === null) return false;
  const name = clause.names.find((one) => one.start >= end.end && one.start - end.end <= 24);
  return name === undefined || /^[`"”」]?(?:的|送|附|自带|发)/.test(plain.slice(name.end, name.end + 4));
}

/** English sentences begin with a capital, unless they begin with something that is written as code. */
const CODE_FIRST =
  /^[`"“']?(?!(?:it|its|this|that|they|these|those|both|all|each|either|neither|which|who|there|then|access|support|service|availability|everything|everyone|models?)\b)[a-z][\w./-]{1,60}[`"”']? (?:(?:was|were|is|are|has been|have been|had been|will be|gets|got)(?: now| also| being)? )?(?:removed|retired|shut ?down|turned off|switched off|discontinued|sunset|decommissioned|withdrawn|dropped|disabled|deleted|deprecated|gone|no longer)(?!\p{L})/u;

/** "basic was removed on D", after a sentence about models: the word in code is what ended, whatever it is. */
export const beginsWithOther = ({ text, names }: { text: string; names: readonly unknown[] }): boolean =>
  names.length === 0 && CODE_FIRST.test(text);

const TESTS: Readonly<Record<string, readonly ((clause: Clause, plain: string) => boolean)[]>> = {
  zh: [isCleft, endsItsThing, endsItsObject, takesAnother, endsBeforeNames, endsForModel],
  ja: [endsThingOf],
};

/** True when the order of the words says that what ends is no model but a thing beside it, in languages that have such rules. */
export const isOfAnother = (clause: Clause, plain: string, tag: string): boolean =>
  TESTS[tag]?.some((test) => test(clause, plain)) ?? false;

const MODELS = "(?:models?|family|series|line-?up|modelle|mod[eè]les|modelos|modelli)";
/** "All Zorro models", "tous les modèles Zorro", "所有 Zorro 模型": a kind of models by its name. */
const KIND = new RegExp(
  [
    `(?<!\\p{L})(?:[Aa]ll|[Tt]he|[Oo]ur|[Oo]lder|[Ll]egacy|[Rr]emaining|[Bb]oth|[Ee]very|[Aa]lle|[Dd]ie)(?: (?:of )?(?:the|our|other|older|remaining))* (\\p{Lu}[\\p{L}\\d]{2,30})(?: |-)${MODELS}(?!\\p{L})`,
    `(?:[Tt]ous les|[Ll]es|[Tt]odos l?os|[Ll]os|[Oo]s|[Tt]utti i|[Ii]) ${MODELS} (?:de la serie )?(\\p{Lu}[\\p{L}\\d]{2,30})(?!\\p{L})`,
    "(?:所有|全部|すべての|全ての|全|모든)\\s?([A-Z][A-Za-z\\d]{2,30})\\s?(?:的|の)?(?:系列)?(?:模型|モデル|모델)",
  ].join("|"),
  "u",
);
/** Capitals that name no kind of model. */
const NO_KIND =
  /^(?:API|APIs|GPU|LLM|LLMs|GA|Preview|Beta|Legacy|Deprecated|Chat|Text|Base|Pro|Mini|Large|Small|Vision|Embedding|Embeddings|Foundation|Serverless|Partner|Marketplace)$/;

/** The kind that a sentence speaks of as a whole ("all Zorro models"): its name as it is written; null for none. */
export function kindIn(text: string): string | null {
  const found = KIND.exec(text);
  const kind = found?.[1] ?? found?.[2] ?? found?.[3];
  return kind === undefined || NO_KIND.test(kind) ? null : kind;
}

/**
 * True for a sentence on a kind of models that none of the models spoken of before belongs to: its "all models" are not
 * theirs.
 */
export function isOfAnotherKind(text: string, topic: readonly { name: string; text: string }[]): boolean {
  const own = kindIn(text)?.toLowerCase();
  return own !== undefined && topic.every(({ name, text: said }) => !`${name} ${said}`.toLowerCase().includes(own));
}

/** "Older models", "les anciens modèles", "旧モデル": those that came before. */
const OLDER =
  /(?<!\p{L})(?:older|previous|earlier|legacy) (?:[\p{L}-]+ )?models?(?!\p{L})|(?<!\p{L})(?:anciens? (?:\p{L}+ )?modèles?|modèles? (?:plus )?anciens?|(?:älter|früher|alt)e[rn]? (?:\p{L}+-?)?modelle?n?|modelos? (?:más )?(?:anteriores?|antiguos?|antigos?)|modelli (?:più )?(?:precedenti|vecchi))(?!\p{L})|(?:旧|以前の|従来の)(?:世代の)?モデル|(?:旧|老|早期|以前的?)(?:版)?模型|(?:이전|구형|기존|예전)(?: 세대)?(?:의)? ?모델/iu;

/** True for words on older models than others. */
export const speaksOfOlder = (text: string): boolean => OLDER.test(text);

/** True for a sentence on older models where only what was launched has been spoken of. */
export const isOfOlder = (
  text: string,
  { topic, fresh }: { topic: readonly { key: string }[]; fresh: ReadonlySet<string> },
): boolean => topic.length > 0 && topic.every(({ key }) => fresh.has(key)) && OLDER.test(text);
