import { type Config, type DataRules, JURISDICTIONS, UsageError } from "../model/index.js";

/** The classes of data of the configuration, checked; undefined where it names none. */
export function dataRulesOf({ data }: Config): DataRules | undefined {
  for (const [name, { allowed }] of Object.entries(data?.classes ?? {}))
    for (const word of allowed?.jurisdictions ?? []) if (!isJurisdiction(word)) throw unknown(name, word);
  return data;
}

function isJurisdiction(word: string): boolean {
  return /^[A-Z]{2}$/.test(word) || (JURISDICTIONS as readonly string[]).includes(word);
}

function unknown(name: string, word: string): UsageError {
  return new UsageError(
    `data.classes.${name} allows a jurisdiction that is not known: ${word}`,
    `write a country of ISO 3166-1, or ${JURISDICTIONS.join(", ")}`,
  );
}
