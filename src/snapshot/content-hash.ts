import { createHash } from "node:crypto";

const LIMBS = 8;

/**
 * A hash over a bag of texts that does not depend on their order: the sum, modulo 2^256, of the SHA-256
 * of each. So it can be kept up to date while rows come in any order, and says something at any moment.
 */
export class ContentHash {
  private readonly sum = new Uint32Array(LIMBS);

  /** Adds a row and gives its own hash, as hex digits. */
  add(table: string, text: string): string {
    const digest = createHash("sha256").update(table).update("\0").update(text).digest();
    let carry = 0;
    for (let limb = 0; limb < LIMBS; limb++) {
      const total = (this.sum[limb] ?? 0) + digest.readUInt32LE(limb * 4) + carry;
      this.sum[limb] = total;
      carry = total > 0xffffffff ? 1 : 0;
    }
    return digest.toString("hex");
  }

  copy(): ContentHash {
    const copy = new ContentHash();
    copy.sum.set(this.sum);
    return copy;
  }

  /** 64 hex digits. */
  value(): string {
    return createHash("sha256").update(Buffer.from(this.sum.buffer)).digest("hex");
  }
}
