// The article page: layers on and off, and entries beside the text without loading the page anew.
const kept = "demarche-layers";

function layers(field, text) {
  const off = new Set(JSON.parse(localStorage.getItem(kept) ?? "[]"));
  for (const box of field.querySelectorAll("input")) {
    box.checked = !off.has(box.name);
    text.classList.toggle(`show-${box.name}`, box.checked);
    box.addEventListener("change", () => {
      text.classList.toggle(`show-${box.name}`, box.checked);
      if (box.checked) off.delete(box.name); else off.add(box.name);
      localStorage.setItem(kept, JSON.stringify([...off]));
    });
  }
}

function choose(text, page) {
  const chosen = new Set([...page.querySelectorAll("#text .chosen")].map(piece => place(page, piece)));
  for (const piece of text.querySelectorAll(".m")) piece.classList.toggle("chosen", chosen.has(place(document, piece)));
}

const place = (page, piece) => [...page.querySelectorAll("#text .m")].indexOf(piece);

async function open(text, address, remember) {
  const answer = await fetch(address);
  if (!answer.ok) { location.href = address; return; }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const panel = document.getElementById("panel");
  panel.replaceChildren(...page.getElementById("panel").childNodes);
  panel.scrollTop = 0;
  choose(text, page);
  if (remember) history.pushState({ entry: true }, "", address);
  if (innerWidth < 992) panel.scrollIntoView({ block: "start" });
}

export function article() {
  const text = document.getElementById("text");
  if (!text) return;
  layers(document.querySelector("[data-layers]"), text);
  text.querySelector(".chosen")?.scrollIntoView({ block: "center" });
  document.addEventListener("click", event => {
    const mark = event.target.closest("[data-entry]");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const address = new URL(location.href);
    address.hash = "";
    if (mark.dataset.entry) address.searchParams.set("entry", mark.dataset.entry); else address.searchParams.delete("entry");
    open(text, address.href, true);
  });
  addEventListener("popstate", () => open(text, location.href, false));
}
