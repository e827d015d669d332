import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { api } from '../../../shared/contract/api.ts';
import { call } from '../../../shared/contract/client.ts';
import type { AppEvent } from '../../../shared/contract/events.ts';
import type { LogEntryInput, ProgramState } from '../../../shared/contract/programApiSchemas.ts';
import type { Analysis, AnalysisClip, Finding, Metric } from '../../../shared/domain/analysis.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { findingOf } from '../../../shared/program/planInputs.testkit.ts';
import type { LibraryDb } from '../../db/libraryDb.ts';
import { temporaryFolder } from '../../db/testLibrary.testkit.ts';
import { createPlanExporter } from '../../export/planFiles.ts';
import { processClock } from '../clock.ts';
import { createHost, type Host } from '../createHost.ts';
import { openLibrary } from '../library.ts';
import { createMediaService } from '../mediaService.ts';
import type { Services } from '../services.ts';
import { openMemoryWire, type Wire } from '../wire.testkit.ts';
import type { Ask } from './journey.testkit.ts';
import { day, START, testsOn } from './programme.testkit.ts';

const services: Services = {
  media: createMediaService(),
  analyze: () => {
    throw new RangeError('nothing is measured here');
  },
  exportFiles: async () => [],
  exportPlan: createPlanExporter(async () => Buffer.from('%PDF-1.7')),
  appVersion: '1.2.3',
  licences: () => 'MIT',
  capabilities: { isDesktop: false, canReferenceFiles: false, canPrintPdf: false },
  sampleFolder: '',
  now: processClock(),
  newId: randomUUID,
};

/** A clip from the left side at 120 frames/s on a treadmill. */
const CLIP: AnalysisClip = {
  ...{ id: 'c', file: 'c.mp4', sha256: '', role: 'side_left', duration_s: 10, frame_count: 1200 },
  ...{ first_pts_s: 0, capture_fps: 120, container_fps: 120, time_scale: 1, irregular_share: 0 },
  ...{ width: 64, height: 48, rotation: 0, view: 'side', yaw_deg: 0, direction: 'left', near_side: 'L' },
  ...{ gait: 'run', surface: 'treadmill', notices: [], repaired: [] },
  timing: {
    ...{ source: 'file', candidates: [], duplicate_frames: 0, missing_frames: 0, variable_rate: false },
    evidence: { stated: null, file_cadence: null, ballistic: null },
    half_widths: { cadence_spm: 1, contact_time_ms: 1, foot_strike_angle_deg: 1, tibia_angle_deg: 1 },
    metrics_off: [],
  },
};

const analysisWith = (findings: Finding[], metrics: Metric[]): Analysis => ({
  schemaVersion: 1,
  session: { athlete_height_m: null, speed_mps: 3, incline_percent: null, shoe: null, surface: 'treadmill' },
  ...{ clips: [CLIP], events: [], edits: [], detached_edits: [], metrics, strides: [], findings, plan: null },
  provenance: { app_version: '1.2.3', model: 'full', model_sha256: '', backend: 'none', settings: {} },
});

export interface ProgrammeHost {
  readonly ask: Ask;
  readonly athleteId: string;
  readonly events: AppEvent[];
  /** The database of the library that is open now. */
  db(): LibraryDb;
  wire(): Wire;
  /** What the app's own log says so far. */
  log(): string;
  /** A session with an analysis as if it had been measured. */
  addAnalysis(date: string, findings: Finding[], metrics?: Metric[]): Promise<string>;
  /** The same in a session that is there. */
  addAnalysisTo(sessionId: string, findings: Finding[], metrics?: Metric[]): void;
  /** Closes the library and opens it again, as a restart of the app does. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

/** A host on a real library with one athlete, whose analyses are put in by the test. */
export async function openProgrammeHost(): Promise<ProgrammeHost> {
  const place = temporaryFolder();
  const events: AppEvent[] = [];
  let open: { host: Host; db: LibraryDb; wire: Wire };
  const start = async () => {
    const library = await openLibrary(join(place.folder, 'library'));
    const host = createHost(services, library);
    host.onEvent((event) => events.push(event));
    open = { host, db: library.db, wire: await openMemoryWire(host) };
  };
  await start();
  const ask: Ask = async (method, input) => {
    const value = await call(open.wire.transport, method, input);
    if (!isDeepStrictEqual(api[method].output.parse(value), value))
      throw new RangeError(`invalid answer of ${method}`);
    return value;
  };
  const { id: athleteId } = await ask('athletes.create', { name: 'Ann' });
  const addAnalysisTo = (sessionId: string, findings: Finding[], metrics: Metric[] = []): void => {
    const createdAt = services.now().toISOString();
    const analysis = analysisWith(findings, metrics);
    open.db.analyses.insert({ id: randomUUID(), sessionId, inputsSha256: '', analysis, createdAt });
  };
  return {
    ask,
    athleteId,
    events,
    db: () => open.db,
    wire: () => open.wire,
    log: () => readFileSync(join(place.folder, 'library', 'logs', 'midstance.log'), 'utf8'),
    async addAnalysis(date, findings, metrics) {
      const { id } = await ask('sessions.create', { athleteId, date, speedMps: 3 });
      addAnalysisTo(id, findings, metrics);
      return id;
    },
    addAnalysisTo,
    async reopen() {
      await open.host.close();
      await start();
    },
    async close() {
      await open.host.close();
      place.remove();
    },
  };
}

/** A programme with a baseline and a plan that answers overstriding, both before its first Monday; `n` is the day of the plan. */
export interface BegunProgramme {
  readonly app: ProgrammeHost;
  readonly sessionId: string;
  on(n: number): { readonly athleteId: string; readonly today: string };
  state(n: number): Promise<ProgramState>;
  planOn(n: number): Promise<Plan>;
  saveLog(n: number, entries: LogEntryInput[]): Promise<ProgramState>;
}

export async function beginProgramme(metrics: Metric[] = []): Promise<BegunProgramme> {
  const app = await openProgrammeHost();
  const { ask, athleteId } = app;
  const on = (n: number) => ({ athleteId, today: day(n) });
  const state = (n: number) => ask('program.state', on(n));
  const sessionId = await app.addAnalysis(day(-2), [findingOf('overstriding', 1)], metrics);
  await ask('program.saveAssessment', { ...on(-1), assessment: testsOn(day(-1), 'baseline') });
  await ask('program.makePlan', { ...on(-1), sessionId, startDate: START });
  return {
    ...{ app, sessionId, on, state },
    async planOn(n) {
      const { current } = await state(n);
      if (current === null) throw new RangeError('invalid state: no plan');
      return current.plan;
    },
    saveLog: (n, entries) => ask('program.saveLogEntries', { ...on(n), entries }),
  };
}
