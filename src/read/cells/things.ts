/** Nouns of what a model has and takes, in the languages of the project: none of them is a model. Source of an expression. */
export const THING_OF_MODEL: string =
  "(?:param[eèé]t(?:er|re|ro)s?|par[aâá]metros?|parametri|arguments?|headers?|fields?|flags?|options?|tools?|methods?|functions?|feld|werkzeug|outil|champs?|campos?|herramienta|ferramenta|strumento|参数|字段|工具|パラメータ|フィールド|ツール|매개변수|필드|도구)";
