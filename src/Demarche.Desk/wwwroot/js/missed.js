// Adding what was missed: words that are marked in the text fill the form, and what is wrong is told in it.
const points = words => [...words].length;

// Where a point of a selection lies in the text, counted as the record counts.
function at(sentence, node, offset) {
  const range = document.createRange();
  range.setStart(sentence, 0);
  range.setEnd(node, offset);
  return Number(sentence.dataset.begin) + points(range.toString());
}

function marked(text) {
  const selection = getSelection();
  if (selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const over = [...text.querySelectorAll(".s")].filter(sentence => range.intersectsNode(sentence));
  if (over.length === 0) return null;
  const [first, last] = [over[0], over.at(-1)];
  let begin = first.contains(range.startContainer) ? at(first, range.startContainer, range.startOffset) : Number(first.dataset.begin);
  let end = last.contains(range.endContainer) ? at(last, range.endContainer, range.endOffset) : Number(last.dataset.begin) + points(last.textContent);
  const whole = [...over.map(sentence => sentence.textContent).join("")];
  const words = whole.slice(begin - Number(first.dataset.begin), end - Number(first.dataset.begin)).join("");
  begin += points(words) - points(words.trimStart());
  end -= points(words) - points(words.trimEnd());
  return begin < end ? { begin, end, words: words.trim(), sentence: first.id.slice(1) } : null;
}

async function send(form) {
  const problem = form.querySelector("[data-problem]");
  const answer = await fetch(form.getAttribute("action"), { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
  const { said, at: where } = answer.headers.get("content-type")?.includes("json") ? await answer.json() : { said: "It could not be kept: load the page anew." };
  if (answer.ok) { location.href = where; return; }
  problem.textContent = said;
  problem.hidden = false;
}

export function missed() {
  const text = document.getElementById("text");
  const form = document.querySelector("[data-missed]");
  const field = name => form.elements.namedItem(name);
  let last = null;
  if (!text) return;
  document.addEventListener("selectionchange", () => {
    const found = marked(text);
    if (!found) return;
    last = found;
    if (!form) return;
    field("begin").value = found.begin;
    field("end").value = found.end;
    field("words").value = found.words;
    field("sentence").value = found.sentence;
  });
  // The words stay marked on the way to the form and from one kind of entry to another.
  document.addEventListener("click", event => {
    const link = event.target.closest("[data-missing], [data-kind]");
    if (!link || !last) return;
    const address = new URL(link.href);
    address.searchParams.set("begin", last.begin);
    address.searchParams.set("end", last.end);
    link.href = address.href;
  });
  form?.addEventListener("submit", event => {
    event.preventDefault();
    send(form);
  });
}
