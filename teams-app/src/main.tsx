import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import { createRoot } from "react-dom/client";
import { App } from "./app.js";
import { start } from "./start.js";
import "./styles.css";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root.");

// Begun once and outside React: a component that is mounted twice would redeem Microsoft's one-time code twice.
const starting = start();
const renderer = createDOMRenderer(document, { styleElementAttributes: nonceAttributes() });

createRoot(root).render(
  <RendererProvider renderer={renderer} targetDocument={document}>
    <App starting={starting} />
  </RendererProvider>,
);

/** Without the page's nonce the content security policy drops every style Fluent adds. */
function nonceAttributes(): Record<string, string> {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  return nonce ? { nonce } : {};
}
