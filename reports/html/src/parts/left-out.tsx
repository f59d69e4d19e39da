import { count } from "../../../../src/report/words.js";
import { useEstate } from "../estate.js";

/** Says what the page is without, where a run found more than a browser can hold. */
export function LeftOut() {
  const { findings, undecided } = useEstate().data.omitted;
  if (findings + undecided === 0) return null;
  const parts = [
    ...(findings > 0 ? [count(findings, "finding")] : []),
    ...(undecided > 0
      ? [count(undecided, "verdict that could not be given", "verdicts that could not be given")]
      : []),
  ];
  return (
    <p class="lede" role="note">
      This page is without {parts.join(" and ")}, the least severe: a browser cannot hold them all. The JSON
      report does, and the numbers of the policies count them.
    </p>
  );
}
