// A page hears that what it shows has changed, on whichever instance (docs/scaling.md): by marks, numbers that only grow.
// The desk and the galley look again by themselves, where nobody is at something in them; else a line says so.

const QUICK = 300;
const SPREAD = 1500; // so that many browsers do not ask in the same moment
const SOON = 3000; // from one look to the next, and longer where looking shows nothing new
const NOT_SOON = 12000; // however often it did: what comes then is for this page perhaps
const LATER = 60000;
const AGAIN = 20000; // how often the desk looks without a stream
const SILENT = 60000; // a stream beats every fifteen seconds; one that does not is dead

const page = () => document.querySelector("main[data-live]");
// Where an error was shown in its place there is none.
const newer = () => Number(page()?.dataset.mark) < told;
const of = page().dataset.live;
const what = of.split("-")[0];
const words = { desk: "Your desk has changed.", claim: "This claim has changed.", article: "This article has changed." };
const said = document.createElement("div");
said.className = "changed";
said.setAttribute("role", "status");
document.body.append(said);

let told = 0;
let heard = 0;
let stream = null;
let waits = SOON;
let back = 0;
let looking = 0;
let looked = 0;
let gap = SOON;
let shown = "";

function listen() {
  clearTimeout(back);
  if (document.hidden || stream) return;
  heard = Date.now();
  stream = new EventSource(`/live?of=${of}`);
  stream.addEventListener("open", () => { waits = SOON; });
  stream.addEventListener("message", ({ data }) => {
    heard = Date.now();
    told = Math.max(told, Number(data));
    if (newer()) lookSoon();
  });
  // It comes back by itself, unless it was refused: the session is over, or the instance has gone.
  stream.addEventListener("error", () => {
    if (stream?.readyState !== EventSource.CLOSED) return;
    leave();
    back = setTimeout(listen, waits * (1 + Math.random()));
    waits = Math.min(waits * 2, LATER);
  });
}

// A browser has six connections to a service without HTTP/2: only pages that are looked at keep one.
function leave() {
  clearTimeout(back);
  stream?.close();
  stream = null;
}

// However many changes there are meanwhile, it is one look.
function lookSoon() {
  looking ||= setTimeout(() => {
    looking = 0;
    if (newer() && !document.hidden) look();
  }, Math.max(QUICK, looked + gap - Date.now()) + Math.random() * SPREAD);
}

const atIt = (here) => here.contains(document.activeElement) || document.querySelector("details[open] form, dialog[open], #state [role=alert]") || !getSelection().isCollapsed;

function look() {
  const here = page();
  if (!here.hasAttribute("hx-get") || atIt(here)) return say();
  looked = Date.now();
  shown = here.textContent;
  here.dispatchEvent(new Event("again"));
}

// Loading it anew keeps what was typed (claimdesk.js).
function say() {
  if (said.hasChildNodes()) return;
  const show = document.createElement("a");
  show.href = location.pathname + location.search;
  show.textContent = "Show it";
  said.append(`${words[what]} `, show);
}

const byItself = (event) => event.detail.requestConfig?.triggeringEvent?.type === "again";

// An error is a page of its own: what is shown stays.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (byItself(event) && event.detail.xhr.status >= 400) event.detail.shouldSwap = false;
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (byItself(event)) gap = page()?.textContent === shown ? Math.min(gap * 2, NOT_SOON) : SOON;
  if (!newer()) said.replaceChildren();
});

document.addEventListener("visibilitychange", () => (document.hidden ? leave() : listen()));
addEventListener("pagehide", leave);
addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
setInterval(() => {
  if (stream && Date.now() - heard > SILENT) {
    leave();
    listen();
  }
  // A deadline passes without anybody doing anything.
  const often = stream?.readyState === EventSource.OPEN ? 2 * LATER : 0;
  if (what === "desk" && page() && !document.hidden && Date.now() - looked > often && !atIt(page())) look();
}, AGAIN);
listen();
