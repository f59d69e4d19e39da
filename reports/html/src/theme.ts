export type Theme = "light" | "dark";

const KEY = "causeway-theme";

export const SYSTEM_IS_DARK = matchMedia("(prefers-color-scheme: dark)");

/** The reader's choice on an earlier visit; a page from disk may be denied storage, which is no harm. */
export function storedTheme(): Theme | undefined {
  try {
    const value = localStorage.getItem(KEY);
    return value === "light" || value === "dark" ? value : undefined;
  } catch {
    return undefined;
  }
}

export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset["theme"];
  if (chosen === "light" || chosen === "dark") return chosen;
  return SYSTEM_IS_DARK.matches ? "dark" : "light";
}

/** Without a theme the page follows the system. */
export function applyTheme(theme: Theme | undefined): void {
  if (theme === undefined) return;
  document.documentElement.dataset["theme"] = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Only the memory of the choice is lost.
  }
}
