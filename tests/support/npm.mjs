// npm's global packages, which an import does not find by itself; the first argument is the folder that holds them.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.argv[2]}/`);

export const load = (name) => import(pathToFileURL(require.resolve(name)));
