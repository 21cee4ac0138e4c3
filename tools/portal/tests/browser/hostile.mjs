// Values that would like to be more than values: scripts, marks that turn the direction, words without an end.

const SCRIPT = "</bdi></script></textarea><script>alert(1)</script><img src=x onerror=alert(2)>\"'&";
/** Overrides and isolates that are never closed, and letters that are written from right to left. */
const TURNING = ["\u{202e}abc", "\u{2067}abc", "\u{202b}abc\u{2066}abc", "שלום", "שלום 12", "\u{200f}مرحبا"];

/** Where the text after the first value stands: whether it is behind it, and its letters in their order. */
function after(page, selector) {
  return page.locator(selector).first().evaluate((text) => {
    const value = text.querySelector("bdi");
    const [end] = Array.from(value.getClientRects()).slice(-1);
    const rest = value.nextSibling ?? value.parentElement.nextSibling;
    const node = document.createTreeWalker(rest, NodeFilter.SHOW_TEXT);
    const letters = rest.nodeType === Node.TEXT_NODE ? rest : node.nextNode();
    const places = Array.from(letters.data, (_, index) => {
      const range = document.createRange();
      range.setStart(letters, index);
      range.setEnd(letters, index + 1);
      return range.getBoundingClientRect();
    });
    const isBehind = places.every((place) => place.left >= end.right - 1);
    const isInOrder = places.every((place, index) => index === 0 || place.left >= places[index - 1].left);
    return { text: letters.data.trim(), isBehind, isInOrder };
  });
}

const undisturbed = (text) => ({ text, isBehind: true, isInOrder: true });

export const cases = {
  async a_hostile_argument_does_not_disturb_a_code_page({ open, equal }) {
    const page = await open();
    for (const value of [...TURNING, ...TURNING.map((it) => it + SCRIPT.slice(0, 15))]) {
      await page.goto(`/codes/InvalidUrl?arg.url=${encodeURIComponent(value)}`);
      equal(await after(page, ".reader .text"), undisturbed("is invalid."), JSON.stringify(value));
    }
    for (const address of ["/codes/InvalidUrl?arg.url=", "/?q=", "/codes/", "/"]) {
      const path = address + encodeURIComponent(`\u{202e}${SCRIPT}`);
      page.missing.add(new URL(path, page.url()).href);
      await page.goto(path);
      equal(await page.locator("img, script:not([src])").count(), 0, `${address}: elements that came from a value`);
    }
  },

  async a_hostile_text_does_not_disturb_its_answer({ open, equal }) {
    const page = await open();
    for (const value of [...TURNING, `\u{202e}${SCRIPT.slice(0, 15)}`, SCRIPT]) {
      await page.goto("/lookup");
      await page.locator("#text").fill(`URL ${value} is invalid.`);
      await page.locator(".lookup button").click();
      await page.locator(".answer").first().waitFor();
      const what = JSON.stringify(value);
      equal(await page.locator(".answer > header h2").first().innerText(), "InvalidUrl", `${what}: the code`);
      equal(await page.locator("img, script:not([src])").count(), 0, `${what}: elements that came from the text`);
      // What is long goes on in the next line.
      if (value === SCRIPT) continue;
      equal(await after(page, ".answer .reader .text"), undisturbed("is invalid."), `${what}: the message`);
      equal(await after(page, ".pasted"), undisturbed("is invalid."), `${what}: the pasted text`);
    }
  },

  async a_long_word_widens_no_page({ open, equal }) {
    const page = await open({ viewport: { width: 320, height: 700 } });
    const word = "가a0".repeat(150);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    for (const address of ["/codes/InvalidUrl?arg.url=", "/?q=", "/codes/"]) {
      page.missing.add(new URL(encodeURI(address + word), page.context()._options.baseURL).href);
      await page.goto(address + word);
      equal(await width(), 320, `${address}: the width of the page`);
    }
    await page.goto("/lookup");
    await page.locator("#text").fill(`URL ${word} is invalid.`);
    await page.locator(".lookup button").click();
    await page.locator(".answer").first().waitFor();
    equal(await width(), 320, "the width of the answer");
  },
};
