import { type Static, Type } from "typebox";
import { Nullable, Text, Texts } from "./fact-shapes.js";
import { ProvenanceSchema } from "./provenance.js";

/** What becomes of a question for a name. */
export const RESOLUTION_STATUSES = [
  "answered",
  "nodata",
  "nxdomain",
  "blocked",
  "refused",
  "unanswered",
  "loop",
  "outside",
  "varies",
  "unknown",
] as const;

export const StatusSchema = Type.Enum(RESOLUTION_STATUSES, {
  description:
    "nodata: the name is there and has no such records; blocked: by a DNS firewall; refused: by a name server; unanswered: nobody who is asked answers; outside: somebody else's name servers answer it; varies: see outcomes",
});

const GivenSchema = Type.Object({
  name: Text,
  type: Text,
  ttl: Nullable(Type.Integer({ description: "seconds" })),
  values: Type.Array(Text, {
    description: "as the record has them; of an alias that the provider answers the name that it leads to",
  }),
  record: Nullable(Type.String({ description: "id of the record; null: nobody wrote it down" })),
});

const OutcomeSchema = Type.Object({
  when: Type.Array(Text, { description: "what has to be so; empty: always" }),
  status: StatusSchema,
  says: Text,
  given: Type.Array(GivenSchema, { description: "the answer, in the order in which names lead on" }),
});

const StepSchema = Type.Object({
  depth: Type.Integer({ description: "servers that were asked on the way to this one" }),
  node: Type.String({ description: "id of who is asked or decides; public: name servers of the internet" }),
  label: Text,
  says: Text,
  by: Type.Optional(
    Type.Object(
      { id: Text, label: Text, at: Type.Optional(ProvenanceSchema) },
      { description: "the rule, zone or record that decided" },
    ),
  ),
});

/** What `resolve` says to one question. */
export const ResolvedSchema = Type.Object({
  name: Text,
  type: Text,
  from: Type.String({ description: "label of where it is asked" }),
  status: StatusSchema,
  says: Text,
  reachable: Type.Enum(["yes", "no", "unknown", "within"], {
    description: "whether each server of the chain reaches the next; within: no packet leaves a resolver",
  }),
  outcomes: Type.Array(OutcomeSchema, { description: "what may come of it; one where only one may" }),
  chain: Type.Array(StepSchema),
  assumes: Type.Array(Text, { description: "what is taken for granted and was not collected" }),
  gaps: Type.Array(Text, { description: "ids of the gaps that make it unknown" }),
});

export type Resolved = Static<typeof ResolvedSchema>;
export type ResolutionStatus = (typeof RESOLUTION_STATUSES)[number];
export type ResolutionOutcome = Static<typeof OutcomeSchema>;
export type ResolutionStep = Static<typeof StepSchema>;
export type Given = Static<typeof GivenSchema>;

const Ref = Type.Object({ id: Text, label: Text });

/** The fact `leads` of a record: what its names and addresses come to. */
export const LeadsSchema = Type.Object({
  targets: Type.Array(
    Type.Object({
      value: Type.String({ description: "a name or an address" }),
      service: Type.String({
        description:
          "bucket-website, bucket, cdn, balancer, api, … ; address, zone, name, server: by what it is",
      }),
      owned: Type.Enum(["ours", "gone", "others", "unknown"], {
        description:
          "gone: it would be the estate's and is not there; others: somebody else's; unknown: what it would be of was not collected",
      }),
      claimable: Type.Boolean({ description: "whoever wants may take a name like this from the provider" }),
      private: Type.Boolean({ description: "an address that the internet does not know" }),
      node: Nullable(Ref),
    }),
  ),
  status: StatusSchema,
  loop: Type.Boolean({ description: "its names lead back to it" }),
  public: Nullable(Type.Boolean({ description: "its zone is answered to everybody" })),
});

/** The fact `standing` of a zone: who asks it, and what stands above and beside it. */
export const StandingSchema = Type.Object({
  delegation: Type.Object({
    status: Type.Enum(["here", "partly", "elsewhere", "none", "unknown", "private"], {
      description:
        "of a public zone: whether the zone above or the registrar names its servers; partly: some of those named do not answer for it",
    }),
    by: Nullable(Ref),
    named: Type.Array(Text, { description: "name servers that were told to the world" }),
    own: Type.Array(Text, { description: "those that answer for it" }),
    trusted: Type.Enum(["yes", "no", "mismatch", "unknown"], {
      description: "whether the zone above vouches for a key that signs it; mismatch: only for others",
    }),
  }),
  apex: Type.Object(
    {
      certifiers: Nullable(
        Type.Array(Text, { description: "whom CAA records let make certificates; none: ;" }),
      ),
      mail: Type.Boolean({ description: "it has mail servers" }),
      senders: Nullable(
        Type.String({ description: "how its SPF record ends: -all, ~all, ?all, +all, redirect, open" }),
      ),
      senderRecords: Type.Integer({ description: "SPF records; only one may be there" }),
      receivers: Nullable(
        Type.String({ description: "what its DMARC record asks for: none, quarantine, reject" }),
      ),
    },
    { description: "what its own name says, and _dmarc below it" },
  ),
  lame: Type.Array(Type.Object({ record: Ref, name: Text, servers: Texts, why: Text }), {
    description: "names that it hands on to servers that do not answer for them",
  }),
  twins: Type.Array(Type.Object({ id: Text, label: Text, private: Type.Boolean() }), {
    description: "zones of the same name that the same networks, or everybody, may ask",
  }),
  covers: Type.Array(Type.Object({ zone: Ref, network: Ref, names: Texts, missing: Type.Integer() }), {
    description:
      "zones whose records this private zone hides in a network: the first names that lie in it and that it does not hold, and how many",
  }),
});

/** The fact `resolver` of a network: who answers its machines. */
export const ResolverSchema = Type.Object({
  servers: Type.Array(
    Type.Object({
      address: Text,
      known: Type.Boolean({ description: "something of the estate answers there" }),
      reached: Type.Enum(["yes", "no", "unknown"]),
    }),
    { description: "name servers that machines are told instead of the provider's resolver" },
  ),
  provider: Type.Boolean({ description: "machines ask the provider's resolver" }),
  support: Nullable(Type.Boolean({ description: "the provider's resolver answers at all" })),
  hostnames: Nullable(Type.Boolean()),
  zones: Type.Integer({ description: "private zones that it may ask" }),
  logs: Type.Integer({ description: "query logs of what it asks" }),
  firewalls: Type.Integer({ description: "DNS firewall groups that judge it" }),
  blocks: Type.Integer({ description: "rules among them that block something" }),
});

/** The fact `forwarding` of a resolver rule: whether those it sends questions to answer them. */
export const ForwardingSchema = Type.Object({
  used: Type.Integer({ description: "networks that follow it" }),
  targets: Type.Array(
    Type.Object({
      address: Text,
      reached: Type.Enum(["yes", "no", "unknown"], { description: "from its endpoint" }),
      server: Nullable(Ref),
      answers: Type.Enum(["yes", "no", "loop", "unknown"], {
        description: "whether that server answers for the domain; loop: it sends the question back",
      }),
    }),
  ),
});

/** The fact `origins` of an entry point: whether what it fetches from is there. */
export const OriginsSchema = Type.Object({
  origins: Type.Array(
    Type.Object({
      name: Text,
      domain: Text,
      service: Text,
      owned: Type.Enum(["ours", "gone", "others", "unknown"]),
      claimable: Type.Boolean(),
    }),
  ),
});

export type Origins = Static<typeof OriginsSchema>;

/** The fact `registration` of a domain. */
export const RegistrationSchema = Type.Object({
  daysLeft: Nullable(Type.Integer({ description: "whole days from when it was collected to its end" })),
  zone: Nullable(Ref),
  servers: Type.Enum(["match", "differ", "unknown"], {
    description: "whether the registrar names the servers of a zone of the estate",
  }),
});

export type Leads = Static<typeof LeadsSchema>;
export type Standing = Static<typeof StandingSchema>;
export type ResolverFact = Static<typeof ResolverSchema>;
export type Forwarding = Static<typeof ForwardingSchema>;
export type Registration = Static<typeof RegistrationSchema>;
