import type { Clause } from "./clauses.ts";

/** Statements whose words tell an end that is not the model's: of what is new for it, or of a redirect away from it. */

/** "We stop accepting new jobs for x", "no longer takes new orders": who has it keeps it. */
const NO_NEWCOMERS =
  /(?<!\p{L})(?:(?:stop(?:s|ped|ping)?|ceas(?:e|es|ed|ing)|no longer|(?:won|don|doesn)['’]t|not)(?: be)? (?:accept|tak|allow|permit|offer|open|onboard|admit)(?:e|s|es|ed|ing)?(?: any)? (?:new|additional|further) (?!(?:requests?|calls?|traffic|api)(?!\p{L}))|(?:nehmen|nimmt|akzeptier\p{L}*|erlaub\p{L}*)(?: \p{L}+){0,2} keine neuen (?!anfragen|aufrufe)|(?:n[’']accept|ne pren|n[’']ouvr)\p{L}* plus(?: de| aucune?| d[’'])* nouv(?!\p{L}* (?:requêtes|appels))|(?:no|dejar\p{L}* de|deja\p{L}* de) (?:se )?(?:acept|admit)\p{L}*(?: más)? nuev(?!\p{L}* (?:solicitudes|peticiones|llamadas))|(?:não|deix\p{L}* de) (?:aceit|admit)\p{L}*(?: mais)? nov(?!\p{L}* (?:solicitações|requisições|chamadas))|(?:non|smett\p{L}* di) accett\p{L}*(?: più)? nuov(?!\p{L}* (?:richieste|chiamate)))|(?:不再|停止|暂停)(?:(?:接受|接收|受理|开放|提供|支持|允许)[^,。;]{0,24}?新(?:的|增|建)?|新(?:增|建))(?!请求|調用|调用)(?:微调|訓練|训练|任务|作业|订单|用户|客户|部署|申请|实例)|新規(?:の)?(?:ジョブ|申(?:し)?込(?:み)?|受付|契約|利用|デプロイ)[^、。]{0,12}(?:停止|終了|できなく)|신규 ?(?:작업|가입|신청|고객|배포|학습)[^,.]{0,16}(?:중단|종료|받지 않)/gu;

/** "Requests to x are redirected until D": the model has gone before. */
const REDIRECTED =
  /(?<!\p{L})(?:redirect(?:s|ed|ing)?|forward(?:s|ed|ing)?|(?:re-?)?rout(?:e|es|ed|ing)|umgeleitet|weitergeleitet|redirig\p{L}*|réorient\p{L}*|redirecion\p{L}*|reindirizz\p{L}*|inoltrat\p{L}*)(?!\p{L})|重定向|转发|轉發|跳转|リダイレクト|転送|リダイレクト|리디렉션|리다이렉트|전달/gu;
const REDIRECTED_ONCE = new RegExp(REDIRECTED.source, "u");

/** The last day of what is said before or behind it. */
const UNTIL =
  /(?<!\p{L})(?:until|till|through|bis|jusqu[’']|jusqu[’'](?:au|à)|hasta|até|fino a(?:l|ll[aoe’'])?)(?!\p{L})|为止|直到|截至|まで|까지/u;

/** "x retires the old sampler": the model is who ends something, and no day or season. */
const OF_ITS_OWN =
  /(?<!\p{L})(?:retires|removes|discontinues|deprecates|drops|sunsets|ends) (?:the|its|an?|some|all|our|their) (?!same|first|second|third|last|\d|day|week|month|year|end|(?:[\p{L}]+ )?(?:day|week|month|quarter|summer|autumn|spring|winter))/u;

/** "The knowledge of x ends on D", "x's knowledge", "x 的知识": what a model knows ends, and the model goes on. */
const KNOWS =
  /(?:(?<!\p{L})(?:knowledge|training(?: data)?|wissensstand|trainings(?:daten|stand)|connaissances|données d['’]entraînement|conocimientos?|datos de entrenamiento|conhecimentos?|dados de treinamento|conoscenz[ae]|dati di addestramento) (?:of|in|for|behind|von|de|du|del|do|di|d['’]) ?\S+(?: \S+)?|['’]s (?:knowledge|training data)) (?:only |already |now )?$|(?:的(?:知识|训练数据)|の(?:知識|学習データ)|의 (?:지식|학습 데이터))(?!库)[^,;，；。]{0,16}$/u;

/**
 * "New projects can't use x from D": who has it keeps it. What goes on with "and" may tell the end as well. The scopes of a
 * lexicon (`lang`) hold wherever they stand in a clause; these words say so only before a use that is lost.
 */
const NEWCOMERS =
  /(?<!\p{L})(?:new (?:projects?|customers?|users?|accounts?|tenants?|deployments?|workspaces?|sign-?ups?)|neuen? (?:projekten?|kunden|nutzern?|konten|mandanten|deployments|bereitstellungen)|nouve(?:aux|lles) (?:projets|clients|utilisateurs|comptes|déploiements)|(?:proyectos|clientes|usuarios|cuentas|despliegues) nuev[oa]s|nuev[oa]s (?:proyectos|clientes|usuarios|cuentas|despliegues)|nov[oa]s (?:projetos|clientes|usuários|contas|implantações)|nuov[ie] (?:progetti|clienti|utenti|account))(?!\p{L})(?:(?!\s(?:and|und|et|y|e|but|aber|mais|pero|mas|ma)\s)(?:[^,;.:]|(?<=\d)\.)){0,80}$|(?:新規(?:の)?(?:プロジェクト|ユーザー|顧客|アカウント|お客様)|신규 ?(?:프로젝트|사용자|고객|계정))[^,;，；、。]{0,40}$/u;

/** "参数 y 自 D 起在 x 中失效": what ends is in the model. */
const WITHIN_MODEL =
  /^\P{L}{0,3}(?:该|此)?(?:参数|參數|接口|端点|功能|工具|字段|选项|请求头)[^,，。;；]{0,80}在 ?\S{2,40} ?(?:中|上|里|内)(?:将)?(?:被)?$/u;

/** True for a statement of an end that is not the model's. */
export function isNotItsEnd({ off, start, names }: Clause, text: string): boolean {
  const own = OF_ITS_OWN.exec(text);
  const at = start + (own?.index ?? 0);
  if (
    own !== null &&
    names.some(({ end }) => end < at && at - end <= 3) &&
    off.every((cue) => cue.start >= at && cue.start < at + own[0].length)
  )
    return true;
  if (off.length > 0 && off.every((cue) => KNOWS.test(text.slice(0, Math.max(0, cue.start - start))))) return true;
  if (off.length > 0 && off.every((cue) => WITHIN_MODEL.test(text.slice(0, Math.max(0, cue.start - start)))))
    return true;
  if (UNTIL.test(text) && within(off, start, text, REDIRECTED) && REDIRECTED_ONCE.test(text)) return true;
  return off.length > 0 && within(off, start, text, NO_NEWCOMERS);
}

/** True when every word of an end stands in what the pattern finds. */
function within(off: Clause["off"], start: number, text: string, pattern: RegExp): boolean {
  if (off.length === 0) return true;
  const found = [...text.matchAll(pattern)].map(({ index, 0: said }) => [start + index, said.length] as const);
  return off.every((cue) => found.some(([at, length]) => cue.start < at + length && cue.end > at));
}

/** True where only those lose it who do not have it yet. */
export const isOfNewcomers = ({ off, start }: Clause, text: string): boolean =>
  off.length > 0 &&
  off.every((cue) => {
    const said = NEWCOMERS.exec(text.slice(0, Math.max(0, cue.start - start)));
    const stretch = said === null ? "" : text.slice(said.index, cue.end - start);
    return said !== null && CANNOT.test(stretch) && !ADDRESSES.test(stretch);
  });

/** What they lose is a use. */
const CANNOT =
  /(?<!\p{L})(?:can|could|able|access|use|using|call|available)(?!\p{L})|(?<!\p{L})(?:cannot|unable|könn|nutz|verfügbar|pourr|utilis|accès|disponible|podr|podem|poder|usar|potr|disponíve|disponibil)|无法|不能|不可|不再|できな|できませ|利用|수 없|사용/u;
/** "New users should note that x ends": the end is everybody's. */
const ADDRESSES = /(?<!\p{L})(?:that|note|dass|beachten|que|notez|tenga|che|nota)(?!\p{L})|注意|留意|유의/u;

/** Verbs that end models alone, and nothing that they have. */
const OF_MODELS = /retir|shut|sunset|discontinu|decommission|end[ -]of[ -]life|eol/u;

/** "JSON mode is phased out on x. It will be gone by D.": "it" goes on about what ended in the sentence before. */
export function isOfThing({ names, anaphor, off, start: from }: Clause, text: string): boolean {
  return (
    names.length === 0 &&
    anaphor.length === 1 &&
    /^[^\p{L}]*(?:it|this|that)(?!\p{L}| model| name)/u.test(text) &&
    !off.some(({ start, end }) => OF_MODELS.test(text.slice(start - from, end - from)))
  );
}
