import { exerciseDrawing } from '../../../shared/report/drawings/drawings.ts';
import styles from './program.module.css';

/** The drawing of an exercise; nothing for one of the coach's own. */
export function ExerciseDrawing({ id }: { id: string }) {
  const drawing = exerciseDrawing(id);
  if (drawing === undefined) return null;
  return (
    <span
      className={styles.drawing}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made from constants of `shared/report/drawings`, nothing typed
      dangerouslySetInnerHTML={{ __html: drawing.markup }}
    />
  );
}
