import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** The header fields as they came, unfolded. */
  readonly headers: readonly string[];
  /** As a reader sees it. */
  readonly body: string;
  readonly overTls: boolean;
}

export interface MailServer {
  readonly port: number;
  /** Without a login. */
  readonly url: string;
  readonly mails: ReceivedMail[];
  close(): Promise<void>;
}

/** A real mail server in this process; without options it has neither TLS nor logins, like one beside the server. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.cert ? [] : ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData(stream, { envelope, secure }, taken) {
      void text(stream).then((source) => {
        const [head = "", ...rest] = source.split("\r\n\r\n");
        mails.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : "",
          to: envelope.rcptTo.map((recipient) => recipient.address),
          headers: head.replace(/\r\n[ \t]+/g, " ").split("\r\n"),
          body: decoded(rest.join("\r\n\r\n")),
          overTls: secure,
        });
        taken();
      });
    },
    ...options,
  });
  server.on("error", () => undefined); // a client that hangs up is what some tests are about
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    url: `smtp://localhost:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Quoted-printable, as nodemailer writes text. */
function decoded(body: string): string {
  const bytes = body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => `%${hex}`);
  return decodeURIComponent(bytes.replace(/%(?![0-9A-F]{2})/g, "%25"));
}
