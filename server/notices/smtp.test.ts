import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import type { SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { newCertificate } from "../../demo/microsoft/testing/certificate.js";
import { startMailServer, type MailServer } from "../../test/mail-server.js";
import { smtpMailer, type SmtpOptions } from "./smtp.js";

/* Against real mail servers in this process. */

const { certificate, privateKey } = newCertificate({ host: "localhost" });
const LOGIN = "rollcall:p%40ss";
const MAIL = { subject: "A run was held back: Contoso", text: "Contoso: Look.\n" };

const toStop: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0)) await stop();
});

async function mailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const server = await startMailServer(options);
  toStop.push(() => server.close());
  return server;
}

const logged: object[] = [];
const mailer = (url: string, options: Partial<SmtpOptions> = {}) =>
  smtpMailer({
    url,
    from: "Rollcall <rollcall@app.example>",
    log: (event) => logged.push(event),
    signal: new AbortController().signal,
    ca: certificate,
    ...options,
  });

/** Takes logins, and remembers each that was tried with the way it came. */
function withLogins(tried: (string | undefined)[]): SMTPServerOptions {
  return {
    cert: certificate,
    key: privateKey,
    onAuth({ username, password }, { secure }, done) {
      tried.push(`${username ?? ""} ${password ?? ""}${secure ? "" : " in the clear"}`);
      if (password === "p@ss") done(null, { user: username });
      else done(new Error("Authentication of canary failed"));
    },
  };
}

describe("a mail", () => {
  it("reaches all of its receivers at once, says that it is automatic, and keeps every letter", async () => {
    const server = await mailServer();

    const because = await mailer(server.url)(["it@contoso.com", "müller@bücher.example"], {
      subject: "Gruppe „Vertrieb“ fehlt: Contoso",
      text: "Größe\n.\nEnde\n",
    });

    const [mail] = server.mails;
    expect([because, server.mails.length]).toEqual([null, 1]);
    expect(mail).toMatchObject({
      from: "rollcall@app.example",
      to: ["it@contoso.com", "müller@bücher.example"],
    });
    expect(mail?.headers).toContain("Auto-Submitted: auto-generated");
    expect(mail?.headers).toContain("From: Rollcall <rollcall@app.example>");
    expect(mail?.body).toBe("Größe\r\n.\r\nEnde\r\n");
  });

  it("cannot be given another header or receiver by its subject or text", async () => {
    const server = await mailServer();

    await mailer(server.url)(["it@contoso.com"], {
      subject: "x\r\nBcc: eve@evil.example\r\n\r\nbody",
      text: "x\r\n.\r\nRCPT TO:<eve@evil.example>\r\n",
    });

    expect(server.mails).toMatchObject([{ to: ["it@contoso.com"] }]);
    expect(server.mails[0]?.headers.filter((header) => /^(bcc|body)/i.test(header))).toEqual([]);
    expect(server.mails[0]?.body).toContain("RCPT TO");
  });

  it("has arrived when one of several receivers was taken; how many were not is logged", async () => {
    const server = await mailServer({
      onRcptTo: ({ address }, _session, done) =>
        done(address === "gone@contoso.com" ? new Error("no such user") : null),
    });
    logged.length = 0;

    const because = await mailer(server.url)(["gone@contoso.com", "it@contoso.com"], MAIL);
    const none = await mailer(server.url)(["gone@contoso.com"], MAIL);

    expect([because, none]).toEqual([null, "the mail server could not take it EENVELOPE 550"]);
    expect(logged).toEqual([expect.objectContaining({ level: "warn", refused: 1 })]);
    expect(server.mails).toMatchObject([{ to: ["it@contoso.com"] }]);
  });
});

describe("a mail server with a login", () => {
  it.each([
    ["after STARTTLS", "smtp", false],
    ["with TLS from the start", "smtps", true],
  ])("gets it %s", async (_, scheme, secure) => {
    const tried: string[] = [];
    const server = await mailServer({ ...withLogins(tried), secure });

    const because = await mailer(`${scheme}://${LOGIN}@localhost:${server.port}`)(["it@contoso.com"], MAIL);

    expect([because, tried]).toEqual([null, ["rollcall p@ss"]]);
    expect(server.mails).toMatchObject([{ overTls: true }]);
  });

  it("gets neither login nor mail where there is no STARTTLS", async () => {
    const tried: string[] = [];
    const server = await mailServer({
      ...withLogins(tried),
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
    });

    const because = await mailer(`smtp://${LOGIN}@localhost:${server.port}`)(["it@contoso.com"], MAIL);
    const withoutLogin = await mailer(server.url)(["it@contoso.com"], MAIL);

    expect([because, tried]).toEqual([expect.stringMatching(/could not take it E(TLS|SOCKET|PROTOCOL)/), []]);
    expect([withoutLogin, server.mails.length]).toEqual([null, 1]);
  });

  it("gets nothing when its certificate is somebody else's", async () => {
    const tried: string[] = [];
    const server = await mailServer(withLogins(tried));

    const because = await mailer(`smtp://${LOGIN}@localhost:${server.port}`, {
      ca: newCertificate({ host: "localhost" }).certificate,
    })(["it@contoso.com"], MAIL);

    expect([because, tried, server.mails]).toEqual([expect.stringContaining("could not take it"), [], []]);
  });

  it("that refuses it is named by its codes, without its words or ours", async () => {
    const tried: string[] = [];
    const server = await mailServer(withLogins(tried));

    const because = await mailer(`smtp://rollcall:wrong@localhost:${server.port}`)(["it@contoso.com"], MAIL);

    expect(because).toBe("the mail server could not take it EAUTH 535");
    expect([tried, server.mails]).toEqual([["rollcall wrong"], []]);
  });
});

describe("a mail server in trouble", () => {
  it("that is not there is told at once", async () => {
    const server = await mailServer();
    await server.close();

    expect(await mailer(server.url)(["it@contoso.com"], MAIL)).toMatch(/could not take it (ESOCKET|ECONNECTION)/);
  });

  it.each([
    ["says nothing", () => undefined],
    ["trickles", (socket: Socket) => void setInterval(() => socket.write("220-wait\r\n"), 20).unref()],
  ])("that %s is waited for no longer than the limit", async (_, behave) => {
    const server = createServer((socket) => behave(socket.on("error", () => undefined).resume()));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    toStop.push(() => new Promise((resolve) => server.close(() => resolve())));
    const { port } = server.address() as AddressInfo;
    const asked = performance.now();

    const because = await mailer(`smtp://localhost:${port}`, { withinMs: 300 })(["it@contoso.com"], MAIL);

    expect(because).toBe("the mail server took more than 0.3 seconds");
    expect(performance.now() - asked).toBeLessThan(3000);
  });

  it("is not waited for when we stop", async () => {
    const stop = new AbortController();
    const server = await mailServer({ onConnect: () => stop.abort() });

    expect(await mailer(server.url, { signal: stop.signal })(["it@contoso.com"], MAIL)).toContain("EABORT");
  });
});
