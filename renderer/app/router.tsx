import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { filtersFrom } from '../features/library/sessionFilters.ts';
import { CrashPage } from './CrashPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { Shell } from './Shell.tsx';

const root = createRootRoute({ component: Shell });

const library = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../features/library/LibraryPage.tsx'), 'LibraryPage'),
});
const athlete = createRoute({
  getParentRoute: () => root,
  path: '/athletes/$athleteId',
  component: lazyRouteComponent(() => import('./routes/AthleteRoute.tsx'), 'AthleteRoute'),
});
const sessions = createRoute({
  getParentRoute: () => root,
  path: '/sessions',
  validateSearch: filtersFrom,
  component: lazyRouteComponent(() => import('./routes/SessionsRoute.tsx'), 'SessionsRoute'),
});
const session = createRoute({
  getParentRoute: () => root,
  path: '/sessions/$sessionId',
  component: lazyRouteComponent(() => import('./routes/SessionRoute.tsx'), 'SessionRoute'),
});
const review = createRoute({
  getParentRoute: () => root,
  path: '/review/$clipId',
  component: lazyRouteComponent(() => import('./routes/ReviewRoute.tsx'), 'ReviewRoute'),
});
const graphs = createRoute({
  getParentRoute: () => root,
  path: '/graphs/$clipId',
  component: lazyRouteComponent(() => import('./routes/GraphsRoute.tsx'), 'GraphsRoute'),
});
const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare/$clipId',
  component: lazyRouteComponent(() => import('./routes/CompareRoute.tsx'), 'CompareRoute'),
});
const comparePair = createRoute({
  getParentRoute: () => root,
  path: '/compare/$clipId/$otherId',
  component: lazyRouteComponent(() => import('./routes/CompareRoute.tsx'), 'ComparePairRoute'),
});
const report = createRoute({
  getParentRoute: () => root,
  path: '/report/$sessionId',
  component: lazyRouteComponent(() => import('./routes/ReportRoute.tsx'), 'ReportRoute'),
});
const program = createRoute({
  getParentRoute: () => root,
  path: '/program/$athleteId',
  component: lazyRouteComponent(() => import('./routes/ProgramRoute.tsx'), 'ProgramRoute'),
});
const progress = createRoute({
  getParentRoute: () => root,
  path: '/progress/$athleteId',
  component: lazyRouteComponent(() => import('./routes/ProgressRoute.tsx'), 'ProgressRoute'),
});
const exercises = createRoute({
  getParentRoute: () => root,
  path: '/exercises',
  component: lazyRouteComponent(() => import('../features/program/ExercisesPage.tsx'), 'ExercisesPage'),
});
const queue = createRoute({
  getParentRoute: () => root,
  path: '/queue',
  component: lazyRouteComponent(() => import('../features/queue/QueuePage.tsx'), 'QueuePage'),
});
const guide = createRoute({
  getParentRoute: () => root,
  path: '/guide',
  component: lazyRouteComponent(() => import('../features/guide/GuidePage.tsx'), 'GuidePage'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/SettingsPage.tsx'), 'SettingsPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    ...[library, athlete, sessions, session, review, graphs, compare, comparePair, report],
    ...[program, progress, exercises, queue, guide, settings],
  ]),
  history: createHashHistory(),
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: NotFoundPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
