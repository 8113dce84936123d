import { describe, expect, it } from "vitest";
import { say } from "./sentences.js";
import { checkReceivers, webhookTrouble } from "./receivers.js";

const here = { loopback: false };
const emails = (...list: string[]) => checkReceivers({ emails: list, webhook: null }, here);
const HOOK = "https://hooks.contoso.example/rollcall?key=1";

describe("receivers", () => {
  it("are kept without spaces, doubles and empty lines", () => {
    const checked = checkReceivers({ emails: [" it@contoso.com", "IT@contoso.com ", ""], webhook: ` ${HOOK} ` }, here);

    expect(checked).toEqual({ ok: true, value: { emails: ["IT@contoso.com"], webhook: HOOK } });
    expect(checkReceivers({ emails: [], webhook: "  " }, here)).toEqual({
      ok: true,
      value: { emails: [], webhook: null },
    });
  });

  it.each(["a@b.de", "o'neil+it@mail.contoso.co.uk", "müller@bücher.example", "x@xn--bcher-kva.xn--p1ai"])(
    "can be %s",
    (email) => {
      expect(emails(email).ok).toBe(true);
    },
  );

  it.each([
    "it",
    "it@",
    "@contoso.com",
    "it@contoso",
    "it@contoso..com",
    "it@-contoso.com",
    "it@127.0.0.1",
    "it@[127.0.0.1]",
    "a@b.com, c@d.com",
    "a@b.com;c@d.com",
    "a@b@c.com",
    "IT <it@contoso.com>",
    '"x y"@contoso.com',
    "it@contoso.com\r\nBcc: eve@evil.example",
    "it\u202e@contoso.com",
    "it@contoso.com\u0000",
    `${"a".repeat(65)}@contoso.com`,
    `a@${"b".repeat(250)}.com`,
  ])("cannot be %j", (email) => {
    expect(emails("ok@contoso.com", email)).toMatchObject({ ok: false, problem: { code: "INVALID_INPUT" } });
  });

  it("are ten mail addresses at most", () => {
    const ten = Array.from({ length: 10 }, (_, i) => `it${i}@contoso.com`);

    expect(emails(...ten).ok).toBe(true);
    expect(emails(...ten, "it10@contoso.com")).toMatchObject({
      problem: { because: say("TOO_MANY_RECEIVERS", { limit: 10 }) },
    });
  });
});

describe("a webhook", () => {
  it.each([HOOK, "https://hooks.contoso.example:8443/", "https://bücher.example/x"])("can be %s", (url) => {
    expect(webhookTrouble(url, here)).toBeNull();
  });

  it.each([
    ["hooks.contoso.example", "WEBHOOK_NO_ADDRESS"],
    [`https://hooks.contoso.example/${"x".repeat(2000)}`, "WEBHOOK_NO_ADDRESS"],
    ["http://hooks.contoso.example/", "WEBHOOK_NOT_HTTPS"],
    ["ftp://hooks.contoso.example/", "WEBHOOK_NOT_HTTPS"],
    ["file:///etc/hosts", "WEBHOOK_NOT_HTTPS"],
    ["https://user:secret@hooks.contoso.example/", "WEBHOOK_HOLDS_CREDENTIALS"],
    ["https://user@hooks.contoso.example/", "WEBHOOK_HOLDS_CREDENTIALS"],
    ["https://10.0.0.1/", "WEBHOOK_NOT_PUBLIC"],
    ["https://8.8.8.8/", "WEBHOOK_NOT_PUBLIC"],
    ["https://0x7f000001/", "WEBHOOK_NOT_PUBLIC"],
    ["https://2130706433/", "WEBHOOK_NOT_PUBLIC"],
    ["https://127.1/", "WEBHOOK_NOT_PUBLIC"],
    ["https://[::1]/", "WEBHOOK_NOT_PUBLIC"],
    ["https://[::ffff:10.0.0.1]/", "WEBHOOK_NOT_PUBLIC"],
    ["https://localhost/", "WEBHOOK_NOT_PUBLIC"],
    ["https://LOCALHOST./", "WEBHOOK_NOT_PUBLIC"],
    ["https://x.localhost/", "WEBHOOK_NOT_PUBLIC"],
    ["https://metadata.google.internal/", "WEBHOOK_NOT_PUBLIC"],
    ["https://printer.local/", "WEBHOOK_NOT_PUBLIC"],
    ["https://router.home.arpa/", "WEBHOOK_NOT_PUBLIC"],
    ["https://mongo/", "WEBHOOK_NOT_PUBLIC"],
    ["http://localhost:4000/", "WEBHOOK_NOT_HTTPS"],
  ])("cannot be %s", (url, code) => {
    expect(webhookTrouble(url, here)?.code).toBe(code);
  });

  it.each(["http://localhost:5000/x", "http://127.0.0.1:5000/x", "http://[::1]:5000/x"])(
    "can lead to this machine in a trial: %s",
    (url) => {
      expect([webhookTrouble(url, { loopback: true }), webhookTrouble(url, here)]).toEqual([
        null,
        say("WEBHOOK_NOT_HTTPS"),
      ]);
    },
  );

  it.each(["http://10.0.0.1/", "http://localhost.evil.example/", "http://127.0.0.2/", "https://localhost/"])(
    "cannot lead elsewhere inside, in a trial either: %s",
    (url) => {
      expect(webhookTrouble(url, { loopback: true })).not.toBeNull();
    },
  );
});
