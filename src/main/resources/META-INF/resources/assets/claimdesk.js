// What the pages do with a script; without it everything still works but selecting text.

// Selected words become the claim: offsets are code points in the text of the revision.
const galley = document.querySelector("main.galley");
const marking = document.getElementById("mark");

function blockOf(node) {
  return (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest(".text[data-start]");
}

function offsetIn(block, node, offset) {
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, offset);
  return [...range.toString()].length;
}

function selected() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !galley) return null;
  const range = selection.getRangeAt(0);
  const block = blockOf(range.startContainer);
  if (!block) return null;
  const end = blockOf(range.endContainer) === block ? [range.endContainer, range.endOffset] : [block, block.childNodes.length];
  const text = [...block.textContent];
  let from = offsetIn(block, range.startContainer, range.startOffset);
  let to = offsetIn(block, ...end);
  while (from < to && /\s/u.test(text[from])) from++;
  while (to > from && /\s/u.test(text[to - 1])) to--;
  if (from >= to) return null;
  return {
    exact: text.slice(from, to).join(""),
    prefix: text.slice(Math.max(0, from - 32), from).join(""),
    suffix: text.slice(to, to + 32).join(""),
    start: Number(block.dataset.start) + from,
    box: range.getBoundingClientRect(),
  };
}

if (galley && marking) {
  const form = marking.querySelector("form");
  const fields = form.elements;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "main floating";
  button.innerHTML = "Mark as a claim <kbd>m</kbd>";
  button.hidden = true;
  document.body.append(button);
  const startOf = () => form.querySelector("input[type=hidden][name=start]");

  const open = (words) => {
    if (words) {
      form.querySelectorAll("fieldset").forEach((old) => old.remove());
      for (const name of ["exact", "prefix", "suffix"]) fields[name].value = words[name];
      startOf().value = words.start;
    }
    button.hidden = true;
    marking.open = true;
    fields[words ? "desk" : "exact"].focus();
  };
  fields.exact.addEventListener("input", () => { startOf().value = ""; });
  document.addEventListener("selectionchange", () => {
    const words = selected();
    button.hidden = !words || marking.open;
    if (!button.hidden) {
      button.style.setProperty("top", `${words.box.bottom + scrollY + 8}px`);
      button.style.setProperty("left", `${Math.max(8, Math.min(words.box.left, document.documentElement.clientWidth - 200)) + scrollX}px`);
    }
  });
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => open(selected()));
  document.addEventListener("keydown", (event) => {
    if (event.key === "m" && !typing(event)) { event.preventDefault(); open(selected()); }
    if (event.key === "Escape" && marking.open) { marking.open = false; marking.querySelector("summary").focus(); }
  });

  // Only reporters of the desk that is chosen.
  const people = [...fields.assignee.options];
  const ofDesk = () => {
    const chosen = fields.assignee.value;
    fields.assignee.replaceChildren(...people.filter((o) => !o.value || o.dataset.desks.split(" ").includes(fields.desk.value)));
    fields.assignee.value = [...fields.assignee.options].some((o) => o.value === chosen) ? chosen : "";
  };
  fields.desk.addEventListener("change", ofDesk);
  ofDesk();
}

// Keys. An editor walks from sentence to sentence and says what each is; everybody walks from claim to claim.
function typing(event) {
  const altGr = event.getModifierState?.("AltGraph");
  return (!altGr && (event.ctrlKey || event.metaKey || event.altKey)) || event.target.closest("input, textarea, select, dialog, [contenteditable]");
}

const all = (selector) => [...document.querySelectorAll(selector)];

function step(items, by) {
  if (!items.length) return;
  const at = items.findIndex((item) => item === document.activeElement || item.contains(document.activeElement));
  const next = items[Math.min(Math.max(at + by, 0), items.length - 1)];
  next.focus();
  next.scrollIntoView({ block: "center" });
}

const claims = () => all("main.galley mark a[id]");
const calls = document.querySelector("#call form");

if (galley && !calls) {
  document.addEventListener("keydown", (event) => {
    if (typing(event) || (event.key !== "j" && event.key !== "k")) return;
    step(claims(), event.key === "j" ? 1 : -1);
    event.preventDefault();
  });
}

if (galley && calls) {
  const sentences = () => all("main.galley .sen");
  const number = (sentence) => Number(sentence.dataset.n);
  const was = (sentence) => (sentence.classList.contains("opinion") ? "OPINION" : sentence.classList.contains("no-fact") ? "NO_FACT" : "UNREVIEWED");
  const done = [];
  let here = 0;
  let from = 0;

  const chosen = () => sentences().filter((sentence) => number(sentence) >= Math.min(from, here) && number(sentence) <= Math.max(from, here));
  const show = () => sentences().forEach((sentence) => sentence.classList.toggle("chosen", here > 0 && chosen().includes(sentence)));
  const go = (to, several) => {
    const target = document.getElementById(`s${to}`);
    if (!target) return;
    here = to;
    if (!several) from = to;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
    show();
  };
  // One request at a time; what is called meanwhile waits and is shown as it will be.
  const waiting = [];
  let busy = false;
  const preview = () => {
    for (const { numbers, disposition } of waiting) {
      for (const each of numbers) {
        const sentence = document.getElementById(`s${each}`);
        sentence?.classList.remove("unreviewed", "opinion", "no-fact");
        sentence?.classList.add(disposition.toLowerCase().replace("_", "-"));
      }
    }
  };
  const send = () => {
    if (busy || !waiting.length) return;
    busy = true;
    const { disposition } = waiting[0];
    let same = waiting.findIndex((other) => other.disposition !== disposition);
    if (same < 0) same = waiting.length;
    calls.elements.once.value = crypto.randomUUID();
    calls.elements.sentence.value = [...new Set(waiting.slice(0, same).flatMap((one) => one.numbers))].join(",");
    calls.querySelector(`[name=disposition][value=${disposition}]`).checked = true;
    calls.dataset.sending = same;
    calls.dispatchEvent(new Event("call"));
  };
  const call = (numbers, disposition) => {
    if (!numbers.length) return;
    waiting.push({ numbers, disposition });
    preview();
    send();
  };
  calls.addEventListener("htmx:afterRequest", (event) => {
    waiting.splice(0, event.detail.successful ? Number(calls.dataset.sending) : waiting.length);
    calls.elements.sentence.value = "";
    busy = false;
  });
  addEventListener("beforeunload", (event) => { if (waiting.length) event.preventDefault(); });
  const say = (disposition) => {
    const open = chosen().filter((sentence) => !sentence.classList.contains("claimed"));
    done.push(open.map((sentence) => [number(sentence), was(sentence)]));
    call(open.map(number), disposition);
    if (here && chosen().length) go(Math.max(from, here) + 1 <= sentences().length ? Math.max(from, here) + 1 : here);
  };
  const undo = () => {
    const last = done.pop();
    if (!last?.length) return;
    for (const before of ["UNREVIEWED", "OPINION", "NO_FACT"]) call(last.filter(([, word]) => word === before).map(([each]) => each), before);
    go(last[0][0]);
  };
  const markSentence = () => {
    const sentence = document.getElementById(`s${here}`);
    if (!sentence) return;
    const range = document.createRange();
    range.selectNodeContents(sentence);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "m", bubbles: true }));
  };
  const keys = {
    j: () => go(here + 1),
    k: () => go(Math.max(here - 1, 1)),
    J: () => go(here + 1, true),
    K: () => go(Math.max(here - 1, 1), true),
    a: () => go(number(sentences().find((s) => s.classList.contains("unreviewed") && number(s) > here) ?? sentences().find((s) => s.classList.contains("unreviewed")) ?? sentences()[0])),
    o: () => say("OPINION"),
    n: () => say("NO_FACT"),
    r: () => say("UNREVIEWED"),
    u: undo,
    c: markSentence,
    "]": () => step(claims(), 1),
    "[": () => step(claims(), -1),
    "?": () => document.getElementById("keys").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (typing(event) || !keys[event.key]) return;
    keys[event.key]();
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const sentence = event.target.closest(".sen");
    if (sentence && getSelection().isCollapsed && !event.target.closest("a")) { here = from = number(sentence); show(); }
  });
document.addEventListener("htmx:afterSettle", () => {
    preview();
    if (here && !document.querySelector("details[open], dialog[open]")) {
      const sentence = document.getElementById(`s${here}`);
      sentence?.focus({ preventScroll: true });
      sentence?.scrollIntoView({ block: "center" });
    }
    show();
    send();
  });
}

// What is typed is kept in this browser until it has been sent, so that no error, crash or expired session loses it.
const KEPT = 7 * 24 * 3600 * 1000;
const draftKey = (form) => `draft:${form.dataset.draft}`;
const draftable = (form) => [...form.elements].filter((e) => e.name && !e.disabled && !["hidden", "file", "submit", "button", "password"].includes(e.type));

// The answer to a form that was done names its key in a cookie; what is too old is forgotten too.
const done = document.cookie.split("; ").map((cookie) => cookie.split("=")[0]).filter((name) => name.startsWith("done-"));
for (const name of done) document.cookie = `${name}=; path=/; max-age=0; samesite=lax`;
for (const key of Object.keys(localStorage).filter((key) => key.startsWith("draft:"))) {
  const kept = JSON.parse(localStorage.getItem(key));
  if (done.includes(`done-${kept.once}`) || Date.now() - kept.at > KEPT) localStorage.removeItem(key);
}

for (const form of document.querySelectorAll("form[data-draft]")) {
  const kept = JSON.parse(localStorage.getItem(draftKey(form)) ?? "null");
  const refused = form.querySelector(".note[role=alert]");
  if (kept && !refused) {
    let restored = false;
    for (const field of draftable(form)) {
      const value = kept.values[field.name];
      if (value === undefined || field.type === "radio" || field.type === "checkbox") continue;
      if (field.value !== value && value.trim()) { field.value = value; restored = true; }
    }
    if (restored) {
      const note = document.createElement("p");
      note.className = "soft restored";
      note.setAttribute("role", "status");
      note.textContent = "What you typed before is back. ";
      const forget = document.createElement("button");
      forget.type = "button";
      forget.textContent = "Discard it";
      forget.addEventListener("click", () => { localStorage.removeItem(draftKey(form)); form.reset(); note.remove(); });
      note.append(forget);
      form.prepend(note);
      form.closest("details")?.setAttribute("open", "");
    }
  }
  const keep = () => {
    const values = {};
    for (const field of draftable(form)) if (field.type !== "radio" && field.type !== "checkbox") values[field.name] = field.value;
    localStorage.setItem(draftKey(form), JSON.stringify({ at: Date.now(), values, once: form.elements.once.value }));
  };
  form.addEventListener("input", keep);
  form.addEventListener("submit", keep);
}

// A form is sent once; one too large says so before it is sent.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    const file = form.querySelector("input[type=file][data-most]");
    if (file?.files[0] && file.files[0].size > Number(file.dataset.most)) {
      event.preventDefault();
      file.setCustomValidity("The file is larger than is taken.");
      file.reportValidity();
      file.addEventListener("change", () => file.setCustomValidity(""), { once: true });
      return;
    }
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    setTimeout(() => delete form.dataset.sent, 5000);
  });
}

// A page that waits for others looks again while it is looked at.
setInterval(() => {
  const waiting = document.querySelector("[hx-trigger=again]");
  if (waiting && !document.hidden && !waiting.contains(document.activeElement)) waiting.dispatchEvent(new Event("again"));
}, 20000);

document.getElementById("trouble")?.scrollIntoView({ block: "center" });
