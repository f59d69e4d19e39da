import { literal } from "./database.js";
import { kindViews } from "./kind-views.js";
import { wholeTextSql } from "./pieces.js";

/** A column that users may ask for: its name, what it holds, and how it is read. */
export interface Column {
  readonly name: string;
  readonly comment: string;
  readonly sql: string;
}

export interface View {
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly Column[];
  /** The FROM clause. */
  readonly from: string;
}

const column = (name: string, sql: string, comment: string): Column => ({ name, sql, comment });

const PLACE: readonly Column[] = [
  column("source", "body->>'$.at.source'", "the source that read it: aws, nftables, inventory"),
  column("uri", "body->>'$.at.uri'", "relative path of the file, or of the answer as export writes it"),
  column(
    "line",
    "CAST(body->>'$.at.line' AS INTEGER)",
    "line of the file, from 1; null where it is not known",
  ),
  column("pointer", "body->>'$.at.pointer'", "JSON pointer inside the file or answer"),
];

const NODES: View = {
  name: "nodes",
  comment: "one row per node; where several answers describe it, the one that says most",
  from: "(SELECT DISTINCT ON (id) id, kind, body FROM stored.nodes ORDER BY id, weight DESC, body)",
  columns: [
    column("id", "id", "unique over the estate: the ARN where the provider has one"),
    column("kind", "kind", "neutral kind: filter, rule, interface, network, …"),
    column("type", "body->>'$.type'", "the provider's word: aws.security-group, nftables.chain, …"),
    column("label", "body->>'$.label'", "for people: name and short id"),
    column("account", "body->>'$.scope.account'", "account that owns it; null on premises"),
    column("region", "body->>'$.scope.region'", "Region; null where there is none"),
    column("site", "body->>'$.scope.site'", "data centre; null in the cloud"),
    column("aliases", "body->'$.aliases'", "JSON array: other names, as sg-0123"),
    column("tags", "body->'$.tags'", "JSON object: tags; tags->>'Owner' reads one"),
    column("is", "body->'$.is'", 'JSON object: neutral facts of the kind (write it quoted: "is")'),
    column("native", "body->'$.native'", "JSON object: the provider's own object"),
    ...PLACE,
  ],
};

const EDGES: View = {
  name: "edges",
  comment: "one row per arrow between nodes, as the sources told it",
  from: "stored.edges",
  columns: [
    column("from_id", `"from"`, "id, or alias, of the node it starts from"),
    column("relation", "relation", "what it says: filters, subnet, route_table, …"),
    column("to_id", `"to"`, "id, or alias, of the node it points at; names.name finds it"),
    column("source", "place->>'$.source'", "the source that read it"),
    column("uri", "place->>'$.uri'", "relative path of the file, or of the answer as export writes it"),
    column("pointer", "place->>'$.pointer'", "JSON pointer inside the file or answer"),
  ],
};

const NAMES: View = {
  name: "names",
  comment: "one row per name: every id and alias, and the node that it means; joins edges to nodes",
  from: `(SELECT id AS name, id FROM stored.nodes
    UNION SELECT unnest(CAST(body->'$.aliases' AS VARCHAR[])), id FROM stored.nodes)`,
  columns: [
    column("name", "name", "id or alias"),
    column("id", "id", "id of a node that answers to it; an alias may mean several"),
  ],
};

/** A JSON array as rows; a null or empty one is a single null row. */
const each = (path: string, name: string) =>
  `LATERAL (SELECT unnest(CASE WHEN json_array_length("is"->'${path}') > 0
    THEN CAST("is"->'${path}' AS JSON[]) ELSE [NULL] END) AS ${name})`;

const RULES: View = {
  name: "rules",
  comment: "one row per filter rule, port range and peer",
  from: `nodes, ${each("ports", "port")}, ${each("peers", "peer")} WHERE kind = 'rule'`,
  columns: [
    column("id", "id", "id of the rule's node"),
    column(
      "filter",
      "regexp_replace(id, '#[^#]*$', '')",
      "id of its filter: security group, network ACL, chain",
    ),
    column("type", "type", "aws.security-group-rule, aws.network-acl-entry, nftables.rule"),
    column("account", "account", "account that owns it; null on premises"),
    column("region", "region", "Region; null where there is none"),
    column("direction", `"is"->>'direction'`, "ingress or egress"),
    column("action", `"is"->>'action'`, "allow, deny, jump, goto, return or continue"),
    column(
      "position",
      `CAST("is"->>'order' AS DOUBLE)`,
      "place in a first-match filter, ascending; null elsewhere",
    ),
    column("family", `"is"->>'family'`, "ipv4 or ipv6; null is both"),
    column("protocols", `"is"->>'protocols'`, "JSON array of IANA protocol numbers; null is every protocol"),
    column("from_port", "CAST(port->>'from' AS INTEGER)", "first destination port; null is every port"),
    column("to_port", "CAST(port->>'to' AS INTEGER)", "last destination port; null is every port"),
    column(
      "peer_type",
      "CASE WHEN peer IS NULL THEN NULL ELSE json_keys(peer)[1] END",
      "cidr, range, prefixList, filter or any; null where the rule names no peer",
    ),
    column(
      "peer",
      `coalesce(peer->>'cidr', peer->>'prefixList', peer->>'filter',
        (peer->>'$.range.from') || '-' || (peer->>'$.range.to'), CASE WHEN peer->>'any' = 'true' THEN 'any' END)`,
      "whom it admits or refuses: CIDR, range, prefix list, group, any",
    ),
    column("description", `"is"->>'description'`, "what its author wrote"),
    column("uri", "uri", "relative path of the file, or of the answer as export writes it"),
    column("line", "line", "line of the file, from 1"),
    column("pointer", "pointer", "JSON pointer inside the file or answer"),
  ],
};

const ROUTES: View = {
  name: "routes",
  comment: "one row per route of each route table",
  from: `nodes, ${each("routes", "route")} WHERE kind = 'route-table' AND route IS NOT NULL`,
  columns: [
    column("route_table", "id", "id of the route table"),
    column("account", "account", "account that owns it"),
    column("region", "region", "Region"),
    column("destination", "route->>'destination'", "CIDR; null where a prefix list names it"),
    column("prefix_list", "route->>'prefixList'", "prefix list that names the destinations"),
    column("via_type", "route->>'$.via.type'", "what it leads to: local, internet-gateway, nat-gateway, …"),
    column("via", "route->>'$.via.id'", "id of that, where it has one"),
    column("state", "route->>'state'", "active, blackhole or unknown"),
    column("origin", "route->>'origin'", "local, static or propagated"),
  ],
};

const GAPS: View = {
  name: "gaps",
  comment: "one row per thing that could not be seen",
  from: "(SELECT DISTINCT ON (id) id, body FROM stored.gaps ORDER BY id, body)",
  columns: [
    column("id", "id", "stable id of the gap"),
    column(
      "reason",
      "body->>'$.reason'",
      "denied, throttled, failed, unsupported, not-collected, unparsed, …",
    ),
    column("message", "body->>'$.message'", "one sentence for people"),
    column("kinds", "body->'$.touches.kinds'", "JSON array: kinds that cannot be judged in its scope"),
    column("nodes", "body->'$.touches.nodes'", "JSON array: nodes that cannot be judged"),
    column("account", "body->>'$.touches.account'", "account that it is limited to; null is everywhere"),
    column("region", "body->>'$.touches.region'", "Region that it is limited to; null is everywhere"),
    column("site", "body->>'$.touches.site'", "site that it is limited to; null is everywhere"),
    ...PLACE,
  ],
};

const LEDGER: View = {
  name: "ledger",
  comment: "one row per call or file and scope: what was asked, and what came",
  from: "stored.ledger",
  columns: [
    column("source", "body->>'source'", "the source that asked"),
    column("account", "body->>'account'", "account that was asked"),
    column("region", "body->>'region'", "Region that was asked"),
    column("call", "body->>'call'", "service:Operation, or the path of a file"),
    column(
      "status",
      "body->>'status'",
      "ok, denied, throttled, failed, unsupported, truncated or not-collected",
    ),
    column("answers", "CAST(body->>'answers' AS BIGINT)", "pages or files read"),
    column("items", "CAST(body->>'items' AS BIGINT)", "things found in them"),
    column("principal", "body->>'principal'", "ARN of the caller"),
    column("time", "body->>'time'", "RFC 3339 time of the call"),
    column("message", "body->>'message'", "the provider's words where it did not work"),
  ],
};

const ANSWERS: View = {
  name: "answers",
  comment: "one row per answer, as it came",
  from: "stored.answers",
  columns: [
    column("source", "source", "the source that asked"),
    column("service", "service", "ec2, elbv2, sts, …"),
    column("operation", "operation", "DescribeVpcs, …"),
    column("account", "account", "account that was asked"),
    column("region", "region", "Region that was asked"),
    column("uri", "uri", "relative path under which export writes it"),
    column("time", "time", "RFC 3339 time of the answer, where known"),
    column("input", "CAST(input AS JSON)", "JSON object: what was asked"),
    column("output", `CAST(${wholeTextSql("output")} AS JSON)`, "JSON object: what came"),
  ],
};

/** Everything that `causeway query` may be asked, in the order in which the views are made. */
export const VIEWS: readonly View[] = [
  NODES,
  EDGES,
  NAMES,
  RULES,
  ROUTES,
  GAPS,
  LEDGER,
  ANSWERS,
  ...kindViews(),
];

export function viewStatements(): string[] {
  return VIEWS.flatMap((view) => {
    const columns = view.columns.map(({ name, sql }) => `${sql} AS "${name}"`).join(", ");
    return [
      `CREATE VIEW ${view.name} AS SELECT ${columns} FROM ${view.from}`,
      `COMMENT ON VIEW ${view.name} IS ${literal(view.comment)}`,
      ...view.columns.map(
        ({ name, comment }) => `COMMENT ON COLUMN ${view.name}."${name}" IS ${literal(comment)}`,
      ),
    ];
  });
}
