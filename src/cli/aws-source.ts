import { UsageError } from "../model/errors.js";
import { awsServices, isCall } from "../sources/aws/index.js";
import type { Settings } from "./config-file.js";
import type { AwsSource } from "./sources.js";

interface AwsOptions {
  readonly regions?: readonly string[];
  readonly accounts?: readonly string[];
}

/**
 * What is to be read of AWS: as `causeway.yaml` says, and what the command line says instead.
 * @throws UsageError for accounts and services that there cannot be
 */
export function awsSource({ config }: Settings, options: AwsOptions): AwsSource {
  const configured = config.sources?.aws ?? {};
  const { services = [], calls = [] } = configured.optOut ?? {};
  mustBeServices(services);
  mustBeCalls(calls);
  return {
    ...configured,
    ...(options.regions === undefined ? {} : { regions: options.regions }),
    ...(options.accounts === undefined ? {} : { accounts: accountsOf(options.accounts) }),
  };
}

/** @throws UsageError where one of them is not asked anyway: a typing error would leave nothing out */
export function mustBeServices(services: readonly string[]): void {
  const known = awsServices();
  const strange = services.find((service) => !known.includes(service));
  if (strange === undefined) return;
  throw new UsageError(`no service ${strange} is read`, `services are ${known.join(", ")}`);
}

/** @throws UsageError likewise */
function mustBeCalls(calls: readonly string[]): void {
  const strange = calls.find((call) => !isCall(call));
  if (strange === undefined) return;
  throw new UsageError(
    `no call ${strange} is made`,
    "calls are named service:Operation, as the ledger names them: ec2:DescribeSnapshots, ec2:*LocalGateway*",
  );
}

function accountsOf(named: readonly string[]): "organization" | string[] {
  const [first] = named;
  if (named.length === 1 && first === "organization") return first;
  const strange = named.find((account) => !/^\d{12}$/.test(account));
  if (strange === undefined) return [...named];
  throw new UsageError(
    `${JSON.stringify(strange)} is no AWS account`,
    "name accounts by their twelve digits, or organization for all of it",
  );
}
