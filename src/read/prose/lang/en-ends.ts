/**
 * English ways to say that something stops being served, beside the plain verbs of `en.ts`: whole families of verbs, nouns
 * and figures of speech, each with its forms. Sources of regular expressions as in the lexicons.
 */

const MONTH =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

/** What may follow right behind a verb or a preposition where a day does: "the 24th", "March 3", "Monday", "next week". */
export const WHEN = `(?: (?:the |a |an |this |that |next |early |late |mid-?|last |coming )?(?:\\d{1,2}(?:st|nd|rd|th)?(?: |,|\\.|$|-)|\\d{4}-|\\d{1,2}/|${MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|same|end of|start of|beginning of|middle of|week|month|year|quarter|first|day)(?![a-z])| today| tomorrow| tonight| midnight| noon)`;

/** Nouns of the act. */
const ACT =
  "retirement|shut-?down|removal|sunset|end[ -]of[ -]life|eol|discontinuation|deprecation|decommissioning|withdrawal|switch-?off|turn-?off|turn-?down|expiry|termination|phase-?out|departure|end";

/** Days of leaving, said as nouns. */
const DAYS = `(?:expiry|expiration|exit|departure|termination|kill|drop-dead|turn-?down|switch-?off|turn-?off|sell-by|cut-?off|retirement|removal|sunset|shut-?down|decommission(?:ing)?)[ -](?:date|day)`;

export const ENDINGS: readonly string[] = [
  // "the end of acme-1, first planned for D, is now set for E", "acme-1's end now falls on E"
  'the end of(?= (?:\\w+ ){0,2}[`"“]?[a-z][\\w./:@-]{0,80}\\d[\\w./:@-]{0,40}[`"”]?(?: ?,[^.;,]{4,60}(?:, \\d{4})?,)? (?:is|was|has been|had been|will be|comes|falls|remains|stays)(?: now| still| then)? (?:set|fixed|planned|scheduled|due|put|moved|pushed|postponed|delayed|rescheduled|on) )',
  "(?<=\\d[\\w-]{0,20}[`\"”]?['’]s )end(?=(?: ?,[^.;,]{4,60}(?:, \\d{4})?,)? (?:is|was|has been|will be|comes|falls|now|remains) )",
  // it goes: figures of speech for the end of what is spoken of
  `(?:die|dies|died|dying)(?= (?:in|on|from|at|off|for good|next|this|today|tomorrow|a week|in the)(?![a-z]))|perish(?:es|ed)?|vanish(?:es|ed|ing)?(?= (?:from|on|in|at|by|next|today|tomorrow|for good))|disappear(?:s|ed|ing)?(?= (?:from|on|in|at|by|next|today|tomorrow|for good))`,
  `com(?:e|es|ing) to (?:an|its|their|the) (?:\\w+ )?(?:end|close|halt)|reach(?:es|ed|ing)? (?:the|its|their) (?:end of the (?:road|line)|final (?:day|days|hours?)|expiry)|(?:is|are|be) (?:no more|history|curtains|lights out|out of (?:service|commission)|off the (?:air|menu|shelf|shelves|roster|wire))(?= |\\.|,|$)|(?:is|are|be) (?:toast|dead)(?= (?:on|from|as of|after|by|in)(?![a-z]))|(?:bites?|biting) the dust|kicks? the bucket|rid(?:e|es|ing) (?:off )?into the sunset|call(?:s|ing)? it (?:a day|quits)|hangs? up (?:its|their) (?:boots|hat|gloves)|packs? (?:its|their) bags|turns? into a pumpkin|breathes? (?:its|their) last|signs? off(?= (?:for|on|in|at|from|next))|sign(?:s|ing)? off for good|step(?:s|ping)? down(?=${WHEN})|fad(?:e|es|ing) (?:out|away)|fall(?:s|ing)? silent|go(?:es|ing)? (?:quiet|silent|extinct|out of service|under|dark|offline|the way of)(?= |\\.|,|$)|checks? out(?= (?:on|for good))`,
  `(?:drop|fall|roll|slip|com)(?:s|es|e|ped|ping|ing)? (?:out of|off)(?= (?:the |our |its |their )?(?:\\w+ ){0,3}(?:api|platform|catalog(?:ue)?|roster|line-?up|list|menu|service|console|shelves|shelf|grid))`,
  `(?:tak(?:e|es|ing|en)|took|pull(?:s|ed|ing)?|clear(?:s|ed|ing)?|sweep(?:s|ing)?|swept|knock(?:s|ed|ing)?|strik(?:e|es|ing)|struck) [^.;]{1,60}? off (?:its|the|their|our) (?:\\w+ ){0,3}(?:api|platform|catalog(?:ue)?|roster|line-?up|list|menu|service|air|shelves|shelf|grid)`,
  `withdr(?:aw|aws|ew|awn|awing)(?: (?:it|them|both|all [\\w ]{1,20}|(?:this|the|these|that) [\\w ]{1,20}))?(?= (?:from|on|at|in|as of|next))`,
  // who serves it lets it go
  "(?:part(?:s|ed|ing)?(?: ways| company)?|do(?:es|ing)? away|dispens(?:e|es|ed|ing)) with(?= )|get(?:s|ting)? rid of|let(?:s|ting)? go of|(?:call(?:s|ed|ing)? time|(?:bring|brings|bringing|brought|ring|rings|ringing) (?:down )?the curtain(?: down)?|clos(?:e|es|ed|ing) the (?:book|books|chapter|door)|draw(?:s|ing)? a line|put(?:s|ting)? (?:an end|a stop)) (?:on|to|under)|(?:bid|bids|bade|bidding|wav(?:e|es|ed|ing)|say|says|said|saying) (?:adieu|goodbye|good-bye|farewell|so long|adios)(?: to)?",
  "(?:show(?:s|n|ed|ing)?|given|gives?|gave|giving|get(?:s|ting)?|got)(?: [^.;,]{1,40}?)? (?:the door|(?:its|their|the) marching orders|the (?:old )?heave-ho|the elbow|the chop|the axe|the boot|the hook)",
  "(?:jettison|evict|oust|purg|ditch|dump|nix|bench|weed|prun|retir)(?:e|es|ed|s|ing)?(?= [`\"“]?[a-z][\\w./:@-]*\\d)|(?:is|are|be|being|been|was|were|get|gets|getting) (?:\\w+ly )?(?:jettisoned|evicted|ousted|purged|ditched|dumped|nixed|benched|weeded out|pruned|scrapped|binned|culled|axed|canned|chopped|cut loose|let go|sent packing|sent into retirement|sent off|laid to rest|put to (?:rest|bed|sleep)|taken (?:offline|down|off|away|out of service|out of production|out back)|wound up|turned down|spun down|end-of-lifed|eol['’]?e?d|delisted|unlisted|deregistered|withdrawn|terminated|discontinued|unplugged|powered (?:off|down)|cleared out|swept out|struck off|rotated out|aged out|decommissioned|disconnected|deactivated|offboarded|unpublished)(?= |\\.|,|$)",
  "(?:stop|stops|stopped|stopping|cease|ceases|ceased|quit|quits|quitting) (?:to )?(?:offer|serv|host|sell|run|support|accept|provid|carry|deploy|stock|list)(?:e|s|ing)?(?= )|(?:stop|stops|stopped|stopping) being (?:served|callable|reachable|available|offered|supported|hosted|sold|accessible)",
  // what its callers get
  "(?:will |to )?(?:start|begin|starts|begins|starting) (?:to )?(?:com(?:e|ing) back with|return(?:ing)?|throw(?:ing)?|giv(?:e|ing)|fail(?:ing)?|error(?:ing)?(?: out)?|bounc(?:e|ing)|404(?:ing)?|refus(?:e|ing)|reject(?:ing)?)(?: (?:an? |only )?(?:\\w+ )?(?:errors?|404s?|410s?|400s?|model_not_found|not_found\\w*|invalid_\\w+|http 4\\d\\d))?",
  "(?:com(?:e|es|ing) back|answer(?:s|ed)?|respond(?:s|ed)?|met|greeted|fail(?:s|ing)?|replies|end) (?:with|in|as) (?:an? |only |nothing but )?(?:http )?(?:\\w+ )?(?:errors?|404s?|410s?|400s?|model_not_found|not_found\\w*|model_decommissioned|\\d{3} gone)",
  "(?:will |would |shall )(?:bounce|404|410|break|be (?:turned away|blocked|declined|denied|dropped|bounced))(?= |\\.|,|$)",
  "(?:will )?no longer (?:know|knows|recogni[sz]es?|understands?|honou?rs?|resolves?|carry|carries|lists?|takes?|routes?|includes?)(?= )",
  `(?:receiv|serv|tak|answer|process|handl|see|generat|emit|produc)(?:e|es|s|ed|ing)? (?:its|their|the) (?:very )?(?:last|final) (?:\\w+ )?(?:requests?|calls?|tokens?|prompts?|quer(?:y|ies)|responses?|bow|curtain call|call|customers?|day)`,
  "(?:to|will|we|they) unplug|unplugging|(?:served|called|used|callable|available|answers?|answering|runs?|reachable) (?:for the|one) (?:very )?last time|cease(?:s|d)? to be(?= (?:on|from|at|in|a)(?![a-z]))|(?:flip|flips|throw|throws|hit|hits|pull|pulls) the (?:off |kill )?switch",
  'withdr(?:aw|aws|ew|awn|awing)(?= [`"“]?[a-z][\\w./:@-]*\\d)|(?:marks?|spells?|means?|brings?|is) the end (?:of the (?:road|line) )?(?:for|of)(?= )|(?:goes|go|leaves?|ends?|retires?)(?= too| as well)|follow(?:s|ed)?(?= [\\w-]+ (?:days?|weeks?|months?) (?:later|after)| suit| the (?:day|week|month))',
  `(?:ends|expires?|lapses?|terminates?|closes|stops|retires?|leaves|departs|goes)(?=${WHEN})`,
  `(?<=(?:will|would|are to|is to|due to) )(?:leave|depart)(?=${WHEN}| (?:on|by|in)${WHEN})`,
  // days that are counted
  "(?:has|have|had|with|get|gets|gives?) (?:\\w+ ){1,2}(?:days?|weeks?|months?|fortnight|weekend|hours) (?:left|remaining|to live|to go)(?! (?:to|in our|in the sale|on the offer)(?![a-z]))",
  '(?:days?|weeks?|months?|fortnight) (?:left|to go)(?= (?:on|for|of|with|before|until) [`"“]?[a-z][\\w./:@-]*\\d)|(?<=: (?:\\w+ ){1,2}(?:days?|weeks?|months?) )(?:left|to go)(?=$|\\.)',
  "(?:will|to|does|do|would)(?: not|n['’]t) (?:make it (?:through|past|to|beyond|into)|survive|see (?:the|its|another|out)|outlive|outlast|live (?:past|to see|beyond)|last (?:past|beyond|the))|won['’]t (?:make it (?:through|past|to|beyond|into)|survive|see (?:the|its|another|out)|outlive|outlast|live (?:past|to see|beyond)|last (?:past|beyond|the))",
  '(?:pencil+ed in|scheduled|slated|booked)(?= [^.;]{1,30} for [`"“]?[@a-z][\\w./:@-]*\\d)',
  // the day or the act as a noun
  `${DAYS}(?= (?:of|for|is|was|on|has|will|set|falls?|comes?|arrives?|now|remains?))`,
  `(?:${ACT})s? (?:is |are |has been |have been |was |were |now |been )*(?:due|set|scheduled|slated|planned|booked|pencil+ed in|fixed|confirmed|timed|penned in|down)(?= (?:for|on|in|to|at|as)(?![a-z]))`,
  "(?:is|are|was|were) (?:\\w+ )?(?:due|set|scheduled|slated|down|booked|earmarked|marked|headed|bound|destined) (?:for|to go to|to) (?:the )?(?:retirement|shut-?down|removal|sunset|end[ -]of[ -]life|discontinuation|decommissioning|withdrawal|scrapheap|chop|axe|graveyard|knacker['’]s yard|history)",
  `(?:are|is|goes|go|going) off(?= (?:on the|in the|the air|for good|as of|from the|after|at) )`,
];

/** Things that go on, or only seem to end: said of what stays. */
export const STAYING: readonly string[] = [
  "(?:carr(?:y|ies)|goes|go|liv(?:e|es)|soldier(?:s)?|march(?:es)?|plods?) on(?=[,.;]| as (?:before|ever|usual|it is|they are)| (?:being|unchanged|regardless|undisturbed|untouched|for now))|(?:carr(?:y|ies)|goes|go) on(?= (?:working|being|serving|running|answering|to work|to be))",
  "(?:is|are|remains?|stays?) (?:here to stay|alive(?: and well| and kicking)?|fine|ok|okay|safe|up|going nowhere|not going anywhere|not in (?:danger|scope|question)|off the (?:hook|list)|out of scope|business as usual|still (?:served|there|here|up|around|available|callable|supported|sold|on sale|with us))",
  "(?:isn|aren|wasn|weren)['’]t (?:on (?:the|this|that|our) (?:list|chopping block|batch)|in scope|among|included|leaving|closing|ending|being)|(?:not|neither|nor) (?:is |are )?(?:on|part of|in) (?:the|this|that|today['’]s|our) (?:list|batch|round|wave|change|notice|cull|clear-?out)",
  "can (?:all )?(?:still )?be (?:called|used|reached|selected|addressed) (?:through|via|over|in|from|under|on|as)|(?:goes|go) nowhere|(?:keeps?|kept) (?:its|their) (?:place|ga status|status|seat|slot)|(?:decided|going|plan|intend|continue) to (?:keep|serve|offer|support|host|run)(?= )",
  "stays?(?=$)|stays? (?:on|put|in|with us|where|as|exactly|available|up|live|online)(?! (?:\\w+ ){0,3}(?:until|till|through))|continues?(?=[.,;]|$| (?:as|unchanged|undisturbed|normally|to ))|remain(?:s)?(?=,| (?:as|where|available|on|in|fully|exactly|unchanged)(?! (?:\\w+ ){0,3}(?:until|till|through)))",
];

/** Denials of an end: its act or its day is said not to be there. */
export const NOT_ENDING: readonly string[] = [
  `(?:has|have|had|with|carr(?:y|ies|ied)|show(?:s|ed)?|list(?:s|ed)?|gives?|gave|sees?|there (?:is|are|was)|got|is|are|of) (?:currently |still |at present |as yet |so far )?(?:no|not any|neither a|zero) (?:\\w+ ){0,2}?(?:${ACT})(?:[ -]of[ -]life)?(?:[ -](?:dates?|days?|plans?|announcements?|notices?|timelines?))?(?! (?:before|until|earlier|sooner|prior))`,
  `no (?:\\w+ )?(?:${ACT})s?(?:[ -](?:dates?|days?|plans?))? (?:is |are |has been |have been |was |were |being )*(?:planned|scheduled|announced|set|in sight|in view|on the (?:calendar|cards|horizon|table|books|roadmap)|foreseen|expected|attached|listed|decided|published|given|mentioned|in the works|coming)(?! (?:before|until|earlier|sooner|prior))`,
  `(?:have|has|had|do|does|did|is|are|was|were|would|will)(?: not|n['’]t| never) (?:yet |currently |ever |been |be |be going to )*(?:announc(?:e|ed|ing)|set|schedul(?:e|ed|ing)|plan(?:s|ned|ning)?|decid(?:e|ed)|publish(?:ed)?|given?|fix(?:ed)?|list(?:ed)?|intend(?:ed)?|mention(?:ed)?|nam(?:e|ed)) (?:on )?(?:to )?(?:an? |any |the |its |their |such a |a new )?(?:(?:\\w+ )?(?:date|day) (?:for|of|on which|when) (?:that|this|it|its|their|the|them)[^.;,]{0,30}|(?:\\w+ )?(?:${ACT})(?:[ -](?:date|day|plan)s?)?|(?:retire|remove|shut|sunset|discontinue|end|withdraw|kill|drop|switch|turn)(?: it| them)?)`,
  `(?:denie[sd]|den(?:y|ying)|disput(?:e|es|ed|ing)|rul(?:e|es|ed|ing) out|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|quash(?:es|ed|ing)?) (?:\\w+ ){0,4}?(?:${ACT}|plans?|retiring|removing|shutting|ending|killing)`,
];

/** Hearsay, beside the words of `en.ts`: who claims, what would follow from it, what people say in anger. */
export const HEARSAY: readonly string[] = [
  "(?:claim|purport|pretend)(?:s|ed|ing)? to (?:quote|show|cite|know|have)|by (?:the same|that|this) (?:logic|reasoning|measure)|(?:may|might) (?:just )?as well (?:say|call|write|be)|so basically|(?:word|talk|gossip|chatter) (?:is|has it|of)(?= )|the (?:claim|screenshot|post|thread|tweet) (?:says|said|claims|claimed|that)",
  'would be [“"‘](?:\\w+ ){0,2}(?:sunset|retired|killed|shut|switched|removed|gone)|some (?:readers|people|users) (?:take|took|read) (?:it|this|that|them)? ?(?:for|as)|prediction markets?',
];

/** A finished act, told as a story. */
export const PAST_ACTS: readonly string[] = [
  "(?:bade|waved|said) (?:farewell|goodbye|adieu)|(?:(?<!(?:days?|weeks?|months?|hours?|time|little|much) )left|departed|exited|quit)(?= )|(?:died|expired|ended|closed|ceased|lapsed|perished)(?= )|fell silent|bowed out|signed off|bit the dust|breathed (?:its|their) last|finished the|sent [^.;]{1,40} off|took [^.;]{1,60} off",
];

/** An end that was published and is taken back. */
export const TAKEN_BACK: readonly string[] = [
  "(?:reversed|undone|rescinded|revoked|withdrawn|cancell?ed|dropped|scrapped|taken back|overturned) (?:that|this|the|our|its|their) (?:decision|plan|move|call|retirement|shut-?down|deprecation)",
  "(?:that|the|this|its|their|our) (?:entry|row|line|listing|date|deadline) (?:has|have|was|were|is|are) (?:been |now |being )*(?:taken down|removed|deleted|struck(?: out| off)?|withdrawn|pulled|gone|void|off)|no (?:new |other )?date (?:replaces|takes)|(?:went|gone|goes|moved|returned|restored|set|are|is) back (?:to|as|on) (?:active|the active list|ga)|(?:are|is) staying after all|(?:stays?|staying|here to stay) after all",
];
