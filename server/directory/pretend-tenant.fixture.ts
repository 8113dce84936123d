import { afterAll, beforeAll, beforeEach } from "vitest";
import { microsoftFetch } from "../microsoft-fetch.js";
import type { Directories, Directory } from "../use-cases/ports.js";
import type { ClientCredential } from "./client-credentials.js";
import { createDirectories } from "./graph-directory.js";
import type { Sleep } from "./transport.js";

/** An id nobody and nothing has. */
export const NOBODY = "00000000-0000-4000-8000-000000000000";

const noWait: Sleep = () => Promise.resolve();

/** What of the pretend Microsoft is needed here; handed in, because only test files may know the demo. */
interface Pretend {
  readonly url: string;
  readonly directory: {
    reset(): void;
    grantConsent(about: { tenantId: string }): unknown;
    people(query: { groupId: string }): { id: string }[];
  };
  close(): Promise<void>;
}

/** A pretend Microsoft for the tests of a file, as on its first day and with the tenant's consent before each of them. */
export function pretendTenant<Running extends Pretend>(options: {
  readonly start: () => Promise<Running>;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tenantId: string;
}) {
  let running: Running | null = null;
  let contoso: Directory | null = null;

  const microsoft = (): Running => {
    if (running === null) throw new Error("The pretend Microsoft runs only during tests.");
    return running;
  };
  const known: ClientCredential = { kind: "SECRET", secret: options.clientSecret };
  const events: object[] = [];
  const directoriesOver = (credentials: readonly ClientCredential[], sleep: Sleep): Directories =>
    createDirectories({
      clientId: options.clientId,
      credentials,
      fetch: microsoftFetch({ simulatorUrl: microsoft().url }),
      now: () => new Date(),
      random: () => 0,
      sleep,
      log: (event) => events.push(event),
    });
  const directoriesWith = (...credentials: readonly ClientCredential[]): Directories =>
    directoriesOver(credentials, noWait);
  const open = (tenantId: string, sleep: Sleep = noWait): Directory => directoriesOver([known], sleep)(tenantId);

  beforeAll(async () => {
    running = await options.start();
  });
  afterAll(() => running?.close());
  beforeEach(() => {
    microsoft().directory.reset();
    microsoft().directory.grantConsent({ tenantId: options.tenantId });
    contoso = open(options.tenantId);
    events.length = 0;
  });

  return {
    open,
    /** The directories of all tenants, reached with these instead of the known secret. */
    directoriesWith,
    /** What was logged in this test. */
    events,
    get microsoft() {
      return microsoft();
    },
    get contoso() {
      return contoso ?? open(options.tenantId);
    },
    /** Ids of the people directly in a group, as the pretend tenant knows them. */
    peopleOf: (groupId: string) => idsOf(microsoft().directory.people({ groupId })),
  };
}

type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: { code: string } };

export function valueOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`Unexpected problem ${JSON.stringify(answer.problem)}`);
  return answer.value;
}

export const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();
