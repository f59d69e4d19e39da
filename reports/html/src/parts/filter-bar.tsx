import { useEffect, useState } from "preact/hooks";
import type { Finding, Undecided } from "../../../../src/model/index.js";
import { thousands } from "../../../../src/report/words.js";
import { type Row, useEstate } from "../estate.js";
import { valuesOf, withDefaults } from "../filter.js";
import { type Facet, useRouter } from "../route.js";

type Rows = readonly Row<Finding | Undecided>[];

const PAUSE = 120;

/** Search and facets over rows; every choice goes into the hash, so that a view can be shared by its address. */
export function FilterBar({ rows, noun }: { rows: Rows; noun: string }) {
  return (
    <search class="filters" aria-label={`Filter ${noun}`}>
      <SearchBox label={`Search ${noun}`} hint="name, id, account, message, file…" />
      <Choices rows={rows} facet="severity" legend="Severity" />
      <Choices rows={rows} facet="status" legend="Status" />
      <div class="selects">
        <Select rows={rows} facet="area" label="Area" />
        <Select rows={rows} facet="account" label="Account" />
        <Select rows={rows} facet="region" label="Region or site" />
      </div>
    </search>
  );
}

/** The search box. It waits for a pause in typing before it filters. */
export function SearchBox({ label, hint }: { label: string; hint: string }) {
  const { route, change } = useRouter();
  const [text, setText] = useState(route.search);
  useEffect(() => setText(route.search), [route.search]);
  useEffect(() => {
    if (text === route.search) return;
    const timer = setTimeout(() => change((now) => ({ ...now, search: text })), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <label class="search">
      <span>{label}</span>
      <input
        type="search"
        value={text}
        placeholder={hint}
        onInput={(event) => setText(event.currentTarget.value)}
      />
    </label>
  );
}

function Choices({ rows, facet, legend }: { rows: Rows; facet: Facet; legend: string }) {
  const { route, change } = useRouter();
  const { data } = useEstate();
  const values = valuesOf(rows, facet);
  if (values.length < 2) return null;
  const { chosen } = withDefaults(route, data.comparison);
  const toggle = (value: string) => {
    const others = chosen[facet].filter((each) => each !== value);
    const next = others.length === chosen[facet].length ? [...others, value] : others;
    change((now) => ({ ...now, chosen: { ...now.chosen, [facet]: next } }));
  };
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {values.map(([value, number]) => (
        <label key={value} class={`choice ${facet === "severity" ? value : ""}`}>
          <input type="checkbox" checked={chosen[facet].includes(value)} onChange={() => toggle(value)} />
          <span>
            {value} <span class="count">{thousands(number)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Select({ rows, facet, label }: { rows: Rows; facet: Facet; label: string }) {
  const { route, change } = useRouter();
  const values = valuesOf(rows, facet);
  if (values.length < 2) return null;
  const pick = (value: string) =>
    change((now) => ({ ...now, chosen: { ...now.chosen, [facet]: value === "" ? [] : [value] } }));
  return (
    <label class="select">
      <span>{label}</span>
      <select value={route.chosen[facet][0] ?? ""} onChange={(event) => pick(event.currentTarget.value)}>
        <option value="">all</option>
        {values.map(([value, number]) => (
          <option key={value} value={value}>
            {value} ({thousands(number)})
          </option>
        ))}
      </select>
    </label>
  );
}
