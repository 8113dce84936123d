import { BREAKING, FLOODING, wayInWords } from "./way-words.js";
import { SCREENS, type Screen, type State } from "./state.js";

export const VIEWS = ["light", "dark", "contrast", "phone"] as const;
export type View = (typeof VIEWS)[number];

/** Seen from docs/. */
export const pictureOf = (name: State["name"], view: View): string => `screens/${name}-${view}.webp`;

const TITLES: Record<Screen, string> = {
  welcome: "Before the tab",
  users: "Users",
  why: "Why is this person (not) here?",
  "add-people": "Add people",
  "automatic-import": "Automatic import",
  history: "History",
  settings: "Settings",
  "my-page": "My page",
};

/** docs/screens.md: a section a screen, a row a state. */
export function pageOfScreens(states: readonly State[]): string {
  const sections = SCREENS.map((screen) => {
    const rows = states.filter(({ name }) => name.startsWith(`${screen}/`)).map(rowOf);
    return `## ${TITLES[screen]}\n\n${rows.join("\n\n")}\n`;
  });
  return `${HEAD}\n${sections.join("\n")}`;
}

const HEAD = `# Every screen, in every state

Made by \`npm run screens\` from the states in test/gallery, with the tab's own sources and answers such as the server
gives. Light, dark, high contrast, and a phone. Of a long page a part is shown.

Under each stands how to see it in the trial (\`npm start\`), signed in as Adele Vance unless somebody else is named, who has
opened Contoso's account: on the control page and the faults page of the pretend Microsoft (http://127.0.0.1:4100/ and
/faults), on its page that plays Teams (/teams), in the browser, and in the tab. "Automatic import on" is for Sales and Legal,
with leavers disabled. Where the browser is told something, the screen was open before, and another one is now. In its console

- Rollcall fails by \`${BREAKING}\`
- and is asked too often by \`${FLOODING}\`

A fault is turned off again on the faults page, and a consent is granted again on the control page; **Reset everything**
there puts the pretend tenants back to their first day.
`;

function rowOf(state: State): string {
  const { name, when } = state;
  const pictures = VIEWS.map(
    (view) => `<img src="${pictureOf(name, view)}" alt="${name}, ${view}" width="${WIDTHS[view]}">`,
  );
  return `**${name.split("/")[1] ?? ""}**: ${when}.\n\nHow: ${wayInWords(state)}\n\n${pictures.join(" ")}`;
}

const WIDTHS: Record<View, number> = { light: 300, dark: 300, contrast: 300, phone: 110 };
