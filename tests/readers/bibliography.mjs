// Prints the bibliography that citeproc-js makes from the CSL-JSON on standard input, as an object from ids to lines.
// The second argument is the style, the third the locale.
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { load } from "../support/npm.mjs";

const { default: CSL } = await load("citeproc");
const [style, locale] = process.argv.slice(3).map((path) => readFileSync(path, "utf8"));
const items = new Map(JSON.parse(await text(process.stdin)).map((item) => [item.id, item]));
const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: (id) => items.get(id) }, style);
engine.setOutputFormat("text");
engine.updateItems([...items.keys()]);
const [{ entry_ids: ids, bibliography_errors: errors }, lines] = engine.makeBibliography();
if (errors.length) throw new Error(JSON.stringify(errors));
console.log(JSON.stringify(Object.fromEntries(lines.map((line, at) => [...ids[at], line.trim()]))));
