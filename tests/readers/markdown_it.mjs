// Prints the HTML that markdown-it makes of the Markdown on standard input. A page without a mark of HTML is the same
// where HTML is let through and where it is not.
import { strict as assert } from "node:assert";
import { text } from "node:stream/consumers";
import { load } from "../support/npm.mjs";

const { default: MarkdownIt } = await load("markdown-it");
const page = await text(process.stdin);
const [html, escaped] = [true, false].map((html) => new MarkdownIt({ html, xhtmlOut: true }).render(page));
assert.equal(html, escaped);
process.stdout.write(html);
