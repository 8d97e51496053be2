import type { FactKind } from "../../core/fact.ts";
import { once, remember } from "../../lib/remember.ts";
import { type Says, wordBook } from "../word-book.ts";
import { plainHeader } from "./plain-header.ts";

/**
 * What a column heading means, in any usual wording. The words are stems of English, Chinese, Japanese, Korean, German,
 * French, Spanish, Portuguese and Italian, without accents; a heading is known by its meaning, never by its exact title.
 */

export type ColumnRole =
  | "model"
  | "name"
  | "version"
  | "state"
  | "announced"
  | "legacy"
  | "deprecated"
  | "shutdown"
  | "floor"
  | "extended"
  | "release"
  | "date"
  | "replacement"
  | "price"
  | "region"
  | "maker"
  | "surface"
  | "parameter"
  | "availability"
  | "note"
  /** The day that a row's day was moved from. */
  | "moved"
  /** A span of time: released – ended. */
  | "period"
  /** Several steps of the life of a model, each with its day. */
  | "steps"
  | "other";

/** What a day can mean in the life of a model; a bare "date" means none of them by itself. */
export const DAY_ROLES: ReadonlySet<ColumnRole> = new Set([
  "announced",
  "legacy",
  "deprecated",
  "shutdown",
  "floor",
  "extended",
  "release",
]);

/** What a field or a column can tell of a model itself, beside remarks and terms of use. */
export const MODEL_ROLES: ReadonlySet<ColumnRole> = new Set([
  ...DAY_ROLES,
  "model",
  "name",
  "version",
  "state",
  "date",
  "replacement",
  "region",
  "maker",
]);

export type HeaderMeaning = {
  role: ColumnRole;
  /** What sort of thing the heading says stands below, when it is not models ("Feature or endpoint"). */
  kind: FactKind | null;
  /** The heading itself says that it holds ids ("Model ID", "API name"), not names. */
  ids: boolean;
  /** The heading itself says that what stands below is going away ("Deprecated model", "Legacy model"). */
  leaving: boolean;
  /** The heading calls the date provisional ("Tentative retirement date"). */
  tentative: boolean;
};

const PRICE =
  /\b(pric(e|ing)|costs?|fees?|tarif\w*|preis\w*|prix|precios?|precos?|prezz\w+|\$)|价格|定价|費用|料金|価格|가격|요금/;
const REPLACEMENT =
  /\b((point|send|direct|steer|route) ((your|the|all|new) )?(traffic|requests?|calls?|workloads?|clients?|apps?) (at|to)|replac\w*|redirect\w*|auto-? ?switch\w*|points? to|((auto|re)-?)?rout(ed|es|ing) to|forward(ed|s)? to|falls? back to|fallback|mapped to|(traffic|requests?|calls?) (now )?(goes|go|is sent|are sent|routes?|moves?|lands?) (to|on)|(answered|handled|picked up|taken over) (now )?by|substitut\w*|alternativ\w*|successors?|migrat\w*|upgrade|superseded|(now )?served by|(mov(e|es|ed|ing)|switch(es|ed|ing)?|chang(e|ed|ing)|go) to|instead|^(try|use)$|\btry (this|these|next)\b|\b(closest|nearest|best) (match|equivalent|fit)\b|\bwhat to use\b|\buse (this|these)\b|(new(er)?|next|better|equivalent|comparable|go-?to) (models?|versions?|snapshots?|ids?|names?)|equivalents?$|target models?|suggest\w*|recommend\w*|advised|conseille\w*|preconise\w*|aconsej\w*|aconselh\w*|indicad[oa]s? em vez|ersatz\w*|nachfolge\w*|empfohlen\w*|empfehlung\w*|remplac\w*|recommand\w*|successeur\w*|reempla\w*|sustitu\w*|recomend\w*|substituicao|suces+or\w*|migr(er|ar|are|ieren)|stattdessen|substituid\w*|sostitu\w*|consigliat\w*|raccomandat\w*|umleit\w*|umgeleitet|redirig\w*|redirec\w*|reindirizz\w*)|替代|替换|替換|代替|转发|轉發|跳转|转向|リダイレクト|리디렉션|후속|(?:自动|自動)?切换(?:模型|至|到|为)|新(的)?(模型|型号|版本|名称)|新しいモデル|신규 모델|推荐|推薦|建议|建議|(?<!非)推奨|移行先|後継|后继|置き換え|置換|升级(至|到|为)|대안|이전 대상|迁移|대체|권장|마이그레이션/;
/** What takes the place of a model, as headings call it; in a sentence these words tell of other things as well. */
const REPLACED_BELOW =
  /\b(in its (place|stead)|heirs?|follow-?(on|up)( (model|version))?|drop-?ins?|stand-?ins?|preferred( model| version)?|(our )?picks?|(better|best|new|preferred) choice|succeeded by|where to( go)?|counterparts?|default (after|then)|(continue|carry on|go on) with|(umstieg|umzug|wechseln?|umsteigen) (auf|zu|nach)|ziel-?modell|neue[sr]? (modell|version|name)|(abgelost|ersetzt) durch|bitte (nutzen|verwenden)|ausweich\w*|modele cible|nouve(au|lle) (modele|version|nom)|utiliser plutot|a utiliser|passer (a|au|vers)|(solution de )?repli|bascul\w* vers|releve|equivalente?|(modelo|modello|version) de destin\w*|destino|destinazione|nuevo (modelo|nombre)|nueva version|usar (en su lugar|ahora|em vez)|en su lugar|em (seu|vez) (lugar|disso)|no lugar|(pasar|cambiar|mudar|trocar) (a|por|para)|relevo|novo (modelo|nome)|nova versao|raccomandazion\w*|nuovo (modello|nome)|nuova versione|da usare|usare invece|passare a|al suo posto|invece)\b|接替|平替|改用|换用|承接|接续|升级(版本|型号|后)|新モデル|おすすめ|お勧め|代わり|(切り?替え?|乗り?換え?|アップグレード|引き?継ぎ)先|추천|전환 ?(대상|모델)|이전할|새(로운)? 모델|업그레이드|교체/;
const SHUTDOWN =
  /^(gone|off|already (off|gone|dark|closed))$|\b(shuts? ?-?(downs?|off)|shutting down|goes (away|off|offline|dark)|going away|went away|leav(es|ing)|leave (the |our )?(serverless|catalog|catalogue|platform|service|api|line-?up|menu)|left (the|our)|shut off|retir\w*|sunset\w*|withdraw\w*|off (on|from|since|after|date)|gone (on|by|from|after|since)|ends?( (on|at|by))?|^ended$|^beendet$|^terminee?s?$|^finalizad[oa]s?$|last (served|available)|end[ -]of[ -](life|service|support|availability)|eol|eos|eo [ls]|remov\w*|discontinu\w*|turn(ed)?[ -]?off|turn-? ?downs?|out of service|stop date|final (day|date)|take-?down( date)?|kill date|phase-?out( date)?|phased out|drop(ped)? (date|on)|cut-?off (date )?for (requests|calls|traffic)|no longer (available|supported|served) (after|from|since|on)|deactivat\w*|disabled (on|from|since|by)|switch(ed)?[ -]?off|decommission\w*|closing down|clos(es|ed|ing) (on|from|by|date)|closure|off ?line|terminat\w*|expir\w*|unavailable|(available|supported|valid|active) (until|through(?=$| (\d|(jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*( \d|$)|q[1-4]|early|mid|late|the end|end|at least)))|^(served|available|supported|offered|live|hosted|kept|online|in service|callable) to$|^last (calls?|requests?|orders?|use)( day| date| accepted| answered)?$|until|verfugbar bis|ablaufdatum|disponivel ate|jusqu|hasta|fino al|end date|last day|stops? working|stop(s|ped) (on|at|by)|shelved|abschalt\w*|abgeschaltet\w*|einstell\w*|eingestellt\w*|entfernt\w*|stillgelegt\w*|au(ß|ss)erbetriebnahme|lebensende|laufzeitende|support-?ende|ende (der|des) (verfugbarkeit|unterstutzung|laufzeit|supports?)|letzter tag|auslauf\w*|retraits?|arrets?|arret\w*|supprime\w*|(date de )?suppressions?|mise hors service|dernier jour|eliminad\w*|eliminacion|ultimo (dia|giorno)|fin (de|du|del|de la) (vie|services?|servicio|soporte|support)|date de fin|retiros?|retiradas?|cierres?|apaga\w*|bajas?|fin de vida|descontinua\w*|desativ\w*|encerr\w*|deslig\w*|fim (de|da|do) (vida|suporte|servico)|remocao|ritir[oaie]\w*|dismess\w*|rimoss\w*|dismission\w*|spegnimento|cessazione|fine (del )?(vita|supporto)|eliminazione|rimozione)\b|下线|下線|停用|退役|停服|停止|终止|終止|关闭|关停|下架|到期(时间|日期|日$)|(服务|使用|调用)截止|可用至|最后可用|生命周期(结束|终止)|シャットダウン|リタイア日|提供期限|利用(可能)?期限|提供終了|廃止日|廃止|終了|サポート終了|종료|중단일|폐기|폐지|퇴역|(이용|제공|사용)( 가능)? 기한|서비스 중단/;
/** Ends as headings call them; in a sentence these words tell of other things as well. */
const ENDS_BELOW =
  /^(ende|pulled|killed|eosl|delisted)( (on|am))?$|\b(hard stop|stops responding|no longer available|lights? out|delist(ed|ing)? (on|date)|pulled on|date out|(planned )?exit( date)?|wind-?down( date)?|shutter\w*|retiring|ende der (lebensdauer|nutzung)|(aktiv|nutzbar|erreichbar|lauffahig|im betrieb) bis|entfernung|stilllegung\w*|deaktivier\w*|lauft aus|(dienst|betriebs|nutzungs|service)ende|date de fermeture|fermeture|ferme le|desactivation|extinction|(date de )?cessation|coupure|hors ligne|mise a la retraite|actif jusqu|desactivacion|cese|deja de \w+|inhabilitacion|finalizacion|no disponible|interrupcion|activo hasta|ativo ate|aposentadoria|indisponivel|data final|chiusura|chiude|disattivazione|fine (del )?servizio|arresto|termine (del )?servizio|fuori servizio|fora do ar|sai do ar|fuera de (linea|servicio)|ausser betrieb|vom netz|nicht mehr (erreichbar|verfugbar)|plus disponible|ya no disponible|nao disponivel|off since|non piu disponibile|attivo fino)\b|移除|结束日期|停运|停機|清退|削除日|サンセット|引退|만료일|삭제일|셧다운|제거일|중지일/;
const DEPRECATED =
  /\b(deprecat\w*|depreciation|obsolet\w*|veralt\w*|abgekundigt\w*|deprecie\w*|depreciation|obsolescence|(en )?desuso|deprecazion\w*|obsolesc\w*|descontinuado|deprecad\w*)\b|弃用|棄用|废弃|淘汰|非推奨|지원 중단|사용 중단|구식/;
const LEGACY = /\blegacy\b|旧版|旧(的)?(模型|型号|名称)|レガシー|레거시/;
/** The day from which nobody new gets the model, while those who use it go on. */
const CLOSED_TO_NEW =
  /\b(deploy(able|ments?)?|creatable|creations?|orderable|purchasable|onboarding|bereitstell(bar|ung)|deployable|desplegable|implantavel|distribuibile) (is possible |possible |allowed |open )?(until|till|through|bis|jusqu\w*|hasta|ate|fino)\b|\b(last day|deadline|cut-?off|until|closed) (to|for) (create|creat\w+|start\w*|submit\w*|train\w*|tun(e|ing)|sign-?ups?|register\w*|onboard\w*|order\w*|purchas\w*|jobs?|new)\b|\b(accepts?|takes?) (new )?(jobs?|orders?|customers?|trainings?) until\b|\bend[- ]of[- ]sales?\b|\b(new|additional) (customers?|users?|accounts?|deployments?|projects?|orders?|subscriptions?|sign-?ups?|endpoints?|sales|(fine-?tuning |training |tuning )?(jobs?|runs?)|trainings?|fine-?tunes?)\b|\bneukunden\b|\bnouveaux clients\b|\b(nuevos|novos) clientes\b|\bnuovi clienti\b|停止新(?:购|增|建|开)|停止售卖|停售|新(用户|项目|客户)\S{0,4}(停止|关闭|截止)|新購|新規(受付|利用|申込|契約|\S{0,6}(停止|終了|締切))|신규 (가입|이용|고객)|신규 ?\S{0,4} ?(중단|종료|마감)/;
/** Terms that end by themselves, and no model with them. */
const TERMS =
  /\b(licen[sc]e|discount|promotion\w*|promo|trial|free (tier|period|quota)|quota|certificate|(?<!per[ -])token|key|contract|training|knowledge|cut ?-?off|lizenz\w*|licencia|licenca|licenza)\b|优惠|折扣|许可|免费额度|ライセンス|라이선스/;
const ANNOUNCED =
  /\b(announc\w*|^(word|letter|e-?mail|mail|warning|heads-?up) (sent|given|out)( on)?$|^(told|warned|e-?mailed)( on| to)?( customers| users| developers)?( on)?$|noticed?|notif\w*|communicat\w*|posted|published|publication|informed|an(ge)?kundig\w*|bekanntgabe|mitteilung|benachrichtig\w*|annonc\w*|preavis|anunci\w*|aviso|notificacion|comunicad\w*|annunci\w*|preavviso|comunicazione|^heads-?up( date)?$|disclos(ed|ure)( on| date)?|declared( on)?|hinweis vom|bekannt ?gegeben|gemeldet (am|seit)|(publie|communique) le|(data (di |dell ?))?avviso|comunicato il)\b|公告|通知|告知|公布|宣布|预告|発表|告知日|公表|予告|アナウンス|お知らせ|공지|발표|안내|통지|고지/;
const RELEASE =
  /\b(start of life|releas\w*|launch\w*|introduc\w*|added|ga date|available (since|from)|first available|general availability|start date|(active|activation|ga|live) date|^(expected |planned )?ga$|preview (date|from|since|start\w*)|in preview since|coming (on|in|soon)|roll-?out|rolled out( on)?|created|veroffentlich\w*|erschein\w*|verfugbar (seit|ab)|sortie|lancement|lanzamiento|lancamento|rilascio|lancio|disponible desde|hinzugefugt|ajoute\w* le|anadid[oa]|agregad[oa]|adicionad[oa]|aggiunt[oa]|since|seit|depuis|desde)\b|开放(时间|日期)|上架|追加日|提供開始|제공 ?시작|추가일|发布|發布|上线|上線|推出|上市|リリース|公開日|提供開始|출시|공개/;
const FLOOR =
  /\b((won ?['’]?t|will not|cannot|can ?['’]?t|never) (be )?\w+( (down|off|out))? (before|until)|(not|no)( \w+)? (sooner|earlier|before)( than)?|not until|earliest|guarante\w*|(until )?at least( until)?|minimum|mindestens|fruhest\w*|nicht vor|pas avant|au moins|al menos|pelo menos|no minimo|almeno|garantiert|au plus tot|no antes|nao antes|non prima)\b|不早于|最早|早くとも|이전에는|至少|保证|以降|最短|少なくとも|最低|최소|이후/;
const EXTENDED =
  /\b(extended (access|support|availability)|grace|verlangert\w*|acces etendu|acceso extendido)\b|延长|延長|연장/;
const DATE =
  /\b(dates?|day|when|timeline|datum|tag|jour|fecha|data|giorno|echeance|vencimiento|vencimento|scadenza|stichtag)\b|日期|时间|時間|日付|期日|날짜|일자|일정|일$/;
const STATE =
  /\b(status|state|stage|life ?-?cycle|phase|availability status|zustand|lebenszyklus|etat|statut|estado|fase|stato|situacao|etapes?|etapas?|tappa|stadium|stufe)\b|状态|狀態|阶段|ステータス|状態|상태|단계/;
const VERSION =
  /\b((current|new|old|next|previous|earlier) defaults?|versions?|revision|snapshot date|version\w*|version|versao|versione)\b|版本|バージョン|버전/;
const REGION =
  /\b(regions?|locations?|data ?cent(er|re)s?|geograph\w*|region|regioes|region\w*|regione|standort\w*)\b|地域|区域|地区|リージョン|리전|지역/;
const MAKER =
  /\b(provider|vendor|publisher|maker|developer|owner|owned by|lab|company|organi[sz]ation|author|creator|anbieter|hersteller|fournisseur|editeur|proveedor|fornecedor|fornitore|family|series|category|type)\b|厂商|供应商|提供商|提供方|プロバイダー?|提供元|제공업체|공급자|系列|类别|类型|模型类型/;
const SURFACE =
  /\b(platform|surface|service|product|cloud|hosted on|channel|plattform|dienst|plateforme|plataforma|servicio|piattaforma)\b|平台|服务|プラットフォーム|플랫폼/;
const PARAMETER =
  /\b(param(eter)?s?|arguments?|options?|(beta |request |http )?headers?|flags?|parametres?|parametros?|parametros?|parametri)\b|参数|參數|パラメータ|매개변수/;
const AVAILABILITY =
  /\b(avail\w*|access|supported( by| on)?|endpoints? supported|verfugbar\w*|disponib\w*)\b|可用|利用可能|이용 가능/;
const MODEL_ID =
  /\b((model|modell|modelo|modello|modele)?[ -]?(ids?|identifiers?|codes?|strings?|kennung\w*|identifiant\w*|identificador\w*)|api (model )?names?|api endpoints?|deployment names?|model strings?|endpoints?|slugs?|affected models?|engines?)\b|模型 ?(id|编码|代码|标识)|モデル ?id|모델 ?id/;
const MODEL =
  /\b(models?|systems?|snapshots?|engines?|modell\w*|modeles?|modelos?|modell[oi]|deployments?|family|ids?|api|apis|features?|products?|things?|items?|names?|^voices?( ids?| names?)?$|^stimmen?$|^voix$|^voces$|^voci$|^vozes$)\b|音色|ボイス|模型|型号|モデル|모델/;
const NAME = /\b(display names?|friendly names?|names?|titles?|name|nom|nombre|nome|bezeichnung)\b|名称|名前|이름|명칭/;
const NOTE =
  /\b(notes?|comments?|remarks?|descriptions?|details?|updates?|changes?|behaviou?r|impact|actions?|reasons?|hinweis\w*|anmerkung\w*|bemerkung\w*|besonderheit\w*|kommentar\w*|notiz(en)?|beschreibung\w*|remarques?|commentaires?|notas?|observac\w+|comentarios?|comment[oi]|descripcion|descricao|descrizione|osservazioni|summary|what)\b|备注|备考|注释|注記|メモ|说明|描述|详情|変更|備考|説明|内容|비고|설명|변경/;

const NAMING: ReadonlySet<ColumnRole> = new Set(["model", "name", "version"]);

/**
 * Lower case, one space, no accents, snake_case and camelCase taken apart, marks and footnotes removed. The same words are
 * asked for their end, their replacement and their state, so the answer is kept.
 */
export const normalHeader = (text: string): string => wordsIn(text).header;

/** "(as specified by the model provider)", "YYYY-MM-DD": who says so and how it is written is not what it is. */
const ASIDE =
  /[(（](?:as|by|according to|per|set by|laut|selon|según|segundo|secondo)\b[^()（）]{0,60}[)）]|(?<=\p{L}\s?)[(（][^()（）]{0,30}(?:参数|參數|字段|parameters?|fields?|パラメータ|매개변수)[)）]|\byyyy-mm-dd\b/giu;

/**
 * The meaning of one column heading; `other` when no word of it is known. Order matters: "Deprecated model price" is a
 * price, "Recommended model ID" a replacement, "Earliest retirement date" a floor, "Deprecated model" a model.
 */
export function meaningOfHeader(text: string): HeaderMeaning {
  const { header, says: heading } = wordsIn(/[(（]|yyyy/i.test(text) ? text.replace(ASIDE, " ").trim() : text);
  const says = heading();
  const leaving = says("SHUTDOWN") || says("ENDS_BELOW") || says("DEPRECATED") || says("LEGACY");
  const is = (role: ColumnRole, ids = false): HeaderMeaning => ({
    role,
    kind: NAMING.has(role) ? kindNamed(header) : null,
    ids,
    leaving: leaving && (role === "model" || role === "name"),
    tentative: says("TENTATIVE"),
  });
  if (header === "") return is("other");
  if (says("ALIAS")) return is("name", true);
  if (says("PRICE")) return is("price");
  if (says("REPLACEMENT") || says("REPLACED_BELOW")) return is("replacement", says("MODEL_ID"));
  if (says("CLOSED_TO_NEW")) return is("legacy");
  // "Cut-off date" alone: of what, the columns beside it say.
  if (/^(service |access )?cut ?-?off( date| day)?$/.test(header)) return is("date");
  if (TRIED.test(header) || (leaving && says("TERMS") && !says("DEPRECATED"))) return is("note");
  if (says("EXTENDED")) return is("extended");
  const dated = says("DATE");
  const modelish = MODEL.test(withoutDateWords(header));
  if (leaving && modelish && !dated) return END_OF_MODEL.test(header) ? is("shutdown") : is("model", says("MODEL_ID"));
  if (says("FLOOR") && (dated || leaving || !modelish)) return is("floor");
  if ((announces(header, says) || ABGEKUENDIGT.test(header)) && !modelish) return is("announced");
  if (says("STATE") && !dated) return is("state");
  if (says("SHUTDOWN") || says("ENDS_BELOW")) return is("shutdown");
  if (says("DEPRECATED")) return is("deprecated");
  if (says("LEGACY")) return is("legacy");
  if (says("RELEASE")) return is("release");
  if (says("REGION")) return is("region");
  // "model 参数值": what is written for the parameter `model`.
  if (VALUE_OF_MODEL.test(header)) return is("model", true);
  if (says("PARAMETER")) return is("parameter");
  if (/\bmodel version\b/.test(header)) return is("model");
  if (says("VERSION")) return is("version");
  if (says("AVAILABILITY")) return is("availability");
  if (says("MODEL_ID")) return is("model", true);
  if (says("ONE_MODEL")) {
    if (says("MAKER") && /\b(provider|vendor|publisher|maker|developer|type|category)\b/.test(header))
      return is("maker");
    return is("model");
  }
  if (says("MAKER")) return is("maker");
  if (says("SURFACE") && !/\bproduct\b/.test(header)) return is("surface");
  if (dated) return is("date");
  if (says("MODEL") && !says("NAME")) return is("model");
  if (says("NAME")) return is("name");
  if (says("NOTE")) return is("note");
  return is("other");
}

const VALUE_OF_MODEL =
  /^(?:(?:the|value of|value for) )*model ?(?:param(?:eter)?|参数|參數|パラメータ|매개변수)s? ?(?:values?|值|の値|값)?$|^model (?:field|value)s?$/;

/** "Preview until", "Offer ends", "Session expires": a stage or a term is over then, and the model goes on. */
const TRIED = new RegExp(
  [
    "^(public |open |private )?(preview|beta|alpha|early access|vorschau|apercu|vista previa|pre-?visualizacao|anteprima|offers?|free|sessions?|fine-?tuning|caches?|retention|(rate|token) limits?|angebot|connaissances|conocimientos?|conhecimento|conoscenz[ae]) (until|till|through|ends?|end date|closes|over|expir\\w*|bis|jusqu\\w*|hasta|ate|fino)\\b",
    "^(vorschau|beta) ?(ende|endet)|^(ende|fin|fim|fine) (der |de la |de l.?|da |do |dell.?)?(vorschau|preversion|apercu|vista previa|pre-?visualizacao|anteprima|beta)\\b",
    "^(offre|oferta|offerta|prix|precio|preco|prezzo) val\\w+ (jusqu\\w*|hasta|ate|fino)\\b",
    "^(预览|公测|内测|优惠|免费|限免|活动)\\S{0,4}(截止|结束)|^(プレビュー|ベータ|キャンペーン|割引|無料)\\S{0,4}(終了|期限)|^(미리보기|베타|프로모션|할인|무료)( ?\\S{0,4})? ?종료",
  ].join("|"),
);

/** "Model shutdown", "API access ends": the noun or verb behind the thing is what the column tells. */
const END_OF_MODEL =
  /^(model|api|models|api access|model access) (shut ?-?down|retirement|sunset|removal|end[ -]of[ -](life|service)|eol|decommissioning|expiry|expiration|ends)$/;

/** The kind of thing that a heading names; null where it speaks of models, alone or among others. */
export function kindNamed(text: string): FactKind | null {
  const header = normalHeader(text);
  if (/\bfine-?tuned (?:models?|versions?|variants?)\b|微调模型/.test(header)) return "fine-tune";
  if (/\b(models?|systems?|snapshots?|engines?|modell\w*|modelos?|modelli)\b|模型|モデル|모델/.test(header))
    return null;
  if (/\bbeta headers?\b|^headers?$/.test(header)) return "beta-header";
  if (/\b(param(eter)?s?|arguments?|flags?)\b|参数/.test(header)) return "parameter";
  if (/\bfeatures?\b|\btools?\b|功能|機能|기능/.test(header)) return "feature";
  if (/\b(products?|sdks?|librar(y|ies)|packages?|clients?|cli|plugins?|runtimes?)\b|产品|製品|제품/.test(header))
    return "product";
  return /\bendpoints?\b|接口|エンドポイント/.test(header) ? "endpoint" : null;
}

/** What people call in SQL or in a library, where nothing else stands beside it ("Function", "Old SQL function"). */
const FUNCTIONS =
  /^(?:(?:the|old|new|legacy|deprecated|affected|retired|removed|ai|sql|scalar|table|built-?in) )*(?:functions?|stored procedures?|procedures?|operators?|methods?)(?: names?)?$|^(?:(?:alte|veraltete|sql-?) ?)?(?:funktion(?:en)?|fonctions?|funcion(?:es)?|func(?:ao|oes)|funzion[ei])$|^(?:sql ?)?(?:函数|函數|関数|함수)(?:名|名称|명|이름)?$/;

/** The kind of thing that the heading over a column of names tells of them; null where these are models. */
export const kindOfColumn = (heading: string): FactKind | null =>
  FUNCTIONS.test(normalHeader(heading)) ? "feature" : kindNamed(heading);

/** In German the day on which an end is told has a word of its own; where no other day stands beside it, the end has it. */
export const ABGEKUENDIGT: RegExp = /^(abkundigung\w*|abgekundigt)( (am|seit|zum|vom|datum))?$/;

/** "Shutdown announced on" is a notice date; "Announced shutdown date" is a shutdown date. */
function announces(header: string, says: Says<HeaderWord>): boolean {
  return says("ANNOUNCED") && !(/^announced\b/.test(header) && says("SHUTDOWN"));
}

/** "Model retirement date" is a date, "Retired model" a model: what is left when the date words are taken away. */
function withoutDateWords(header: string): string {
  return header.replace(/\b(end of (life|service|support)|date|day)\b/g, " ");
}

/** True when the words of a heading or a sentence speak of something that goes away. */
export function speaksOfLeaving(text: string): boolean {
  return endWords(text) !== null;
}

/** True when a list below or among these words can tell of the life of models: nothing in it gives a day otherwise. */
export function mayTellOfLife(text: string): boolean {
  const told = wordsIn(text).tells();
  return LIFE_WORDS.some((words) => told(words));
}

/** True when the words speak of a replacement, an alternative or a migration. */
export function speaksOfReplacement(text: string): boolean {
  return wordsIn(text).says()("REPLACEMENT");
}

const NO_LONGER =
  /\bno longer (be )?(available|supported|accessible|served|work\w*)|\bstop\w* (working|being|serving|responding|accepting)|\bgo(es|ing)? away\b|\b(requests?|calls?) (to (it|them|these models) )?(will )?fail\b/;

/** What sort of thing one word of a "Type" column names ("Parameter", "SDK"); null for any other word. */
export function kindOfType(text: string): FactKind | null {
  const plain = normalHeader(text);
  return KINDS_OF_TYPE.find(([, words]) => words.test(plain))?.[0] ?? null;
}

const KINDS_OF_TYPE: [FactKind, RegExp][] = [
  [
    "model",
    /^((base|foundation|chat|language) )?(models?|snapshots?|model (ids?|alias|version)|modell\w*|modeles?|modelos?)$|^(模型|モデル|모델)$/,
  ],
  [
    "parameter",
    /^((request|api|query|body) )?(param(eter)?s?|arguments?|fields?|headers?|options?)$|^(参数|パラメータ|매개변수)$/,
  ],
  ["endpoint", /^((api|rest) )?(endpoints?|routes?|apis?|methods?)$|^(接口|端点|エンドポイント|엔드포인트)$/],
  [
    "product",
    /^(((python|client|node|java|js) )?(sdks?|librar(y|ies)|packages?|clients?|cli)|products?|services?|apps?|plugins?|integrations?|runtimes?|platforms?)$|^(产品|製品|제품)$/,
  ],
  ["feature", /^((api|beta) )?(features?|tools?|capabilit(y|ies)|functionalit(y|ies)|modes?)$|^(功能|機能|기능)$/],
  ["fine-tune", /^fine-?tun(e|ed|es|ing)( models?)?$/],
  ["beta-header", /^beta headers?$/],
];

/** Whether a sentence speaks of the end of something, or only of its deprecation; null for neither. */
export function endWords(text: string): "end" | "deprecated" | null {
  const told = wordsIn(text).tells();
  if (told("SHUTDOWN") || told("NO_LONGER")) return "end";
  return told("DEPRECATED") || told("LEGACY") ? "deprecated" : null;
}

const ALIAS = /\balias(es)?\b|别名|エイリアス|별칭/;
const TENTATIVE = /\b(tentative|planned|expected|estimated|projected|target)\b|暂定|预计|予定|예정/;
const ONE_MODEL = /\b(model|system|modell|modele|modelo|modello)\b|模型(名称)?$|モデル(名)?$|모델(명)?$/;

const WORDS = {
  ALIAS,
  ANNOUNCED,
  AVAILABILITY,
  CLOSED_TO_NEW,
  DATE,
  DEPRECATED,
  ENDS_BELOW,
  EXTENDED,
  FLOOR,
  LEGACY,
  MAKER,
  MODEL,
  MODEL_ID,
  NAME,
  NOTE,
  ONE_MODEL,
  PARAMETER,
  PRICE,
  REGION,
  RELEASE,
  REPLACED_BELOW,
  REPLACEMENT,
  SHUTDOWN,
  STATE,
  SURFACE,
  TENTATIVE,
  TERMS,
  VERSION,
};

type HeaderWord = keyof typeof WORDS;

/** The words that tell of the life of a model: sentences are asked for these alone, and few have one. */
const LIFE = { SHUTDOWN, NO_LONGER, DEPRECATED, LEGACY, CLOSED_TO_NEW, FLOOR, STATE };
const LIFE_WORDS = Object.keys(LIFE) as (keyof typeof LIFE)[];

const tells = wordBook(LIFE);
const says = wordBook(WORDS);

/** A text as a heading, and which words it has: the same text is asked for its meaning, its end and its replacement. */
const wordsIn = remember((text) => {
  const header = plainHeader(text);
  return { header, tells: once(() => tells(header)), says: once(() => says(header)) };
});
