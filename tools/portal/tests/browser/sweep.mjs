// Every page in every language: accessible by the rules of axe-core, in light and dark, as wide as a phone, and a picture
// of each.

import { join } from "node:path";

/** The pages by their names, and how each is opened. */
const PAGES = {
  start: (page) => page.goto("/"),
  results: (page) => page.goto("/?q=url"),
  "no-results": (page) => page.goto("/?q=xyzzy"),
  lookup: (page) => page.goto("/lookup"),
  answer: (page) => look(page, "07:50 필수 매개 변수 machineId가 누락되었습니다. (42)"),
  similar: (page) => look(page, "Hashvardet abc är ogiltigt."),
  none: (page) => look(page, "good morning to all of you"),
  code: (page) => page.goto("/codes/Forbidden"),
  arguments: async (page) => {
    await page.goto("/codes/MissingRequiredParameter?arg.parameter=machineId");
    await page.locator("details.body").evaluateAll((bodies) => bodies.forEach((it) => { it.open = true; }));
  },
  locales: (page) => page.goto("/locales"),
  menu: async (page) => {
    await page.goto("/locales");
    await page.locator(".switch summary").click();
  },
  missing: async (page) => {
    await page.goto("/lookup");
    const address = new URL("/codes/NotFond", page.url()).href;
    page.missing.add(address);
    await page.goto(address);
  },
};

const TAGS = ["en-US", "fr-FR", "ko-KR", "nl-NL", "sv-SE", "zh-CN"];
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function look(page, text) {
  await page.goto("/lookup");
  await page.locator("#text").fill(text);
  await page.locator(".lookup button").click();
  await page.locator(".answer, .none").first().waitFor();
  await page.waitForLoadState();
}

/** What axe-core finds against a page, and what it cannot tell of colours. */
function violations(page) {
  return page.evaluate(async (rules) => {
    const found = await axe.run({
      runOnly: { type: "tag", values: rules },
      resultTypes: ["violations", "incomplete"],
    });
    const unsure = found.incomplete.filter((it) => it.id === "color-contrast");
    return [...found.violations, ...unsure].flatMap((it) =>
      it.nodes.map((node) => `${it.id}: ${node.html.slice(0, 160)}\n    ${node.failureSummary ?? it.help}`));
  }, RULES);
}

/** How light the ground of the page and its text are, from 0 to 1. */
function lightness(page) {
  return page.evaluate(() => {
    const [ground, text] = ["background-color", "color"].map((name) => {
      const value = getComputedStyle(document.body).getPropertyValue(name);
      const [red, green, blue] = value.match(/[\d.]+/g).map(Number);
      return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
    });
    return { ground, text };
  });
}

/** What reaches out of a narrow page. */
function wider(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const all = Array.from(document.body.querySelectorAll("*"));
    const wide = all.filter((it) => it.getBoundingClientRect().right > width + 1);
    return [`the page is ${document.documentElement.scrollWidth} pixels wide`, ...wide.map((it) => it.outerHTML.slice(0, 120))];
  });
}

/** Everything about every page in a language. */
async function sweep(kit, tag) {
  const page = await kit.open({ locale: tag });
  await page.addInitScript({ content: kit.axe });
  for (const [name, show] of Object.entries(PAGES)) {
    const shot = (scheme, width) => page.screenshot({
      path: join(kit.screenshots, `${name}-${tag}-${scheme}-${width}.png`),
      fullPage: true,
    });
    await show(page);
    kit.equal(await page.locator("html").getAttribute("lang"), tag, `${name}: the language`);
    for (const scheme of ["light", "dark"]) {
      const where = `${name} in ${tag}, ${scheme}`;
      await page.emulateMedia({ colorScheme: scheme });
      const { ground, text } = await lightness(page);
      const isDark = ground < 0.15 && text > 0.75;
      const isLight = ground > 0.9 && text < 0.2;
      kit.expect(scheme === "dark" ? isDark : isLight, `${where}: its ground is ${ground} and its text ${text} light`);
      for (const fault of await violations(page)) kit.expect(false, `${where}: ${fault}`);
      await shot(scheme, 1280);
    }
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      for (const fault of await wider(page)) kit.expect(false, `${name} in ${tag}, ${width} pixels: ${fault}`);
      if (width === 360) await shot("dark", 360);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: "light" });
  }
}

export const cases = Object.fromEntries(TAGS.map((tag) => {
  const name = `every_page_in_${tag.toLowerCase().replace("-", "_")}_is_accessible_light_dark_and_narrow`;
  return [name, (kit) => sweep(kit, tag)];
}));
