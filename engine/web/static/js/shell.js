/* What every page has: keys, the sheet, toasts, drafts of what is typed, the theme of the moment. */
"use strict";
(() => {
  const doc = document;
  const one = (selector, root = doc) => root.querySelector(selector);
  const all = (selector, root = doc) => [...root.querySelectorAll(selector)];
  const verstak = (window.verstak = { one, all });

  verstak.token = () => one('meta[name="csrf-token"]').content;
  verstak.typing = (target) => target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");
  verstak.busy = () => Boolean(one("dialog[open]") || one("details.v-drop[open]") || one("tr.is-picked") || (doc.activeElement && verstak.typing(doc.activeElement)));

  verstak.toast = (text, bad = false) => {
    const toast = doc.createElement("div");
    toast.className = bad ? "v-toast is-bad" : "v-toast";
    toast.textContent = text;
    one("#toasts")?.append(toast);
    setTimeout(() => toast.remove(), 6000);
  };
  setTimeout(() => all("#toasts .v-toast:not(.is-bad)").forEach((toast) => toast.remove()), 6000);

  /* htmx sends the token with every request that writes */
  doc.addEventListener("htmx:configRequest", (event) => { event.detail.headers["X-CSRF-Token"] = verstak.token(); });
  doc.addEventListener("htmx:responseError", (event) => {
    const text = event.detail.xhr.getResponseHeader("X-Problem");
    verstak.toast(text ? decodeURIComponent(text) : event.detail.xhr.status + " " + event.detail.xhr.statusText, true);
  });
  doc.addEventListener("htmx:beforeSwap", (event) => {
    if ([409, 422].includes(event.detail.xhr.status)) { event.detail.shouldSwap = true; event.detail.isError = false; }
  });

  /* the sheet: any form that is loaded into it opens it */
  const sheet = one("#sheet");
  doc.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target !== sheet) return;
    if (!sheet.open) sheet.showModal();
    verstak.dress(sheet);
    (one(".is-bad, [aria-invalid]", sheet) || one("textarea, input:not([type=hidden]), select", sheet))?.focus();
  });
  sheet?.addEventListener("click", (event) => { if (event.target === sheet || event.target.closest("[data-close]")) sheet.close(); });
  sheet?.addEventListener("close", () => { sheet.replaceChildren(); });

  /* one drop-down at a time; a click elsewhere closes it */
  doc.addEventListener("click", (event) => {
    all("details.v-drop[open]").forEach((drop) => { if (!drop.contains(event.target)) drop.open = false; });
  });

  /* a pressed button keeps its width and says what it does; a form is sent once */
  doc.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent && form.method === "post") { event.preventDefault(); return; }
    const button = event.submitter;
    if (form.method === "post") form.dataset.sent = "yes";
    if (button?.dataset.busy) {
      button.dataset.label = button.innerHTML;
      button.style.minWidth = button.offsetWidth + "px";
      setTimeout(() => { button.innerHTML = '<span class="v-busy"></span>'; button.append(button.dataset.busy); }, 0);
    }
  });
  const rest = () => all("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
    all("button[data-label]", form).forEach((button) => { button.innerHTML = button.dataset.label; delete button.dataset.label; });
  });
  addEventListener("pageshow", rest);
  doc.addEventListener("htmx:afterRequest", rest);

  /* what was typed survives a lost connection, an expired session and a wrong click */
  const store = (key, value) => { try { value === null ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, value); } catch { /* storage is off: nothing to keep it in */ } };
  verstak.drafts = (root) => all("form[data-draft]", root).forEach((form) => {
    const key = "draft:" + form.dataset.draft;
    const area = one("textarea.v-compose-text", form);
    if (!area) return;
    if (!area.value) { try { area.value = sessionStorage.getItem(key) || ""; } catch { /* as above */ } }
    area.addEventListener("input", () => store(key, area.value || null));
    form.addEventListener("submit", () => store(key, null));
  });

  verstak.dress = (root) => { verstak.pickers?.(root); verstak.drafts(root); verstak.files?.(root); verstak.lines?.(root); };

  /* keys work by their place on the keyboard, so that a Russian layout does not matter */
  const press = (name) => { const target = one(`[data-key="${name}"]`); if (!target) return false; target.matches("input") ? (target.focus(), target.select()) : target.click(); return true; };
  doc.addEventListener("keydown", (event) => {
    const field = verstak.typing(event.target);
    if ((event.ctrlKey || event.metaKey) && event.code === "KeyK") { event.preventDefault(); press("find"); return; }
    if ((event.ctrlKey || event.metaKey) && event.code === "Enter") {
      const form = event.target.closest("form") || one("dialog[open] form") || one("form[data-form]");
      if (form) { event.preventDefault(); form.requestSubmit(one('button[type=submit]', form)); }
      return;
    }
    if (event.code === "Escape") {
      if (field && event.target.type !== "search") { event.target.blur(); return; }
      if (!one("dialog[open]")) press("cancel");
      return;
    }
    if (field || event.ctrlKey || event.metaKey || event.altKey || one("dialog[open]")) return;
    if (event.key === "?") { event.preventDefault(); press("help"); return; }
    if (event.code === "Slash") { if (press("search")) event.preventDefault(); return; }
    if (event.code === "KeyC" && press("new")) event.preventDefault();
    if (event.code === "KeyE" && press("edit")) event.preventDefault();
    doc.dispatchEvent(new CustomEvent("verstak:key", { detail: event }));
  });

  /* whatever asks for it is refreshed while somebody looks and nobody is in the middle of something */
  setInterval(() => {
    if (doc.visibilityState !== "visible" || verstak.busy() || !window.htmx) return;
    all('[hx-trigger="verstak:refresh"]').forEach((part) => htmx.trigger(part, "verstak:refresh"));
  }, 30000);

  doc.addEventListener("DOMContentLoaded", () => verstak.dress(doc));
})();
