/** What a person does; by role and accessible name, as they find it. */
export type Step =
  | {
      readonly click: readonly [
        role: "button" | "menuitem" | "checkbox" | "switch" | "tab" | "link",
        name: string | RegExp,
      ];
    }
  /** So many of the people on the page, whoever they are. */
  | { readonly tick: number }
  /** The button of the dialog that is on top. */
  | { readonly confirm: string }
  | { readonly type: readonly [role: "searchbox" | "textbox", name: string, text: string] }
  /** Waits until this is to be read. */
  | { readonly read: string };
