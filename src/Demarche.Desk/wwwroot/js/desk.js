// Makes pages quicker to work with; every page works without it.
import { keys } from "./keys.js";
import { charts } from "./charts.js";
import { article } from "./article.js";
import { forms } from "./forms.js";
import { theme } from "./theme.js";
import { review } from "./review.js";
import { missed } from "./missed.js";

document.documentElement.classList.add("script");
theme();
keys();
forms();
article();
review();
missed();
document.documentElement.dataset.ready = "";
charts();

const menu = document.querySelector("[data-menu]");
menu?.addEventListener("click", () => {
  const open = document.getElementById("nav").classList.toggle("open");
  menu.setAttribute("aria-expanded", String(open));
});
