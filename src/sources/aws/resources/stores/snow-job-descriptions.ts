import { ownId } from "../../audit/thing.js";
import type { Resource } from "../../resource.js";
import { addData, type Known, withId } from "../../stores/data-node.js";
import { addSnowJob, snowJob, snowJobId } from "../../stores/snow.js";

/**
 * What a device carries, and where it stands: its address is known by its id alone, as all else of it is of people.
 * https://docs.aws.amazon.com/snowball/latest/api-reference/API_DescribeJob.html
 */
export const snowJobDescriptions: Resource = {
  service: "snowball",
  operation: "DescribeJob",
  list: "JobMetadata",
  object: ["JobMetadata"],
  actions: ["snowball:DescribeJob"],
  kinds: ["transfer", "transfer-end"],
  types: ["aws.snow-job", "aws.snow-address"],
  scope: "region",
  each: {
    of: "snowball:ListJobs",
    input(job) {
      const id = job.text("JobId");
      return id === null ? null : { JobId: id };
    },
    node: ({ JobId: job }, place) => (typeof job === "string" ? snowJobId(place, job) : null),
  },
  normalize({ items: [whole] }) {
    const raw = whole?.child("JobMetadata") ?? null;
    const job = raw === null ? null : snowJob(raw);
    if (job === null) return;
    const { id, item } = job;
    const [name, key] = [item.text("JobId") ?? id, item.text("KmsKeyARN")];
    addSnowJob(job, { name, key, role: item.text("RoleARN"), encrypted: true }, { key, more: endsOf(job) });
  },
};

/** A job that was called off carries nothing. What a device is used for on the spot may hold copies of its buckets. */
function endsOf(job: Known): (readonly [string, string | null])[] {
  const { item } = job;
  if (item.text("JobState") === "Cancelled") return [];
  const buckets = item.child("Resources")?.list("S3Resources") ?? [];
  const way = item.text("JobType") === "IMPORT" ? "source" : "destination";
  return [[way, addressOf(job)], ...buckets.map((bucket) => ["stores", bucket.text("BucketArn")] as const)];
}

/** Where the device goes: an end that nobody's list tells. */
function addressOf({ item }: Known): string | null {
  const address = item.text("AddressId");
  if (address === null || address === "") {
    item.gap("unparsed", `${item.draft.place.call} does not say where the device goes`);
    return null;
  }
  const end = withId(item, ownId("snow-address", item.draft.place, address));
  const { id, scope } = end;
  const bare = item.having({ AddressId: address }).about(id);
  addData(
    { id, scope, item: bare },
    {
      ...{ kind: "transfer-end", type: "aws.snow-address", name: address, aliases: [address] },
      is: { endType: "device", name: address },
    },
  );
  return id;
}
