import { Bytes, Handles, Indices } from "./columns.js";

/** Resolved edges as columns, in no order yet: node, row of RELATIONS, node, handle of the place. */
export class Arrows {
  readonly from = new Indices();
  readonly row = new Bytes();
  readonly to = new Indices();
  readonly at = new Handles();
  /** 1 where no source said it, but the provider's rules imply it. */
  readonly implied = new Bytes();

  get length(): number {
    return this.from.length;
  }

  push(from: number, row: number, to: number): this {
    this.from.push(from);
    this.row.push(row);
    this.to.push(to);
    return this;
  }

  read(at: number, implied: boolean): void {
    this.at.push(at);
    this.implied.push(implied ? 1 : 0);
  }
}
