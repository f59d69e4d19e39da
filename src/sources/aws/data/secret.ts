import type { Item } from "../item.js";
import { partsOfArn } from "../names.js";
import type { Each } from "../resource.js";

/** Asks about every secret. */
export const EACH_SECRET: Each = {
  of: "secretsmanager:ListSecrets",
  input(secret: Item) {
    const id = secret.text("ARN");
    return id === null || partsOfArn(id) === null ? null : { SecretId: id };
  },
  node({ SecretId: asked, ARN: told }) {
    const id = typeof told === "string" ? told : asked;
    return typeof id === "string" && partsOfArn(id) !== null ? id : null;
  },
};
