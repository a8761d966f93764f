import { switchTheme } from "./theme.js";
import { act } from "./review.js";

const places = { o: "/", a: "/articles", c: "/actors", p: "/positions", s: "/statements", d: "/demands", f: "/figures", e: "/events", r: "/report", n: "/add", v: "/review", w: "/crises" };
const patience = 1500;
let waiting = -patience;
let here = -1;

const go = path => {
  const link = [...document.querySelectorAll("#nav a")].find(one => new URL(one.href).pathname === path);
  location.href = link ? link.href : path;
};

const rows = () => [...document.querySelectorAll("[data-rows] > li, [data-rows] > tbody > tr")];

function step(by) {
  const all = rows();
  if (all.length === 0) return;
  all[here]?.classList.remove("here");
  here = Math.max(0, Math.min(all.length - 1, here + by));
  all[here].classList.add("here");
  all[here].scrollIntoView({ block: "nearest" });
  (all[here].querySelector("[data-open]") ?? all[here].querySelector("a"))?.focus();
}

function day(by) {
  const field = document.getElementById("day");
  if (!field?.value) return;
  const next = new Date(Date.parse(field.value) + by * 86400000).toISOString().slice(0, 10);
  if (next < field.min || next > field.max) return;
  field.value = next;
  field.form.submit();
}

const acts = {
  "/": () => document.getElementById("find").focus(),
  "?": () => document.getElementById("keys").showModal(),
  t: switchTheme,
  a: () => act("a"),
  x: () => act("x"),
  c: () => act("c"),
  m: () => document.querySelector("[data-missing]")?.click(),
  j: () => step(1),
  k: () => step(-1),
  "[": () => day(-1),
  "]": () => day(1),
  "+": () => (rows()[here]?.querySelector("[data-pick]") ?? document.querySelector("#panel [data-pick]"))?.click(),
};

export function keys() {
  document.querySelector("[data-keys]")?.addEventListener("click", acts["?"]);
  // A dialog that has just been closed may hold the focus until the next frame; what is typed meanwhile is for the page.
  document.getElementById("keys")?.addEventListener("close", event => { if (event.target.contains(document.activeElement)) document.activeElement.blur(); });
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog[open]")) return;
    // A busy page may come to keys late: from when it heard the first to when the second was pressed, nobody waits too long.
    if (event.timeStamp - waiting < patience && places[event.key]) {
      waiting = -patience;
      event.preventDefault();
      go(places[event.key]);
    } else if (event.key === "g") {
      waiting = performance.now();
    } else if (acts[event.key]) {
      event.preventDefault();
      acts[event.key]();
    }
  });
}
