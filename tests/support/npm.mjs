// Imports npm's global packages, which a plain import does not find; the first argument is their folder.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.argv[2]}/`);

export const load = (name) => import(pathToFileURL(require.resolve(name)));
