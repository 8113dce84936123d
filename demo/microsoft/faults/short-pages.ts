import type { Call } from "../http/exchange.js";

const LISTS = /\/(users|groups|members|memberOf|transitiveMembers|transitiveMemberOf)$/i;

/** The same question with a smaller $top; undefined when it is none for a list. Its nextLinks ask for small pages, too. */
export function withShortPages(call: Call, rows: number): Call | undefined {
  if (!LISTS.test(call.path)) return undefined;
  const parts = call.search.split("&").filter((part) => part !== "");
  const isTop = (part: string): boolean => /^(\$|%24)?top=/i.test(part);
  const top = Number(parts.find(isTop)?.split("=")[1] ?? Infinity);
  if (top <= rows) return undefined;
  const search = [...parts.filter((part) => !isTop(part)), `$top=${String(rows)}`].join("&");
  return { ...call, search, query: new URLSearchParams(search) };
}
