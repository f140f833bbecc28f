// SPDX-License-Identifier: Apache-2.0
// What the report does when it is used. All data comes from the page itself; nothing is built from text.
"use strict";

(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const byId = id => document.getElementById(id);
  root.classList.add("js");

  function theme() {
    const button = byId("theme");
    const dark = matchMedia("(prefers-color-scheme: dark)");
    let isDark = false;
    const show = now => {
      isDark = now;
      button.textContent = isDark ? "Light colours" : "Dark colours"; // what it will do
    };
    show(dark.matches);
    dark.addEventListener("change", event => { if (!root.dataset.theme) show(event.matches); });
    button.addEventListener("click", () => {
      show(!isDark);
      root.dataset.theme = isDark ? "dark" : "light";
    });
  }

  function filters() {
    const input = byId("filter");
    const buttons = all("[data-show]");
    const groups = all("section.group").map(part => ({ part, items: all("[data-severity]", part) }));
    if (!input) {
      buttons.forEach(button => { button.disabled = true; });
      return;
    }
    const rows = new Map(all(".sortable a[href^='#']").map(link => [link.hash.slice(1), link.closest("tr")]));
    const texts = new Map();
    const total = groups.reduce((sum, group) => sum + group.items.length, 0);

    function text(item, part) {
      if (!texts.has(item)) {
        texts.set(item, (part.id.slice(5) + " " + part.querySelector("h3").textContent + " " + item.textContent).toLowerCase());
      }
      return texts.get(item);
    }

    function apply() {
      const words = input.value.toLowerCase().split(/\s+/).filter(word => word);
      const wanted = buttons.filter(it => it.getAttribute("aria-pressed") === "true").map(it => it.dataset.show);
      let shown = 0;
      for (const group of groups) {
        let here = 0;
        for (const item of group.items) {
          const fits = (wanted.length === 0 || wanted.includes(item.dataset.severity))
            && words.every(word => text(item, group.part).includes(word));
          item.hidden = !fits;
          if (rows.has(item.id)) rows.get(item.id).hidden = !fits;
          here += fits ? 1 : 0;
        }
        group.part.hidden = here === 0;
        all(`nav [data-rule="${group.part.id}"]`).forEach(entry => { entry.hidden = here === 0; });
        shown += here;
      }
      byId("nothing").hidden = shown > 0;
      const count = number => number.toLocaleString("en");
      byId("status").textContent = shown === total ? count(total) + " on this page" : count(shown) + " of " + count(total);
    }

    input.addEventListener("input", apply);
    buttons.forEach(button => button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      apply();
    }));
    apply();
  }

  function folds() {
    const set = open => all(".more-of-it").forEach(fold => { fold.open = open; });
    byId("open-all")?.addEventListener("click", () => set(true));
    byId("close-all")?.addEventListener("click", () => set(false));
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = all("details:not([open])");
      opened.forEach(fold => { fold.open = true; });
    });
    addEventListener("afterprint", () => opened.forEach(fold => { fold.open = false; }));
  }

  // Who follows a link to something folded wants to see it.
  function reveal() {
    const item = byId(location.hash.slice(1));
    const fold = item?.matches("article") ? item.querySelector(".more-of-it") : null;
    if (fold) fold.open = true;
  }

  function select(element) {
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }

  async function copy(button) {
    const code = byId(button.dataset.copy);
    let said = "Copied";
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      select(code);
      said = document.execCommand("copy") ? "Copied" : "Selected";
    }
    button.textContent = said;
    byId("said").textContent = said === "Copied" ? "Copied to the clipboard." : "Selected: copy it with the keyboard.";
    setTimeout(() => { button.textContent = "Copy"; byId("said").textContent = ""; }, 2000);
  }

  function sort(head) {
    const table = head.closest("table");
    const column = head.cellIndex;
    const number = head.classList.contains("number");
    const now = head.getAttribute("aria-sort");
    const up = now === "none" ? !number : now === "descending";
    const value = row => row.cells[column].dataset.order;
    const rows = Array.from(table.tBodies[0].rows);
    rows.sort((one, other) => {
      if (!number) {
        return (up ? 1 : -1) * one.cells[column].textContent.localeCompare(other.cells[column].textContent);
      }
      const unknown = (value(one) === undefined) - (value(other) === undefined);
      return unknown || (up ? 1 : -1) * (Number(value(one)) - Number(value(other)) || 0);
    });
    all("th", table.tHead).forEach(other => other.setAttribute("aria-sort", "none"));
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    table.tBodies[0].append(...rows);
  }

  theme();
  filters();
  folds();
  reveal();
  addEventListener("hashchange", reveal);
  all("[data-copy]").forEach(button => button.addEventListener("click", () => copy(button)));
  all(".sort").forEach(button => button.addEventListener("click", () => sort(button.closest("th"))));
})();
