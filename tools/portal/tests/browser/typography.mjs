// How lines are broken, in pages of one language that hold texts of all.

export const cases = {
  async each_language_breaks_its_lines_by_its_own_rules({ open, equal }) {
    for (const locale of ["ko-KR", "zh-CN"]) {
      const page = await open({ locale });
      await page.goto("/codes/MissingRequiredParameter");
      const breaks = await page.locator("main [lang] .text").evaluateAll((texts) =>
        texts.map((it) => [it.closest("[lang]").lang, getComputedStyle(it).wordBreak]));
      equal(new Set(breaks.map(([tag]) => tag)).size, 6, "how many languages a page shows");
      const wrong = breaks.filter(([tag, rule]) => rule !== (tag === "ko-KR" ? "keep-all" : "normal"));
      equal(wrong, [], `a page in ${locale}: texts that are broken by the rules of another language`);
    }
  },

  async a_particle_stays_with_its_value({ open, equal }) {
    const page = await open({ locale: "ko-KR" });
    await page.goto("/codes/MissingRequiredParameter?arg.parameter=machineId");
    const torn = [];
    for (let width = 320; width <= 480; width += 4) {
      await page.setViewportSize({ width, height: 740 });
      torn.push(...await page.locator(".reader .text").evaluateAll((texts, width) => {
        const line = (node, at) => {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return Math.round(range.getBoundingClientRect().bottom);
        };
        const isTorn = (text) => {
          const value = text.querySelector(".value");
          return line(value.firstChild, value.textContent.length - 1) !== line(value.nextSibling, 0);
        };
        return texts.filter(isTorn).map((text) => `${text.textContent} (${width} pixels)`);
      }, width));
    }
    equal(torn, [], "texts whose particle begins a line");
  },
};
