/** The words of a language that tell on which noun a model hangs; see `noun-phrases.ts`. */
type Nouns = {
  /** What stands before a noun; source of an expression with a blank or an apostrophe at its end. */
  determiner: string;
  /** What joins a name to the noun before it. */
  joint: string;
  /** Nouns whose end is the model's, or that say nothing of what ends: the rest of the reader decides on those. */
  own: string;
  /** Of those nouns what is none for all that: "early access". */
  not: string;
  /** Nouns whose end is not the model's where they have a complement of their own: "support of images". */
  partial: string;
  /** Calls of a model; those beyond a limit fail and the others do not. */
  calls: string;
  limit: string;
  /** Words that show a whole statement before the name, where only a noun and what belongs to it is looked for. */
  verb: string;
  /** What stands between a subject and the word of the end. */
  auxiliary: string;
  relative: string;
  /** Relative words that nothing but a noun has before it. */
  where: string;
  /** Verbs by which a model ends something else, where it stands before them: "x met fin à la série de y". */
  acts: string;
  /** Nouns that are called by the name behind the comma: "the version of a, b, ends" is said of b. */
  single: string;
  /** Nouns of an aside that says what somebody or something is to the model: "father of x". */
  aside: string;
  participle: string;
};

const NOUNS: Readonly<Record<string, Nouns>> = {
  fr: {
    determiner: "(?:les?|la|une?|des|ce|cette|cet|ces|notre|nos|votre|vos|sa|son|ses|leurs?|aux?|du) |l[’']|d[’']une? ",
    joint: "(?:de|du|des|sur|à|au|aux|pour|avec|dans|vers|par|chez|contre) |d[’']",
    own: "modèles?|(?:pré)?versions?|instantanés?|variantes?|déclinaisons?|alias|noms?|identifiants?|familles?|séries?|gammes?|lignées?|générations?|moutures?|éditions?|prises?|supports?|services?|accès|disponibilité|commercialisation|catalogues?|apis?|plateforme|utilisation|usages?|emploi|exploitation|hébergement|diffusion|distribution|mises?|déploiements?|inférence|serveurs?|instances?|vie|existence|aventure|carrière|parcours|histoire|chapitre|règne|ère|époque|présence|maintien|maintenance|retraits?|arrêts?|fermetures?|fin|suppression|dates?|jours?|heures?|échéance|calendrier|délais?|préavis|page|rideau|courant|prise|robinet|porte|glas|sort|avenir|départ|dépréciation|requêtes?|appels?|trafic|clients?|utilisateurs?|utilisatrices?|abonnés?|développeurs?|équipes?|entreprises?|sociétés?|firme|groupe|laboratoire|éditeur|fournisseurs?|compagnie|maison|géant|start-up|organisations?|comptes?|projets?|applications|intégrations|code|codes|scripts|programmes|flux|charges?|tout|tous|toutes|ensemble|liste|totalité|reste|premiers?|première|seconde?|derniers?|dernière|deux|trois|une?|chouchou|vétéran|doyen|champion|favori|pionnier|vedette|star|fleuron|petit",
    not: "forfaits?|formules?|abonnements?|offres?|bibliothèques?|(?:support|service) (?:client|technique|après-vente|de presse)|séries? (?:documentaire|télé|de (?:conférences|podcasts|articles|vidéos|victoires))|(?:réglage|ajustement)s? fins?|(?:accès|usages?|utilisation) (?:anticipé|gratuite?|bêta)|version d[’']essai|version (?:\\d+ )?de (?:l[’']interface|l[’']application|la console)|liste d[’']attente|code (?:promo|source)|codes? (?:promo|de réduction)",
    partial: "prises?|supports?|apis?|compatibilité",
    calls: "requêtes?|appels?",
    limit:
      "de plus de|au-delà de|dépassant|supérieure?s? à|sans|contenant|comportant|qui (?:dépassent|contiennent|comportent)",
    verb: "est|sont|était|étaient|sera|seront|a|ont|avait|avons|avez|va|vont|fait|font|peut|peuvent|doit|doivent|devra|devront|reste|annonce|annoncent|confirme|confirment|prévoit|indique|précise|rappelle|recommande|invite|compte|veut|parle|dit|affirme|explique|signale|assure|avertit|informe|nous|vous|il|elle|ils|elles|on|que|si|car|quand|lorsque|jusqu[’']",
    auxiliary:
      "ne |n[’']|se |s[’']|sera |seront |est |sont |a été |ont été |va |vont |y |en |aussi |également |définitivement ",
    relative: "qui|que|dont|où|lequel|laquelle",
    where: "qui|où|dont",
    acts: "(?:met(?:tra)?|mettent|mis) (?:définitivement )?(?:fin|un terme) (?:à|au|aux)|(?:supprim|retir|élimin|désactiv|abandonn)(?:e|ent|era|eront)",
    single: "version|modèle|variante|déclinaison|instantané|successeur|prédécesseur|remplaçant",
    aside:
      "père|mère|créat(?:eur|rice)|invent(?:eur|rice)|auteure?|fondat(?:eur|rice)|responsable|patron(?:ne)?|directeur|directrice|architecte|cheffe?|éditeur|éditrice|prestataire|partenaire|start-up",
    participle: "[\\p{L}]{3,}(?:é|i|u|is|it)(?:e?s?|te?s?)",
  },
  es: {
    determiner: "(?:el|los|la|las|una?|unos|unas|este|esta|estos|estas|nuestr[oa]s?|vuestr[oa]s?|tus?|sus?|al|del) ",
    joint: "(?:de|del|sobre|a|al|para|con|en|hacia|por|contra|desde) ",
    own: "modelos?|versi(?:ón|ones)|instantáneas?|variantes?|alias|nombres?|identificador(?:es)?|familias?|series?|gamas?|líneas?|generaci(?:ón|ones)|edici(?:ón|ones)|soporte|servicios?|acceso|disponibilidad|comercialización|catálogos?|apis?|plataforma|utilización|usos?|explotación|alojamiento|distribución|despliegues?|inferencia|servidor(?:es)?|instancias?|vida|existencia|aventura|carrera|trayectoria|historia|capítulo|reinado|era|época|etapa|presencia|mantenimiento|retiradas?|retiros?|bajas?|cierres?|apagados?|fin|final|eliminación|desconexión|fechas?|días?|horas?|plazos?|calendario|preaviso|página|telón|grifo|puertas?|persiana|destino|futuro|adiós|despedida|marcha|obsolescencia|deprecación|prestación|solicitud(?:es)?|peticion(?:es)?|petición|llamadas?|tráfico|clientes?|usuari[oa]s?|suscriptores|desarrollador(?:es|as)?|equipos?|empresas?|sociedad|firma|grupo|laboratorio|compañía|proveedor(?:es)?|gigante|startup|organizaci(?:ón|ones)|cuentas?|proyectos?|aplicaciones|integraciones|código|scripts|programas|flujos?|cargas?|tod[oa]s?|conjunto|lista|totalidad|resto|primer[oa]?s?|segund[oa]s?|últim[oa]s?|dos|tres|un[oa]|favorit[oa]|veteran[oa]|decan[oa]|pioner[oa]|estrella|pequeñ[oa]",
    not: "plan(?:es)?|suscripci(?:ón|ones)|ofertas?|bibliotecas?|librerías?|ajuste fino|(?:servicio|soporte) (?:de (?:atención|prensa)|técnico|al cliente)|series? (?:documental|de (?:televisión|charlas|artículos|vídeos|victorias))|baja (?:médica|laboral|por)|(?:acceso|usos?|utilización) (?:anticipado|gratuit[oa]|beta)|versión de prueba|versión (?:\\d+ )?de la (?:interfaz|aplicación|consola)|lista de espera|código (?:promocional|fuente)",
    partial: "soporte|apis?|compatibilidad",
    calls: "solicitud(?:es)?|peticion(?:es)?|petición|llamadas?",
    limit: "de más de|superiores? a|que (?:superen|contengan|incluyan|excedan)|sin|con más de",
    verb: "es|son|era|eran|será|serán|está|están|ha|han|había|hemos|va|van|vamos|hace|hacen|puede|pueden|podrá|debe|deben|deberá|deberán|sigue|siguen|anuncia|anunció|confirma|confirmó|prevé|indica|precisa|recuerda|recomienda|invita|quiere|habla|dice|dijo|afirma|explica|señala|asegura|avisa|advierte|informa|comunica|cuenta|sostiene|se|nos|les?|te|que|si|cuando|porque|pues|hasta",
    auxiliary: "ya |no |se |será |serán |es |son |fue |ha sido |han sido |va a |también |definitivamente ",
    relative: "que|quien|quienes|cuy[oa]s?|el cual|la cual",
    where: "donde|que [\\p{L}]{2,}(?:a|e|ó|an|en|ron|ía|ían)",
    acts: "(?:pone|pondrá|puso|ponen|puesto) fin (?:a|al)|(?:elimin|retir|desactiv|abandon)(?:a|an|ará|arán|ó)|suprim(?:e|en|irá|ió)",
    single: "versión|modelo|variante|instantánea|sucesor|predecesor|reemplazo",
    aside:
      "padre|madre|cread(?:or|ora)|invent(?:or|ora)|autora?|fundador|fundadora|responsable|jefe|jefa|director|directora|arquitect[oa]|editora?|proveedora?|soci[oa]",
    participle: "[\\p{L}]{3,}(?:ad|id|st|ch|t)[oa]s?",
  },
};

/** The expressions of a language. */
export type NounWords = Record<
  | "noun"
  | "object"
  | "subject"
  | "own"
  | "not"
  | "partial"
  | "calls"
  | "limit"
  | "verb"
  | "auxiliary"
  | "joint"
  | "hangs"
  | "relative"
  | "where"
  | "acts"
  | "single"
  | "aside",
  RegExp
>;

/** "The API of OpenAI": whose it is, and not what it is for. */
const MAKERS =
  "openai|google|mistral|anthropic|xai|groq|groqcloud|cohere|deepseek|moonshot|perplexity|microsoft|azure|amazon|bedrock|gemini|claude|alibaba|meta|cloudflare|github";

const word = (source: string): string => `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`;

function read(nouns: Nouns): NounWords {
  const { determiner, joint, relative } = nouns;
  const opens = "(?:(?:et|mais|or|y|pero|enfin|además) )?";
  const ends = `(?<=[\\s’'])(?:${joint})[\`"«“]?\\s?$`;
  const found = (source: string) => new RegExp(source, "u");
  return {
    noun: found(`^\\s*${opens}(?:${determiner})([\\p{L}][^,;:()]{1,90}?)\\s?(?:${ends}|$)`),
    object: found(`^\\s*(?:(?:${joint}))?(?:${determiner})([\\p{L}][^,;:()]{1,60}?)\\s?${ends}`),
    subject: found(`^\\s*(?:${determiner})([\\p{L}][^,;:()]{1,60}?)\\s*$`),
    own: found(word(`${nouns.own}|${MAKERS}`)),
    not: found(word(nouns.not)),
    partial: found(word(nouns.partial)),
    calls: found(word(nouns.calls)),
    limit: found(`^[\`"»”]? (?:${nouns.limit}) `),
    verb: found(word(nouns.verb)),
    auxiliary: found(`(?<=[\\s’'])(?:${nouns.auxiliary})$`),
    joint: found(`(?<=[\\s’'])(?:${joint})`),
    hangs: found(ends),
    relative: found(`^(?:[\`"»”]\\s?)?,? ?(?:${relative})(?![\\p{L}])`),
    where: found(`^\\s*(?:${determiner})([\\p{L}][^,;:()]{1,60}?) (?:${nouns.where}) [^,;:]{0,60}$`),
    acts: found(`^(?:${nouns.acts})$`),
    single: found(`^\\s*(?:${determiner})[^,;:()]{0,30}?(?:${nouns.single})(?![\\p{L}])[^,;:()]{0,40}?${ends}`),
    aside: found(
      `^(?:${nouns.aside}) (?:${joint})$|^(?:${relative}|${nouns.participle}) [^,;:]{0,60}(?<=\\s)(?:${joint})$`,
    ),
  };
}

const READ: ReadonlyMap<string, NounWords> = new Map(Object.entries(NOUNS).map(([tag, nouns]) => [tag, read(nouns)]));

/** The words of a language by its tag; undefined where nothing is known of its nouns. */
export const nounWords = (tag: string): NounWords | undefined => READ.get(tag);
