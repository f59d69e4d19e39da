/** Where a name is looked up: the parts of a scope that decide how near a node is. */
export interface Place {
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  readonly site?: string | undefined;
}

const NOWHERE: Place = {};

/** Scopes as integers: an estate has few of them, however many nodes. */
export class ScopeTable {
  private readonly known = new Map<string, number>();
  private last: { readonly place: Place; readonly number: number } | undefined;

  /** @param places all that another thread knows, by their integers, to be read only */
  constructor(private readonly places: Place[] = []) {}

  /** All of them, for another thread. */
  image(): Place[] {
    return this.places;
  }

  intern({ account, region, site }: Place): number {
    // Nodes of one answer come one after the other.
    if (this.last !== undefined && isSame(this.last.place, { account, region, site }))
      return this.last.number;
    const found = this.found({ account, region, site });
    this.last = { place: { account, region, site }, number: found };
    return found;
  }

  private found({ account, region, site }: Place): number {
    const key = JSON.stringify([account ?? null, region ?? null, site ?? null]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, this.places.length);
    return this.places.push({ account, region, site }) - 1;
  }

  place(scope: number): Place {
    return this.places[scope] ?? NOWHERE;
  }
}

function isSame(a: Place, b: Place): boolean {
  return a.account === b.account && a.region === b.region && a.site === b.site;
}

/**
 * How near a candidate is, smaller is nearer: 0 the same account, Region and site, 1 the same account
 * (without accounts: the same site), 2 the same Region, 3 anywhere.
 */
export function distance(from: Place, to: Place): number {
  const account = from.account === to.account;
  const region = from.region === to.region;
  const site = from.site === to.site;
  if (account && region && site) return 0;
  if (account && (from.account !== undefined || site)) return 1;
  return region && from.region !== undefined ? 2 : 3;
}
