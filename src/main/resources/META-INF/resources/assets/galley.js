// The galley with a script: selecting words, and triage by keys. Without it the forms do the same.

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
    type: range.startContainer.parentElement?.closest(".sen")?.dataset.type,
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
      // Whoever looks for earlier claims hears only of what is typed.
      fields.exact.dispatchEvent(new Event("change", { bubbles: true }));
      startOf().value = words.start;
      fields.type.value = words.type ?? "";
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

}

// Only reporters of the desk that is chosen.
for (const form of document.querySelectorAll("#mark form, #call form")) {
  const { desk, assignee } = form.elements;
  const people = [...assignee.options];
  const ofDesk = () => {
    const chosen = assignee.value;
    assignee.replaceChildren(...people.filter((o) => !o.value || o.dataset.desks.split(" ").includes(desk.value)));
    assignee.value = [...assignee.options].some((o) => o.value === chosen) ? chosen : "";
  };
  desk.addEventListener("change", ofDesk);
  ofDesk();
}

// Keys. An editor walks from sentence to sentence and says what each is; everybody walks from claim to claim.
// They can be switched off, for those who speak their text or press keys by mistake.
const off = () => localStorage.getItem("keys") === "off";
const help = document.getElementById("keys");
const onOff = document.getElementById("keys-on");
if (onOff) {
  onOff.checked = !off();
  onOff.addEventListener("change", () => localStorage.setItem("keys", onOff.checked ? "on" : "off"));
}
document.addEventListener("click", (event) => { if (event.target.closest("[data-keys]")) help?.showModal(); });

const freshKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((each) => each.toString(16).padStart(2, "0")).join("");

function typing(event) {
  if (off()) return true;
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
  const types = ["FIGURE", "DATE", "QUOTATION", "NAME", "EVENT", "LEGAL", "COMPARISON", "CAUSAL"];
  const hint = document.getElementById("hint");
  const was = (sentence) => (sentence.classList.contains("opinion") ? "OPINION" : sentence.classList.contains("no-fact") ? "NO_FACT" : "UNREVIEWED");
  const done = [];
  let here = 0;
  let from = 0;

  const chosen = () => sentences().filter((sentence) => number(sentence) >= Math.min(from, here) && number(sentence) <= Math.max(from, here));
  const show = () => {
    const now = here > 0 ? chosen() : [];
    sentences().forEach((sentence) => sentence.classList.toggle("chosen", now.includes(sentence)));
    const { score, why, type } = now.length === 1 ? now[0].dataset : {};
    hint.hidden = !now.length;
    hint.textContent = now.length > 1 ? `${now.length} sentences` : score ? `Sentence ${here} · ${type.toLowerCase()} · ${score} %: ${why}` : `Sentence ${here}`;
  };
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
  let typed = {};
  const preview = () => {
    for (const { numbers, disposition } of waiting) {
      for (const each of numbers) {
        const sentence = document.getElementById(`s${each}`);
        sentence?.classList.remove("unreviewed", "suggested", "opinion", "no-fact", "claimed");
        sentence?.classList.add(disposition === "CLAIM" ? "claimed" : disposition.toLowerCase().replace("_", "-"));
      }
    }
  };
  const send = () => {
    if (busy || !waiting.length) return;
    busy = true;
    const { disposition, type } = waiting[0];
    // What is called the same goes in one request, unless something else is to be said of the sentence in between.
    const between = new Set();
    for (const one of waiting) {
      one.sent = one.disposition === disposition && one.type === type && !one.numbers.some((each) => between.has(each));
      if (!one.sent) one.numbers.forEach((each) => between.add(each));
    }
    typed = { sentence: calls.elements.sentence.value, type: calls.elements.type.value };
    calls.elements.once.value = freshKey();
    calls.elements.sentence.value = [...new Set(waiting.filter((one) => one.sent).flatMap((one) => one.numbers))].join(",");
    if (disposition === "CLAIM") calls.elements.type.value = type;
    calls.querySelector(`[name=disposition][value=${disposition}]`).checked = true;
    calls.dispatchEvent(new Event("call"));
  };
  const call = (numbers, disposition, type = "") => {
    if (!numbers.length) return;
    waiting.push({ numbers, disposition, type });
    preview();
    send();
  };
  calls.addEventListener("htmx:afterRequest", (event) => {
    busy = false;
    calls.elements.once.value = freshKey();
    calls.elements.sentence.value = typed.sentence;
    calls.elements.type.value = typed.type;
    if (!event.detail.xhr.status) {
      hint.hidden = false;
      hint.textContent = `Not saved yet: ${waiting.length} waiting, as the service does not answer. It is tried again. If you were signed out, reload the page.`;
      setTimeout(send, 5000);
      return;
    }
    // What was refused is shown, and what was to follow it is left to the person.
    waiting.splice(0, waiting.length, ...(event.detail.successful ? waiting.filter((one) => !one.sent) : []));
  });
  addEventListener("beforeunload", (event) => { if (waiting.length) event.preventDefault(); });
  const say = (disposition, type) => {
    const open = chosen().filter((sentence) => !sentence.classList.contains("claimed"));
    done.push(open.map((sentence) => [number(sentence), was(sentence)]));
    call(open.map(number), disposition, type);
    if (here && chosen().length) go(Math.max(from, here) + 1 <= sentences().length ? Math.max(from, here) + 1 : here);
  };
  const undo = () => {
    const last = done.pop();
    if (!last?.length) return;
    call(last.map(([each]) => each), "UNREVIEWED");
    for (const before of ["OPINION", "NO_FACT"]) call(last.filter(([, word]) => word === before).map(([each]) => each), before);
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
    w: () => go(number(sentences().filter((s) => s.classList.contains("unreviewed")).sort((one, other) => other.dataset.score - one.dataset.score)[0] ?? sentences()[0])),
    y: () => say("CLAIM"),
    o: () => say("OPINION"),
    n: () => say("NO_FACT"),
    r: () => say("UNREVIEWED"),
    u: undo,
    c: markSentence,
    "]": () => step(claims(), 1),
    "[": () => step(claims(), -1),
    "?": () => help.showModal(),
  };
  types.forEach((type, at) => { keys[at + 1] = () => say("CLAIM", type); });
  document.addEventListener("keydown", (event) => {
    if (typing(event) || !keys[event.key]) return;
    keys[event.key]();
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const sentence = event.target.closest(".sen");
    if (sentence && getSelection().isCollapsed && !event.target.closest("a")) { here = from = number(sentence); show(); }
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    // Somebody has filed another revision: numbers mean other sentences now.
    const { revision } = document.getElementById("main").dataset;
    if (calls.elements.revision.value !== revision) {
      for (const form of [calls, marking.querySelector("form")]) form.elements.revision.value = revision;
      done.length = waiting.length = here = from = 0;
    }
    preview();
    // What others did moves nobody from where they read.
    if (here && event.detail.requestConfig?.elt === calls && !document.querySelector("details[open], dialog[open]")) {
      const sentence = document.getElementById(`s${here}`);
      sentence?.focus({ preventScroll: true });
      sentence?.scrollIntoView({ block: "center" });
    }
    show();
    send();
  });
}
