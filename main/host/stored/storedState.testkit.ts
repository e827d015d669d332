import type { Ask } from '../program/journey.testkit.ts';

/** What a coach finds in a library, as the contract tells it: everything that a later version must still show. */
export async function storedState(ask: Ask) {
  const athletes = await ask('athletes.list', {});
  return {
    settings: await ask('settings.get', {}),
    athletes: await Promise.all(athletes.map((athlete) => athleteState(ask, athlete.id))),
  };
}

async function athleteState(ask: Ask, athleteId: string) {
  const sessions = await ask('sessions.list', { athleteId });
  return {
    athlete: await ask('athletes.get', { id: athleteId }),
    program: await ask('program.state', { athleteId, today: '2026-05-01' }),
    sessions: await Promise.all(sessions.map(({ id }) => sessionState(ask, id))),
  };
}

export async function sessionState(ask: Ask, sessionId: string) {
  const latest = await ask('analysis.latest', { sessionId });
  return {
    session: await ask('sessions.get', { id: sessionId }),
    clips: await ask('clips.list', { sessionId }),
    decided: await ask('edits.list', { sessionId }),
    exports: await ask('exports.list', { sessionId }),
    analysis: latest && {
      events: latest.analysis.events,
      metrics: latest.analysis.metrics,
      plan: latest.analysis.plan,
    },
  };
}
