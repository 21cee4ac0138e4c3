// What makes the pages quick. All of it works without: here searching answers while typing, pasting looks up
// at once, and texts can be copied.
"use strict";

const words = document.body.dataset;
const live = document.getElementById("live");

/** Says something to screen readers. */
function say(text) {
  live.textContent = "";
  setTimeout(() => { live.textContent = text; }, 50);
}

/** Gives each text that can be copied a button. */
function addCopyButtons(root) {
  for (const source of root.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.lang = document.documentElement.lang;
    button.dir = document.documentElement.dir;
    button.textContent = words.copyWord;
    button.setAttribute("aria-label", source.dataset.copy);
    button.addEventListener("click", () => copy(source, button));
    source.after(button);
  }
}

async function copy(source, button) {
  const text = source.href ?? source.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without the right to the clipboard, the text is at least chosen, for the keyboard to copy.
    getSelection().selectAllChildren(source);
    return;
  }
  button.textContent = words.copiedWord;
  say(words.copiedWord);
  setTimeout(() => { button.textContent = words.copyWord; }, 2000);
}

/** Shows the results of a search while its words are typed. */
function searchWhileTyping(form) {
  const results = document.getElementById(form.dataset.results);
  let timer;
  let pending;
  const search = async () => {
    const address = new URL(form.action);
    address.search = new URLSearchParams(new FormData(form)).toString();
    pending?.abort();
    pending = new AbortController();
    try {
      const response = await fetch(address, { signal: pending.signal, headers: { accept: "text/html" } });
      if (!response.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const found = page.getElementById(results.id);
      results.replaceChildren(...found.childNodes);
      document.title = page.title;
      history.replaceState(null, "", address);
      // The switch of language leads back to what is shown now.
      const back = document.querySelector(".switch input[name=to]");
      if (back) back.value = address.pathname + address.search;
      say(results.querySelector("[data-live]").textContent);
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  };
  const soon = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(search, wait);
  };
  form.addEventListener("input", (event) => {
    // A syllable that is being composed is searched for as well: its letters are enough.
    soon(event.target.type === "search" ? 150 : 0);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    soon(0);
  });
}

/** Looks a text up as soon as it is pasted into an empty field, and by Ctrl+Enter. */
function lookUpPasted(field) {
  field.addEventListener("paste", () => {
    const wasEmpty = field.value.trim() === "";
    setTimeout(() => {
      if (wasEmpty && field.value.trim() !== "") field.form.requestSubmit();
    });
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) field.form.requestSubmit();
  });
}

/** Closes a menu by Escape, and when something else is chosen. */
function closeMenu(menu) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
}

addCopyButtons(document);
document.querySelectorAll("[data-with-script]").forEach((hint) => { hint.hidden = false; });
document.querySelectorAll("form[data-results]").forEach(searchWhileTyping);
document.querySelectorAll("textarea[name=text]").forEach(lookUpPasted);
document.querySelectorAll("details.switch").forEach(closeMenu);
