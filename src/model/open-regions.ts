import { type Static, Type } from "typebox";
import { Text, Texts } from "./fact-shapes.js";

/** The fact `open_regions` of an account: where its service control policies let somebody begin something. */
export const OpenRegionsSchema = Type.Object({
  guarded: Type.Boolean({
    description:
      "policies of an organization hold for it: false of the management account, and outside of any",
  }),
  open: Type.Array(Text, { description: "Regions in which something may be begun, sorted" }),
  refused: Type.Array(Text, { description: "all others of the partition that are known" }),
  policies: Texts,
});

export type OpenRegions = Static<typeof OpenRegionsSchema>;
