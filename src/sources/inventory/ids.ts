import { idSegment } from "../../model/index.js";

export function networkId(network: string): string {
  return `inventory:network/${idSegment(network)}`;
}

export function interfaceId(host: string, name: string): string {
  return `inventory:interface/${idSegment(host)}/${idSegment(name)}`;
}
