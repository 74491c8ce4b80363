import { type FormEvent, type ReactElement, useState } from 'react';
import { useSay } from '../../strings/use-say.ts';

interface AddProps {
  readonly onAdd: (address: string, everyMinutes: number, allowPrivate: boolean) => Promise<boolean>;
  readonly onFolder: () => void;
}

const INTERVALS = [5, 15, 30, 60, 240, 1440] as const;
const USUAL = 30;

/** The form for a new address, and the way to a folder. */
export function AddSubscription({ onAdd, onFolder }: AddProps): ReactElement {
  const { say } = useSay();
  const [address, setAddress] = useState('');
  const [everyMinutes, setEveryMinutes] = useState(USUAL);
  const [allowPrivate, setAllowPrivate] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await onAdd(address.trim(), everyMinutes, allowPrivate)) setAddress('');
  };
  return (
    <form className="subscription-add" onSubmit={(event) => void submit(event)}>
      <label className="subscription-field is-wide">
        <span>{say('subscription.address')}</span>
        <input
          type="url"
          required
          pattern="https?://.+"
          placeholder="https://"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      </label>
      <label className="subscription-field">
        <span>{say('subscription.every')}</span>
        <select value={everyMinutes} onChange={(event) => setEveryMinutes(Number(event.target.value))}>
          {INTERVALS.map((minutes) => (
            <option key={minutes} value={minutes}>
              {say('subscription.minutes', { minutes })}
            </option>
          ))}
        </select>
      </label>
      <label className="subscription-check">
        <input
          type="checkbox"
          checked={allowPrivate}
          onChange={(event) => setAllowPrivate(event.target.checked)}
        />
        <span>{say('subscription.private')}</span>
      </label>
      <span className="subscription-actions">
        <button type="submit" className="main-button">
          {say('subscription.add')}
        </button>
        <button type="button" className="plain-button" onClick={onFolder}>
          {say('subscription.folder')}
        </button>
      </span>
    </form>
  );
}
