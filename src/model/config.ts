import { type Static, Type } from "typebox";
import { ExceptionSchema } from "./outcome.js";
import { SeveritySchema } from "./policy.js";

const closed = { additionalProperties: false } as const;
const Paths = Type.Array(Type.String({ minLength: 1 }));

const AwsSource = Type.Object(
  {
    regions: Type.Optional(
      Type.Array(Type.String({ pattern: "^[a-z]{2}(-[a-z]+)+-\\d$" }), {
        description: "only these Regions; all enabled ones otherwise",
      }),
    ),
    concurrency: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 64, description: "calls under way at once" }),
    ),
    aggregator: Type.Optional(
      Type.Object(
        {
          name: Type.String({ minLength: 1, description: "of the aggregator in AWS Config" }),
          region: Type.String({ pattern: "^[a-z]{2}(-[a-z]+)+-\\d$", description: "where it is" }),
          account: Type.Optional(
            Type.String({
              pattern: "^\\d{12}$",
              description: "whose it is; it is not asked as anybody else",
            }),
          ),
        },
        {
          ...closed,
          description: "take what AWS Config holds in full from there; --max-age says how old, 24h",
        },
      ),
    ),
  },
  { ...closed, description: "read the account of the default credential chain" },
);

const NftablesSource = Type.Object(
  {
    path: Type.String({ minLength: 1, description: "output of `nft -j list ruleset`" }),
    host: Type.Optional(Type.String({ description: "host id of the inventory that it was taken from" })),
    site: Type.Optional(Type.String({ description: "site id of the inventory" })),
  },
  closed,
);

const Names = Type.Array(Type.String({ minLength: 1 }));

/** For `causeway reach --matrix`: which zones there are, and what may pass between them. */
const ReachConfig = Type.Object(
  {
    zones: Type.Record(Type.String(), Names, {
      description: "by name: ids, addresses, CIDR blocks, tag:key=value, or internet",
    }),
    services: Type.Record(Type.String(), Type.String({ pattern: "^[a-z0-9-]+(/\\d{1,5}(-\\d{1,5})?)?$" }), {
      description: "by name: tcp/443, udp/53, tcp/8000-8100, icmp",
    }),
    allowed: Type.Optional(
      Type.Array(
        Type.Object({ from: Type.String(), to: Type.String(), services: Type.Optional(Names) }, closed),
        { description: "what may pass; without services all of them. Everything else may not" },
      ),
    ),
  },
  closed,
);

/** `causeway.yaml`. Paths are relative to the file. Closed: an unknown member is an error. */
export const ConfigSchema = Type.Object(
  {
    version: Type.Literal(1),
    snapshot: Type.Optional(
      Type.String({ description: "where collect writes and scan reads; estate.duckdb" }),
    ),
    out: Type.Optional(Type.String({ description: "folder of the reports; out" })),
    sources: Type.Optional(
      Type.Object(
        {
          aws: Type.Optional(AwsSource),
          files: Type.Optional(
            Type.Union([Type.String(), Paths], { description: "folders of saved answers" }),
          ),
          inventory: Type.Optional(Paths),
          nftables: Type.Optional(Type.Array(NftablesSource)),
        },
        closed,
      ),
    ),
    policies: Type.Optional(
      Type.Object(
        {
          folders: Type.Optional({
            ...Paths,
            description: "folders of your own policies, beside the built-in ones",
          }),
          builtIn: Type.Optional(Type.Boolean({ description: "false leaves the built-in policies out" })),
          disabled: Type.Optional(
            Type.Array(Type.String(), { description: "policy ids; area/* is a whole area" }),
          ),
          severities: Type.Optional(Type.Record(Type.String(), SeveritySchema)),
          parameters: Type.Optional(
            Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown()), {
              description: "by policy id, then by parameter name; see `causeway policies show`",
            }),
          ),
        },
        closed,
      ),
    ),
    internet: Type.Optional(
      Type.Object(
        {
          ipv4Prefix: Type.Optional(Type.Integer({ minimum: 0, maximum: 32 })),
          ipv6Prefix: Type.Optional(Type.Integer({ minimum: 0, maximum: 128 })),
        },
        {
          ...closed,
          description:
            "a filter that admits more public addresses than one such block is open to the internet; 8 and 16",
        },
      ),
    ),
    reach: Type.Optional(ReachConfig),
    failOn: Type.Optional(
      Type.Union([SeveritySchema, Type.Literal("none")], { description: "exit 1 from here on; low" }),
    ),
    strict: Type.Optional(Type.Boolean({ description: "exit 3 where something could not be judged" })),
    exceptions: Type.Optional(Type.Array(ExceptionSchema)),
  },
  closed,
);

export type Config = Static<typeof ConfigSchema>;
