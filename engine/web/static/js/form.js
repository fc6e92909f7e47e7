/* Live forms: after each change the server works out the whole draft, with the code that will decide it. */
"use strict";
(() => {
  const { one, all, verstak } = { ...window.verstak, verstak: window.verstak };

  const start = (form) => {
    const touchedField = one('input[name="_touched"]', form);
    const touched = new Set(touchedField.value.split(",").filter(Boolean));
    let running = null;
    let timer = null;

    const touch = (name) => { if (name && !name.startsWith("_")) { touched.add(name); touchedField.value = [...touched].join(","); } };

    const draw = (draft) => {
      for (const [name, state] of Object.entries(draft.fields)) {
        const box = one(`[data-field="${CSS.escape(name)}"]`, form);
        if (!box) continue;
        box.hidden = !state.shown;
        one(".form-label", box)?.classList.toggle("required", state.required);
        const hint = one("[data-hint]", box);
        if (hint) { hint.textContent = state.hint || ""; hint.hidden = !state.hint; }
        const bad = one("[data-problem]", box);
        if (bad && (touched.has(name) || !state.problem)) { bad.textContent = state.problem || ""; bad.hidden = !state.problem; one(".form-control, .form-select", box)?.classList.toggle("is-bad", Boolean(state.problem)); }
        const input = one("[name]:not([type=hidden])", box);
        if (state.dropped) touched.delete(name);
        if (input && !touched.has(name) && input !== document.activeElement && state.value !== undefined) put(input, state);
      }
      touchedField.value = [...touched].join(",");
      const aside = one("#aside");
      aside.innerHTML = draft.aside;
      window.htmx?.process(aside);
    };

    const put = (input, state) => {
      if (input.matches("select")) verstak.pick(input, state.options || (state.value ? [{ value: state.value, text: state.text }] : []));
      else if (input.type === "checkbox") input.checked = Boolean(state.value);
      else input.value = state.value ?? "";
    };

    const preview = () => {
      running?.abort();
      running = new AbortController();
      const data = new FormData(form);
      all("input[type=file]", form).forEach((input) => data.delete(input.name));
      fetch(form.dataset.form, { method: "POST", body: data, headers: { "X-CSRF-Token": verstak.token() }, signal: running.signal })
        .then((answer) => (answer.ok ? answer.json() : null))
        .then((draft) => draft && draw(draft))
        .catch(() => { /* aborted by a newer preview, or offline: the form itself still works */ });
    };
    const soon = (delay) => { clearTimeout(timer); timer = setTimeout(preview, delay); };

    form.addEventListener("change", (event) => { touch(event.target.name); soon(60); });
    form.addEventListener("input", (event) => { touch(event.target.name); soon(450); });

    /* a panel's row ticks into the field it picks for */
    form.addEventListener("change", (event) => {
      const field = event.target.dataset?.pick;
      if (!field) return;
      const select = one(`select[name="${CSS.escape(field)}"]`, form);
      const chosen = all("option:checked", select).filter((option) => option.value).map((option) => ({ value: option.value, text: option.text }));
      const kept = chosen.filter((option) => option.value !== event.target.value);
      if (event.target.checked) kept.push({ value: event.target.value, text: event.target.dataset.title });
      verstak.pick(select, kept);
      touch(field);
      soon(60);
    });

    /* the draft of a new record outlives the page */
    const key = "form:" + form.dataset.draft;
    if (form.dataset.draft) {
      form.addEventListener("submit", () => { try { sessionStorage.removeItem(key); } catch { /* storage is off */ } });
      addEventListener("pagehide", () => {
        if (!touched.size || form.dataset.sent) return;
        const kept = {};
        touched.forEach((name) => {
          const input = one(`[name="${CSS.escape(name)}"]:not([type=hidden]):not([type=file])`, form);
          if (!input) return;
          kept[name] = input.matches("select") ? all("option:checked", input).map((option) => ({ value: option.value, text: option.text })) : input.type === "checkbox" ? input.checked : input.value;
        });
        try { sessionStorage.setItem(key, JSON.stringify(kept)); } catch { /* storage is off */ }
      });
      let kept = null;
      try { kept = JSON.parse(sessionStorage.getItem(key)); } catch { /* unreadable: as if there were none */ }
      if (kept && !one(".is-bad", form)) {
        for (const [name, value] of Object.entries(kept)) {
          const input = one(`[name="${CSS.escape(name)}"]:not([type=hidden]):not([type=file])`, form);
          if (!input) continue;
          if (input.matches("select")) verstak.pick(input, value); else if (input.type === "checkbox") input.checked = value; else input.value = value;
          touch(name);
        }
        preview();
      }
    }
    one("textarea, input:not([type=hidden]):not([type=checkbox])", one(".v-form", form) || form);
  };

  /* lines: rows of child records inside the form */
  window.verstak.lines = (root) => all("[data-lines]", root).forEach((box) => {
    if (box.dataset.ready) return;
    box.dataset.ready = "yes";
    const number = () => all("tbody tr", one("table", box)).forEach((row, place) => all("[name]", row).forEach((input) => {
      const column = input.name.split(".").pop();
      input.name = `${box.dataset.lines}.${place}.${column}`;
    }));
    box.addEventListener("click", (event) => {
      if (event.target.closest("[data-add-line]")) {
        const row = one("template", box).content.querySelector("tr").cloneNode(true);
        one("table tbody", box).append(row);
        number();
        verstak.pickers(row);
        one("input, select, textarea", row)?.focus();
      }
      if (event.target.closest("[data-drop-line]")) { event.target.closest("tr").remove(); number(); box.dispatchEvent(new Event("change", { bubbles: true })); }
    });
  });

  document.addEventListener("DOMContentLoaded", () => all("form[data-form]").forEach(start));
})();
