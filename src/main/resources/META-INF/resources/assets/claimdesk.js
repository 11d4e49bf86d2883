// What all pages do with a script; without it everything still works.

// What is typed is kept in this browser until it has been sent, so that no error, crash or expired session loses it.
const KEPT = 7 * 24 * 3600 * 1000;
// To each their own: the next person at this machine gets nothing of it.
const mine = `draft:${document.body.dataset.person ?? ""}:`;
const draftKey = (form) => `${mine}${form.dataset.draft}`;
// Who is to be protected is not kept, not even here.
const draftable = (form) => [...form.elements].filter((e) => e.name && !e.disabled && !("secret" in e.dataset) && !["hidden", "file", "submit", "button", "password"].includes(e.type));

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
      if ("kept" in field.dataset && value === field.value && !field.checked) field.checked = restored = true;
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
    for (const field of draftable(form)) if (field.checked && "kept" in field.dataset || field.type !== "radio" && field.type !== "checkbox") values[field.name] = field.value;
    localStorage.setItem(draftKey(form), JSON.stringify({ at: Date.now(), values, once: form.elements.once.value }));
  };
  form.addEventListener("input", keep);
  form.addEventListener("submit", keep);
}

// Who signs out leaves nothing behind.
document.addEventListener("click", (event) => {
  const leaving = event.target.closest("a[href='/sign-out']");
  const drafts = leaving ? Object.keys(localStorage).filter((key) => key.startsWith(mine)) : [];
  if (!drafts.length) return;
  if (confirm("What you typed and have not sent will be forgotten.")) drafts.forEach((key) => localStorage.removeItem(key));
  else event.preventDefault();
});

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

// A cell that looks again keeps what it shows where it is refused: an error is a page of its own.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.matches(".kept") && event.detail.xhr.status >= 400) event.detail.shouldSwap = false;
});

document.getElementById("trouble")?.scrollIntoView({ block: "center" });
