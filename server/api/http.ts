import { randomUUID } from "node:crypto";
import compression from "compression";
import express, { type Express, type RequestHandler } from "express";
import helmet from "helmet";
import { httpErrors, refuse, type RequestLog } from "./errors.js";

/** What a page of ours may ask the browser for, and whatever it frames: none of these. Links are copied by clipboard-write, which is not among them. */
const PERMISSIONS = ["camera", "microphone", "geolocation", "payment", "usb", "serial", "display-capture"]
  .map((feature) => `${feature}=()`)
  .join(", ");

/** What no page needs. The pages set a policy of their own in its place. */
const NO_PAGE = { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] };

/**
 * The HTTP server around everything: request ids, security headers, compression, errors without insides. Frames are
 * governed by the content policy, because X-Frame-Options cannot name Microsoft's many hosts.
 */
export function httpApp(options: {
  readonly trustProxy: number;
  readonly secure: boolean;
  readonly handlers: RequestHandler;
  readonly log: RequestLog;
}): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", options.trustProxy);
  app.use((_request, response, next) => {
    response.set("x-request-id", randomUUID());
    response.set("permissions-policy", PERMISSIONS);
    next();
  });
  app.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: NO_PAGE },
      frameguard: false,
      crossOriginOpenerPolicy: { policy: "unsafe-none" },
      referrerPolicy: { policy: "strict-origin-when-cross-origin" },
      strictTransportSecurity: options.secure,
    }),
  );
  app.use(compression());
  app.use(options.handlers);
  app.use((_request, response) => refuse(response, 404, "NOT_FOUND", "There is nothing here."));
  app.use(httpErrors(options.log));
  return app;
}
