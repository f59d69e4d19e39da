import { tokens } from "../resource.js";

/**
 * How lists of Network Manager are asked: it answers in one Region for all of them.
 * https://docs.aws.amazon.com/general/latest/gr/networkmanager.html
 */
export const WIDE_AREA = {
  service: "networkmanager",
  scope: "account",
  partitions: ["aws"],
  paging: tokens(500),
} as const;
