import {
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from "@fluentui/react-components";
import { useEffect, useState, useSyncExternalStore } from "react";

interface ThemeSource {
  theme: string;
  onThemeChange: (listener: (theme: string) => void) => void;
}

/** Teams' theme inside Teams, as it changes; the system's light or dark in a browser. */
export function useTheme(host: ThemeSource | null): Theme {
  const dark = useSyncExternalStore(subscribeToScheme, () => darkScheme.matches);
  const [pushed, setPushed] = useState<string | null>(null);

  useEffect(() => host?.onThemeChange(setPushed), [host]);

  if (!host) return dark ? webDarkTheme : webLightTheme;
  return teamsTheme(pushed ?? host.theme);
}

/** Teams names: default, dark, contrast, glass; an unknown one is shown light. */
function teamsTheme(name: string): Theme {
  if (name === "contrast") return teamsHighContrastTheme;
  return name === "dark" || name === "glass" ? teamsDarkTheme : teamsLightTheme;
}

const darkScheme = window.matchMedia("(prefers-color-scheme: dark)");

function subscribeToScheme(listener: () => void): () => void {
  darkScheme.addEventListener("change", listener);
  return () => darkScheme.removeEventListener("change", listener);
}
