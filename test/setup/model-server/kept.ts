/**
 * Members that the models call sensitive, or that are named like secrets, and that are kept: policies judge by them,
 * or people tell things apart by them. Whoever adds a call with another one decides here or in `sources/aws/secrets.ts`.
 */
export const KEPT: ReadonlyMap<string, string> = new Map([
  ["AccountName", "what people call an account"],
  ["AccountUrl", "where records are delivered to"],
  ["AttributeName", "what is told with records, by its name alone"],
  ["Comment", "of a distribution: what it is for"],
  ["ContentColumnName", "where records are delivered to"],
  ["Database", "where records are delivered to"],
  ["GatewayNetworkInterfaces", "where a gateway answers"],
  ["IPAddress", "where a managed host answers"],
  ["Ipv4Address", "where a gateway answers"],
  ["Ipv6Address", "where a gateway answers"],
  ["KeyId", "which key encrypts"],
  ["KMSMasterKeyID", "which key encrypts"],
  ["Location", "where a site is"],
  ["MetaDataColumnName", "where records are delivered to"],
  ["Name", "what people call an account, a unit or a policy"],
  ["PrivateLinkVpceId", "by which way records are delivered"],
  ["Schema", "where records are delivered to"],
  ["SnowflakeRole", "as whom records are delivered"],
  ["SSEKMSKeyId", "which key encrypts"],
  ["Table", "where records are delivered to"],
  ["Tags", "what people tell things apart by"],
  ["tags", "what people tell things apart by"],
  ["Url", "scheme, host and port of what records are delivered to"],
]);
