// What a support agent does: paste what a customer saw, search, choose a language, share and copy.

const KOREAN = "필수 매개 변수 machineId가 누락되었습니다.";

/** Pastes a text into the field for it, as a person does. */
async function paste(page, text) {
  await page.evaluate((it) => navigator.clipboard.writeText(it), text);
  await page.locator("#text").focus();
  await page.keyboard.press("Control+V");
}

/** Chooses a language of the pages by the pointer. */
async function choose(page, name) {
  await page.locator(".switch summary").click();
  await page.getByRole("button", { name, exact: true }).click();
}

const language = (page) => page.locator("html").getAttribute("lang");
const texts = (page, selector) => page.locator(selector).allInnerTexts();

/** Checks the answer to the Korean text: its code, its match, its argument, and the message in a language. */
async function explained({ equal, expect }, page, tag, message) {
  await page.locator(".answer").waitFor();
  equal(await language(page), tag, "the language of the page");
  equal(await texts(page, ".answer > header h2"), ["MissingRequiredParameter"], "the codes that were found");
  equal(await texts(page, ".pasted"), [KOREAN], "the text that was pasted");
  equal(await texts(page, ".pasted mark.argument"), ["machineId"], "what is marked as an argument");
  const marked = await texts(page, ".pasted mark");
  equal(marked.join(""), KOREAN, "what is marked as the message and its argument");
  equal(await texts(page, ".answer tbody th"), ["parameter"], "the names of the arguments");
  equal(await texts(page, ".answer tbody td bdi"), ["machineId"], "the values of the arguments");
  equal((await texts(page, ".answer .reader .text"))[0], message, "the message in the agent's language");
  const others = await page.locator(".answer .languages > li [lang] .text").allInnerTexts();
  expect(others.length >= 5, `expected the message in five other languages, but found ${others}`);
  // All of the match can be told from what stands around it by more than colour.
  const line = await page.locator(".pasted mark.message").first()
    .evaluate((it) => getComputedStyle(it).textDecorationLine);
  equal(line, "underline", "the line below the match");
}

export const cases = {
  async a_pasted_korean_text_is_explained_in_the_agents_language(kit) {
    const messages = {
      "en-US": "Required parameter machineId is missing.",
      "ko-KR": KOREAN,
      "sv-SE": "Den obligatoriska parametern machineId saknas.",
    };
    for (const [locale, message] of Object.entries(messages)) {
      const page = await kit.open({ locale, permissions: ["clipboard-read", "clipboard-write"] });
      await page.goto("/");
      await paste(page, KOREAN);
      await explained(kit, page, locale, message);
      kit.equal(new URL(page.url()).search, "", "what the address tells of the text");
    }
  },

  async a_word_in_korean_finds_its_code_while_it_is_typed({ open, equal, expect }) {
    const page = await open();
    await page.goto("/");
    await page.locator("#q").pressSequentially("누락");
    await page.locator("#results mark").first().waitFor();
    const codes = await texts(page, ".results h3 a");
    expect(codes.includes("MissingRequiredParameter"), `expected MissingRequiredParameter among ${codes}`);
    const marked = new Set(await texts(page, ".results .elsewhere[class] mark"));
    equal([...marked], ["누락"], "the words that are marked");
    expect(await page.locator(".results .elsewhere bdi[lang=ko-KR]").count() > 0, "no text is marked as Korean");
    const said = await page.locator("#live").evaluate(async (it) => {
      while (!it.textContent) await new Promise((resolve) => setTimeout(resolve, 10));
      return it.textContent;
    });
    equal(said, await page.locator(".count").innerText(), "what is said to screen readers");
    // The address is that of the search, so that it can be shared and loaded again.
    await page.reload();
    equal(await texts(page, ".results h3 a"), codes, "the codes after the page is loaded again");
    equal(await page.locator("#q").inputValue(), "누락", "the word after the page is loaded again");
    await page.locator(".results h3 a", { hasText: "MissingRequiredParameter" }).click();
    equal(await page.locator("h1").innerText(), "MissingRequiredParameter", "the page of the code");
  },

  async codes_are_found_by_their_status({ open, equal, expect }) {
    const page = await open();
    await page.goto("/");
    await page.locator("#status").selectOption("401");
    await page.waitForURL("**/?*status=401");
    const statuses = new Set(await texts(page, ".results .status"));
    equal([...statuses], ["401"], "the statuses of the codes");
    const codes = await texts(page, ".results h3 a");
    expect(codes.includes("Unauthorized"), `expected Unauthorized among ${codes}`);
    await page.locator("#q").fill("no such word");
    await page.locator(".results").waitFor({ state: "detached" });
    equal(await texts(page, ".count"), ["No codes were found."], "the answer to a search without results");
  },

  async a_chosen_language_is_remembered_from_page_to_page({ open, equal }) {
    const page = await open();
    await page.goto("/codes/InvalidUrl?arg.url=abc");
    await choose(page, "한국어");
    await page.waitForFunction(() => document.documentElement.lang === "ko-KR");
    equal(new URL(page.url()).search, "?arg.url=abc", "the arguments after the switch");
    for (const address of ["/locales", "/", "/lookup", "/codes/Forbidden"]) {
      await page.goto(address);
      equal(await language(page), "ko-KR", address);
    }
    const second = await page.context().newPage();
    await second.goto("/");
    equal(await language(second), "ko-KR", "another page");
    await second.locator("#text").fill(KOREAN);
    await second.locator(".lookup button").click();
    await choose(second, "Nederlands");
    await second.locator("html[lang=nl-NL] .answer").waitFor();
    equal(await texts(second, ".answer > header h2"), ["MissingRequiredParameter"], "the answer after the switch");
  },

  async a_shared_link_shows_the_same_arguments_to_others({ open, equal }) {
    const page = await open({ locale: "ko-KR" });
    await page.goto("/codes/InvalidUrl");
    const value = "https://example.com/a b?c=d&e=가#f%20";
    await page.locator("#argument-1").fill(value);
    await page.locator(".try button").click();
    await page.waitForURL("**/codes/InvalidUrl?*");
    const shown = await texts(page, ".reader .text");
    equal(shown[0], `잘못된 URL입니다: ${value}`, "the message with the argument");
    const link = await page.locator(".share a").evaluate((it) => it.href);
    const other = await open({ locale: "fr-FR" });
    await other.goto(link);
    equal(await language(other), "fr-FR", "the language of whom it is shared with");
    equal(await other.locator("#argument-1").inputValue(), value, "the argument of the shared page");
    equal(await texts(other, ".reader .value"), [value], "the argument in the shared message");
    equal(await texts(other, ".languages [lang=ko-KR] .value"), [value], "the argument in the Korean message");
  },

  async a_text_is_copied_as_it_stands({ open, equal, expect }) {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto("/codes/MissingRequiredParameter?arg.parameter=machineId");
    const copied = async (name) => {
      const button = page.getByRole("button", { name, exact: true }).first();
      await button.click();
      await button.filter({ hasText: "Copied" }).waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    equal(await copied("Copy the message"), "Required parameter machineId is missing.", "the message");
    equal(await copied("Copy the error code"), "MissingRequiredParameter", "the code");
    equal(await copied("Copy the link"), page.url(), "the link");
    const body = JSON.parse(await copied("Copy the response"));
    equal(body.error?.code, "MissingRequiredParameter", "the code in the response");
    const korean = page.locator(".languages dd[lang=ko-KR]");
    await korean.getByRole("button").first().click();
    await korean.getByRole("button").first().filter({ hasText: "Copied" }).waitFor();
    equal(await page.evaluate(() => navigator.clipboard.readText()), KOREAN, "the Korean message");
    const said = page.locator("#live", { hasText: "Copied" });
    await said.waitFor({ state: "attached" });
    expect(await said.getAttribute("role") === "status", "screen readers are not told that a text was copied");
  },

  async a_text_is_selected_where_it_may_not_be_copied({ open, equal }) {
    const page = await open();
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    });
    await page.goto("/codes/MissingRequiredParameter?arg.parameter=machineId");
    await page.getByRole("button", { name: "Copy the message" }).first().click();
    await page.waitForFunction(() => getSelection().toString() !== "");
    equal(
      await page.evaluate(() => getSelection().toString()),
      "Required parameter machineId is missing.",
      "what is selected",
    );
  },

  async without_javascript_pasting_and_searching_work(kit) {
    const page = await kit.open({ javaScriptEnabled: false });
    await page.goto("/");
    await page.locator("#text").fill(KOREAN);
    await page.locator(".lookup button").click();
    await explained(kit, page, "en-US", "Required parameter machineId is missing.");
    kit.equal(await page.locator(".copy").count(), 0, "buttons that would do nothing");
    await choose(page, "Français");
    await page.locator("html[lang=fr-FR] .answer").waitFor();
    await page.goto("/");
    await page.locator("#q").fill("누락");
    await page.locator(".search button").click();
    const codes = await texts(page, ".results h3 a");
    kit.expect(codes.includes("MissingRequiredParameter"), `expected MissingRequiredParameter among ${codes}`);
    await page.goto("/codes/InvalidUrl");
    await page.locator("#argument-1").fill("abc");
    await page.locator(".try button").click();
    kit.equal(await texts(page, ".reader .value"), ["abc"], "the argument that was tried");
  },
};
