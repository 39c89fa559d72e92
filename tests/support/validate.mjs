// Prints a list of the mistakes that ajv finds in each of the JSON documents on standard input. The second argument is
// the schema.
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { load } from "./npm.mjs";

const { default: Ajv } = await load("ajv/dist/2020");
const schema = JSON.parse(readFileSync(process.argv[3], "utf8"));
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
const mistakesIn = (document) => (validate(document) ? [] : validate.errors);
console.log(JSON.stringify(JSON.parse(await text(process.stdin)).map(mistakesIn)));
