import { Button } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { texts } from "../texts/texts.js";
import { QuietPage } from "./quiet-page.js";

/** Catches a fault of ours, so that it is words and a way on instead of a blank page. React has this as a class only. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const words = texts.common.pageBroken;
    return (
      <QuietPage title={words.title} lines={[words.body]}>
        <Button appearance="primary" onClick={() => window.location.reload()}>
          {words.reload}
        </Button>
      </QuietPage>
    );
  }
}
