import type { Result } from "sarif";
import type { Severity } from "../../model/index.js";

/** SARIF's three levels; GitHub knows no others. */
export const LEVEL: Readonly<Record<Severity, Result.level & ("error" | "warning" | "note")>> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  info: "note",
};

/**
 * GitHub reads over 9.0 as critical, 7.0–8.9 as high, 4.0–6.9 as medium, 0.1–3.9 as low, and 0.0 as
 * no security severity at all, so `info` has none
 * (docs.github.com: "SARIF support for code scanning", `security-severity`).
 */
export const SECURITY_SEVERITY: Readonly<Record<Severity, string | undefined>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "3.0",
  info: undefined,
};
