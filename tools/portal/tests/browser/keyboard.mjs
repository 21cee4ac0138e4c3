// What can be done without a pointer.

const focused = (page) => page.evaluate(() => document.activeElement.outerHTML.split("\n")[0]);

/** What has the focus, where it is, and by what it can be seen. */
function seen(page) {
  return page.evaluate(() => {
    const it = document.activeElement;
    const style = getComputedStyle(it);
    const box = it.getBoundingClientRect();
    const rows = Array.from(document.querySelectorAll("*"));
    return {
      index: rows.indexOf(it),
      name: `${it.tagName.toLowerCase()} ${(it.getAttribute("aria-label") ?? it.textContent).trim().slice(0, 40)}`,
      isOutlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
      isInside: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth && box.width > 0,
    };
  });
}

/** How many elements of a page the Tab key should reach. */
function reachable(page) {
  return page.evaluate(() => {
    const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
    return Array.from(all).filter((it) => it.checkVisibility() && !it.disabled && it.type !== "hidden").length;
  });
}

export const cases = {
  async the_keyboard_alone_skips_pastes_and_reads_on({ open, equal, expect }) {
    const page = await open();
    await page.goto("/");
    await page.keyboard.press("Tab");
    const skip = await seen(page);
    equal(skip.name, "a Skip to main content", "what Tab reaches first");
    expect(skip.isInside && skip.isOutlined, "the link that skips to the content cannot be seen when it has the focus");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect((await focused(page)).startsWith('<textarea id="text"'), "the link does not skip to the first field");
    await page.keyboard.insertText("필수 매개 변수 machineId가 누락되었습니다.");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".answer").waitFor();
    for (let steps = 0; steps < 20; steps += 1) {
      await page.keyboard.press("Tab");
      if ((await seen(page)).name === "a MissingRequiredParameter") break;
    }
    await page.keyboard.press("Enter");
    await page.waitForURL("**/codes/MissingRequiredParameter?arg.parameter=machineId");
    equal(await page.locator("h1").innerText(), "MissingRequiredParameter", "the page of the code");
    // Ctrl+Enter sends a text of several lines.
    await page.goto("/lookup");
    await page.locator("#text").focus();
    await page.keyboard.insertText("Access denied");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+Enter");
    await page.locator("h1", { hasText: "What was found" }).waitFor();
  },

  async the_keyboard_alone_chooses_a_language({ open, equal }) {
    const page = await open();
    await page.goto("/locales");
    await page.locator(".switch summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    equal(await page.locator(".switch").getAttribute("open"), null, "the menu after Escape");
    equal((await seen(page)).name, "summary Language English", "what has the focus after Escape");
    await page.keyboard.press("Enter");
    do await page.keyboard.press("Tab");
    while (!(await seen(page)).name.includes("한국어"));
    await page.keyboard.press("Enter");
    await page.locator("html[lang=ko-KR]").waitFor();
  },

  async the_focus_reaches_everything_in_order_and_is_seen({ open, equal, expect }) {
    for (const width of [1280, 360]) {
      const page = await open({ viewport: { width, height: 800 } });
      const addresses = ["/?q=url", "/codes/InvalidUrl?arg.url=abc", "/locales", "/lookup"];
      for (const address of addresses) {
        await page.goto(address);
        const order = [];
        const count = await reachable(page);
        for (let step = 0; step < count; step += 1) {
          await page.keyboard.press("Tab");
          const at = await seen(page);
          const where = `${address} at ${width} pixels, ${at.name}`;
          expect(at.isOutlined, `${where}: the focus is not outlined`);
          expect(at.isInside, `${where}: the focus is out of sight`);
          order.push(at.index);
        }
        equal(new Set(order).size, count, `${address} at ${width} pixels: how many elements the focus reaches`);
        const sorted = order.toSorted((left, right) => left - right);
        equal(order, sorted, `${address} at ${width} pixels: the order of the focus`);
      }
    }
  },
};
