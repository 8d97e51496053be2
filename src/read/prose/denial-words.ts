import { NOT_ENDING } from "./lang/en-ends.ts";

/**
 * The words by which a text takes back an end that it tells or repeats, one set a language. Sources of regular
 * expressions as in the lexicons.
 */
export type DenialWords = {
  /** A model is said not to end: "no plans to retire", "does not end on". */
  kept: readonly string[];
  /** What was told is called untrue: "that is false", "a hoax". */
  untrue: readonly string[];
  /** A notice is called a mistake by who sent it: "sent in error", "disregard our mail". */
  mistaken: readonly string[];
};

const NONE: DenialWords = { kept: [], untrue: [], mistaken: [] };

const WORDS: Readonly<Record<string, DenialWords>> = {
  en: {
    kept: [
      "(?:is|are|was|were|has|have|had|do|does|did|will|would)(?: not|n['’]t| never)(?: actually| now)? (?:been |being |be |going to be |going to )?(?:retir(?:e|ed|ing)|shut(?:ting)? ?down|switched off|turned off|removed|discontinued|sunset|taken down|pulled|killed|die|dying|end|ending|leav(?:e|ing)|disappear(?:ing)?|vanish(?:ing)?)(?! (?:before|until|earlier|sooner|prior|by|yet|automatically|immediately|overnight|there|up|well|or))",
      "no (?:immediate |current |firm |such )?(?:plans?|intention)s?(?: \\w+){0,3} (?:to|for|of) (?:retir\\w*|remov\\w*|discontinu\\w*|shut\\w*|sunset\\w*|turn\\w* off|switch\\w* off|do so|end\\w*)",
      "no models? (?:was|were|is|are|has been|have been) (?:removed|retired|shut ?down|taken away)",
      "(?:is|are|remains?|stays?)(?: still)? (?:listed|marked|shown|carried) as active|(?:lists?|carries|marks|shows) (?:the model|it|both) as active",
      ...NOT_ENDING,
    ],
    untrue: [
      "(?:that|this|it|which|the (?:claim|story|report|rumou?r|post|chart|screenshot|message|image|tweet|table)|that (?:claim|story|report|rumou?r|post|chart|screenshot|message)) (?:is|was) (?:simply |just |completely |entirely |plainly )?(?:false|untrue|wrong|fake|fabricated|made[- ]up|a hoax|a fabrication|nonsense|bogus|not true|a misreading)",
      "(?:has|have|had) (?:no|absolutely no) (?:basis|foundation)|no truth (?:in|to)|(?:isn|wasn|aren)['’]t true|baseless|unfounded|debunk\\w*|false alarm|hoax",
      "fake (?:mail|email|notice|letter|screenshot|post|announcement|deprecation)s?|purport\\w*|(?:claim|pretend)(?:s|ing|ed)? to (?:be|come) (?:from|by)|(?:denies|denied)(?= (?:it|this|that|the (?:report|claim|rumou?r|story)|having|any plan))|contrary to (?:what|reports|rumou?rs|claims|posts|some)(?= )",
    ],
    mistaken: [
      "(?:sent|went out|mailed|published|posted|delivered|triggered|issued)(?: [\\w-]+){0,4} (?:by mistake|in error|by accident|erroneously)|(?:accidentally|mistakenly|erroneously|inadvertently) (?:sent|mailed|published|posted|told)",
      "(?:disregard|ignore) (?:our|that|yesterday['’]s|the (?:previous|earlier|last|recent)) (?:[\\w-]+ ){0,3}(?:mail|email|e-mail|message|notice|announcement|letter)(?! if| when| unless)",
    ],
  },
  de: {
    kept: [
      "(?:wird|werden|wurde|wurden|ist|sind)(?: [^.;,]{1,50})? nicht (?:abgeschaltet|eingestellt|entfernt|abgekündigt|beendet|gestrichen|ausgemustert|abgestellt|stillgelegt)(?! vor)",
      "keine(?:rlei)? (?:pläne|absicht|abschaltung|einstellung|abkündigung)(?: \\p{L}+){0,3} (?:geplant|vorgesehen|angekündigt|abzuschalten|einzustellen|zu entfernen)|nicht geplant|(?:führt|listet)(?: [^.;]{1,40})? als aktiv|(?:ist|sind|bleibt|bleiben) (?:weiterhin )?als aktiv (?:geführt|gelistet|markiert)",
      "kein modell (?:wurde|wird|ist) (?:entfernt|abgeschaltet|gestrichen)|(?:verschwind|end|geh)(?:et|en|t)(?: [^.;,]{1,40})? nicht(?! vor| mehr| nur)",
    ],
    untrue: [
      "(?:das|dies|es) (?:stimmt (?:so )?nicht|ist (?:schlicht |einfach |aber )?(?:falsch|unwahr|erfunden|gefälscht|unsinn|nicht der fall))|falschmeldung|fehlalarm|frei erfunden|dementier\\p{L}*|entbehr(?:t|en) jeder grundlage|haltlos\\p{L}*|gefälscht\\p{L}*|fälschung|entgegen (?:anderslautend\\p{L}*|gerücht\\p{L}*|bericht\\p{L}*|behauptung\\p{L}*)",
    ],
    mistaken: [
      "(?:stand|hieß es|schrieben wir|teilten wir mit|hatten wir|haben wir)(?: [\\p{L}]+){0,4} (?:versehentlich|irrtümlich(?:erweise)?|fälschlich(?:erweise)?)(?!\\p{L})|(?:versehentlich|irrtümlich(?:erweise)?|fälschlich(?:erweise)?) (?:stand|hieß es|behauptet|angekündigt|mitgeteilt|geschrieben)",
      "(?:versehentlich|irrtümlich|aus versehen|fälschlicherweise|durch einen fehler)(?: [\\p{L}]+){0,4} (?:verschickt|versandt|versendet|gesendet|veröffentlicht|rausgegangen|hinausgegangen|zugestellt)",
      "(?:ignorieren|vergessen) sie (?:bitte )?(?:unsere|die gestrige|die letzte|die vorige|die frühere)\\p{L}? (?:\\p{L}+ ){0,2}(?:e-)?(?:mail|nachricht|mitteilung|ankündigung)",
    ],
  },
  fr: {
    kept: [
      "(?:ne|n[’'])\\s?(?:sera|seront|est|sont|a|ont|va|vont) pas (?:été |être )?(?:retir|arrêt|supprim|coup|désactiv|débranch|abandonn)\\p{L}*(?! avant)",
      "(?:aucun(?:e)? |pas (?:de |d[’']|l[’'])?)(?:projet|intention|plan|raison) (?:de |d[’'])(?:retir|arrêt|supprim|coup|désactiv|débranch|abandonn|mettre)\\p{L}*",
      "(?:le|ce) modèle pass(?:e|era) en (?:production|version (?:stable|finale)|disponibilité générale)(?! (?:sous|avec) )",
      "ne (?:disparaî|s[’']arrêt|s[’']étei|quitt|ferm)\\p{L}* pas(?! avant)",
      "(?:aucun (?:retrait|arrêt)|aucune (?:fermeture|suppression|fin de vie))(?: (?:n[’']est|n[’']a été))? ?(?:prévu\\p{L}*|annoncé\\p{L}*|programmé\\p{L}*)?|n[’']a annoncé aucun (?:retrait|arrêt)|(?:figure|reste|est)(?:nt)? (?:toujours )?(?:comme |indiqué comme |listé comme )actif",
    ],
    untrue: [
      "c[’']est (?:faux|un faux|inexact|une infox|une rumeur infondée|une intox)|infondé\\p{L}*|sans fondement|infox|canular|fausse (?:alerte|annonce|nouvelle|capture)|faux (?:courriel|mail|message|avis)|dément(?:i|ie|it|ent)?(?![\\p{L}])|inventé\\p{L}* de toutes pièces|contrairement à ce qu",
    ],
    mistaken: [
      "(?:envoyé|parti|diffusé|publié|expédié)\\p{L}*(?: [\\p{L}]+){0,3} par erreur|(?:ne tenez pas compte|ignorez|oubliez)(?: [\\p{L}’']+){0,3} (?:notre|précédent|dernier|d[’']hier)(?: [\\p{L}]+)?",
    ],
  },
  es: {
    kept: [
      "no (?:se (?:retir|apag|elimin|cierr|jubil|desactiv|v)\\p{L}{1,3}|desaparec\\p{L}*|será\\p{L}? (?:retirad|apagad|eliminad|desactivad)\\p{L}*|ha sido (?:retirad|eliminad)\\p{L}*|sale de|deja (?:la api|de))(?! (?:antes|hasta|nada|todavía|aún))",
      "(?:el|este) modelo pasa(?:rá)? a (?:producción|disponibilidad general|versión (?:estable|final))(?! (?:bajo|con) )",
      "(?:no hay|sin|ningún) (?:planes|plan|previsión) (?:de|para) (?:retir|apag|elimin|cerr)\\p{L}*|no (?:hay|existe) (?:ninguna )?(?:retirada|fecha de retirada) prevista|(?:figura|sigue|aparece)n? (?:listad\\p{L} |marcad\\p{L} )?como activ\\p{L}*|no (?:se )?ha (?:eliminado|retirado) ningún modelo",
    ],
    untrue: [
      "(?:es|era) (?:rotundamente |completamente )?(?:falso|mentira|un bulo|un montaje|incorrecto|inventado)|bulo|desmient\\p{L}*|desmin\\p{L}*|infundad\\p{L}*|sin fundamento|falsa alarma|correo falso|captura falsa|en contra de lo que",
    ],
    mistaken: [
      "(?:envió|envi(?:ado|ada)|salió|publicó|mandó)(?: [\\p{L}]+){0,4} por error|por error(?: os| le| les| te)? (?:enviamos|mandamos)|(?:ignor(?:ad|en|a|e)|haga caso omiso|hagan caso omiso|no tengáis en cuenta|no tenga en cuenta)(?: de| a)? (?:nuestro|nuestra|el|la) (?:\\p{L}+ ){0,2}(?:correo|mensaje|aviso|anuncio|mail)(?! si)",
    ],
  },
  pt: {
    kept: [
      "não (?:sai|saem|some|somem|desaparece|será (?:deslig|remov|retir|descontinu|desativ)\\p{L}*|serão (?:deslig|remov|retir|descontinu|desativ)\\p{L}*|foi (?:remov|deslig|descontinu)\\p{L}*|vai ser (?:deslig|remov|descontinu)\\p{L}*)(?! (?:antes|até|ainda|por enquanto))",
      "(?:não há|sem|nenhum) planos? (?:de|para) (?:deslig|retir|remov|descontinu|encerr|aposent)\\p{L}*|(?:continua|segue|aparece|consta)m? (?:listad\\p{L} )?(?:como )?ativ[oa]s?|nenhum modelo foi (?:remov|retir|deslig)\\p{L}*",
    ],
    untrue: [
      "(?:é|era) (?:totalmente |completamente )?(?:falso|mentira|um boato|boato|incorreto|invenção)|desment\\p{L}*|infundad\\p{L}*|sem fundamento|alarme falso|e-mail falso|print falso|ao contrário do que|negou (?:o boato|a informação|tudo)|a \\p{L}+ negou",
    ],
    mistaken: [
      "(?:enviad|dispara|publicad|saiu|foi)\\p{L}*(?: [\\p{L}]+){0,4} por (?:engano|erro)|(?:desconsidere|ignore)m? (?:o |a |nosso |nossa )(?:\\p{L}+ ){0,2}?(?:e-mail|email|mensagem|aviso|comunicado)(?! se)",
    ],
  },
  it: {
    kept: [
      "non (?:viene|vengono|verrà|verranno|sarà|saranno|è stat[oa]|sono stat[ie]) (?:\\p{L}+ )?(?:spent|ritirat|rimoss|dismess|disattivat|eliminat)\\p{L}*(?! (?:prima|fino))|non (?:sparisc|scompar|si spegn)\\p{L}*(?! prima)|non (?:lascia|lasciano|esce da|escono da)(?= )",
      "(?:nessun piano|non ci sono piani)(?: (?:di|per) (?:ritir|spegn|rimuov|dismett)\\p{L}*)|(?:risulta|figura|resta|è)(?:no)? (?:ancora )?(?:indicat\\p{L} |elencat\\p{L} )?(?:come|tra quelli) attiv\\p{L}*|nessun modello è stato (?:rimoss|ritirat)\\p{L}*",
    ],
    untrue: [
      "è (?:del tutto |completamente )?(?:falso|una bufala|un falso|inventato|infondato)|bufala|smenti\\p{L}*|infondat\\p{L}*|senza fondamento|falso allarme|mail falsa|contrariamente a quanto",
    ],
    mistaken: [
      "(?:partit|inviat|spedit|pubblicat|mandat)\\p{L}*(?: [\\p{L}]+){0,4} per (?:errore|sbaglio)|(?:ignorate|ignori|ignora|non tenete conto)(?: del| della| di)? (?:la |il )?(?:nostra|nostro|mail|messaggio|comunicazione)(?! se)",
    ],
  },
  zh: {
    kept: [
      "(?:没有|并无|暂无|尚无|无|未有|不存在)(?:任何|新的)?(?:下线|下架|停服|停用|关停|退役|弃用|停止服务|关闭)(?:的)?(?:计划|打算|安排|说法|意向)|(?:暂无|没有|并无|尚无)(?:任何)?(?:相关|这方面的?)(?:的)?(?:计划|安排|打算)|(?:没有|并未|从未|没)(?:发布|发|出|公布)过?(?:任何)?[^,,。;]{0,12}(?:下线|停服|停用|退役|下架)(?:公告|通知)|(?:并?没有|并未|未|没)(?:被)?(?:下线|下架|停用|停服|关停|退役)(?!(?:通知|公告|说明|时间|日期|文档))|不会(?:在[^,。]{1,14})?(?:跟着|随之|一起|一同|因此|就此)?(?:被)?(?:下线|下架|停用|停服|关停|退役)(?!前)|(?:状态|显示)(?:仍|还|依然)?(?:是|为)[“「]?(?:活跃|现役|active)",
    ],
    untrue: [
      "误会|没有出处|查无出处|以讹传讹|无中生有|断章取义|(?:看|读|解读|理解)错|会错意|乌龙|最短服务期|(?:并不是|不是|并非)(?:什么)?(?:停服|下线|停用|退役|下架|关停)(?:的)?(?:通知|公告|日期?|时间|意思)|未经?(?:官方)?证实|辟谣|谣言|谣传|不实|误传|误读|讹传|子虚乌有|纯属(?:虚构|谣言|误会)|假(?:邮件|消息|新闻|公告|截图)|伪造|自称来自|冒充|否认(?!了?请求)|没这回事|虚惊一场",
    ],
    mistaken: [
      "(?:此前|之前|先前)[^,,。]{0,8}(?:通知|邮件|公告)[^,,。]{0,4}(?:忽略|作废|无视)|(?:上述|该|此|这个|原)(?:日期|计划|安排|时间)[^,,。]{0,6}不再(?:适用|有效|执行)|恢复(?:为|到)[“「]?(?:active|活跃|现役|在役)",
      "误发|错发|发错|误推送|(?:请|大家)?(?:忽略|无视)(?:此前|昨天|之前|上一封|昨日|前一封|我们)[^。,]{0,8}(?:邮件|通知|公告|消息)|(?:邮件|通知|公告)[^。,]{0,8}(?:系误|是误|属误)",
    ],
  },
  ja: {
    kept: [
      "(?:終了|廃止|停止|引退)(?:する|される|となる)?ことは(?:ない|ありません|ございません|なく)|(?:終了|廃止|停止|引退)(?:する|の)?(?:予定|計画|話|告知|発表)(?:は|も|など)?(?:まだ|一切|特に|いまのところ|今のところ|現時点では)?(?:出て|発表されて|公表されて|決まって|聞いて|届いて|入って)い(?:ない|ません)|(?:eol|非推奨|廃止|終了|サービス終了|提供終了)(?:になったわけ|というわけ)?では(?:ない|ありません|なく(?!な))|(?:提供)?(?:終了|廃止|停止|引退)(?:は|も)(?:一切|まだ|当面|現時点では|今のところ)?(?:ない|ありません|ございません|考えていない|検討していない|予定していない|予定していません)|(?:やめる|終える|終わる|止める|外す|消す|閉じる)(?:もの|モデル|予定|つもり|気|計画)は(?:何も|一切|特に|まだ)?(?:ない|ありません)",
      "(?:終了|廃止|停止|引退)(?:する|の)?(?:予定|計画|方針)は(?:ない|ありません|ございません|なく|無い)|(?:終了|廃止|停止)(?:した|する|される)?(?:わけ|もの|こと|の)では(?:ない|なく|ありません)|(?:終了|廃止|停止)(?:しません|しない|はしない|されません|されない)(?!よう|場合)|(?:を|は)なくしたわけでは",
    ],
    untrue: [
      "(?:嘘|うそ|ガセ|フェイク)(?:だ|です|の|ネタ)|捏造|でっち上げ|作り話|早とちり|早合点|デマ|誤情報|誤報|事実無根|事実では(?:ない|ありません)|偽(?:メール|の通知|の告知|情報)|を名乗る|なりすまし|否定し(?:た|て|ている)|根拠(?:は|の)?(?:ない|なし|なく)|誤解だ",
    ],
    mistaken: [
      "(?:と|旨)(?:を)?(?:の)?(?:ご)?(?:案内|連絡|通知|記載|お知らせ|お伝え|発表|公表|告知|説明)[^。]{0,14}が、?[^。]{0,8}(?:誤り|間違い|手違い|誤記)",
      "誤って(?:送|配|公開|お送り|掲載)|誤(?:送信|配信|送)|(?:先日|昨日|前回|先ほど)の(?:メール|お知らせ|通知|ご案内)[^。]{0,10}(?:取り消し|取消|無視|撤回|破棄)",
    ],
  },
  ko: {
    kept: [
      "(?:없애|없어지|사라지|내리|내려가|빼|종료하|종료되|중단하|중단되|폐기하|폐기되|접)(?:는|려는|겠다는) (?:것|게|건|뜻|계획|말)(?:은|이|도)? ?(?:전혀 )?(?:아니|아닙|없)\\p{L}*|(?:종료|중단|폐지|폐기|지원 ?중단)(?:는|은|이|가|도)? ?(?:전혀 |아직 |결코 )?(?:아니|아닙|없)\\p{L}*|eol(?:이|은|도)? ?(?:아니|아닙)\\p{L}*|(?:종료|중단|폐지|폐기)(?:할|될|하는|되는)? ?(?:계획|예정|일정|공지|소식)(?:은|이|도)? ?(?:전혀 |아직 )?(?:나오지|잡히지|정해지지|발표되지|들리지) ?(?:않|못)\\p{L}*|(?:사라지|없어지|빠지|내려가|끝나|종료되|중단되)지(?:는|도)? ?(?:않(?!으면)|아니)\\p{L}*",
      "(?:종료|중단|폐지|폐기|퇴역)(?:할|될|하는|되는)? ?(?:계획|예정|방침)(?:은|이|도)? ?(?:없|아니)\\p{L}*|(?:종료|중단|폐지|폐기|삭제)(?:되지|하지|된 것은|된 것이|한 것은|한 것이) ?(?:않|아니)\\p{L}*|없앤 (?:것이|게|건) 아니\\p{L}*|없어지(?:지|는 것은?) (?:않|아니)\\p{L}*",
    ],
    untrue: [
      "가짜(?:다|입|였|라|로 (?:드러|밝혀|판명))\\p{L}*|거짓(?:이|으로|말|입)\\p{L}*|낭설|조작된|와전\\p{L}*|사실무근|사실이 아니\\p{L}*|사실과 다르\\p{L}*|허위\\p{L}*|가짜 ?(?:메일|뉴스|공지|정보)\\p{L}*|사칭\\p{L}*|오보\\p{L}*|헛소문\\p{L}*|뜬소문\\p{L}*|부인했\\p{L}*|근거(?:가|는)? ?없\\p{L}*",
    ],
    mistaken: [
      "잘못 (?:발송|전송|보내|나간|게시)\\p{L}*|실수로 (?:발송|전송|보내|나간|게시)\\p{L}*|오발송\\p{L}*|(?:지난|어제|이전|앞선) (?:메일|공지|안내|알림)\\p{L}*(?: \\p{L}+){0,2} 무시",
    ],
  },
};

/** The words of a language by its tag. */
export const denialWords = (tag: string): DenialWords => WORDS[tag] ?? NONE;
