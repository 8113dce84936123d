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

  const theme = host ? teamsTheme(pushed ?? host.theme) : dark ? webDarkTheme : webLightTheme;

  useEffect(() => {
    // Scroll bars and the browser's own fields follow this, and the system's choice is not always Teams'
    document.documentElement.style.colorScheme = lightThemes.includes(theme) ? "light" : "dark";
  }, [theme]);
  return theme;
}

// As it comes, what loads stands there as bars of purest white
const contrastTheme: Theme = {
  ...teamsHighContrastTheme,
  colorNeutralStencil1: "#404040",
  colorNeutralStencil2: "#404040",
};

const lightThemes = [teamsLightTheme, webLightTheme];

/** Teams names: default, dark, contrast, glass; an unknown one is shown light. */
function teamsTheme(name: string): Theme {
  if (name === "contrast") return contrastTheme;
  return name === "dark" || name === "glass" ? teamsDarkTheme : teamsLightTheme;
}

const darkScheme = window.matchMedia("(prefers-color-scheme: dark)");

function subscribeToScheme(listener: () => void): () => void {
  darkScheme.addEventListener("change", listener);
  return () => darkScheme.removeEventListener("change", listener);
}
