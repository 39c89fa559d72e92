// Prints the bibliography that citeproc-js makes of the CSL-JSON on standard input, an object from the id of an item to its
// text; the second argument is the style, the third the locale.
import { readFileSync } from "node:fs";
import { load } from "../support/npm.mjs";

const { default: CSL } = await load("citeproc");
const [style, locale] = process.argv.slice(3).map((path) => readFileSync(path, "utf8"));
const items = new Map(JSON.parse(readFileSync(0, "utf8")).map((item) => [item.id, item]));
const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: (id) => items.get(id) }, style);
engine.setOutputFormat("text");
engine.updateItems([...items.keys()]);
const [{ entry_ids: ids, bibliography_errors: errors }, texts] = engine.makeBibliography();
if (errors.length) throw new Error(JSON.stringify(errors));
console.log(JSON.stringify(Object.fromEntries(texts.map((text, at) => [...ids[at], text.trim()]))));
