import type { Messenger } from "../use-cases/ports.js";
import { smtpMailer } from "./smtp.js";
import { webhookSender } from "./webhook.js";

export interface MessengerOptions {
  /** The mail server and the sender's address; null where mails are not sent. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** Whether webhooks may be posted to this machine: in a trial. */
  readonly loopback: boolean;
  readonly log: (event: object) => void;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
}

/** The ways to the receivers of notices. */
export function createMessenger({ mail, loopback, log, signal }: MessengerOptions): Messenger {
  return {
    mail: mail && smtpMailer({ ...mail, log, signal }),
    webhook: webhookSender({ loopback, signal }),
  };
}
