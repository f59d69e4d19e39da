import type { Json, JsonObject } from "../../../src/model/index.js";
import { type Model, type Ref, shapeOf } from "./models.js";

/** Text as the content of an element. */
export function xmlText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

interface Element {
  readonly name: string;
  readonly value: Json;
}

/** An element with what the shape makes of the value; several where a list has no element of its own. */
export function xmlOf(model: Model, ref: Ref, { name, value }: Element): string {
  if (ref.shape === "") return `<${name}></${name}>`;
  const shape = shapeOf(model, ref);
  const tag = (inner: string, attributes = "") => `<${name}${attributes}>${inner}</${name}>`;
  if (shape.type === "structure") return structure(model, ref, { name, value });
  if (shape.type === "list" && Array.isArray(value) && shape.member !== undefined) {
    const { member } = shape;
    const flat = ref.flattened === true || shape.flattened === true;
    const each = flat
      ? shape.flattened === true
        ? (member.locationName ?? name)
        : name
      : itemName(model, member);
    const items = value.map((item) => xmlOf(model, member, { name: each, value: item })).join("");
    return flat ? items : tag(items);
  }
  if (shape.type === "map") return tag(entries(model, ref, value as JsonObject));
  if (shape.type === "blob") return tag(Buffer.from(String(value)).toString("base64"));
  return tag(xmlText(String(value)));
}

function itemName({ protocol }: Model, { locationName }: Ref): string {
  return locationName ?? (protocol === "ec2" ? "item" : "member");
}

function structure(model: Model, ref: Ref, { name, value }: Element): string {
  const { members = {} } = shapeOf(model, ref);
  const attributes: string[] = [];
  const inner = Object.entries(value as JsonObject).map(([key, one]) => {
    const member = members[key];
    if (member === undefined) throw new Error(`${ref.shape} has no member ${key}`);
    const wire = member.locationName ?? key;
    if (member.xmlAttribute !== true) return xmlOf(model, member, { name: wire, value: one });
    attributes.push(
      ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ${wire}="${xmlText(String(one))}"`,
    );
    return "";
  });
  return `<${name}${attributes.join("")}>${inner.join("")}</${name}>`;
}

function entries(model: Model, ref: Ref, map: JsonObject): string {
  const { key, value } = shapeOf(model, ref);
  if (key === undefined || value === undefined) return "";
  return Object.entries(map)
    .map(([name, one]) => {
      const told = `<${key.locationName ?? "key"}>${xmlText(name)}</${key.locationName ?? "key"}>`;
      return `<entry>${told}${xmlOf(model, value, { name: value.locationName ?? "value", value: one })}</entry>`;
    })
    .join("");
}
