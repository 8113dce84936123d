import { readFileSync, renameSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { newSigningKeys } from "../identity/keys.js";
import { seedTenants } from "../seed/seed.js";
import { firstCredentials } from "./directory-credentials.js";
import type { AppInTenant, Group, State, Tenant } from "./model.js";

const SAVE_DELAY_MS = 150;

export interface Store {
  state: State;
  /** Says that the state has changed; it is on disk a moment later. */
  changed: () => void;
  /** Writes what has not been written yet. */
  flush: () => Promise<void>;
}

/** Opens the state kept in the file, or makes the seed's; without a file everything stays in memory. */
export async function openStore(dataFile: string | undefined): Promise<Store> {
  const kept = dataFile === undefined ? undefined : readState(dataFile);
  const state = kept ?? {
    tenants: seedTenants(),
    credentials: firstCredentials(),
    keys: await newSigningKeys(),
    writes: 0,
  };
  const saver = dataFile === undefined ? undefined : makeSaver(dataFile, () => JSON.stringify(state, plainValue));
  if (!kept) saver?.changed();
  return { state, changed: () => saver?.changed(), flush: async () => saver?.flush() };
}

function readState(dataFile: string): State | undefined {
  let text: string;
  try {
    text = readFileSync(dataFile, "utf8");
  } catch {
    return undefined;
  }
  try {
    return reviveState(JSON.parse(text) as PlainState);
  } catch {
    // A file that cannot be read is put aside, not overwritten: somebody may have edited it by hand.
    renameSync(dataFile, `${dataFile}.unreadable`);
    return undefined;
  }
}

/** Many changes, one write: debounced, to a file beside it, then renamed, so that a crash leaves the old or the new state, never half. */
function makeSaver(dataFile: string, content: () => string): { changed(): void; flush(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  const write = (): Promise<void> => {
    timer = undefined;
    const next = async (): Promise<void> => {
      await mkdir(dirname(dataFile), { recursive: true });
      // The signing keys are in it: for this user's eyes only.
      await writeFile(`${dataFile}.new`, content(), { mode: 0o600 });
      await rename(`${dataFile}.new`, dataFile);
    };
    writing = writing.then(next).catch((error: unknown) => {
      console.error(
        `The pretend Microsoft could not write ${dataFile}: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
    return writing;
  };
  return {
    changed: () => {
      timer ??= setTimeout(() => void write(), SAVE_DELAY_MS);
    },
    flush: async () => {
      if (timer) {
        clearTimeout(timer);
        await write();
      }
      await writing;
    },
  };
}

function plainValue(_name: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value.values()];
  return value;
}

type Plain<T, Lists extends keyof T> = Omit<T, Lists> & {
  [L in Lists]: (T[L] extends Map<string, infer V> ? V : never)[];
};
type PlainGroup = Omit<Group, "members"> & { members: string[] };
type PlainTenant = Omit<
  Plain<Tenant, "people" | "groups" | "others" | "deletedPeople" | "deletedGroups">,
  "groups" | "deletedGroups"
> & {
  groups: PlainGroup[];
  deletedGroups: PlainGroup[];
};

/** Files from before the registration could have other credentials than the first have none. */
type PlainState = Omit<State, "tenants" | "credentials"> & {
  tenants: PlainTenant[];
  credentials?: State["credentials"];
};

function reviveState(plain: PlainState): State {
  return {
    ...plain,
    tenants: byId(plain.tenants.map(reviveTenant)),
    credentials: plain.credentials ?? firstCredentials(),
  };
}

function reviveTenant(plain: PlainTenant): Tenant {
  return {
    ...plain,
    // Kept by a version that did not number them
    app: { ...plain.app, tokenGeneration: (plain.app as Partial<AppInTenant>).tokenGeneration ?? 0 },
    people: byId(plain.people),
    groups: byId(plain.groups.map(reviveGroup)),
    others: byId(plain.others),
    deletedPeople: byId(plain.deletedPeople),
    deletedGroups: byId(plain.deletedGroups.map(reviveGroup)),
  };
}

function reviveGroup(plain: PlainGroup): Group {
  return { ...plain, members: new Set(plain.members) };
}

function byId<T extends { id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((each) => [each.id, each]));
}
