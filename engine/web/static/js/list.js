/* Lists: the keyboard's row, selection, bulk actions. */
"use strict";
(() => {
  const { one, all } = window.verstak;
  const rows = () => all("#rows tbody tr");
  const box = (row) => one("input[type=checkbox]", row);
  let here = null;

  const go = (row) => {
    if (!row) return;
    rows().forEach((each) => each.classList.toggle("is-here", each === row));
    here = row.dataset.id;
    row.scrollIntoView({ block: "nearest" });
  };
  const current = () => rows().find((row) => row.dataset.id === here);

  const count = () => {
    const picked = rows().filter((row) => box(row)?.checked);
    rows().forEach((row) => row.classList.toggle("is-picked", Boolean(box(row)?.checked)));
    const bulk = one("#bulk");
    if (!bulk) return;
    bulk.hidden = picked.length === 0;
    one("[data-count]", bulk).textContent = picked.length;
  };

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-select-all]")) rows().forEach((row) => { box(row).checked = event.target.checked; });
    if (event.target.matches("[data-select-all], #rows input[type=checkbox]")) count();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("#bulk [data-clear]")) { rows().forEach((row) => { box(row).checked = false; }); count(); return; }
    const dialog = event.target.closest("[data-bulk-dialog]");
    if (dialog) {
      const ids = rows().filter((row) => box(row).checked).map((row) => "id=" + row.dataset.id).join("&");
      htmx.ajax("GET", dialog.dataset.bulkDialog + (dialog.dataset.bulkDialog.includes("?") ? "&" : "?") + ids, { target: "#sheet" });
      return;
    }
    const row = event.target.closest("#rows tbody tr[data-href]");
    if (row && !event.target.closest("a, input, button, label") && !String(getSelection())) {
      event.ctrlKey || event.metaKey ? open(row.dataset.href) : (location.href = row.dataset.href);
    }
  });
  document.addEventListener("verstak:key", ({ detail: event }) => {
    const list = rows();
    if (!list.length) return;
    const place = list.indexOf(current());
    if (event.code === "KeyJ" || event.code === "ArrowDown") { event.preventDefault(); go(list[Math.min(place + 1, list.length - 1)]); }
    if (event.code === "KeyK" || event.code === "ArrowUp") { event.preventDefault(); go(list[Math.max(place - 1, 0)]); }
    if (event.code === "KeyX" && current()) { box(current()).checked = !box(current()).checked; count(); }
    if (event.code === "Enter" && current()) location.href = current().dataset.href;
  });
  document.addEventListener("htmx:afterSwap", (event) => { if (event.detail.target?.id === "rows") { const row = current(); if (row) go(row); } });
})();
