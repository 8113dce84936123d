import { isIP } from "node:net";

/*
 * Which domains a manifest may name (validDomains), by the rules of the Teams store on external domains. Microsoft's
 * JSON schema takes any text there, and what is wrong shows only when the tab stays blank in Teams.
 */

/** Whoever has an account there controls a name below these, and the next owner of the name controls the tab. */
const NOT_YOURS = [
  "azurewebsites.net",
  "azureedge.com",
  "azureedge.net",
  "microsoft.com",
  "microsoftonline.com",
  "onmicrosoft.com",
];
const TUNNELS = [
  "ngrok.io",
  "ngrok.app",
  "ngrok.dev",
  "ngrok-free.app",
  "ngrok-free.dev",
  "trycloudflare.com",
  "devtunnels.ms",
  "loca.lt",
  "localtunnel.me",
  "localhost.run",
  "lhr.life",
  "serveo.net",
  "tunnelmole.net",
  "pagekite.me",
  "bore.pub",
];
/** Names that no public name server knows. */
const AT_HOME = ["localhost", "local", "localdomain", "internal", "lan", "test", "invalid"];

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** What is wrong with a domain, to go on after its name; null when nothing is. */
export function domainProblem(domain: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(domain)) return "is an address; give the host alone, like tab.example.com";
  if (/[/?#]/.test(domain)) return "has a path; give the host alone, like tab.example.com";
  if (/^[^:]*:\d*$/.test(domain)) return "has a port; give the host alone, like tab.example.com";
  if (domain !== domain.toLowerCase()) return "has capital letters; write it in small ones";
  const labels = domain.split(".");
  if (isIP(domain.replace(/^\[|\]$/g, ""))) return "is a number and not a name";
  const named = labels.slice(labels.findLastIndex((label) => label.includes("*")) + 1);
  if (labels.slice(0, labels.length - named.length).some((label) => label !== "*"))
    return "has a wildcard in a wrong place; it stands for a whole part, with nothing but wildcards before it";
  if (AT_HOME.some((suffix) => isBelow(domain, suffix))) return "is known on your own machine or network only";
  if (named.length < 2) return "is no whole domain name, like tab.example.com";
  if (domain.length > 253 || !named.every((label) => LABEL.test(label)))
    return "has signs that a domain name cannot have; others than a to z are written as xn--…";
  if (TUNNELS.some((suffix) => isBelow(domain, suffix))) return "is a tunnel, which the Teams store refuses";
  if (NOT_YOURS.some((suffix) => isBelow(domain, suffix)))
    return "is not under your control, so the Teams store refuses it";
  return null;
}

const isBelow = (domain: string, suffix: string): boolean => domain === suffix || domain.endsWith(`.${suffix}`);
