// Reviews from the keyboard, without loading the page anew: a accepts, x rejects, c opens the form of corrections.
import { say } from "./forms.js";

const place = () => document.querySelector("[data-rows] > li.here [data-review]") ?? document.querySelector("#panel [data-review]") ?? document.querySelector("[data-rows] [data-review]");

async function send(form, button) {
  const body = new FormData(form);
  body.append("action", button.value);
  // A button named "action" hides the form's own property.
  const answer = await fetch(form.getAttribute("action"), { method: "POST", body, headers: { Accept: "application/json" } });
  if (!answer.headers.get("content-type")?.includes("json")) return say("It could not be kept: load the page anew.");
  const { said } = await answer.json();
  say(said);
  if (!answer.ok) return;
  if (document.getElementById("panel")) { location.reload(); return; }
  const row = form.closest("li");
  row.classList.add("done");
  form.replaceChildren(Object.assign(document.createElement("p"), { className: "muted small", textContent: said }));
}

export function act(key) {
  const form = place();
  if (!form) return;
  if (key === "c") {
    const correct = form.querySelector("[data-correct]");
    correct.open = true;
    correct.querySelector("select, input:not([type=hidden])")?.focus();
  } else {
    form.querySelector(`[data-act="${key}"]`)?.click();
  }
}

export function review() {
  document.addEventListener("submit", event => {
    const form = event.target.closest("[data-review]");
    if (!form || !event.submitter) return;
    event.preventDefault();
    send(form, event.submitter);
  });
}
