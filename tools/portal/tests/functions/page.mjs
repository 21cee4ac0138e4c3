// Runs the examples in docs/BROWSER.md as a browser would: the page on standard input, what the examples log on
// standard output. What they import or fetch is answered from this folder's neighbours.
//
// node page.mjs PACKAGES < BROWSER.md, where PACKAGES is a folder with node_modules in it.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const url = (source) => `data:text/javascript;base64,${Buffer.from(source).toString("base64")}`;
const module = url(readFileSync(new URL("../../assets/functions.js", import.meta.url)));

// The package in one file, with nothing in it but what the examples import.
const index = resolve(process.argv[2], "node_modules/@fluent/bundle/index.js");
const bundle = url(`
  import { createRequire } from "node:module";
  const { FluentBundle, FluentResource, FluentType } = createRequire("file:///")(${JSON.stringify(index)});
  export { FluentBundle, FluentResource, FluentType };
`);

globalThis.fetch = async (path) => {
  const [, locale] = /^\/v1\/locales\/([^/]+)\/messages\.ftl$/.exec(path);
  const file = new URL(`../../../../locales/${locale}/errors.ftl`, import.meta.url);
  return { text: async () => readFileSync(file, "utf8") };
};

const page = readFileSync(0, "utf8");
const examples = [...page.matchAll(/^```js\n(.*?)^```$/gms)].map(([, example]) => example);
for (const example of examples) {
  const source = example
    .replace('"@fluent/bundle"', JSON.stringify(bundle))
    .replace('"/v1/functions.js"', JSON.stringify(module));
  await import(url(source));
}
