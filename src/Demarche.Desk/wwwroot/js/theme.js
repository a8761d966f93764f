// Dark or light: the system's choice until somebody chooses; the choice is kept in a cookie that the server reads.
export const isDark = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
};

export function switchTheme() {
  const next = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  document.cookie = `demarche-theme=${next}; path=/; max-age=31536000; samesite=lax`;
  document.dispatchEvent(new CustomEvent("theme"));
}

export function theme() {
  const button = document.querySelector("[data-theme-switch]");
  const name = () => { button.textContent = isDark() ? "Light" : "Dark"; };
  if (!button) return;
  name();
  button.addEventListener("click", switchTheme);
  document.addEventListener("theme", name);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => document.dispatchEvent(new CustomEvent("theme")));
}
