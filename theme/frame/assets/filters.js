/*
 * Narrows the tables of a page to the rows a reader asks for, without a server. What is chosen stands in the address,
 * so that it can be sent on and survives going back; how many rows are left is told to eyes and ears alike.
 *
 * A choice named after a column (`data-zb-column`, counted from 1) keeps rows whose cell is, or where it says so
 * (`data-zb-begins`) begins with, what was chosen; any other keeps the sections that name it (`data-zb-within`).
 */
(function () {
  "use strict";

  const form = document.querySelector("[data-zb-filters]");
  const count = document.querySelector("[data-zb-count]");
  const choices = [...form.querySelectorAll("select")];
  const rows = [...document.querySelectorAll(".zb-items tbody tr:not(.zb-group)")];

  function fits(row, choice) {
    if (!choice.value) return true;
    const { zbColumn, zbBegins } = choice.dataset;
    if (!zbColumn) return row.closest("[data-zb-within]").dataset.zbWithin.split(" ").includes(choice.value);
    const said = row.cells[zbColumn - 1].textContent;
    return zbBegins === undefined ? said === choice.value : said.startsWith(choice.value);
  }

  function show() {
    let shown = 0;
    for (const row of rows) {
      row.hidden = !choices.every(choice => fits(row, choice));
      if (!row.hidden) shown += 1;
    }
    for (const holder of document.querySelectorAll(".zb-items tbody, [data-zb-within]")) {
      holder.hidden = !holder.querySelector("tr:not(thead *, .zb-group, [hidden])");
    }
    const all = rows.length;
    count.textContent = shown === all ? `共${all}项。`
      : shown ? `显示${shown}项，共${all}项。` : "没有符合全部条件的项，请放宽条件。";
  }

  function remember() {
    const address = new URL(location.href);
    for (const { name, value } of choices) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(null, "", address);
  }

  function recall() {
    const asked = new URL(location.href).searchParams;
    for (const choice of choices) {
      const value = asked.get(choice.name) ?? "";
      choice.value = [...choice.options].some(option => option.value === value) ? value : "";
    }
    show();
  }

  form.addEventListener("change", () => { show(); remember(); });
  form.addEventListener("reset", () => setTimeout(() => { show(); remember(); }));
  form.addEventListener("submit", event => event.preventDefault());
  window.addEventListener("pageshow", recall);
  form.hidden = false;
  recall();
})();
