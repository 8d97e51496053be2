import { type Column, MOST } from "./column.ts";
import { DAY_ROLES, normalHeader } from "./header-words.ts";

/**
 * "Rerouted on", "Cut-over", "Switch date": from that day on something else answers for the model. Whose date it is or
 * what it is for, the words say; "redirected until" is the end of the redirect.
 */
const HANDED_OVER =
  /^(?:(?:auto-?(?:matic(?:ally)?)? ?|traffic |requests? |calls? |alias )?(?:re-?rout(?:ed|es|ing)|redirect(?:ed|s|ion)?|forward(?:ed|s|ing)?|cut-?over|switch(?:ed|es)?(?:-?over)?|swap(?:ped|s)?|hand-?over|handed over|fail-?over|migrat(?:ed|es|ion)|upgrad(?:ed|es|e)|replaced|substituted|swapped))(?: (?:on|from|since|by|at|as of|starting|day|date|dates))?$|^(?:umgeleitet|umgestellt|weitergeleitet|ersetzt)(?: (?:am|ab|seit|zum))?$|^(?:umleitung|umstellung|weiterleitung)(?:s(?:datum|tag))?(?: (?:am|ab))?$|^(?:redirige|bascule|remplace)e?s?(?: (?:le|des le|a partir du|depuis le))?$|^(?:date de )?(?:redirection|bascule|basculement)$|^(?:redirigid[oa]s?|redirecionad[oa]s?|reindirizzat[oaie]|sustituid[oa]s?|substituid[oa]s?)(?: (?:el|em|desde|desde el|a partir de|dal|il))?$|^(?:fecha|data) d[ei] (?:redireccion|redirecionamento|reindirizzamento)$|^(?:自动)?(?:切换|转发|重定向|跳转)(?:日期|时间|日)$|^(?:切り?替え?|リダイレクト)(?:日|開始日|予定日)$|^(?:전환|리디렉션)(?:일|일자| 날짜)$/;

/** The day from which requests go elsewhere is the model's end, where no column tells one. */
export function handedOver(columns: readonly Column[]): void {
  if (columns.some((column) => column.role === "shutdown" || column.role === "floor")) return;
  if (!columns.some((column) => column.role === "replacement" && column.dates < MOST && column.filled > 0)) return;
  const named = columns.filter(
    (column) =>
      !isFirmlyOther(column) && column.dates > 0 && column.ids < 0.2 && HANDED_OVER.test(normalHeader(column.heading)),
  );
  const [day, ...others] = named;
  if (day !== undefined && others.length === 0) day.role = "shutdown";
}

const isFirmlyOther = ({ role }: Column): boolean => DAY_ROLES.has(role) && role !== "release";
