import { connect } from "node:net";

export interface RawAnswer {
  /** The status of each answer, in order; none when the connection was closed without one. */
  readonly statuses: readonly number[];
  readonly text: string;
}

/**
 * Writes these bytes to the server as they are, and then `drip` again and again if there is one. Hears what the server
 * says until it closes the connection; a write that meets a closed one is no error here.
 */
export function sendRaw(url: string, bytes: string | Uint8Array, drip?: string): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1").setEncoding("latin1");
    const dripping = drip === undefined ? undefined : setInterval(() => socket.write(drip), DRIP_EVERY_MS);
    let text = "";
    socket
      .on("data", (heard) => (text += String(heard)))
      .on("error", () => undefined)
      .on("close", () => {
        clearInterval(dripping);
        resolve({ statuses: statusesIn(text), text });
      });
    socket.write(bytes);
  });
}

const DRIP_EVERY_MS = 20;

/** 100 is no answer, only the leave to send one's body. */
function statusesIn(text: string): number[] {
  return [...text.matchAll(/HTTP\/1\.1 ([2-5]\d\d) /g)].map(([, status]) => Number(status));
}
