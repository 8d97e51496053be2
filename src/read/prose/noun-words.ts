/** Words around the nouns that a model may hang on, one set a language: sources of regular expressions. */
export type Nouns = {
  /** An article or what stands for one, and what joins it to its noun. */
  article: string;
  /** A preposition right before a model's name, with its article. */
  preposition: string;
  /** What begins a relative clause, or the participle that stands for one. */
  relative: string;
  /** Words between an article and its noun. */
  before: string;
  /** Beginnings of the nouns whose end is the model's: the model by another word, its use, who uses it, the end itself. */
  own: string;
  /** What may stand before the subject of a sentence. */
  opening: string;
  /** Small words behind a verb that begin no noun. */
  small: string;
};

/** The languages that hang a model on a noun with a preposition or a relative clause. */
export const NOUNS: Readonly<Record<string, Nouns>> = {
  pt: {
    article:
      "(?:[oa]s?|uma?|uns|umas|(?:[nv]oss|seu|su)[oa]?s?|n?(?:est|ess|aquel)[ea]s?)(?: (?:[nv]oss|seu|su)[oa]s?)? ",
    preposition: "(?:d[eoa]s?|à|aos?|às|em|n[oa]s?|com|para|pel[oa]s?|sobre|contra|entre)(?: [oa]s?| modelos?){0,2} ",
    relative:
      "(?:que|d[oa] qual|n[oa]s? qua(?:l|is)|em que|onde|com [oa] qual|cuj[oa]s?|\\p{L}+(?:ad|id|it|st)[oa]s? (?:com|por|pel[oa]s?)|basead[oa]s? em|para \\p{L}{2,}[aei]r(?: [oa]s?)?) ",
    before:
      "(?:(?:antig|nov|próxim|últim|primeir|segund|atua|tod|vári|pequen|grande|velh|gratuit)\\p{L}*|dois|duas|três|mesm[oa]s?) ",
    own: "modelo|vers|varian|prévi|preview|snapshot|alias|nome|identificador|ids?(?!\\p{L})|famíli|séri|gera|linha|suporte|atend|possibilid|opç|catálogo|plataforma|mercado|circula|acess|us[ao]|utiliza|chama|empreg|serviço|forneci|ofert|disponibili|vida|ciclo|fim|fina|término|retirad|desativ|deslig|encerr|remo|descontinu|aposenta|reforma|deprecia|suspens|extin|elimina|substitui|troca|adeus|despedid|data|dias?(?!\\p{L})|prazo|chamad|requisi|pedid|solicita|consult|tráfego|api|endpoint|url|históri|era(?!\\p{L})|capítul|traje|migra|passag|transi|desenvolved|clientes|usuári|utilizador|empresas|equipes|times|projetos|aplicaç|integra|organiza|instânc|deployment|implanta|dupla|par(?!\\p{L})|resto|grupo|lista|parte|conjunto|quem|período|fase|projetos|contas|tokens?(?!\\p{L})|maioria|ponto|hora|momento|caso|partir|torneira|tomada|porta|anteprima|irm[ãa]|suced|sucess|exist|funciona|execu|hospeda|inferên|resposta",
    small:
      "(?:via|através|por|após|depois|antes|também|apenas|só|somente|mais|não|já|então|hoje|amanhã|quando|como|se|que|no dia) ",
    opening: "(?:e|mas|já|também|ainda|agora|assim|portanto|além disso|a partir|até|desde|depois|em) ",
  },
  it: {
    article:
      "(?:(?:il|lo|la|i|gli|le|un|uno|una|(?:quest|quell)[oaie]|que[il]) |(?:l|un|quest|quell)[’'])(?:(?:nostr|vostr|su)[oaie]i? )?",
    preposition:
      "(?:(?:d[ia]|a|ad|in|su|con|contro|per|tra|fra|(?:d|d?a|ne|su)(?:l|llo|lla|i|gli|lle)|de(?:l|llo|lla|i|gli|lle))(?: modell[oi])? |(?:d|all|dall|nell|sull|dell)[’'])",
    relative:
      "(?:che|(?:d[ae]l|al|nel|sul|con il|il|la|della|alla|nella|con la) quale|cui|in cui|con cui|di cui|dove|\\p{L}+(?:at|it|ut|tt|st)[oaie] (?:con|da[li]?|dalla)|basat[oaie] su|per \\p{L}{3,}re) ",
    before:
      "(?:(?:vecchi|nuov|prossim|ultim|prim|second|attual|tutt|precedent|vari|piccol|grand|gratuit)\\p{L}*|due|tre|stess[oaie]) ",
    own: "modell|version|variant|anteprim|preview|snapshot|alias|nome|nomi(?!\\p{L})|identificativ|id(?!\\p{L})|famigli|serie|generazion|linea|gamma|support|possibilit|opzion|catalogo|piattaforma|listino|mercato|circolazion|access|us[ao]|utilizz|chiam|impieg|servizi|erogazion|fornitur|disponibilit|vita|ciclo|fine|ritir|dismission|spegniment|disattivazion|chiusur|rimozion|cessazion|cancellazion|eliminazion|interruzion|pensionament|deprecazion|sostituzion|addio|stop|data|date|giorn|scadenz|termin|tempo|chiamat|richiest|invocazion|query|traffic|api|endpoint|url|storia|era(?!\\p{L})|capitolo|parabol|avventur|corsa|migrazion|passaggi|transizion|sviluppator|clienti|utenti|aziende|team|progetti|applicazioni|integrazioni|organizzazioni|istanz|deployment|distribuzion|coppia|duo|resto|gruppo|elenco|lista|parte|periodo|fase|maggior|punto|ora|momento|caso|spina|sipario|rubinett|porta|porte|fratell|sorell|erede|success|esistenz|funzionament|esecuzion|inferenz|rispost|addii",
    small:
      "(?:tramite|via|attraverso|oltre|dopo|prima|anche|solo|soltanto|più|non|già|poi|oggi|domani|quando|come|se|che|definitivamente|entro|fino) ",
    opening: "(?:e|ma|anche|inoltre|ora|poi|quindi|dunque|a partire|da|dal|fino|dopo|in|il) ",
  },
};
