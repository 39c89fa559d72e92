// Prints the HTML that markdown-it makes of the Markdown on standard input. A page without a mark of HTML is the same
// where HTML is let through and where it is not.
import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { load } from "../support/npm.mjs";

const { default: MarkdownIt } = await load("markdown-it");
const page = readFileSync(0, "utf8");
const [html, escaped] = [true, false].map((html) => new MarkdownIt({ html, xhtmlOut: true }).render(page));
assert.equal(html, escaped);
process.stdout.write(html);
