import { normalHeader } from "./header-words.ts";

/** Headings over days of something else than a model's life: what it knows, when somebody looked, when a page was written. */
const OF_OTHERS = new RegExp(
  [
    "\\b(knowledge|training|data)( data)? (cut ?-?off|until|up to|freshness)\\b",
    "\\b(next |last )?(review\\w*|check(ed)?|verified|updated?|refreshed|modified|edited|evaluat\\w*|audit\\w*|assess\\w*|benchmark\\w*|certifi\\w*|indexed|tested)\\b",
    "\\bauto-? ?updat\\w*|\\b(became|becomes|switched to|made) (the )?default\\b|\\bdefault (since|from)\\b",
    "\\b(uberpruf\\w*|aktualisiert\\w*|aktualisierung|gepruft|wissensstand|trainingsstand|(letzte|nachste) \\w*prufung|standard (seit|ab))\\b",
    "\\b(mis a jour|mise a jour|revision|verification|par defaut (depuis|des))\\b",
    "\\b(actualizad[oa]|actualizacion|revisado|verificad[oa]|corte de conoc\\w*|corte de conhec\\w*|atualizad[oa]|atualizacao|verificacao|revisao|por defecto desde|padrao desde)\\b",
    "\\b(aggiornat[oa]|aggiornamento|verifica|verificat[oa]|revisione|conoscenz[ae]|predefinito dal)\\b",
    "知识|知識|训练数据|訓練データ|学習データ|更新(日|于|时间)|最后更新|复查|复核|最終確認|最終更新|次回|見直し|カットオフ|지식|업데이트|수정일|검토|기준일",
  ].join("|"),
);

export const isDayOfOthers = (heading: string): boolean => OF_OTHERS.test(normalHeader(heading));
