/** How a control of a framework fares, the worst first. */
export const CONTROL_STATES = ["failed", "undecided", "excepted", "uncovered", "empty", "met"] as const;

export type ControlState = (typeof CONTROL_STATES)[number];
