/** "No longer served from Frankfurt": the model leaves one place where it runs, and goes on in the others. */

const PLACE =
  "(?:frankfurt|amsterdam|dublin|ireland|london|paris|stockholm|zurich|zürich|milan|madrid|warsaw|helsinki|tokyo|osaka|seoul|singapore|mumbai|sydney|montr[eé]al|toronto|s[ãa]o paulo|virginia|oregon|ohio|iowa|dallas|ashburn|phoenix|chicago|irland|mailand|warschau|londres|francfort|tokio|singapur|singapour|[a-z]{2}-(?:north|south|east|west|central)[a-z]*-?\\d?)";
const RUNS =
  "(?:no longer|not|nicht mehr|nicht länger|(?:n['’]est|ne sera) plus|ya no (?:está|se)|não (?:está|é|será) mais|non (?:è|sarà) più) (?:be )?(?:served|hosted|run|running|offered|available|answered|deployed|aus|bedient|in|servie?|hébergée?|disponible|sirve|disponível|servido|servito|disponibile)";
const FROM = "(?:from|in|out of|at|aus|von|depuis|à|en|desde|de|em|a partir de|da|a)";
const LEAVES_PLACE = new RegExp(
  `(?<!\\p{L})${RUNS} ${FROM} (?:(?:the|our|unserem|der|la|el) )?${PLACE}(?![\\p{L}\\d])`,
  "iu",
);

/** True for a sentence by which something stops being served from one place alone. */
export const leavesOneRegion = (sentence: string): boolean => LEAVES_PLACE.test(sentence);
