import { REGISTRY } from "./registry.js";
import { callOf, type Resource } from "./resource.js";

export interface LeftOutNames {
  readonly regions?: readonly string[] | undefined;
  /** As in calls: `ec2`. */
  readonly services?: readonly string[] | undefined;
  /** `service:Operation`, with `*` for any part of the operation: `ec2:*LocalGateway*`. */
  readonly calls?: readonly string[] | undefined;
}

/** What nobody is to read, by configuration. Those are gaps too, and say so. */
export class LeftOut {
  readonly regions: readonly string[];
  readonly services: readonly string[];
  readonly calls: readonly string[];
  private readonly asked: ReadonlySet<Resource>;

  constructor({ regions = [], services = [], calls = [] }: LeftOutNames = {}) {
    this.regions = regions;
    this.services = services;
    this.calls = calls;
    const patterns = calls.map(patternOf);
    const isNamed = (resource: Resource) =>
      services.includes(resource.service) || patterns.some((pattern) => pattern.test(callOf(resource)));
    this.asked = new Set(REGISTRY.filter((resource) => !isNamed(resource)));
  }

  has(resource: Resource): boolean {
    return !this.asked.has(resource);
  }
}

/** Whether a call of these is made anyway: a typing error would leave nothing out. */
export function isCall(name: string): boolean {
  const pattern = patternOf(name);
  return REGISTRY.some((resource) => pattern.test(callOf(resource)));
}

function patternOf(name: string): RegExp {
  const parts = name.split(/\*+/).map((part) => part.replace(/[^\w:-]/g, "\\$&"));
  return new RegExp(`^${parts.join("\\w*")}$`);
}
