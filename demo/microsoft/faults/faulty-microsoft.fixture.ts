import { afterAll, beforeAll, beforeEach } from "vitest";
import { GROUPS } from "../registration.js";
import { startMicrosoft, type PretendMicrosoft } from "../server.js";
import { appToken, ask, control, GRAPH, type Answer } from "../testing/client.js";

/** Lists of five people a page: two pages at least. */
export const SALES = `/groups/${GROUPS.sales}/members?$select=id,displayName,accountEnabled&$top=5`;
export const LEGAL = `/groups/${GROUPS.legal}/members?$select=id&$top=5`;
export const ofSales = { path: `/v1.0/groups/${GROUPS.sales}/*members` };

/** A pretend Microsoft for the tests of a file, well and with Contoso's consent before each of them. */
export function faultyMicrosoft() {
  let microsoft: PretendMicrosoft | undefined;
  let authorization = "";
  let ahead = 0;
  const running = (): PretendMicrosoft => {
    if (!microsoft) throw new Error("The pretend Microsoft runs only during tests.");
    return microsoft;
  };
  const now = (): Date => new Date(Date.now() + ahead);

  beforeAll(async () => {
    microsoft = await startMicrosoft({ now });
    microsoft.directory.grantConsent();
    authorization = `Bearer ${String((await appToken(microsoft)).json.access_token)}`;
  });
  beforeEach(() => {
    ahead = 0;
    running().faults.clear();
  });
  afterAll(() => microsoft?.close());

  return {
    get microsoft() {
      return running();
    },
    now,
    passSeconds: (seconds: number) => void (ahead += seconds * 1_000),
    /** Sets a fault as another process would. */
    script: (fault: object) => control(running(), "fault", fault),
    /** The faults that are set, as another process sees them. */
    faults: async (): Promise<Answer["json"][]> =>
      (await (await fetch(`${running().url}/control/faults`)).json()) as Answer["json"][],
    read: (path: string, headers: Record<string, string> = {}, signal: AbortSignal | null = null): Promise<Answer> =>
      ask(running(), path.startsWith("https:") ? path : GRAPH + path, {
        headers: { authorization, ...headers },
        signal,
      }),
    /** Asks for these in one $batch; the parts by their place in it. */
    batch: async (urls: readonly string[], signal: AbortSignal | null = null): Promise<Answer["json"][]> => {
      const requests = urls.map((url, index) => ({ id: String(index), method: "GET", url }));
      const init = { method: "POST", headers: { authorization }, body: JSON.stringify({ requests }), signal };
      const { json } = await ask(running(), `${GRAPH}/$batch`, init);
      const responses = (json.responses ?? []) as Answer["json"][];
      return responses.sort((a, b) => Number(a.id) - Number(b.id));
    },
    /** Tries to write, which must not be possible whatever is scripted. */
    write: (path: string): Promise<Answer> =>
      ask(running(), GRAPH + path, { method: "DELETE", headers: { authorization } }),
  };
}
