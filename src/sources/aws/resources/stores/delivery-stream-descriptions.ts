import { isObject } from "../../../../model/index.js";
import { sortedTexts } from "../../block.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { partsOfArn } from "../../names.js";
import type { Resource } from "../../resource.js";
import { withoutSecrets } from "../../secrets.js";
import { addData, arnOf, byArn, type Known } from "../../stores/data-node.js";
import { deliveryEnd } from "../../stores/delivery-end.js";
import { placeOfStore } from "../../stores/place-of.js";

/** https://docs.aws.amazon.com/firehose/latest/APIReference/API_DescribeDeliveryStream.html */
export const deliveryStreamDescriptions: Resource = {
  service: "firehose",
  operation: "DescribeDeliveryStream",
  list: "DeliveryStreamDescription",
  object: ["DeliveryStreamDescription"],
  actions: ["firehose:DescribeDeliveryStream"],
  kinds: ["transfer"],
  types: ["aws.delivery-stream"],
  scope: "region",
  each: {
    of: "firehose:ListDeliveryStreams",
    // The list gives names alone: a stream that is not described is no node.
    hides: "always",
    input: (whole) => whole.texts("DeliveryStreamNames").map((name) => ({ DeliveryStreamName: name })),
    node({ DeliveryStreamName: name, DeliveryStreamDescription: told }, place) {
      if (typeof name === "string") return arnOf(place, "firehose", `deliverystream/${name}`);
      const arn = isObject(told ?? null) ? (told as { DeliveryStreamARN?: unknown }).DeliveryStreamARN : null;
      return typeof arn === "string" ? arn : null;
    },
  },
  normalize({ items: [whole] }) {
    const raw = whole?.child("DeliveryStreamDescription") ?? whole ?? null;
    // Tokens stand in addresses and attributes of what it delivers to.
    const stream = byArn(raw?.having(withoutSecrets(raw.json)) ?? null, "DeliveryStreamARN");
    if (stream !== null) addStream(stream);
  },
};

function addStream(stream: Known): void {
  const { id, item } = stream;
  const name = item.text("DeliveryStreamName") ?? id;
  const source = sourceOf(item.child("Source"));
  const { types, stores, buckets, roles, options, networks } = deliveryEnd(item.list("Destinations"));
  const status = item.child("DeliveryStreamEncryptionConfiguration")?.text("Status") ?? null;
  if (types.length === 0) item.gap("unmodelled", `${name} delivers to what is not understood`);
  addData(stream, {
    ...{ kind: "transfer", type: "aws.delivery-stream", name },
    is: {
      ...{ transferType: "delivery", name, state: item.text("DeliveryStreamStatus") },
      created: momentOf(item, "CreateTimestamp"),
      ...{ sourceType: item.text("DeliveryStreamType"), source: placeOfStore(source, item.draft.place) },
      ...{ destinationTypes: types, destination: placeOfStore(stores[0] ?? null) },
      encrypted: status === "ENABLED",
      key: item.child("DeliveryStreamEncryptionConfiguration")?.text("KeyARN") ?? null,
      ...{ role: roles[0] ?? null, logging: options.some((one) => one.flag("Enabled") === true) },
      logsTo: sortedTexts(options.map((one) => one.text("LogGroupName"))),
    },
    ends: {
      network: networks[0]?.text("VpcId") ?? null,
      subnets: networks.flatMap((one) => one.texts("SubnetIds")),
      filters: networks.flatMap((one) => one.texts("SecurityGroupIds")),
      more: sortedTexts([source, ...stores, ...buckets])
        .filter((store) => partsOfArn(store) !== null)
        .map((store) => ["stores", store] as const),
    },
  });
}

function sourceOf(source: Item | null): string | null {
  return (
    source?.child("KinesisStreamSourceDescription")?.text("KinesisStreamARN") ??
    source?.child("MSKSourceDescription")?.text("MSKClusterARN") ??
    source?.child("DatabaseSourceDescription")?.text("Endpoint") ??
    null
  );
}
