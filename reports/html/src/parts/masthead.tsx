import { useEffect, useState } from "preact/hooks";
import { useEstate } from "../estate.js";
import { applyTheme, currentTheme, SYSTEM_IS_DARK } from "../theme.js";

export function Masthead() {
  const { data } = useEstate();
  const [theme, setTheme] = useState(currentTheme);
  useEffect(() => {
    const follow = () => setTheme(currentTheme());
    SYSTEM_IS_DARK.addEventListener("change", follow);
    return () => SYSTEM_IS_DARK.removeEventListener("change", follow);
  }, []);
  const other = theme === "dark" ? "light" : "dark";
  const toggle = () => {
    applyTheme(other);
    setTheme(other);
  };
  const { collectedFrom: from, collectedTo: to } = data.input;
  return (
    <header class="masthead">
      <Mark />
      <div class="masthead-words">
        <h1>
          Causeway <span>{data.comparison ? "change report" : "estate report"}</span>
        </h1>
        <p>{from === undefined ? "Collection time unknown" : period(from, to)}</p>
      </div>
      <div class="masthead-tools">
        <button type="button" class="quiet" onClick={toggle}>
          {other === "dark" ? "Dark" : "Light"} theme
        </button>
        <button type="button" class="quiet" onClick={() => print()}>
          Print
        </button>
      </div>
    </header>
  );
}

function period(from: string, to: string | undefined): string {
  const show = (time: string) => time.replace("T", " ").replace(/(?:\.\d+)?Z$/, " UTC");
  if (to === undefined || to === from) return `Collected ${show(from)}`;
  const sameDay = from.slice(0, 10) === to.slice(0, 10);
  return `Collected ${show(from)} to ${sameDay ? show(to).slice(11) : show(to)}`;
}

/** A road on three arches. */
function Mark() {
  return (
    <svg class="mark" viewBox="0 0 48 32" width="48" height="32" aria-hidden="true">
      <path d="M0 5h48v4H0z" />
      <path d="M0 12h48v18h-3a6 9 0 0 0-12 0h-3a6 9 0 0 0-12 0h-3a6 9 0 0 0-12 0H0z" />
    </svg>
  );
}
