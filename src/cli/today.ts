/** The day, YYYY-MM-DD in UTC. CAUSEWAY_TODAY pins it for reports that must come out the same. */
export function today(): string {
  return process.env["CAUSEWAY_TODAY"] ?? new Date().toISOString().slice(0, 10);
}
