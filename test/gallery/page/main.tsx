import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import { createRoot, type Root } from "react-dom/client";
import { App } from "../../../teams-app/src/app.js";
import { speak } from "../../../teams-app/src/language/speak.js";
import "../../../teams-app/src/styles.css";
import { DEFAULTS } from "../answers.js";
import { STATES } from "../states.js";
import "./gallery.css";
import { accessibilityFaults, layoutFaults, motionFaults, stillness } from "./faults.js";
import { answerFrom } from "./scripted-server.js";
import { stopClock } from "./standing-clock.js";
import { startOf } from "./start-of.js";
import { changeTheme, type HostTheme } from "./theme-of-host.js";

/*
 * The gallery: the tab as it is shipped, in one state at a time. Open it with ?state=users/loading&theme=dark; without
 * a state it lists them. Tests drive it through `window.gallery`, without loading the page anew.
 */
export interface Gallery {
  show: (name: string) => Promise<void>;
  theme: (theme: HostTheme) => void;
  accessibilityFaults: typeof accessibilityFaults;
  layoutFaults: typeof layoutFaults;
  motionFaults: typeof motionFaults;
  stillness: typeof stillness;
}

const renderer = createDOMRenderer(document);
let root: Root | null = null;

async function show(name: string): Promise<void> {
  const state = STATES.find((known) => known.name === name);
  if (!state) throw new Error(`There is no state ${name}.`);
  root?.unmount();
  await speak(state.locale ?? "en-GB");
  sessionStorage.clear();
  window.fetch = answerFrom([...DEFAULTS, ...state.answers]);
  window.history.replaceState(null, "", state.path);
  window.scrollTo(0, 0);
  root = createRoot(requireRoot());
  root.render(
    <RendererProvider renderer={renderer} targetDocument={document}>
      <App starting={startOf(state)} />
    </RendererProvider>,
  );
}

function list(): void {
  root = createRoot(requireRoot());
  root.render(
    <ul>
      {STATES.map(({ name, when }) => (
        <li key={name}>
          <a href={`/?state=${name}`}>{name}</a>: {when}
        </li>
      ))}
    </ul>,
  );
}

function requireRoot(): HTMLElement {
  const element = document.getElementById("root");
  if (!element) throw new Error("index.html has no #root.");
  return element;
}

stopClock();
const gallery: Gallery = { show, theme: changeTheme, accessibilityFaults, layoutFaults, motionFaults, stillness };
Object.assign(window, { gallery });
const query = new URLSearchParams(window.location.search);
changeTheme((query.get("theme") ?? "default") as HostTheme);
const wanted = query.get("state");
if (wanted) void show(wanted);
else list();
