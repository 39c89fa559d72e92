// Prints what ajv finds wrong with the CSL-JSON on standard input, a line for each; the second argument is the schema.
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { load } from "../support/npm.mjs";

const { default: Ajv } = await load("ajv");
const schema = JSON.parse(readFileSync(process.argv[3], "utf8"));
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
validate(JSON.parse(await text(process.stdin)));
for (const { instancePath, message, params } of validate.errors ?? []) {
    console.log(instancePath, message, JSON.stringify(params));
}
