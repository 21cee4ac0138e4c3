// A browser that notes whatever no page of the portal may do: ask another origin for something, log an error, break its
// own policy, fail in a script, open a dialog, or not find a file.

/** Opens a browser with settings of Playwright, and a page in it that is watched. */
export async function open(browser, origin, faults, settings = {}) {
  const context = await browser.newContext({
    baseURL: origin,
    locale: "en-US",
    colorScheme: "light",
    reducedMotion: "reduce",
    viewport: { width: 1280, height: 900 },
    ...settings,
  });
  context.setDefaultTimeout(30_000);
  await context.route("**/*", (route) => {
    const address = route.request().url();
    if (new URL(address).origin === origin) return route.continue();
    faults.push(`a page asked another origin: ${address}`);
    return route.abort();
  });
  const page = await context.newPage();
  /** The addresses that are meant to be found nowhere. */
  page.missing = new Set();
  const note = (what) => faults.push(`${page.url()}: ${what}`);
  page.on("console", (message) => {
    if (!["error", "warning"].includes(message.type())) return;
    if (!page.missing.has(message.location().url)) note(`the console says: ${message.text()}`);
  });
  page.on("pageerror", (error) => note(`a script failed: ${error}`));
  page.on("dialog", (dialog) => {
    note(`a dialog opened: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on("response", (response) => {
    const isMissing = response.status() >= 400 && !page.missing.has(response.url());
    if (isMissing) note(`${response.url()} is answered with ${response.status()}`);
  });
  return page;
}

export const cases = {
  async what_is_wrong_with_a_page_is_noticed({ origin, open, expect }) {
    const noticed = async (what, provoke) => {
      const faults = [];
      const page = await open({}, faults);
      await page.goto("/");
      await provoke(page);
      await page.waitForTimeout(100);
      const found = faults.join("\n");
      expect(found.includes(what), `expected a fault with \`${what}\`, but found \`${found}\``);
    };
    // The policy of the pages stops what is loaded from elsewhere before it is asked for.
    await noticed("Content Security Policy", (page) =>
      page.evaluate(() => fetch("http://elsewhere.test/").catch(() => {})));
    await noticed("Content Security Policy", (page) =>
      page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<p style='color: red'>")));
    await noticed("another origin: http://elsewhere.test/", (page) =>
      page.goto("http://elsewhere.test/").catch(() => {}));
    await noticed("a dialog opened: hello", (page) => page.evaluate(() => alert("hello")));
    await noticed("a script failed: Error: no", (page) =>
      page.evaluate(() => { setTimeout(() => { throw new Error("no"); }); }));
    await noticed(`${origin}/nowhere is answered with 404`, (page) => page.goto("/nowhere"));
  },
};
