// Opens a browser, reads names of cases from standard input and answers each with a line: what it found wrong, and what
// it tells. Ends with its input.
//
// node driver.mjs PACKAGES CHROMIUM ORIGIN SCREENSHOTS

import { mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import * as agent from "./agent.mjs";
import * as hostile from "./hostile.mjs";
import * as keyboard from "./keyboard.mjs";
import * as sweep from "./sweep.mjs";
import * as typography from "./typography.mjs";
import * as watch from "./watch.mjs";

const [packages, executablePath, origin, screenshots] = process.argv.slice(2);
const require = createRequire(join(packages, "package.json"));
const { chromium } = require("playwright-core");
const cases = Object.assign({}, ...[agent, hostile, keyboard, sweep, typography, watch].map((it) => it.cases));

rmSync(screenshots, { recursive: true, force: true });
mkdirSync(screenshots, { recursive: true });

const browser = await chromium.launch({
  executablePath,
  args: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

/** What a case has to work with. */
function kit(faults) {
  return {
    origin,
    screenshots,
    axe: require("axe-core").source,
    /** Opens a browser of its own: no cookie or setting is shared. What is wrong is a fault of the case unless told. */
    open: (settings, noted = faults) => watch.open(browser, origin, noted, settings),
    /** Notes what is not as it should be, and goes on. */
    expect: (holds, what) => {
      if (!holds) faults.push(what);
    },
    /** Notes two values that should be the same. */
    equal: (found, expected, what) => {
      const [left, right] = [found, expected].map((value) => JSON.stringify(value));
      if (left !== right) faults.push(`${what}: expected ${right}, but found ${left}`);
    },
  };
}

for await (const name of createInterface({ input: process.stdin })) {
  const faults = [];
  const told = name === "names" ? Object.keys(cases).sort() : [];
  if (name !== "names") {
    try {
      await cases[name](kit(faults));
    } catch (error) {
      faults.push(error.stack);
    } finally {
      await Promise.all(browser.contexts().map((context) => context.close()));
    }
  }
  console.log(JSON.stringify([faults, told]));
}
await browser.close();
