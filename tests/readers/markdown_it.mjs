// Prints the HTML that markdown-it makes from the Markdown on standard input. The page must not contain HTML: the
// result must be the same whether or not markdown-it allows HTML.
import { strict as assert } from "node:assert";
import { text } from "node:stream/consumers";
import { load } from "../support/npm.mjs";

const { default: MarkdownIt } = await load("markdown-it");
const page = await text(process.stdin);
const [html, escaped] = [true, false].map((html) => new MarkdownIt({ html, xhtmlOut: true }).render(page));
assert.equal(html, escaped);
process.stdout.write(html);
