// Words selected in a captured text go into the form; offsets are in code points, as everywhere.
const text = document.getElementById("captured");
const form = document.getElementById("pick");
const points = (words) => [...words].length;

if (text && form) {
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    const words = range.toString();
    const lead = words.length - words.trimStart().length;
    form.elements.exact.value = words.trim();
    const start = form.querySelector("input[type=hidden][name=start]");
    start.value = points(before.toString() + words.slice(0, lead));
  });
  form.elements.exact.addEventListener("input", () => { form.querySelector("input[type=hidden][name=start]").value = ""; });
}
