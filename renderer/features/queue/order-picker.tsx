import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { Header } from 'react-aria-components/Header';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import type { ListChoice } from '#contract/list-channels.ts';
import { QUEUE_ORDERS, SORT_KEYS } from '#contract/names.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { focusList } from './search-field.ts';

type SortKey = ListChoice['sort']['by'];

const RISING: readonly SortKey[] = ['position', 'text'];
const QUEUES: readonly SortKey[] = QUEUE_ORDERS;
const OTHERS = SORT_KEYS.filter((by) => !QUEUES.includes(by));

/** In which order the list is. Each queue says what it is for. */
export function OrderPicker({ by }: { readonly by: SortKey }): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const item = (key: SortKey) => (
    <ListBoxItem key={key} id={key} className="order" textValue={say(`choose.sort.${key}`)}>
      <Text slot="label" className="order-name">
        {say(`choose.sort.${key}`)}
      </Text>
      <Text slot="description" className="order-purpose">
        {say(`choose.sort.${key}.purpose`)}
      </Text>
    </ListBoxItem>
  );
  return (
    <Select
      className="order-picker"
      aria-label={say('choose.sort')}
      selectedKey={by}
      onSelectionChange={(key) => {
        const chosen = key as SortKey;
        desk.choose({ sort: { by: chosen, falling: !RISING.includes(chosen) } });
        setTimeout(focusList, 0);
      }}
    >
      <Button id="order-button" className="choice">
        <SelectValue>{() => say(`choose.sort.${by}`)}</SelectValue>
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover" placement="bottom start">
        <ListBox className="orders">
          <ListBoxSection>
            <Header className="orders-head">{say('choose.queues')}</Header>
            {QUEUES.map(item)}
          </ListBoxSection>
          <ListBoxSection>
            <Header className="orders-head">{say('choose.orders')}</Header>
            {OTHERS.map(item)}
          </ListBoxSection>
        </ListBox>
      </Popover>
    </Select>
  );
}
