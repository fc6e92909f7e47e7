/* Reference pickers: a search on the server, narrowed by what the form already says. */
"use strict";
(() => {
  const { one, all } = window.verstak;

  const formValues = (element) => {
    const form = element.closest("form");
    const data = new URLSearchParams();
    if (!form || element.closest("[data-filter-form]")) return data;
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && !name.startsWith("_seen") && name !== "csrf_token") data.append(name, value);
    }
    return data;
  };

  const build = (select) => {
    const many = select.multiple;
    const settings = {
      plugins: many ? ["remove_button"] : ["clear_button"],
      maxOptions: 60,
      hidePlaceholder: true,
      placeholder: select.dataset.placeholder || "",
      closeAfterSelect: !many,
      render: {
        option: (item, escape) => `<div class="v-row"><span class="v-grow v-cut">${escape(item.text)}</span><span class="v-muted v-s">${escape(item.note || "")}</span></div>`,
        item: (item, escape) => `<div class="v-cut">${escape(item.text)}</div>`,
        no_results: () => null,
      },
    };
    const address = select.dataset.picker;
    if (address) {
      settings.valueField = "value";
      settings.labelField = "text";
      settings.searchField = [];
      settings.score = () => () => 1;
      settings.preload = false;
      settings.shouldLoad = () => true;
      settings.loadThrottle = 150;
      settings.load = (query, done) => {
        const body = formValues(select);
        body.set("_q", query);
        fetch(address, { method: "POST", body, headers: { "X-CSRF-Token": window.verstak.token() } })
          .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
          .then((found) => { done(found.options); picker.settings.note = found.note; note(picker, found.note); })
          .catch(() => done([]));
      };
      settings.onFocus = () => { fresh(picker); picker.load(""); };
    }
    const picker = new TomSelect(select, settings);
    return picker;
  };

  /* what was offered for another client must not be offered for this one */
  const fresh = (picker) => {
    const kept = new Set(picker.items);
    Object.keys(picker.options).forEach((key) => { if (!kept.has(key)) picker.removeOption(key, true); });
    picker.loadedSearches = {};
  };
  const note = (picker, text) => {
    let line = one(".v-menu-note", picker.dropdown);
    if (!line) { line = document.createElement("small"); line.className = "v-menu-note"; picker.dropdown.append(line); }
    line.textContent = text || "";
  };

  window.verstak.pickers = (root) => {
    if (!window.TomSelect) return;
    all("select[data-picker], select[data-many]", root).forEach((select) => { if (!select.tomselect && !select.closest("template")) build(select); });
  };

  /* set a picker from outside (a default worked out on the server, a ticked row of a panel) without telling the form */
  window.verstak.pick = (select, options, silent = true) => {
    const values = options.map((option) => String(option.value));
    if (select.tomselect) {
      options.forEach((option) => select.tomselect.addOption({ value: String(option.value), text: option.text }));
      select.tomselect.setValue(select.multiple ? values : values[0] || "", silent);
    } else {
      all("option", select).forEach((option) => { option.selected = values.includes(option.value); });
      if (!select.multiple) select.value = values[0] || "";
    }
  };
})();
