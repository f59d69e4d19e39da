/** Few ports and addresses, so that rules, routes and packets really meet. */
export const PORTS = { tcp: [22, 80, 443], udp: [53, 443] } as const;

/** One in each part that the edges of port ranges below cut the ephemeral ports into. */
export const SOURCE_PORTS = [1500, 33_000, 50_000] as const;

export const PORT_RANGES: readonly (readonly [from: number, to: number])[] = [
  [22, 22],
  [53, 53],
  [80, 80],
  [443, 443],
  [0, 1023],
  [53, 80],
  [80, 443],
  [0, 65_535],
  [1, 442],
];

export const EPHEMERAL: readonly (readonly [from: number, to: number])[] = [
  [1024, 65_535],
  [32_768, 65_535],
  [49_152, 65_535],
  [1024, 32_767],
  [32_768, 49_151],
];

/** Blocks of the internet, and a host in each part that they, and the estates' own addresses, cut it into. */
export const WORLD = {
  hosts: [
    "8.8.8.8",
    "8.8.8.9",
    "8.8.1.1",
    "9.1.1.1",
    "20.1.1.1",
    "52.99.1.1",
    "185.1.1.1",
    "2001:4860:4860::8888",
    "2001:4860:1::1",
    "2a00:1450::1",
    "2a05:d000::1",
  ],
  four: ["0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "8.8.0.0/16", "8.8.8.0/24", "8.8.8.8/32", "9.0.0.0/8"],
  six: ["::/0", "2000::/3", "2001:4860::/32", "2001:4860:4860::/48", "2a00:1450::1/128"],
} as const;
