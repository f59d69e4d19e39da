import { keyDetail } from "../../data/key-detail.js";

/** A key that rotates and does not tell how often does so each year. https://docs.aws.amazon.com/kms/latest/developerguide/rotating-keys-enable.html */
const YEARLY = 365;

/**
 * Asymmetric keys, those for message codes, and those whose material is not the service's own cannot rotate by themselves.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html
 */
export const keyRotation = keyDetail({
  operation: "GetKeyRotationStatus",
  list: "KeyRotationEnabled",
  none: ["UnsupportedOperationException"],
  facts(answer) {
    const rotates = answer === null ? false : answer.flag("KeyRotationEnabled");
    const days = answer?.int("RotationPeriodInDays") ?? YEARLY;
    return { rotates, rotationDays: rotates === true ? days : null };
  },
});
