import { type RefObject, useRef } from 'react';
import { Button, type ButtonProps } from './Button.tsx';

export interface FileButtonProps extends Omit<ButtonProps, 'onClick'> {
  /** What the dialog of the system offers, as of `<input accept>`. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
  /** To open the dialog in another way as well. */
  readonly input?: RefObject<HTMLInputElement | null>;
  readonly testId: string;
}

/** A button that asks for one file. */
export function FileButton({ accept, onFile, input, testId, ...button }: FileButtonProps) {
  const own = useRef<HTMLInputElement>(null);
  const place = input ?? own;
  return (
    <>
      <Button {...button} onClick={() => place.current?.click()} />
      <input
        ref={place}
        type="file"
        accept={accept}
        hidden
        data-testid={testId}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}
