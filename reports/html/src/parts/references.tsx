import { webAddress } from "../../../../src/report/references.js";

/** References as links where they are web addresses, as plain text where they are not. */
export function References({ references }: { references: readonly string[] }) {
  if (references.length === 0) return null;
  return (
    <ul class="references">
      {references.map((reference) => {
        const address = webAddress(reference);
        return (
          <li key={reference}>
            {address === undefined ? (
              reference
            ) : (
              <a href={address} target="_blank" rel="noopener noreferrer">
                {reference}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The framework controls that a policy speaks to. */
export function Controls({ controls }: { controls: Readonly<Record<string, readonly string[]>> }) {
  const frameworks = Object.entries(controls).sort(([a], [b]) => (a < b ? -1 : 1));
  if (frameworks.length === 0) return null;
  return (
    <ul class="controls">
      {frameworks.map(([framework, ids]) => (
        <li key={framework}>
          {framework} <strong>{ids.join(", ")}</strong>
        </li>
      ))}
    </ul>
  );
}
