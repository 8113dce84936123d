import { z } from "zod";
import type { GroupRead } from "../server/core/model.js";
import type { Directory } from "../server/use-cases/ports.js";
import { PAGE } from "../test/large-tenant.js";
import { startHelper } from "./helper.js";

const Hello = z.object({ url: z.string(), groupIds: z.array(z.string()) });

/** What one has to know of a tenant to read all of it. */
export interface Tenant {
  readonly url: string;
  readonly groupIds: readonly string[];
  readonly people: number;
}

export interface TenantProcess extends Tenant {
  stop(): void;
}

/** A large tenant in a process of its own: what it costs to serve is not to be counted as the reader's. */
export async function startTenant(people: number, groups: number): Promise<TenantProcess> {
  const helper = await startHelper("tenant.ts", [people, groups]);
  return { ...Hello.parse(helper.hello), people, stop: () => helper.stop() };
}

/** All groups of the tenant through the product's directory; fails when anybody is missing. */
export async function readAll(directory: Directory, tenant: Tenant): Promise<readonly GroupRead[]> {
  const answer = await directory.readGroups(tenant.groupIds, { nested: true });
  const groups = answer.ok ? answer.value : [];
  expectAll(
    groups.reduce((sum, group) => sum + group.people.length, 0),
    tenant.people,
  );
  return groups;
}

/** The least that brings the same rows: the pages one after another, parsed and kept. */
export async function readBarely(tenant: Tenant): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  for (const groupId of tenant.groupIds) {
    let link: string | undefined =
      `https://graph.microsoft.com/v1.0/groups/${groupId}/transitiveMembers?$select=id&$top=${PAGE}`;
    while (link !== undefined) {
      const response = await fetch(link.replace("https:/", tenant.url));
      const page = JSON.parse(await response.text()) as { value: unknown[]; "@odata.nextLink"?: string };
      for (const row of page.value) rows.push(row);
      link = page["@odata.nextLink"];
    }
  }
  expectAll(rows.length, tenant.people);
  return rows;
}

function expectAll(read: number, people: number): void {
  if (read !== people) throw new Error(`Read ${read} people of ${people}: a measurement of nothing.`);
}
