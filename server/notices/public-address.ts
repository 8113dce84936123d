import { BlockList, isIPv4, isIPv6 } from "node:net";

/**
 * Ranges of the IANA special-purpose registries that do not lead to a host on the internet: "this host", private,
 * carrier-grade NAT, loopback, link-local (the clouds' metadata services), protocol assignments, documentation,
 * benchmarking, multicast, reserved.
 */
const NOT_PUBLIC_IPV4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];

/** Of IPv6 only global unicast is public at all; within it, what is set aside or wraps an IPv4 address (6to4, Teredo). */
const GLOBAL_UNICAST = "2000::/3";
const NOT_PUBLIC_IPV6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

const notPublicIpv4 = listOf("ipv4", NOT_PUBLIC_IPV4);
const globalUnicast = listOf("ipv6", [GLOBAL_UNICAST]);
const notPublicIpv6 = listOf("ipv6", NOT_PUBLIC_IPV6);

/** Whether a host on the internet can have this address. An IPv4 address wrapped in an IPv6 one never counts as public. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !notPublicIpv4.check(address, "ipv4");
  return isIPv6(address) && globalUnicast.check(address, "ipv6") && !notPublicIpv6.check(address, "ipv6");
}

function listOf(family: "ipv4" | "ipv6", subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [net = "", prefix] = subnet.split("/");
    list.addSubnet(net, Number(prefix), family);
  }
  return list;
}
