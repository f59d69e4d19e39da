import { groupByCause } from "../../../../src/report/groups.js";
import { byBlindness } from "../../../../src/report/tallies.js";
import { count, thousands } from "../../../../src/report/words.js";
import { type Estate, EstateContext, type Status, useEstate } from "../estate.js";
import { AreaTable } from "../parts/area-table.js";
import { CauseCard } from "../parts/cause-card.js";
import { LookedAt } from "../parts/looked-at.js";
import { SeverityBar } from "../parts/severity-bar.js";
import { hashOf } from "../route.js";

const FIRST = 5;
const GAPS = 4;

export function OverviewView() {
  const estate = useEstate();
  const status: Status = estate.data.comparison ? "introduced" : "open";
  const findings = findingsOf(estate, status);
  const groups = groupByCause(findings);
  return (
    <section aria-labelledby="overview" class="overview">
      <h2 id="overview">{headline(estate, groups.length)}</h2>
      {estate.data.comparison ? <Change /> : <p class="lede">{summary(estate, findings.length)}</p>}
      <SeverityBar groups={groups} />
      <div class="columns">
        <div>
          {groups.length === 0 ? null : <h3 class="plain">Fix these first</h3>}
          {/* In a print they stay closed: the findings follow in full. */}
          <EstateContext.Provider value={{ ...estate, printing: false }}>
            {groups.slice(0, FIRST).map((group) => (
              <CauseCard key={group.cause.id} group={group} />
            ))}
          </EstateContext.Provider>
          {groups.length > FIRST ? (
            <p class="more">
              <a href={hashOf({ view: "findings" })}>All {count(groups.length, "thing")} to fix</a>
            </p>
          ) : null}
        </div>
        <Unseen />
      </div>
      <AreaTable />
      <LookedAt />
    </section>
  );
}

function findingsOf({ findings }: Estate, wanted: Status) {
  return findings.flatMap(({ item, status }) => (status === wanted ? [item] : []));
}

function headline({ data }: Estate, causes: number): string {
  if (data.policies.length === 0) return "Nothing was judged";
  if (data.comparison) {
    return causes === 0
      ? "This change introduces no finding"
      : `This change introduces ${count(causes, "thing")} to fix`;
  }
  if (causes > 0) return `${count(causes, "thing")} to fix`;
  return data.undecided.length === 0 ? "Nothing to fix" : "No finding, but not everything could be judged";
}

function summary(estate: Estate, findings: number): string {
  const { data, undecided } = estate;
  const subjects = data.policies.reduce(
    (sum, { tally }) => sum + tally.pass + tally.fail + tally.unknown + tally.excepted,
    0,
  );
  const excepted = findingsOf(estate, "excepted").length;
  return [
    `${count(subjects, "verdict")} of ${count(data.policies.length, "policy", "policies")}: ${count(findings, "finding")}`,
    ...(excepted > 0 ? [`${thousands(excepted)} excepted`] : []),
    `${thousands(undecided.length)} not judged.`,
  ].join(", ");
}

/** What a change does, each part leading to its findings. */
function Change() {
  const estate = useEstate();
  const newlyOpen = estate.undecided.filter(({ status }) => status === "introduced").length;
  return (
    <p class="lede">
      {(["introduced", "fixed", "unchanged"] as const).map((status) => (
        <span key={status}>
          <a href={hashOf({ view: "findings", chosen: { status: [status] } })}>
            {count(findingsOf(estate, status).length, "finding")} {status}
          </a>
          {status === "unchanged" ? "." : ", "}
        </span>
      ))}
      {newlyOpen === 0 ? null : ` ${count(newlyOpen, "verdict")} can no longer be reached.`}
    </p>
  );
}

/** What the run is blind to, said as plainly as what it found. */
function Unseen() {
  const { data, undecided } = useEstate();
  const open = undecided.filter(({ status }) => status !== "fixed").map(({ item }) => item);
  const rows = byBlindness(data.gaps, open);
  const failed = data.ledger.filter(({ status }) => status !== "ok").length;
  if (rows.length === 0 && open.length === 0 && failed === 0) {
    return (
      <aside class="unseen clear" aria-labelledby="unseen">
        <h3 id="unseen">Nothing was out of sight</h3>
        <p>
          All {count(data.ledger.length, "call")} and files answered in full, and every subject could be
          judged.
        </p>
      </aside>
    );
  }
  return (
    <aside class="unseen" aria-labelledby="unseen">
      <h3 id="unseen">What could not be seen</h3>
      <p>
        <strong>{count(open.length, "verdict")}</strong> could not be reached, behind{" "}
        {count(rows.length, "gap")}. What was not seen is not a pass.
      </p>
      <ul>
        {rows.slice(0, GAPS).map(({ gap, undecided: waiting }) => (
          <li key={gap.id}>
            <span class="reason">{gap.reason}</span> {gap.message}{" "}
            <span class="muted">
              {waiting === 0 ? "no verdict waits" : `${count(waiting, "verdict")} waiting`}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={hashOf({ view: "undecided" })}>All that was not judged</a>
        <br />
        <a href={hashOf({ view: "coverage" })}>
          {thousands(data.ledger.length - failed)} of {count(data.ledger.length, "call")} and files answered
          in full
        </a>
      </p>
    </aside>
  );
}
