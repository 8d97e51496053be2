import assert from "node:assert/strict";
import { test } from "node:test";
import { deprecationIsEnd } from "../../src/read/page/deprecation-meaning.ts";

const ENDS = [
  "After the deprecation date, requests to the model return an error.",
  "A deprecated model remains fully functional until its deprecation date.",
  "You can keep calling the model up to the deprecation date.",
  "3. Deprecation date\nThe model ID becomes inactive and every request returns an error.",
  "Deprecation date:\nThe model stops working and is removed from the catalogue.",
  "Deprecation dates tell when the provider retires each model.",
  "The deprecation date is the day on which the model stops answering.",
  "The **deprecation date** is the last day of service.",
  "Deprecation date: the day from which calls fail.",
  "By deprecation date we mean nothing else. The deprecation date marks the moment when a model is taken offline.",
  "After the deprecation date the API returns `404 unknown_model`.",
  "Calls that arrive after the deprecation day are rejected; calls after the deprecation day get a 410.",
  "From the deprecation date on, the model can no longer be called.",
  "The date of deprecation is when we turn off the model.",
  "Das Abkündigungsdatum ist der Tag, ab dem das Modell nicht mehr erreichbar ist.",
  "La date de dépréciation est le jour à partir duquel le modèle n’est plus disponible.",
  "La fecha de deprecación es el día en que el modelo deja de responder.",
  "弃用日期是指模型停止服务的日期。",
  "非推奨日とは、モデルが利用できなくなる日です。",
  "지원 중단일은 모델을 호출할 수 없게 되는 날입니다.",
];

const ENDS_NOT = [
  "The deprecation date is the day on which we announced it.",
  "Deprecation date\nFrom here on the model gets no more updates.",
  "A model is unavailable after its shutdown date. The deprecation date comes six months earlier.",
  "On the deprecation date we send a mail to everybody who uses the model.",
  "The model continues to work after the deprecation date until it is shut down.",
  "Requests fail when the model is gone.",
  "The deprecation date is the day on which the model stops being recommended.",
  "The deprecation date is not the day on which the model stops answering.",
  "The deprecation date is announced, and three months later the model stops answering.",
  "Models are removed 90 days after the deprecation date.",
  "After the deprecation date, new deployments fail.",
  "The deprecation date is the day from which the model is no longer available to new customers.",
  "After the deprecation date the model still works, and is removed on its shutdown date.",
  "The deprecation date is when we mark a model, but it is removed on another day.",
  "After the deprecation date the model is removed from the documentation.",
];

for (const text of ENDS)
  test(`the deprecation is the end: ${text.slice(0, 60)}`, () => assert.equal(deprecationIsEnd(text), true));
for (const text of ENDS_NOT)
  test(`the deprecation is not the end: ${text.slice(0, 60)}`, () => assert.equal(deprecationIsEnd(text), false));
