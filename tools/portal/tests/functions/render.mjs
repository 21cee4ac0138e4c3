// Renders messages with @fluent/bundle and the functions of assets/functions.js: one request as JSON on
// standard input, an array of texts on standard output.
//
// node render.mjs PACKAGES < request.json, where PACKAGES is a folder with node_modules in it.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const require = createRequire(resolve(process.argv[2], "package.json"));
const { FluentBundle, FluentNumber, FluentResource, FluentType } = require("@fluent/bundle");

// A data URL, since Node takes a file of this name for a script; and nothing can be imported from one.
const module = readFileSync(new URL("../../assets/functions.js", import.meta.url), "base64");
const { functions, listType } = await import(`data:text/javascript;base64,${module}`);
const FluentList = listType(FluentType);

const { locale, source, useIsolating, cases } = JSON.parse(readFileSync(0, "utf8"));
const bundle = new FluentBundle(locale, { functions: functions(locale), useIsolating });
for (const error of bundle.addResource(new FluentResource(source))) {
  throw error;
}

// Every other number of a list as the object that an application would give options to.
const item = (value, at) => (typeof value === "number" && at % 2 === 1 ? new FluentNumber(value) : value);
const list = (values) => new FluentList(values.map((value, at) => (Array.isArray(value) ? list(value) : item(value, at))));

const texts = cases.map(([name, values]) => {
  const [id, attribute] = name.split(".");
  const message = bundle.getMessage(id);
  const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
  if (!pattern) {
    throw new Error(`expected the message \`${name}\`, but there is none`);
  }
  const typed = ([key, value]) => [key, Array.isArray(value) ? list(value) : value];
  return bundle.formatPattern(pattern, Object.fromEntries(Object.entries(values).map(typed)), []);
});
process.stdout.write(JSON.stringify(texts));
