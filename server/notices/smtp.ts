import { createTransport } from "nodemailer";
import type { Messenger } from "../use-cases/ports.js";

const WITHIN_MS = 10_000;

export interface SmtpOptions {
  /** smtp://user:password@host:587, or smtps:// for TLS from the first byte. */
  readonly url: string;
  readonly from: string;
  readonly log: (event: object) => void;
  readonly signal: AbortSignal;
  /** Longest that a mail may take, connection and all. */
  readonly withinMs?: number;
  /** Certificate (PEM) to trust instead of the public ones. */
  readonly ca?: string;
}

/**
 * Mails over SMTP. A password goes over TLS only: a server that takes STARTTLS out of its greeting (or somebody in
 * between who does) gets no login and no mail.
 */
export function smtpMailer(options: SmtpOptions): NonNullable<Messenger["mail"]> {
  const { from, log, withinMs = WITHIN_MS } = options;
  const server = new URL(options.url);
  const secure = server.protocol === "smtps:";
  const auth =
    server.username === ""
      ? undefined
      : { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) };
  const transport = createTransport({
    host: server.hostname.replace(/^\[|\]$/g, ""),
    ...(server.port !== "" && { port: Number(server.port) }),
    secure,
    requireTLS: auth !== undefined && !secure,
    auth,
    ...(options.ca !== undefined && { tls: { ca: options.ca } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return async (to, { subject, text }) => {
    const tooLate = AbortSignal.timeout(withinMs);
    try {
      const sent = await transport.sendMail({
        from,
        // As objects: text would be parsed once more, and one address could become several.
        to: to.map((address) => ({ name: "", address })),
        subject,
        text,
        headers: { "Auto-Submitted": "auto-generated" },
        signal: AbortSignal.any([tooLate, options.signal]),
      });
      const refused = sent.rejected.length;
      if (refused > 0) log({ level: "warn", msg: "The mail server refused some of the receivers", refused });
      return null;
    } catch (error) {
      return tooLate.aborted ? `the mail server took more than ${withinMs / 1000} seconds` : inWords(error);
    }
  };
}

/** The codes alone: a server's own words may repeat addresses, or what it was sent. */
function inWords(error: unknown): string {
  const { code, responseCode } = error as { readonly code?: string; readonly responseCode?: number };
  return ["the mail server could not take it", code, responseCode].filter((part) => part !== undefined).join(" ");
}
