import { afterAll, beforeAll, beforeEach } from "vitest";
import { CLIENT_ID, CLIENT_SECRET, CONTOSO_TENANT_ID } from "../../demo/microsoft/registration.js";
import { startMicrosoft, type PretendMicrosoft } from "../../demo/microsoft/server.js";
import { microsoftFetch } from "../microsoft-fetch.js";
import type { Directory } from "../use-cases/ports.js";
import { createDirectories } from "./graph-directory.js";

/** An id nobody and nothing has. */
export const NOBODY = "00000000-0000-4000-8000-000000000000";

/** A pretend Microsoft for the tests of a file, as on its first day and with Contoso's consent before each of them. */
export function pretendContoso() {
  let running: PretendMicrosoft | null = null;
  let contoso: Directory | null = null;

  const microsoft = (): PretendMicrosoft => {
    if (running === null) throw new Error("The pretend Microsoft runs only during tests.");
    return running;
  };
  const open = (tenantId: string, clientSecret = CLIENT_SECRET): Directory =>
    createDirectories({
      clientId: CLIENT_ID,
      clientSecret,
      fetch: microsoftFetch({ simulatorUrl: microsoft().url }),
      now: () => new Date(),
      random: () => 0,
      sleep: () => Promise.resolve(),
      log: () => undefined,
    })(tenantId);

  beforeAll(async () => {
    running = await startMicrosoft();
  });
  afterAll(() => running?.close());
  beforeEach(() => {
    microsoft().directory.reset();
    microsoft().directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
    contoso = open(CONTOSO_TENANT_ID);
  });

  return {
    open,
    get microsoft() {
      return microsoft();
    },
    get contoso() {
      return contoso ?? open(CONTOSO_TENANT_ID);
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
