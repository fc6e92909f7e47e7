/* The card: tabs of the composer and the timeline, "why", the checklist, names of chosen files. */
"use strict";
(() => {
  const { one, all } = window.verstak;
  const choose = (tab) => all("a", tab.parentElement).forEach((each) => { each === tab ? each.setAttribute("aria-current", "true") : each.removeAttribute("aria-current"); });

  document.addEventListener("click", (event) => {
    const tab = event.target.closest("[data-tab]");
    if (tab) {
      event.preventDefault();
      choose(tab);
      const compose = tab.closest("[data-compose]");
      all("[data-tab-panel]", compose).forEach((panel) => { panel.hidden = panel.dataset.tabPanel !== tab.dataset.tab; });
      one(`[data-tab-panel="${tab.dataset.tab}"] textarea, [data-tab-panel="${tab.dataset.tab}"] input:not([type=hidden])`, compose)?.focus();
    }
    const show = event.target.closest("[data-show]");
    if (show) {
      event.preventDefault();
      choose(show);
      all("[data-kind]", show.closest("[data-timeline]")).forEach((entry) => { entry.hidden = show.dataset.show !== "all" && entry.dataset.kind !== show.dataset.show; });
    }
    const why = event.target.closest("[data-why]");
    if (why) {
      event.preventDefault();
      const because = why.closest("li").querySelector(".v-because");
      because.hidden = !because.hidden;
      why.setAttribute("aria-expanded", String(!because.hidden));
    }
  });
  document.addEventListener("change", (event) => { const form = event.target.closest("form[data-tick]"); if (form && event.target.type === "checkbox") form.requestSubmit(); });

  window.verstak.files = (root) => all("input[data-files]", root).forEach((input) => input.addEventListener("change", () => {
    const names = one("[data-file-names]", input.closest("form"));
    if (names) names.textContent = [...input.files].map((file) => file.name).join(", ");
  }));
})();
