import { thousands } from "../../../../src/report/words.js";
import { useEstate } from "../estate.js";

/** The estate that was read, and what it was judged by. */
export function LookedAt() {
  const { estate, input, version } = useEstate().data;
  const kinds = Object.entries(estate.nodes).filter(([, number]) => number > 0);
  return (
    <>
      <h3 class="plain">What was looked at</h3>
      <dl class="facts">
        <Names term="Accounts" names={estate.accounts} />
        <Names term="Regions" names={estate.regions} />
        <Names term="Sites" names={estate.sites} />
        <dt>Nodes</dt>
        <dd>{kinds.map(([kind, number]) => `${thousands(number)} ${kind}`).join(", ") || "none"}</dd>
        <dt>Snapshot</dt>
        <dd>
          <code>{input.snapshot}</code>
        </dd>
        <dt>Policies</dt>
        <dd>
          <code>{input.policies}</code>
        </dd>
        <dt>Causeway</dt>
        <dd>{version}</dd>
      </dl>
    </>
  );
}

function Names({ term, names }: { term: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <>
      <dt>{term}</dt>
      <dd>{names.join(", ")}</dd>
    </>
  );
}
