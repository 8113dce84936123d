import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useReturnedFocus } from "./keep-focus.js";
import { texts } from "../texts/texts.js";

const useStyles = makeStyles({
  content: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
    overflowWrap: "anywhere",
  },
  button: { whiteSpace: "nowrap", maxWidth: "none" },
});

export interface ConfirmDialogProps {
  title: string;
  /** The verb itself: "Disable", "Add"; never "OK". */
  action: string;
  pending?: boolean;
  children: ReactNode;
  onConfirm: () => void;
  onCancel: () => void;
}

/**
 * Asks before an effect on people. Rendered only while it is open. Cancel comes first, since Fluent gives the first
 * button the focus: an absent-minded Enter then takes nothing away.
 */
export function ConfirmDialogSurface({
  title,
  action,
  pending = false,
  children,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  const styles = useStyles();
  useReturnedFocus();
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onCancel()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>{children}</DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button className={styles.button}>{texts.common.cancel}</Button>
            </DialogTrigger>
            <Button appearance="primary" className={styles.button} disabledFocusable={pending} onClick={onConfirm}>
              {action}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
