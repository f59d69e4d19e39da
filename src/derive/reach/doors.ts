import type { EstateNode, FactsByKind, Gap } from "../../model/index.js";
import type { Fabric } from "./fabric.js";
import { balancerTypeOf } from "./relay-manner.js";

/** A listener that leads to a target group. */
export interface Door {
  readonly balancer: string;
  /** Undefined where the listener was not seen, so that it may be on any port. */
  readonly port: number | undefined;
  /** Undefined: as the target group has it. */
  readonly protocol: string | undefined;
  /** The rule by which it leads there; undefined where that is its default action. */
  readonly rule: EstateNode<"listener-rule"> | undefined;
  /** Why it is not certain that it leads there. */
  readonly doubt: string | undefined;
  readonly gaps: readonly Gap[];
}

type Forwards = FactsByKind["listener-rule"]["forwards"];

/**
 * The listeners that lead to a group, by their default action or a rule. A rule's conditions are about requests:
 * whoever may connect may send one that meets them. And of a load balancer that says it uses the group, the
 * listeners of which not everything was seen.
 */
export function doorsOf(fabric: Fabric, group: string): Door[] {
  const told = [
    ...fabric.many(group, "listeners").flatMap((id) => byDefault(fabric, id, group)),
    ...fabric.many(group, "listener_rules").flatMap((id) => byRule(fabric, id, group)),
  ];
  const using = [...fabric.many(group, "load_balancers"), ...told.map(({ balancer }) => balancer)];
  const balancers = new Set(using.filter((balancer) => answers(fabric, balancer)));
  return [...told, ...[...balancers].flatMap((balancer) => unseen(fabric, { balancer, group, told }))];
}

function byDefault(fabric: Fabric, listener: string, group: string): Door[] {
  const { forwards } = fabric.is(listener, "listener");
  return doorAt(fabric, listener, { share: shareOf(forwards, group), rule: undefined });
}

function byRule(fabric: Fabric, id: string, group: string): Door[] {
  const rule = fabric.graph.node(id) as EstateNode<"listener-rule"> | undefined;
  const listener = fabric.one(id, "listener");
  if (rule === undefined || listener === undefined) return [];
  return doorAt(fabric, listener, { share: shareOf(rule.is.forwards, group), rule });
}

/**
 * What a group gets of the requests. The share of one with the weight 0 is none; who was sent to it while it had one
 * may stick to it (Application Load Balancer guide, "Target groups for your listener rules").
 */
function shareOf(forwards: Forwards | undefined, group: string): "some" | "perhaps" | "none" {
  const own = forwards?.find((one) => one.group === group);
  if (own === undefined || own.weight !== 0) return "some";
  const others = (forwards ?? []).some(({ weight }) => weight !== 0);
  return own.sticky || !others ? "perhaps" : "none";
}

/** To a Gateway Load Balancer nobody connects: packets come to it by its endpoints. */
function answers(fabric: Fabric, balancer: string): boolean {
  return balancerTypeOf(fabric, balancer) !== "gateway";
}

function doorAt(
  fabric: Fabric,
  listener: string,
  { share, rule }: { share: ReturnType<typeof shareOf>; rule: Door["rule"] },
): Door[] {
  const balancer = fabric.one(listener, "load_balancer");
  const { port, protocol } = fabric.is(listener, "listener");
  if (balancer === undefined || share === "none" || !answers(fabric, balancer)) return [];
  const disputes = [listener, ...(rule === undefined ? [] : [rule.id])].flatMap((id) => [
    ...fabric.holes.disputes(id, "target_groups"),
  ]);
  const doubts = [
    ...(disputes.length > 0 ? [`${fabric.label(listener)} is told in two ways`] : []),
    ...(share === "perhaps" ? ["its share of the requests is 0"] : []),
    ...(port == null ? ["the port of the listener was not told"] : []),
  ];
  return [
    {
      ...{ balancer, rule, protocol, port: port ?? undefined, doubt: doubts[0] },
      gaps: doubts.length === 0 ? [] : [...fabric.holes.at(listener), ...disputes],
    },
  ];
}

interface Use {
  readonly balancer: string;
  readonly group: string;
  readonly told: readonly Door[];
}

/** Listeners that may lead to the group by what was not seen of them, and any port where not every listener was. */
function unseen(fabric: Fabric, { balancer, group, told }: Use): Door[] {
  const { holes } = fabric;
  const listeners = fabric.many(balancer, "listeners");
  const certain = told.filter((door) => door.balancer === balancer && door.doubt === undefined);
  const doubt = `which rule of ${fabric.label(balancer)} leads to ${fabric.label(group)} was not collected`;
  const hidden = [
    ...holes.at(balancer, "listeners").filter(({ touches }) => touches.relations !== undefined),
    ...holes.hidingNear("listener", balancer, "aws.listener").filter(isNotClassic),
  ];
  const blind = listeners.flatMap((listener): Door[] => {
    const { port, protocol } = fabric.is(listener, "listener");
    const gaps = gapsOf(fabric, listener);
    if (gaps.length === 0 || certain.some((door) => door.port === port)) return [];
    return [{ balancer, protocol, port: port ?? undefined, rule: undefined, doubt, gaps }];
  });
  const anywhere: Door = {
    balancer,
    protocol: undefined,
    port: undefined,
    rule: undefined,
    doubt,
    gaps: hidden,
  };
  // It uses the group, and nothing of what was seen says how: what was seen is not of one time.
  const astray = hidden.length === 0 && blind.length === 0 && !named(fabric, { balancer, group });
  return [...blind, ...(hidden.length > 0 || astray ? [anywhere] : [])];
}

/** What may be missing of where a listener leads. Rules are for Application Load Balancers alone. */
function gapsOf(fabric: Fabric, listener: string): Gap[] {
  const { holes } = fabric;
  const rules = fabric.many(listener, "rules");
  // A group that was not seen is another one: that the listener leads there says nothing of this.
  const seen = ({ reason }: Gap) => reason !== "dangling";
  const ruled = listener.includes(":listener/app/");
  return [
    ...holes.at(listener, "target_groups").filter(seen),
    ...(ruled ? holes.at(listener, "rules") : []),
    ...(ruled ? holes.hidingNear("listener-rule", listener, "aws.listener-rule") : []),
    ...rules.flatMap((rule) => holes.at(rule, "target_groups").filter(seen)),
  ];
}

/** Whether any listener or rule of the load balancer names the group, be it with no share. */
function named(fabric: Fabric, { balancer, group }: Pick<Use, "balancer" | "group">): boolean {
  const listeners = [
    ...fabric.many(group, "listeners"),
    ...fabric.many(group, "listener_rules").flatMap((rule) => fabric.one(rule, "listener") ?? []),
  ];
  return listeners.some((listener) => fabric.one(listener, "load_balancer") === balancer);
}

/** Classic load balancers tell their listeners and targets themselves: what hides those hides no others. */
export function isNotClassic({ touches: { types } }: Gap): boolean {
  return types?.includes("aws.classic-load-balancer") !== true || types.includes("aws.load-balancer");
}
