import { type ReactElement, useId } from 'react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { TEXT_SIZES, THEMES, type Theme } from '#contract/preferences.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { share } from '../../ui/figures.ts';
import { SheetPage } from '../../ui/sheet.tsx';
import { runAction } from '../keys/run-action.ts';
import { useTrouble } from '../status/use-trouble.ts';
import { KeySettings } from './key-settings.tsx';

/** How the window looks and which keys it has. */
export function SettingsSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const { trouble, unwrap } = useTrouble();
  const { theme, textSize } = useDeskState((state) => state.shell.preferences);
  return (
    <SheetPage title={say('settings.title')} className="settings" trouble={trouble} onClose={onClose}>
      <div className="settings-rows">
        <Setting name={say('settings.theme')}>
          {(label) => (
            <ToggleButtonGroup
              aria-labelledby={label}
              className="dispositions"
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[theme]}
              onSelectionChange={([chosen]) => void desk.prefer({ theme: chosen as Theme }, unwrap)}
            >
              {THEMES.map((one) => (
                <ToggleButton key={one} id={one} className="disposition">
                  {say(`settings.theme.${one}`)}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
          )}
        </Setting>
        <Setting name={say('settings.size')}>
          {(label) => (
            <ToggleButtonGroup
              aria-labelledby={label}
              className="dispositions"
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[String(textSize)]}
              onSelectionChange={([chosen]) => {
                const size = TEXT_SIZES.find((one) => String(one) === chosen);
                if (size !== undefined) void desk.prefer({ textSize: size }, unwrap);
              }}
            >
              {TEXT_SIZES.map((one) => (
                <ToggleButton key={one} id={String(one)} className="disposition">
                  {share(one)}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
          )}
        </Setting>
      </div>
      <KeySettings unwrap={unwrap} />
      <p>
        <Button className="plain-button" onPress={() => runAction(desk, 'tour')}>
          {say('settings.tour')}
        </Button>{' '}
        <Button className="plain-button" onPress={() => runAction(desk, 'backups')}>
          {say('action.backups')}
        </Button>
      </p>
    </SheetPage>
  );
}

interface SettingProps {
  readonly name: string;
  /** Draws the choice, given the id of its name. */
  readonly children: (label: string) => ReactElement;
}

function Setting({ name, children }: SettingProps): ReactElement {
  const id = useId();
  return (
    <div className="setting">
      <span id={id} className="setting-name">
        {name}
      </span>
      {children(id)}
    </div>
  );
}
