import { makeStyles, tokens } from "@fluentui/react-components";
import { narrow, phone } from "./breakpoint.js";

const line = `1px solid ${tokens.colorNeutralStroke2}`;

const hidden = {
  position: "absolute",
  width: "1px",
  height: "1px",
  padding: 0,
  overflow: "hidden",
  clipPath: "inset(50%)",
  whiteSpace: "nowrap",
} as const;

export const useTableStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    [phone]: { display: "block" },
  },
  columns: { [phone]: { display: "none" } },
  busy: { opacity: 0.6 },
  body: { [phone]: { display: "block" } },
  head: { [phone]: { display: "block" } },
  header: {
    textAlign: "start",
    whiteSpace: "nowrap",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: line,
    [phone]: { display: "inline-block", borderBottomStyle: "none" },
  },
  // Over two-line rows only the headings that sort are of use.
  // Pinned to the start: left where they fall, the hidden ones make the page wider than the phone.
  plainHeader: { [phone]: { ...hidden, insetInlineStart: 0, top: 0 } },
  sort: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    minHeight: "24px",
    padding: 0,
    border: "none",
    backgroundColor: "transparent",
    color: "inherit",
    font: "inherit",
    cursor: "pointer",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusSmall },
  },
  hiddenText: hidden,
  row: {
    // Shades that high contrast leaves black: its own for this would want another colour for every word and link.
    ":hover": { backgroundColor: tokens.colorNeutralBackground3 },
    [phone]: {
      display: "block",
      position: "relative",
      borderBottom: line,
      paddingBlock: tokens.spacingVerticalS,
      paddingInlineEnd: "40px",
    },
  },
  headRow: { [phone]: { display: "block", position: "relative" } },
  rowWithTick: { [phone]: { paddingInlineStart: "40px", minHeight: "32px" } },
  // Of the shades behind a page this one is lighter than the page in the dark theme, and black in high contrast.
  selected: { backgroundColor: tokens.colorNeutralBackground6 },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: line,
    overflowWrap: "anywhere",
    verticalAlign: "middle",
    [phone]: { borderBottomStyle: "none", padding: 0 },
  },
  tick: {
    width: "40px",
    padding: 0,
    [phone]: { position: "absolute", insetInlineStart: 0, top: tokens.spacingVerticalXS },
  },
  tickAll: { [phone]: { width: "auto" } },
  onPhone: { display: "none", [phone]: { display: "inline" } },
  lead: { [phone]: { display: "block", fontWeight: tokens.fontWeightSemibold } },
  roomy: { [narrow]: { display: "none" } },
  detail: {
    color: tokens.colorNeutralForeground2,
    // The second line of a narrow row: "mail · origin · status".
    [phone]: {
      display: "inline",
      fontSize: tokens.fontSizeBase200,
      "&:not(:empty) ~ :not(:empty)::before": { content: '"\\00a0· "' },
    },
  },
  named: { [phone]: { whiteSpace: "nowrap" } },
  actions: {
    textAlign: "end",
    whiteSpace: "nowrap",
    [phone]: {
      position: "absolute",
      insetInlineEnd: 0,
      top: tokens.spacingVerticalXS,
      "::before": { display: "none" },
    },
  },
});
