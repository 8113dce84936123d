import { useCallback, useSyncExternalStore, type MouseEvent } from "react";

/** Where the person is: path and query, without a router library; the server answers index.html for every path. */
export interface Place {
  path: string;
  query: URLSearchParams;
}

const moved = new EventTarget();

export function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) window.history.replaceState(null, "", to);
  else window.history.pushState(null, "", to);
  moved.dispatchEvent(new Event("move"));
}

export function usePlace(): Place {
  const address = useSyncExternalStore(subscribe, () => window.location.pathname + window.location.search);
  const [path = "/", search = ""] = address.split("?", 2);
  return { path: path === "/" ? path : path.replace(/\/+$/, ""), query: new URLSearchParams(search) };
}

/** Props of a link inside the tab: a real address, so that it can be opened elsewhere, and no page load on a click. */
export function useLink(to: string): { href: string; onClick: (event: MouseEvent) => void } {
  const onClick = useCallback(
    (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      navigate(to);
    },
    [to],
  );
  return { href: to, onClick };
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  moved.addEventListener("move", listener);
  return () => {
    window.removeEventListener("popstate", listener);
    moved.removeEventListener("move", listener);
  };
}
