import { surfacesIn } from "../prose/surfaces.ts";
import { type Column, MOST } from "./column.ts";
import { type ColumnRole, DAY_ROLES, normalHeader } from "./header-words.ts";

/** Ways in which one platform offers a model: the first that ends breaks somebody's calls. */
const WAY =
  /^(?:(?:the|our|public|shared|private) )*(?:serverless|dedicated|on-? ?demand|batch|provisioned|reserved|standard|real-? ?time|streaming|pay[- ]as[- ]you[- ]go|pay[- ]per[- ](?:token|use)|self-?service|hosted|managed|api|apis|console|playground|inference|free|paid|enterprise|pro|team|business|individual|plus)(?: (?:endpoints?|inference|api|apis|tier|plans?|access|deployments?|throughput|users?|customers?|accounts?|service|models?))*$/;
const STAYS =
  /^(?:stays?|remains?|kept|continues?|no change|unchanged|not affected|unaffected|not (?:scheduled|planned)|bleibt|reste|se queda|sigue|fica|permanece|resta|rimane|保留|继续|継続|유지)(?![\p{L}\p{N}])/iu;
const LONGEST_HEADING = 60;

/** True for "stays": the model goes on where the column says. */
export const saysStays = (text: string): boolean => STAYS.test(text.trim());

/** The surface that a heading or a short cell names, by its id; null for none, or for several. */
export function surfaceNamed(text: string): string | null {
  if (text.length > LONGEST_HEADING) return null;
  const found = new Set(surfacesIn(text.toLowerCase(), [], text).map(({ surface }) => surface));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

/** True where a short cell names products ("ChatGPT", "API, Azure"), and no mere maker of models. */
export function namesPlaces(text: string): boolean {
  if (text.length > LONGEST_HEADING || /\d/.test(text) || placesOfCell(text).length === 0) return false;
  return surfacesIn(text.toLowerCase(), [], text).every(({ company }) => !company);
}

/**
 * The surfaces that a cell of a column that tells where names: "API, ChatGPT".
 *
 * @returns ids of surfaces, null for the page's own; `[]` when a part of the cell is no known place
 */
export function placesOfCell(text: string): (string | null)[] {
  const parts = text.split(/\s*(?:[,;/&+、，]|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*/i).filter((part) => part !== "");
  const places = parts.map((part) => (OWN.test(part) ? null : (surfaceNamed(part) ?? undefined)));
  return places.every((place) => place !== undefined) ? [...new Set(places)] : [];
}

/** "API": the page's own. */
const OWN = /^(?:the |our )?(?:(?:rest |public |developer |model )?apis?|platform|开放平台)$/i;

/** The place of a column of ends that names none, beside others that do: the page's own surface. */
export const OWN_PLACE = "";

/** "Claude API | Amazon Bedrock | Google Cloud" over days: when the model ends where. */
export function endsByPlace(columns: readonly Column[]): void {
  if (endsNamed(columns) || columns.some(({ role }) => ENDS.has(role))) return;
  const days = columns.filter((column) => isOpen(column));
  if (days.length < 2 || days.every(({ dates }) => dates === 0)) return;
  const surfaces = days.map(({ heading }) => surfaceNamed(heading));
  const apart = surfaces.every((surface) => surface !== null) && new Set(surfaces).size === days.length;
  const ways = days.every(({ heading }) => WAY.test(normalHeader(heading)));
  const told = days.some((column) => column.stays > 0);
  if (!apart && !ways && !told) return;
  const ends = told || days.some((column) => column.floors > 0) || columns.some((column) => isSign(column));
  for (const [index, column] of days.entries()) {
    column.place = apart ? (surfaces[index] ?? null) : null;
    column.role = ends ? "shutdown" : "date";
    if (ends) column.meaning = { ...column.meaning, role: "shutdown" };
  }
}

const ENDS: ReadonlySet<ColumnRole> = new Set(["shutdown", "period", "steps"]);

/** "Shutdown | Shutdown on Bedrock", "Azure EOL | Vertex EOL": headings of ends that name where. */
function endsNamed(columns: readonly Column[]): boolean {
  const ends = columns.filter(({ role, dates }) => role === "shutdown" && dates > 0);
  const surfaces = ends.map(({ heading }) => surfaceNamed(heading) ?? OWN_PLACE);
  if (ends.length < 2 || new Set(surfaces).size < ends.length) return false;
  for (const [index, column] of ends.entries()) column.place = surfaces[index] ?? null;
  return true;
}

const UNPLACED: ReadonlySet<ColumnRole> = new Set(["other", "note", "availability", "region", "model", "name"]);

/** "Where | API, ChatGPT": cells that name places and nothing else, beside models. */
export function adoptSurfaces(columns: readonly Column[]): void {
  if (columns.some(({ role }) => role === "surface")) return;
  const models = columns.filter(({ role }) => role === "model" || role === "name");
  const [placed, ...others] = columns.filter(
    (column) => UNPLACED.has(column.role) && column.places >= 0.9 && !(models.length === 1 && models[0] === column),
  );
  if (placed !== undefined && others.length === 0) placed.role = "surface";
}

const SIGNS: ReadonlySet<ColumnRole> = new Set(["deprecated", "legacy", "replacement"]);

/** Beside the days stands what only a model has that goes. */
const isSign = (column: Column): boolean => column.filled > 0 && SIGNS.has(column.role);

/** A column of days whose own words tell no step of a model's life. */
function isOpen(column: Column): boolean {
  if (column.dates + column.stays === 0 || column.dates + column.stays + column.states < MOST) return false;
  return !DAY_ROLES.has(column.meaning.role) && column.meaning.role !== "version" && column.ids < 0.2;
}
