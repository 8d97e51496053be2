import { countWords } from "../count-words.ts";
import type { DateLexicon } from "../types.ts";

/** "30 Tage nach Erscheinen dieses Hinweises": it is of the day that the text is of. */
const DIESER_NACHRICHT =
  "(?:(?:dem )?(?:datum|erscheinen|veröffentlichung|versand|erhalt|eingang|zugang) )?(?:dieser|dieses|diesem) (?:e-?mail|mitteilung|nachricht|hinweis(?:es)?|schreibens?|ankündigung|meldung|beitrags?|artikels?|newsletters?|bekanntmachung)";

export const de: DateLexicon = {
  tag: "de",
  months: [
    "januar|jänner",
    "februar",
    "märz|maerz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
  ],
  shortMonths: ["jan", "feb", "mär|mrz", "apr", "", "jun", "jul", "aug", "sept?", "okt", "nov", "dez"],
  weekdays: ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag|sonnabend", "sonntag"],
  ordinals: ["erste[nrm]?", "zweite[nrm]?", "dritte[nrm]?", "vierte[nrm]?", "letzte[nrm]?"],
  numbers: {
    einem: 1,
    einer: 1,
    einen: 1,
    ein: 1,
    zwei: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    elf: 11,
    zwölf: 12,
    ...countWords(13, "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig einundzwanzig"),
    achtundzwanzig: 28,
    dreißig: 30,
    fünfundvierzig: 45,
    sechzig: 60,
    neunzig: 90,
  },
  days: {
    ...countWords(1, "ersten zweiten dritten vierten fünften sechsten siebten/siebenten achten neunten zehnten elften"),
    ...countWords(12, "zwölften dreizehnten vierzehnten fünfzehnten sechzehnten siebzehnten achtzehnten neunzehnten"),
    ...countWords(20, "zwanzigsten einundzwanzigsten zweiundzwanzigsten dreiundzwanzigsten vierundzwanzigsten"),
    ...countWords(25, "fünfundzwanzigsten sechsundzwanzigsten siebenundzwanzigsten achtundzwanzigsten"),
    ...countWords(29, "neunundzwanzigsten dreißigsten einunddreißigsten"),
  },
  halfYear: "ein(?:em|es)? halbe[ns]? jahr(?:es)?",
  units: { day: "tag(?:en|e)?", week: "wochen?", month: "monat(?:en|e)?", year: "jahr(?:en|e)?" },
  patterns: [
    ["am kommenden {D}(?=[,;)]|$)", { is: "bare-day", ahead: true }],
    ["anfang (?:des )?(?:nächsten|kommenden) monats", { is: "month", months: 1, part: "early" }],
    ["mitte (?:des )?(?:nächsten|kommenden) monats", { is: "month", months: 1, part: "mid" }],
    // "The deadline is shorter for x: only 30 days."
    [
      "(?<=(?:frist|vorlauf|zeitraum)[^;!?]{0,100}: )(?:nur |gerade einmal |lediglich )?{N} {U}(?=[.;!]|$)",
      { is: "offset", sign: 1 },
    ],
    [
      "(?:in|nach) (?:genau|exakt|präzise) {N} {U}|genau in {N} {U}|in {N} {U}n? (?:auf den tag genau|exakt)",
      { is: "offset", sign: 1, exact: true },
    ],
    [
      "(?:am |zum |bis zum )?letzten tag (?:dieses|des(?: laufenden)?) monats",
      { is: "edge-day", edge: "last", months: 0 },
    ],
    [
      "(?:am |zum |bis zum )?letzten tag des (?:kommenden|nächsten|folgenden) monats",
      { is: "edge-day", edge: "last", months: 1 },
    ],
    [
      "(?:am |zum |bis zum )?letzten tag (?:des|im)(?: monats?)? {M}s?(?: {Y})?",
      { is: "edge-day", edge: "last", months: 0 },
    ],
    [
      "(?:am |zum |ab dem )?(?:ersten|monatsersten) (?:des )?(?:kommenden|nächsten|folge)(?: ?monats)",
      { is: "edge-day", edge: "first", months: 1 },
    ],
    ["(?:am |zum |bis zum |ab dem )?{O} {W} (?:im|des(?: monats)?) {M}s?(?: {Y})?", { is: "nth-weekday", months: 0 }],
    [
      "(?:am |zum |bis zum |ab dem )?{O} {W} (?:im|des) (?:kommenden|nächsten) monats?",
      { is: "nth-weekday", months: 1 },
    ],
    [
      "(?:am |zum |bis zum |ab dem )?{O} {W} (?:im|des|dieses) (?:laufenden )?monats?",
      { is: "nth-weekday", months: 0 },
    ],
    ["(?:am |zum |ab dem |bis zum )?{E} (?:desselben|des gleichen|des selben|jenes) monats", { is: "same-month" }],
    [
      "(?:am |zum |ab |bis )?{W} (?:in der |der )?(?:kommende[rn]?|folgende[rn]?) woche|(?:in der )?(?:kommenden?|nächsten?) woche,? (?:am )?{W}",
      { is: "weekday", which: "next-week" },
    ],
    ["(?:am |zum |ab |bis )?{W} dieser woche|diese woche {W}", { is: "weekday", which: "this-week" }],
    [
      "(?:am )?{W} (?:in )?(?:der )?übernächste[rn]? woche|übernächsten? woche,? (?:am )?{W}|(?:am )?übernächsten {W}",
      { is: "weekday", which: "week-after-next" },
    ],
    [
      "(?:am )?{W} (?:der )?(?:vergangenen|letzten|vorigen) woche|(?:vergangene|letzte|vorige) woche {W}",
      { is: "weekday", which: "last-week" },
    ],
    [
      `(?:genau )?{N} {U} (?:ab (?:heute|jetzt)|von (?:heute|jetzt) an|(?:nach|ab) ${DIESER_NACHRICHT})|heute in {N} {U}n?|auf den tag genau in {N} {U}`,
      { is: "offset", sign: 1, exact: true },
    ],
    ["(?:genau )?{N} {U} ab morgen|morgen in {N} {U}n?", { is: "offset", sign: 1, exact: true, from: 1 }],
    ["übermorgen in {N} {U}n?", { is: "offset", sign: 1, exact: true, from: 2 }],
    [
      "(?:am |ab )?(?:kommenden |nächsten |diesen )?{W} in {N} {U}n?(?<=wochen?|tagen|monat(?:en)?)",
      { is: "offset", sign: 1, exact: true, from: "weekday" },
    ],
    ["(?:in|binnen|innerhalb von|nach) (?:genau |rund |etwa |weiteren )?{N} {U}", { is: "offset", sign: 1 }],
    ["vor (?:genau |rund |etwa )?{N} {U}", { is: "offset", sign: -1 }],
    [
      "ab sofort|mit sofortiger wirkung|heute(?: abend| nacht| früh| an)?|(?:am |mit dem |vom )?heutigen (?:tage?|{W})",
      { is: "fixed", days: 0 },
    ],
    ["gestern", { is: "fixed", days: -1 }],
    ["vorgestern", { is: "fixed", days: -2 }],
    ["übermorgen", { is: "fixed", days: 2 }],
    ["(?:am |vom )morgigen (?:tage?|{W})", { is: "fixed", days: 1 }],
    // "Guten Morgen" and "am Morgen" are no tomorrow.
    [
      "(?:ab |bis |schon |bereits )?(?<!(?:guten|schönen|am|jeden|jedem|diesen|heute|gestern|der|den|dem|einem|frühen|nächsten|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag) )morgen(?: früh| abend| mittag)?(?!s)",
      { is: "fixed", days: 1 },
    ],
    [
      "(?:am |zum |bis zum |ab dem |vom )?{E} (?:kommenden |des kommenden |nächsten |des nächsten |des folgenden )monats|(?:am |zum |bis zum |ab dem |vom )?{E} des folgemonats",
      { is: "day-of-month", months: 1 },
    ],
    ["(?:am |zum |bis zum |ab dem |vom )?{E} (?:dieses|des(?: laufenden)?) monats", { is: "day-of-month", months: 0 }],
    ["(?:am |vom |zum )?{D} des vormonats", { is: "day-of-month", months: -1 }],
    ["(?:nächsten|kommenden) monat,? (?:am|zum) {E}", { is: "day-of-month", months: 1 }],
    ["(?:am |zum |ab dem |bis zum |vom )?{X} {M}(?: {Y})?", { is: "month-day", years: null }],
    [
      "{E} {M} (?:des )?(?:nächsten|kommenden|folgenden) jahres|nächstes jahr,? am {E} {M}",
      { is: "month-day", years: 1 },
    ],
    ["{E} {M} (?:dieses|des laufenden) jahres", { is: "month-day", years: 0 }],
    ["{E} {M} (?:des )?(?:letzten|vergangenen|vorigen) jahres", { is: "month-day", years: -1 }],
    [
      "(?:am |zum |ab dem |bis zum )(?:{W},? (?:dem |den )?)?{D}(?=[,;)]|$| (?!monat|geburtstag|jahrestag|jubiläum|mal(?![\\p{L}])|platz|rang|generation|version|ausgabe|kapitel|klasse|jahrhundert|jan|jän|feb|mär|mae|apr|mai|jun|jul|aug|sep|okt|nov|dez))",
      { is: "bare-day" },
    ],
    ["(?:am |zum |ab |bis )?(?:kommende[nrm]?|diese[nrm]) {W}", { is: "weekday", which: "coming" }],
    [
      "(?:am |zum |ab |bis )?(?:nächste[nrm]?) {W}|{W} (?:in der |der )?nächste[rn]? woche",
      { is: "weekday", which: "next-week" },
    ],
    ["(?:am |seit |vom )?(?:vergangene[nrm]?|letzte[nrm]?|vorige[nrm]?) {W}", { is: "weekday", which: "last" }],
    ["(?:am |seit |bis |ab |vom )?{W}", { is: "weekday", which: "bare" }],
    ["ende (?:des )?(?:nächsten|kommenden) monats", { is: "month", months: 1, part: "late" }],
    ["(?:zum |bis )?(?:monatsende|ende des monats|ende dieses monats)", { is: "month", months: 0, part: "late" }],
    ["(?:im |den )?(?:nächsten|kommenden) monat|im folgemonat", { is: "month", months: 1 }],
    ["(?:in )?diese[nm] monat", { is: "month", months: 0 }],
    ["(?:im )?(?:letzten|vergangenen|vorigen) monat", { is: "month", months: -1 }],
    [
      "(?:im )?(?:letzten|vergangenen|vorigen) {M}|{M} (?:des )?(?:letzten|vergangenen|vorigen) jahres",
      { is: "month-name", years: null, past: true },
    ],
    ["{M} (?:des )?(?:nächsten|kommenden) jahres", { is: "month-name", years: 1 }],
    [
      "(?:im laufe|im verlauf|während|innerhalb|(?:mit|nach|zum|bis zum) ablauf) des (?:monats )?{M}s?(?: {Y})?",
      { is: "month-name", years: null },
    ],
    ["anfang {M}", { is: "month-name", years: null, part: "early" }],
    ["mitte {M}", { is: "month-name", years: null, part: "mid" }],
    ["ende {M}", { is: "month-name", years: null, part: "late" }],
    ["(?:im|bis|seit|ab|von|vom|zum|für) {M}", { is: "month-name", years: null }],
  ],
  floorsBefore: [
    "(?:mindestens|wenigstens|garantiert) (?:noch )?bis(?: zum| ende)?",
    "(?:nicht|keine (?:abschaltung|einstellung|abkündigung)(?: geplant)?) vor(?: dem)?",
    "frühestens(?: noch)?(?: am| ab| ab dem| zum| im| bis| bis zum)?",
    "nicht früher als(?: am)?",
    "keinesfalls vor(?: dem)?",
    "(?:garantier(?:en|t|te)|zugesichert|sichern)(?: \\p{L}+){1,4} bis(?: zum| ende)?",
  ],
  floorsAfter: [
    "oder später",
    "oder danach",
    "frühestens",
    "(?:ist |sind )?(?:ausgeschlossen|nicht vorgesehen|nicht geplant)",
  ],
};
