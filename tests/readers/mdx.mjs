// Prints the HTML of the page that MDX compiles from the Markdown on standard input.
import { text } from "node:stream/consumers";
import { load } from "../support/npm.mjs";

const [{ evaluate }, { default: gfm }] = await Promise.all(["@mdx-js/mdx", "remark-gfm"].map(load));

const escaped = (characters) => characters.replace(/[&<>"]/g, (character) => `&#${character.codePointAt()};`);

// The HTML that React would make from an element.
const html = (node) => {
    if (Array.isArray(node)) return node.map(html).join("");
    if (node === undefined || typeof node === "string") return escaped(node ?? "");
    const { type, properties: { children, ...attributes } } = node;
    if (typeof type === "function") return html(type(node.properties));
    const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
    return `<${type}${written.join("")}>${html(children)}</${type}>`;
};

const jsx = (type, properties) => ({ type, properties });
const Fragment = ({ children }) => children;
const { default: Page } = await evaluate(await text(process.stdin), { jsx, jsxs: jsx, Fragment, remarkPlugins: [gfm] });
process.stdout.write(html(jsx(Page, {})));
