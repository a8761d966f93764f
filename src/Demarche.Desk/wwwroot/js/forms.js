// Filters send themselves without empty fields, the day slider sends its day, picks stay on the page, loads tell how far they are.
export function say(words) {
  const said = document.getElementById("said");
  said.textContent = words;
  said.classList.add("on");
  setTimeout(() => said.classList.remove("on"), 2500);
}

function filters(form) {
  form.addEventListener("submit", () => {
    for (const field of form.querySelectorAll("input, select"))
      if (field.value === "") field.disabled = true;
  });
  for (const field of form.querySelectorAll("[data-send]")) field.addEventListener("change", () => form.requestSubmit());
}

function slider(form) {
  const range = form.querySelector("[data-slider]");
  const field = form.querySelector("#day");
  const dayOf = number => new Date((Number(range.dataset.first) + number - Number(range.min)) * 86400000).toISOString().slice(0, 10);
  range.dataset.first = String(Date.parse(field.min) / 86400000);
  range.addEventListener("input", () => {
    field.value = dayOf(Number(range.value));
    range.setAttribute("aria-valuetext", field.value);
  });
  range.addEventListener("change", () => form.submit());
  field.addEventListener("change", () => { if (field.value && field.checkValidity()) form.submit(); });
}

async function pick(event) {
  const button = event.target.closest("[data-pick]");
  if (!button) return;
  event.preventDefault();
  const form = document.getElementById("pick");
  const body = new FormData(form);
  body.append("entry", button.value);
  const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
  if (!answer.ok) return say("It could not be put into the report.");
  const { count } = await answer.json();
  button.textContent = "✓ in report";
  say(`In the report: ${count} ${count === 1 ? "entry" : "entries"}.`);
}

async function follow(notice) {
  const answer = await fetch(`/add/jobs/${notice.dataset.job}`);
  if (!answer.ok) return;
  const job = await answer.json();
  notice.querySelector("[data-read]").textContent = `${job.added} ${job.added === 1 ? "article" : "articles"}`;
  if (job.done) location.reload();
  else setTimeout(() => follow(notice), 400);
}

function drop(zone) {
  const field = zone.querySelector("input");
  zone.addEventListener("dragover", event => { event.preventDefault(); zone.classList.add("over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", event => {
    event.preventDefault();
    zone.classList.remove("over");
    field.files = event.dataTransfer.files;
  });
}

export function forms() {
  document.querySelectorAll("[data-filters]").forEach(filters);
  document.querySelectorAll("[data-day]").forEach(slider);
  document.querySelectorAll("[data-drop]").forEach(drop);
  document.querySelectorAll("[data-job]").forEach(follow);
  document.addEventListener("click", pick);
}
