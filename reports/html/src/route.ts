import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";

export const VIEWS = [
  "overview",
  "findings",
  "undecided",
  "exceptions",
  "coverage",
  "frameworks",
  "policies",
] as const;
export type View = (typeof VIEWS)[number];

export const FACETS = ["severity", "status", "area", "account", "region"] as const;
export type Facet = (typeof FACETS)[number];

/** Where the reader is, kept in location.hash so that a link leads to the same place: `#findings?severity=high&q=ssh`. */
export interface Route {
  readonly view: View;
  readonly search: string;
  readonly chosen: Readonly<Record<Facet, readonly string[]>>;
}

export function parseRoute(hash: string): Route {
  const [name = "", query = ""] = hash.replace(/^#/, "").split(/\?(.*)/s);
  const params = new URLSearchParams(query);
  const list = (facet: Facet) => params.getAll(facet).filter((value) => value !== "");
  return {
    view: VIEWS.find((view) => view === name) ?? "overview",
    search: params.get("q") ?? "",
    chosen: {
      severity: list("severity"),
      status: list("status"),
      area: list("area"),
      account: list("account"),
      region: list("region"),
    },
  };
}

export function hashOf({ view, search = "", chosen = {} }: RouteDraft): string {
  const params = new URLSearchParams();
  for (const facet of FACETS) for (const value of chosen[facet] ?? []) params.append(facet, value);
  if (search !== "") params.set("q", search);
  const query = params.toString();
  return `#${view}${query === "" ? "" : `?${query}`}`;
}

export interface RouteDraft {
  readonly view: View;
  readonly search?: string;
  readonly chosen?: Partial<Route["chosen"]>;
}

export interface Router {
  readonly route: Route;
  /** Changes the hash without a new entry in the history: typing should not fill it. */
  change(update: (now: Route) => RouteDraft): void;
}

export const RouterContext = createContext<Router>({ route: parseRoute(""), change: () => {} });

export function useRouter(): Router {
  return useContext(RouterContext);
}

/** The one subscription to the hash, for the page itself. */
export function useHashRouter(): Router {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  // The address is asked afresh: a search that was waiting for a pause must not undo a choice made meanwhile.
  const change: Router["change"] = (update) => {
    history.replaceState(null, "", hashOf(update(parseRoute(location.hash))));
    setHash(location.hash);
  };
  return { route: parseRoute(hash), change };
}

/** What the reader chose in this view; a print also draws the others, and those unfiltered. */
export function useRouteOf(view: View): Route {
  const { route } = useRouter();
  return route.view === view ? route : { ...parseRoute(""), view };
}
