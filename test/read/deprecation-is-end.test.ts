import assert from "node:assert/strict";
import { test } from "node:test";
import { deprecationIsEnd } from "../../src/read/page/rules.ts";

const ENDS = [
  "After the deprecation date, requests to the model return an error.",
  "A deprecated model remains fully functional until its deprecation date.",
  "You can keep calling the model up to the deprecation date.",
  "3. Deprecation date\nThe model ID becomes inactive and every request returns an error.",
  "Deprecation date:\nThe model stops working and is removed from the catalogue.",
  "Deprecation dates tell when the provider retires each model.",
];

const ENDS_NOT = [
  "The deprecation date is the day on which we announced it.",
  "Deprecation date\nFrom here on the model gets no more updates.",
  "A model is unavailable after its shutdown date. The deprecation date comes six months earlier.",
  "On the deprecation date we send a mail to everybody who uses the model.",
  "The model continues to work after the deprecation date until it is shut down.",
  "Requests fail when the model is gone.",
];

for (const text of ENDS)
  test(`the deprecation is the end: ${text.slice(0, 60)}`, () => assert.equal(deprecationIsEnd(text), true));
for (const text of ENDS_NOT)
  test(`the deprecation is not the end: ${text.slice(0, 60)}`, () => assert.equal(deprecationIsEnd(text), false));
