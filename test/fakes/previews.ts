import type { AgreedPreview, Clock, PreviewStore } from "../../server/use-cases/ports.js";
import type { AtOnce } from "./at-once.js";
import { newId } from "./ids.js";

const DAY_MS = 24 * 3_600_000;

export function previewsInMemory(now: Clock): AtOnce<PreviewStore> {
  const previews = new Map<
    string,
    { readonly accountId: string; readonly until: number; readonly saved: AgreedPreview }
  >();

  return {
    save(accountId, preview) {
      const saved = { ...preview, id: newId() };
      previews.set(saved.id, { accountId, until: now().getTime() + DAY_MS, saved });
      return saved;
    },

    byId(accountId, previewId) {
      const found = previews.get(previewId);
      return found?.accountId === accountId && found.until > now().getTime() ? found.saved : null;
    },
  };
}
