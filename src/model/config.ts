import { type Static, Type } from "typebox";
import { ExceptionSchema } from "./outcome.js";
import { SeveritySchema } from "./policy.js";

const closed = { additionalProperties: false } as const;
const Paths = Type.Array(Type.String({ minLength: 1 }));

const Names = Type.Array(Type.String({ minLength: 1 }));
const AccountIds = Type.Array(Type.String({ pattern: "^\\d{12}$" }), {
  description: 'account ids, in quotes: "111122223333"',
});
const Regions = Type.Array(Type.String({ pattern: "^[a-z]{2,4}(-[a-z]+)+-\\d$" }));

/** How the accounts of others are entered. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const AwsRole = Type.Object(
  {
    name: Type.String({
      pattern: "^/?([\\w+=,.@-]+/)*[\\w+=,.@-]{1,64}$",
      description: "with its path where it has one",
    }),
    externalId: Type.Optional(Type.String({ pattern: "^[\\w+=,.@:/-]{2,1224}$" })),
    sessionName: Type.Optional(Type.String({ pattern: "^[\\w+=,.@-]{2,64}$", description: "causeway" })),
    sessionTags: Type.Optional(Type.Record(Type.String(), Type.String())),
  },
  { ...closed, description: "assumed in each account but the one of the credentials" },
);

const AwsOptOut = Type.Object(
  {
    accounts: Type.Optional(AccountIds),
    units: Type.Optional({
      ...Names,
      description: "organizational units, by id or path (Workloads/Sandbox), with all below them",
    }),
    tags: Type.Optional({ ...Names, description: "tags of accounts: key=value, or key" }),
    regions: Type.Optional(Regions),
    services: Type.Optional({ ...Names, description: "as in calls: ec2, route53resolver" }),
    calls: Type.Optional(
      Type.Array(Type.String({ pattern: "^[a-z0-9-]+:[A-Za-z0-9*]+$" }), {
        description: "single calls: ec2:DescribeSnapshots, or with *: ec2:*LocalGateway*",
      }),
    ),
  },
  { ...closed, description: "what is not read: it is told as gaps, and never passes" },
);

const AwsSource = Type.Object(
  {
    accounts: Type.Optional(
      Type.Union([Type.Literal("organization"), AccountIds], {
        description: "every account of the organization, or these; the account of the credentials otherwise",
      }),
    ),
    role: Type.Optional(AwsRole),
    optOut: Type.Optional(AwsOptOut),
    regions: Type.Optional({ ...Regions, description: "only these Regions; all enabled ones otherwise" }),
    concurrency: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 64,
        description: "calls under way at once; 16, and 32 where several accounts are read",
      }),
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
  {
    ...closed,
    description: "read the account of the default credential chain, or those of its organization",
  },
);

const NftablesSource = Type.Object(
  {
    path: Type.String({ minLength: 1, description: "output of `nft -j list ruleset`" }),
    host: Type.Optional(Type.String({ description: "host id of the inventory that it was taken from" })),
    site: Type.Optional(Type.String({ description: "site id of the inventory" })),
  },
  closed,
);

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

/** Which data there is, and where it may lie. */
const DataConfig = Type.Object(
  {
    classes: Type.Record(
      Type.String({ minLength: 1 }),
      Type.Object(
        {
          tags: Type.Optional({ ...Names, description: "tags of stores: key=value, or key" }),
          accounts: Type.Optional(AccountIds),
          names: Type.Optional({ ...Names, description: "ids or names of stores; * is any text" }),
          allowed: Type.Optional(
            Type.Object(
              {
                jurisdictions: Type.Optional({
                  ...Names,
                  description: "countries, EU, EEA, EU-adequate, UK",
                }),
                regions: Type.Optional(Regions),
                sites: Type.Optional({ ...Names, description: "ids of sites" }),
                partitions: Type.Optional({
                  ...Names,
                  description: "and besides, of the Regions only those of these",
                }),
                edge: Type.Optional(
                  Type.Boolean({ description: "caches around the world may hold it; false" }),
                ),
              },
              { ...closed, description: "a place that any of these names; without it, any" },
            ),
          ),
        },
        { ...closed, description: "a store is of the class if a tag, an account or a name says so" },
      ),
      { description: "by name; a store may be of several, and all of them hold" },
    ),
    whereabouts: Type.Optional(
      Type.Record(Type.String(), Type.String({ minLength: 2 }), {
        description: "where gateways, agents and servers stand, by id or name: a site, Region or country",
      }),
    ),
  },
  closed,
);

export type DataRules = Static<typeof DataConfig>;

/** Which policies take part, and by what they judge. */
const SELECTION = {
  disabled: Type.Optional(
    Type.Array(Type.String(), {
      description: "policies that take no part: ids, area/*, or framework:ID for all that its controls cite",
    }),
  ),
  only: Type.Optional(
    Type.Array(Type.String(), { minItems: 1, description: "no others take part; named in the same way" }),
  ),
  severities: Type.Optional(Type.Record(Type.String(), SeveritySchema)),
  parameters: Type.Optional(
    Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown()), {
      description:
        "by policy id, then by parameter name; { add: […], remove: […] } amends a list. See `causeway policies show`",
    }),
  ),
};

const Several = (description: string) =>
  Type.Optional(Type.Union([Type.String({ minLength: 1 }), Paths], { description }));

const Profile = Type.Object(
  {
    description: Type.Optional(Type.String()),
    extends: Several("profiles that this one is laid over; the later over the earlier"),
    ...SELECTION,
  },
  { ...closed, description: "laid over `policies` where it is chosen" },
);

export type Selection = Pick<Static<typeof Profile>, keyof typeof SELECTION>;

/** `causeway.yaml`. Paths are relative to the file. Closed: an unknown member is an error. */
export const ConfigSchema = Type.Object(
  {
    version: Type.Literal(1),
    extends: Several(
      "configurations that this one is laid over, the later over the earlier: objects are merged, and folders, disabled policies and exceptions added to",
    ),
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
          bind: Type.Optional(
            Type.Array(
              Type.Object(
                {
                  path: Type.String(),
                  host: Type.Optional(Type.String()),
                  site: Type.Optional(Type.String()),
                },
                closed,
              ),
              { description: "named.conf of name servers; their zone files are looked for beside them" },
            ),
          ),
          saml: Type.Optional({
            ...Paths,
            description: "SAML metadata that identity providers of your own publish (AD FS, Keycloak)",
          }),
        },
        closed,
      ),
    ),
    policies: Type.Optional(
      Type.Object(
        {
          folders: Type.Optional({
            ...Paths,
            description: "folders or OPA bundles (.tar.gz) of your own policies, beside the built-in ones",
          }),
          builtIn: Type.Optional(Type.Boolean({ description: "false leaves the built-in policies out" })),
          ...SELECTION,
        },
        closed,
      ),
    ),
    profile: Type.Optional(Type.String({ description: "of `profiles`; --profile chooses another" })),
    profiles: Type.Optional(Type.Record(Type.String({ minLength: 1 }), Profile, { description: "by name" })),
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
    data: Type.Optional(DataConfig),
    failOn: Type.Optional(
      Type.Union([SeveritySchema, Type.Literal("none")], { description: "exit 1 from here on; low" }),
    ),
    strict: Type.Optional(Type.Boolean({ description: "exit 3 where something could not be judged" })),
    exceptions: Type.Optional(Type.Array(ExceptionSchema)),
  },
  closed,
);

export type Config = Static<typeof ConfigSchema>;
