export type { TerraformFile } from "./tf-lines.js";
export { type PlanInput, translatePlan } from "./translate-plan.js";
