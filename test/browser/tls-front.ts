import { request } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { newCertificate } from "../../demo/microsoft/testing/certificate.js";

export interface TlsFront {
  readonly url: string;
  close(): Promise<void>;
}

/** What stands in front of the server where people use it: takes TLS, with a certificate of its own, and hands on. */
export async function startTlsFront(port: number): Promise<TlsFront> {
  const { certificate: cert, privateKey: key } = newCertificate({ host: "localhost" });
  const server = createServer({ cert, key }, (asked, answer) => {
    const { method, url, headers } = asked;
    const onward = request({ host: "127.0.0.1", port, method, path: url, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
