export type HostTheme = "default" | "dark" | "contrast";

let theme: HostTheme = "default";
let listener: (theme: string) => void = () => undefined;

/** Teams' way of telling its theme; the gallery changes it without showing the state anew. */
export const themeOfHost = {
  get theme(): string {
    return theme;
  },
  onThemeChange: (changed: (theme: string) => void): void => {
    listener = changed;
  },
};

export function changeTheme(next: HostTheme): void {
  theme = next;
  listener(next);
}
