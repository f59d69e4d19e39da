import type { FactsByKind, JsonObject } from "../../../model/index.js";
import { regionId } from "../arn.js";
import type { Item } from "../item.js";
import type { Resource } from "../resource.js";

interface Setting {
  readonly service?: Resource["service"];
  readonly operation: string;
  readonly list: string;
  readonly object?: readonly string[];
  /** The call whose answers are half of the matter without this one. */
  readonly beside: string;
  readonly recognizes?: Resource["recognizes"];
  facts(answer: Item): Partial<FactsByKind["region"]>;
}

/** One answer of what holds in a whole Region of an account. */
export function regionSetting(setting: Setting): Resource {
  const { service = "ec2", operation, list, object = [list], recognizes, beside } = setting;
  return {
    ...{ service, operation, list, object, actions: [`${service}:${operation}`] },
    ...(recognizes === undefined ? {} : { recognizes }),
    kinds: ["region"],
    types: ["aws.region"],
    scope: "region",
    optional: true,
    neededWith: [beside],
    normalize({ items: [whole], draft }) {
      const { account, region, partition } = draft.place;
      // Of which Region it is then nobody knows; that is told where the answer is read.
      if (whole === undefined || account === undefined || region === undefined) return;
      const id = regionId(account, region);
      const native: JsonObject = { [operation]: whole.json };
      draft.node({
        ...{ id, kind: "region", type: "aws.region", label: region, native, pointer: "" },
        ...{ scope: { provider: "aws", partition, account, region }, is: setting.facts(whole.about(id)) },
      });
    },
  };
}
