/** Global Accelerator answers in one Region for the whole account: https://docs.aws.amazon.com/general/latest/gr/global_accelerator.html */
export const ACCELERATION = {
  service: "globalaccelerator",
  scope: "account",
  partitions: ["aws"],
} as const;

/** The accelerator of a listener or of what is behind it: `…:accelerator/1234/listener/abcd/endpoint-group/ef` */
export function acceleratorOf(arn: string): string {
  return arn.split("/listener/")[0] ?? arn;
}
