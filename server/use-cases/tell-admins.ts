import type { Account, Channel, Notice, Told } from "../core/model.js";
import { letterOf, mailOf } from "../core/notice-words.js";
import { due, isSame, noticesFor } from "../core/notices.js";
import type {
  AccountStore,
  Clock,
  HoldStore,
  LeaseStore,
  Messenger,
  NoticeStore,
  SettingsStore,
  Undelivered,
} from "./ports.js";

export interface TellAdminsDeps {
  readonly accounts: AccountStore;
  readonly settings: SettingsStore;
  readonly holds: HoldStore;
  readonly leases: LeaseStore;
  readonly notices: NoticeStore;
  readonly messenger: Messenger;
  readonly now: Clock;
  readonly publicUrl: string;
  readonly log: (event: object) => void;
  readonly stopping: AbortSignal;
}

const ACCOUNTS_AT_ONCE = 20;

export const NOT_TOLD = "The notices could not be looked through; that is tried again";

/** Begins to tell what a run found and does not wait for it: telling must neither delay a run nor make it fail. */
export function tellSoon(deps: TellAdminsDeps, accountId: string): void {
  tellAdmins(deps, accountId).catch((error: unknown) => {
    if (deps.stopping.aborted) return;
    deps.log({ level: "error", msg: NOT_TOLD, because: error instanceof Error ? error.message : String(error) });
  });
}

/** Tells the receivers of every account what is due. An account that cannot be looked at stops no other. */
export async function tellAllAdmins(deps: TellAdminsDeps): Promise<void> {
  const ids = await deps.accounts.idsWithReceivers();
  const failures: unknown[] = [];
  for (let start = 0; start < ids.length && !deps.stopping.aborted; start += ACCOUNTS_AT_ONCE) {
    const looks = ids.slice(start, start + ACCOUNTS_AT_ONCE).map((accountId) => tellAdmins(deps, accountId));
    for (const look of await Promise.allSettled(looks)) if (look.status === "rejected") failures.push(look.reason);
  }
  if (failures.length > 0) throw failures[0];
}

/**
 * Tells the receivers of one account what is due, and forgets what is over. While a run is going on, whose end will say
 * more, it does neither. What they were told is read before the state: a row that is there by then, and whose state is
 * not, is really over. The other way round, a process that is a moment late would forget what another one has just
 * told, and it would be told twice.
 */
export async function tellAdmins(deps: TellAdminsDeps, accountId: string): Promise<void> {
  if (await deps.leases.isHeld(accountId)) return;
  const told = await deps.notices.told(accountId);
  const account = await deps.accounts.byId(accountId);
  if (!account || account.closedAt) return;
  const channels = channelsTo(account, deps.messenger);
  if (channels.length === 0) return;

  const settings = await deps.settings.get(accountId);
  const hold = await deps.holds.head(accountId);
  const notices = noticesFor({ account, settings, hold });

  await deps.notices.forget(
    accountId,
    told.filter((one) => !notices.some((notice) => isSame(notice, one))),
  );
  for (const notice of notices) {
    const seen = told.find((one) => isSame(notice, one)) ?? null;
    const round = due(notice, seen, channels, deps.now());
    if (round && (await deps.notices.claim(accountId, seen, round))) await send(deps, account, notice, round);
  }
}

function channelsTo({ receivers }: Account, messenger: Messenger): readonly Channel[] {
  return [
    ...(receivers.emails.length > 0 && messenger.mail ? (["MAIL"] as const) : []),
    ...(receivers.webhook !== null ? (["WEBHOOK"] as const) : []),
  ];
}

/** What does not arrive stays noted as undelivered, and is logged at the first try of a round. */
async function send(deps: TellAdminsDeps, account: Account, notice: Notice, round: Told): Promise<void> {
  const facts = { accountId: account.id, kind: notice.kind, times: round.times };
  const deliver = async (channel: Channel): Promise<void> => {
    const because = await sendBy(deps, channel, account, notice);
    if (because === null) {
      await deps.notices.delivered(account.id, round, channel);
      deps.log({ msg: "The receivers of an account were told", ...facts, channel });
    } else if (round.tries === 1 && !deps.stopping.aborted) {
      const msg = "The receivers of an account could not be told; that is tried again";
      deps.log({ level: "warn", msg, ...facts, channel, because });
    }
  };
  await Promise.all(round.undelivered.map(deliver));
}

async function sendBy(
  { messenger, publicUrl, now }: TellAdminsDeps,
  channel: Channel,
  account: Account,
  notice: Notice,
): Promise<Undelivered> {
  const { emails, webhook } = account.receivers;
  const letter = letterOf(notice, account, publicUrl);
  if (channel === "MAIL") return messenger.mail ? messenger.mail(emails, mailOf(letter)) : null;
  return webhook === null ? null : messenger.webhook(webhook, { ...letter, at: now().toISOString() });
}
