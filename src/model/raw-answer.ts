import { type Static, Type } from "typebox";

/**
 * One API answer as it came: the envelope that `--from-files` reads, the snapshot keeps and
 * `export --raw` writes. `output` is what the SDK or CLI gives, in the API's own member names.
 */
export const EnvelopeSchema = Type.Object({
  service: Type.String({ description: "the SDK's service id in lower case, e.g. ec2, elbv2, sts" }),
  operation: Type.String({ description: "e.g. DescribeVpcs" }),
  input: Type.Record(Type.String(), Type.Unknown()),
  output: Type.Record(Type.String(), Type.Unknown()),
  account: Type.Optional(Type.String()),
  region: Type.Optional(Type.String()),
  time: Type.Optional(Type.String()),
});

export type Envelope = Static<typeof EnvelopeSchema>;

/** An envelope with its place settled; `source` names the normalizer that reads it. */
export interface RawAnswer extends Envelope {
  readonly source: string;
  /** Where it was read (a file) or will be written by `export --raw`. */
  readonly uri: string;
  /** First line of each item of the listed array, by JSON pointer, where a file was read. */
  readonly lines?: Readonly<Record<string, number>>;
}
