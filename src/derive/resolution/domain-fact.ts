import {
  type EstateNode,
  type Fact,
  type Gap,
  gapOf,
  type Json,
  type Registration,
} from "../../model/index.js";
import { sharesServers } from "./public-names.js";
import type { Names } from "./resolution.js";

const DAY = 86_400_000;

/** The fact `registration` of domains. Days are counted from when the registrar was asked, so that they stay. */
export function registrations(names: Names): (id: string) => Fact {
  return (id) => {
    const domain = names.graph.node(id) as EstateNode<"domain">;
    const { expires = null, name = "", nameServers } = domain.is;
    const asked = domain.at.time;
    const gaps: Gap[] = [];
    if (expires !== null && asked === undefined)
      gaps.push(
        gapOf({
          reason: "not-collected",
          message: `When ${domain.label} was asked about was not told, so that its days cannot be counted`,
          at: domain.at,
          touches: { nodes: [id] },
        }),
      );
    const left =
      expires === null || asked === undefined
        ? null
        : Math.floor((Date.parse(expires) - Date.parse(asked)) / DAY);
    const zones = names.estate.publicZones(name);
    const zone = zones.find(
      (each) => nameServers !== undefined && sharesServers(names.estate, each, nameServers),
    );
    const node = names.graph.node(zone ?? "");
    const value: Registration = {
      daysLeft: left === null || Number.isNaN(left) ? null : left,
      zone: node === undefined ? null : { id: node.id, label: node.label },
      servers:
        zone !== undefined ? "match" : zones.length === 0 || nameServers === undefined ? "unknown" : "differ",
    };
    return { value: value as unknown as Json, gaps };
  };
}
