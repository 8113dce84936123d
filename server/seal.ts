import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Sealer } from "./use-cases/ports.js";

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals with AES-256-GCM under the first key and opens with any of them, so that a key can be changed without breaking
 * what is out there. Purpose and account are authenticated with the text: a cursor of one account is noise to another.
 */
export function createSealer(keys: readonly Buffer[]): Sealer {
  const [sealingKey] = keys;
  if (!sealingKey) throw new Error("A sealer needs a key.");
  return {
    seal(text, binding) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", sealingKey, iv).setAAD(boundTo(binding));
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
    },
    open(sealed, binding) {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length < IV_BYTES + TAG_BYTES) return null;
      for (const key of keys) {
        const text = openWith(key, bytes, boundTo(binding));
        if (text !== null) return text;
      }
      return null;
    },
  };
}

function openWith(key: Buffer, bytes: Buffer, bound: Buffer): string | null {
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(bound)
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return null;
  }
}

const boundTo = (binding: { readonly purpose: string; readonly accountId: string }): Buffer =>
  Buffer.from(JSON.stringify([binding.purpose, binding.accountId]));
