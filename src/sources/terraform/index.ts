export type { TerraformFile } from "./source-lines.js";
export { type PlanInput, translatePlan } from "./translate-plan.js";
