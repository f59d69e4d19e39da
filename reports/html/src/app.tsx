import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { type Estate, EstateContext } from "./estate.js";
import { LeftOut } from "./parts/left-out.js";
import { Masthead } from "./parts/masthead.js";
import { Navigation } from "./parts/navigation.js";
import { RouterContext, useHashRouter, VIEWS, type View } from "./route.js";
import { CoverageView } from "./views/coverage.js";
import { ExceptionsView } from "./views/exceptions.js";
import { FindingsView } from "./views/findings.js";
import { FrameworksView } from "./views/frameworks.js";
import { OverviewView } from "./views/overview.js";
import { PoliciesView } from "./views/policies.js";
import { UndecidedView } from "./views/undecided.js";

const DRAW: Readonly<Record<View, () => JSX.Element>> = {
  overview: OverviewView,
  findings: FindingsView,
  undecided: UndecidedView,
  exceptions: ExceptionsView,
  coverage: CoverageView,
  frameworks: FrameworksView,
  policies: PoliciesView,
};

export function App({ estate }: { estate: Estate }) {
  const router = useHashRouter();
  const main = useRef<HTMLElement>(null);
  const { view } = router.route;
  useEffect(() => scrollTo(0, 0), [view]);
  const skip = (event: Event) => {
    // Following the link itself would replace the hash, which holds the reader's filters.
    event.preventDefault();
    main.current?.focus();
  };
  const views = estate.printing ? VIEWS : [view];
  return (
    <EstateContext.Provider value={estate}>
      <RouterContext.Provider value={router}>
        {/* biome-ignore lint/a11y/useValidAnchor: it is a link within the page, only kept from changing the hash. */}
        <a class="skip" href="#main" onClick={skip}>
          Skip to the content
        </a>
        <Masthead />
        <Navigation />
        <main id="main" tabIndex={-1} ref={main}>
          <LeftOut />
          {views.map((name) => {
            const Draw = DRAW[name];
            return <Draw key={name} />;
          })}
        </main>
      </RouterContext.Provider>
    </EstateContext.Provider>
  );
}
