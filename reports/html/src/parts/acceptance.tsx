import type { Finding } from "../../../../src/model/index.js";
import { exceptionYaml } from "../../../../src/report/exception-yaml.js";
import { reopenedText } from "../../../../src/report/words.js";

/** Who has accepted the finding, or had until it changed; and what to write to accept it. */
export function Acceptance({ finding }: { finding: Finding }) {
  const { exception, reopened } = finding;
  if (exception !== undefined) {
    return (
      <span class="note">
        Excepted until {exception.expires} by {exception.owner} ({exception.ticket}): {exception.reason}
      </span>
    );
  }
  return (
    <>
      {reopened === undefined ? null : (
        <span class="note">
          <strong>{capital(reopenedText(reopened))}</strong>: {reopened.reason}
        </span>
      )}
      <details class="accept">
        <summary>Except it</summary>
        <p class="muted">
          Fill this in and put it under <code>exceptions:</code> in <code>causeway.yaml</code>. It holds for
          this state alone.
        </p>
        <pre>{exceptionYaml(finding)}</pre>
      </details>
    </>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
