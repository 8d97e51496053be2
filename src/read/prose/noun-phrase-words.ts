/** The words of a language that tell on which noun a model hangs: sources of expressions; see `noun-phrases.ts`. */
export type Nouns = {
  /** What may stand between what joins a name to a noun and the name. */
  article: string;
  /** Words for a model that have its name beside them: "the image model x" is x. */
  model: string;
  /** What stands before a day. */
  day: string;
  /** What stands before a noun, with the blank or the apostrophe at its end. */
  determiner: string;
  /** What joins a name to the noun before it. */
  joint: string;
  /** Nouns whose end is the model's, or that say nothing of what ends: the rest of the reader decides on those. */
  own: string;
  /** Nouns for the end itself, which are of what stands behind them. */
  ends: string;
  /** What joins those to what ends. */
  of: string;
  /** Of all those nouns what is none for all that: "early access". */
  not: string;
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

/** The languages that hang a model on a noun by a preposition or a relative clause. */
export const NOUNS: Readonly<Record<string, Nouns>> = {
  fr: {
    article: "(?:l[ea]s?|ce|cette|ces) |l[’']",
    model: "modèles?|versions?|variantes?|familles?|séries?|générations?",
    day: "(?:le|du|au|d[èe]s le|jusqu[’']au) ",
    determiner: "(?:les?|la|une?|des|ce|cette|cet|ces|notre|nos|votre|vos|sa|son|ses|leurs?|aux?|du) |l[’']|d[’']une? ",
    joint: "(?:de|du|des|sur|à|au|aux|pour|avec|dans|vers|par|chez|contre) |d[’']",
    own: "modèles?|disposition|cycle|temps|période|grâce|exploitation|production|fourniture|points?|terminaison|endpoints?|urls?|aperçus?|snapshots?|durée|migration|transition|exécution|régions?|europe|(?:pré)?versions?|instantanés?|variantes?|déclinaisons?|alias|noms?|identifiants?|familles?|séries?|gammes?|lignées?|générations?|moutures?|éditions?|prises?|supports?|services?|accès|disponibilité|commercialisation|catalogues?|apis?|plateforme|utilisation|usages?|emploi|exploitation|hébergement|diffusion|distribution|mises?|déploiements?|inférence|serveurs?|instances?|vie|existence|aventure|carrière|parcours|histoire|chapitre|règne|ère|époque|présence|maintien|maintenance|dates?|jours?|heures?|échéance|calendrier|délais?|préavis|page|rideau|courant|robinet|porte|glas|sort|avenir|requêtes?|appels?|trafic|clients?|utilisateurs?|utilisatrices?|abonnés?|développeurs?|équipes?|entreprises?|sociétés?|firme|groupe|laboratoire|éditeur|fournisseurs?|compagnie|maison|géant|start-up|organisations?|comptes?|projets?|applications|intégrations|code|codes|scripts|programmes|flux|charges?|tout|tous|toutes|ensemble|liste|totalité|reste|premiers?|première|seconde?|derniers?|dernière|deux|trois|une?|chouchou|vétéran|doyen|champion|favori|pionnier|vedette|star|fleuron|petit",
    ends: "fin|retraits?|arrêts?|fermetures?|clôture|suppression|départ|dépréciation",
    of: "d(?:e|u|es) |d[’']",
    not: "forfaits?|formules?|abonnements?|offres?|bibliothèques?|(?:support|service) (?:client|technique|après-vente|de presse)|séries? (?:documentaire|télé|de (?:conférences|podcasts|articles|vidéos|victoires))|(?:réglage|ajustement)s? fins?|(?:accès|usages?|utilisation) (?:anticipé|gratuite?|bêta)|version d[’']essai|version (?:\\d+ )?de (?:l[’']interface|l[’']application|la console)|liste d[’']attente|code (?:promo|source)|codes? (?:promo|de réduction)",
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
    article: "(?:el|l[ao]s?) ",
    model: "modelos?|versi(?:ón|ones)|variantes?|familias?|series?|generaci(?:ón|ones)",
    day: "(?:el|del|al) ",
    determiner: "(?:el|los|la|las|una?|unos|unas|este|esta|estos|estas|nuestr[oa]s?|vuestr[oa]s?|tus?|sus?|al|del) ",
    joint: "(?:de|del|sobre|a|al|para|con|en|hacia|por|contra|desde) ",
    own: "modelos?|ciclo|tiempo|per[ií]odo|producción|previa|puntos?|endpoints?|urls?|vistas?|snapshots?|migración|transición|ejecución|regi(?:ón|ones)|europa|versi(?:ón|ones)|instantáneas?|variantes?|alias|nombres?|identificador(?:es)?|familias?|series?|gamas?|líneas?|generaci(?:ón|ones)|edici(?:ón|ones)|soporte|servicios?|acceso|disponibilidad|comercialización|catálogos?|apis?|plataforma|utilización|usos?|explotación|alojamiento|distribución|despliegues?|inferencia|servidor(?:es)?|instancias?|vida|existencia|aventura|carrera|trayectoria|historia|capítulo|reinado|era|época|etapa|presencia|mantenimiento|fechas?|días?|horas?|plazos?|calendario|preaviso|página|telón|grifo|puertas?|persiana|destino|futuro|adiós|despedida|marcha|prestación|solicitud(?:es)?|peticion(?:es)?|petición|llamadas?|tráfico|clientes?|usuari[oa]s?|suscriptores|desarrollador(?:es|as)?|equipos?|empresas?|sociedad|firma|grupo|laboratorio|compañía|proveedor(?:es)?|gigante|startup|organizaci(?:ón|ones)|cuentas?|proyectos?|aplicaciones|integraciones|código|scripts|programas|flujos?|cargas?|tod[oa]s?|conjunto|lista|totalidad|resto|primer[oa]?s?|segund[oa]s?|últim[oa]s?|dos|tres|un[oa]|favorit[oa]|veteran[oa]|decan[oa]|pioner[oa]|estrella|pequeñ[oa]",
    ends: "fin|final|retiradas?|retiros?|bajas?|cierres?|apagados?|eliminación|desconexión|obsolescencia|deprecación",
    of: "del? ",
    not: "plan(?:es)?|suscripci(?:ón|ones)|ofertas?|bibliotecas?|librerías?|ajuste fino|(?:servicio|soporte) (?:de (?:atención|prensa)|técnico|al cliente)|series? (?:documental|de (?:televisión|charlas|artículos|vídeos|victorias))|baja (?:médica|laboral|por)|(?:acceso|usos?|utilización) (?:anticipado|gratuit[oa]|beta)|versión de prueba|versión (?:\\d+ )?de la (?:interfaz|aplicación|consola)|lista de espera|código (?:promocional|fuente)",
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
  pt: {
    article: "[oa]s? ",
    model: "modelos?|vers(?:ão|ões)|variantes?|famílias?|séries?|geraç(?:ão|ões)",
    day: "(?:em|n?o|a(?: partir de)?|até|desde|de) ",
    determiner:
      "(?:[oa]s?|uma?|uns|umas|(?:[nv]oss|su)[oa]s?|seus?|n?(?:est|ess|aquel)[ea]s?|aos?|às?|[dn][oa]s?|pel[oa]s?) ",
    joint: "(?:de|d[oa]s?|a|à|às|aos?|em|n[oa]s?|com|para|por|pel[oa]s?|sobre|contra|entre|via) ",
    own: "modelos?|produção|tempo|presença|comercialização|exploração|vers(?:ão|ões)|prévias?|previews?|snapshots?|variantes?|alias|nomes?|identificador(?:es)?|ids?|famílias?|séries?|geraç(?:ão|ões)|linhas?|suporte|atendimento|possibilidade|opç(?:ão|ões)|serviços?|acessos?|usos?|utilização|emprego|disponibilidade|oferta|fornecimento|catálogos?|listas?|plataforma|mercado|circulação|apis?|endpoints?|urls?|hospedagem|execução|funcionamento|inferência|servidor(?:es)?|instâncias?|deployments?|implantaç(?:ão|ões)|vida|ciclo|existência|história|trajetória|capítulo|era|fase|período|datas?|dias?|horas?|prazos?|momento|ponto|caso|adeus|despedida|tomada|torneira|porta|migração|passagem|transição|chamadas?|requisiç(?:ão|ões)|pedidos?|solicitaç(?:ão|ões)|consultas?|respostas?|tráfego|clientes?|usuári[oa]s?|utilizador(?:es)?|desenvolvedor(?:es|as)?|equipes?|times?|empresas?|grupo|organizaç(?:ão|ões)|contas?|projetos|aplicaç(?:ão|ões)|aplicativos|integraç(?:ão|ões)|tokens?|maioria|parte|conjunto|resto|tod[oa]s?|quem|dupla|par|dois|duas|três|primeir[oa]s?|últim[oa]s?|irm(?:ão|ã)s?|sucessor(?:es|a)?",
    ends: "fim|final|finalização|término|retiradas?|desativaç(?:ão|ões)|desligamentos?|encerramentos?|remoç(?:ão|ões)|descontinuaç(?:ão|ões)|aposentadoria|reforma|depreciaç(?:ão|ões)|suspensão|extinção|eliminação|substituição|troca",
    of: "d[eoa]s? ",
    not: "gratuit[oa]s?|suporte (?:áudio|vídeo)|(?:serviço|suporte) (?:técnico|ao cliente)|vers(?:ão|ões) (?:[\\d.]+ )?d[oa]s? (?!modelo)\\p{L}+|lista de espera",
    calls: "chamadas?|requisiç(?:ão|ões)|pedidos?|solicitaç(?:ão|ões)",
    limit: "(?:com|de) mais de|acima de|superiores? a|sem|que (?:excedam|excedem|ultrapassem|contenham|incluam)",
    verb: "é|são|era|eram|será|serão|está|estão|tem|têm|há|havia|vai|vão|vamos|faz|fazem|pode|podem|poderá|deve|devem|deverá|segue|seguem|(?:avis|anunci|inform|confirm|comunic|explic|afirm|revel|lembr|notific|divulg|reiter|indic|fal|recomend|precis|cont|assegur|pass)(?:a|am|ou|aram|ava|amos)|diz|dizem|disse|escreve|escreveu|decide|decidiu|prevê|refere-se|se|nos|lhe|que|quando|porque|pois|até",
    auxiliary: "não |se |já |será |serão |é |são |foi |foram |vai |vão |também |definitivamente ",
    relative: "que|quem|cuj[oa]s?|[oa] qual|[oa]s quais|onde",
    where:
      "que|onde|cuj[oa]s?|(?:em|com) que|(?:com |para )?[oa]s? qua(?:l|is)|[nd][oa]s? qua(?:l|is)|para \\p{L}{2,}[aei]r",
    acts: "(?:põe|porá|pôs|dá|deu) fim (?:a|à|ao)|(?:encerr|elimin|retir|desativ|abandon)(?:a|am|ará|arão|ou)|remov(?:e|em|erá|eu)",
    single: "versão|modelo|variante|snapshot|sucessor|antecessor",
    aside:
      "pai|mãe|criador|criadora|inventor|inventora|autora?|fundador|fundadora|responsável|chefe|diretora?|arquitet[oa]|editora|fornecedora?|parceir[oa]|startup",
    participle: "[\\p{L}]{2,}(?:ad|id|it|st)[oa]s?",
  },
  it: {
    article: "(?:il|lo|la|i|gli|le) |l[’']",
    model: "modell[oi]|version[ei]|variant[ei]|famigli[ae]|serie|generazion[ei]",
    day: "(?:(?:il|dal?|del|al|entro(?: il)?|fino al) |(?:dall|l|all)[’'])",
    determiner:
      "(?:il|lo|la|i|gli|le|un|uno|una|(?:quest|quell)[oaie]|que[il]|(?:nostr|vostr|su)[oaie]i?|(?:d?a|de|ne|su)(?:l|llo|lla|i|gli|lle)) |(?:l|un|quest|quell|dell|all|dall|nell|sull)[’']",
    joint:
      "(?:d[ia]|a|ad|in|su|con|contro|per|tra|fra|via|tramite|(?:d?a|de|ne|su)(?:l|llo|lla|i|gli|lle)) |(?:d|dell|all|dall|nell|sull)[’']",
    own: "modell[oi]|produzione|presenza|commercializzazione|version[ei]|anteprim[ae]|previews?|snapshots?|variant[ei]|alias|nom[ei]|identificativ[oi]|ids?|famigli[ae]|serie|generazion[ei]|line[ae]|gamm[ae]|supporto|possibilità|opzion[ei]|servizi[o]?|access[oi]|us[oi]|utilizz[oi]|impieg[oi]|disponibilità|erogazion[ei]|fornitur[ae]|catalog[oh]i?|listin[oi]|list[ae]|elenc[oh]i?|piattaform[ae]|mercato|circolazione|distribuzione|apis?|endpoints?|urls?|esecuzion[ei]|funzionament[oi]|inferenz[ae]|istanz[ae]|deployments?|vita|ciclo|esistenza|storia|parabola|avventura|corsa|capitolo|era|fase|periodo|dat[ae]|giorn[oi]|or[ae]|scadenz[ae]|termin[ei]|tempo|momento|punto|caso|addi[o]?|spina|sipario|rubinett[oi]|port[ae]|migrazion[ei]|passaggi[o]?|transizion[ei]|chiamat[ae]|richiest[ae]|invocazion[ei]|query|rispost[ae]|traffico|client[ei]|utent[ei]|sviluppator[ei]|team|aziend[ae]|grupp[oi]|organizzazion[ei]|progetti|applicazioni|integrazion[ei]|maggior parte|parte|resto|tutt[oaie]|coppia|duo|due|tre|prim[oaie]|ultim[oaie]|fratell[oi]|sorell[ae]|ered[ei]|successor[ei]",
    ends: "fine|ritir[oi]|dismission[ei]|spegniment[oi]|disattivazion[ei]|chiusur[ae]|rimozion[ei]|cessazion[ei]|cancellazion[ei]|eliminazion[ei]|interruzion[ei]|pensionament[oi]|deprecazion[ei]|sostituzion[ei]|stop",
    of: "(?:di|de(?:l|llo|lla|i|gli|lle)) |d(?:ell)?[’']",
    not: "gratuit[oaie]|supporto (?:audio|video|vocale|immagini)|(?:servizi[o]?|supporto) (?:tecnic[oi]|client[ei])|version[ei] (?:[\\d.]+ )?de(?:l|llo|lla|i|gli|lle|ll[’'])\\s?(?!modello)\\p{L}+|lista d[’']attesa",
    calls: "chiamat[ae]|richiest[ae]|invocazion[ei]",
    limit: "(?:con|di) (?:oltre|più di)|oltre|superior[ei] a|senza|che (?:superano|contengono|includono)",
    verb: "è|sono|era|erano|sarà|saranno|ha|hanno|aveva|va|vanno|fa|fanno|può|possono|potrà|deve|devono|dovrà|resta|restano|(?:avvis|annunci|inform|conferm|comunic|spieg|ricord|precis|notific|indic|parl|riguard|raccomand|consigli|assicur)(?:a|ano|ato|ava|iamo)|dice|dicono|scrive|decide|prevede|si|ci|vi|che|se|quando|perché|finché",
    auxiliary:
      "non |si |già |sarà |saranno |è |sono |verrà |verranno |viene |vengono |è stat[oa] |sono stat[ie] |anche |definitivamente ",
    relative: "che|chi|(?:il|la) cui|(?:il|la|i|le) qual[ei]|dove",
    where:
      "che|dove|cui|(?:in|con|di) cui|(?:d[ae]l|al|nel|sul|con il|il|la|della|alla|nella|con la) quale|per \\p{L}{3,}re",
    acts: "(?:mette|metterà|mise|pone|porrà) fine (?:al?|alla|alle|ai|agli|all[’'])|(?:elimin|ritir|disattiv|abbandon)(?:a|ano|erà|eranno|ò)|rimuov(?:e|ono|erà)",
    single: "versione|modello|variante|snapshot|successore|predecessore",
    aside:
      "padre|madre|creator[ei]|creatrice|inventor[ei]|inventrice|autor[ei]|autrice|fondator[ei]|fondatrice|responsabile|cap[oa]|direttor[ei]|direttrice|architett[oa]|editor[ei]|fornitor[ei]|partner|socio|startup",
    participle: "[\\p{L}]{2,}(?:at|it|ut|tt|st)[oaie]",
  },
};
