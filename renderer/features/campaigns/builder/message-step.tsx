import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CampaignFacts } from '#shared/contract/campaigns/shapes.ts';
import { campaignChannels, isNumber } from '#shared/domain/vocabulary/campaigns.ts';
import classes from '../campaigns.module.css';
import { MessageFields } from '../fields/message-fields.tsx';
import { LengthNote } from '../length-note.tsx';
import type { Building } from './use-builder.ts';

const SETTLE_MS = 300;

/** The text as it goes to real people of the list. */
function Previews({ facts }: { readonly facts: CampaignFacts }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [settled] = useDebouncedValue(JSON.stringify(facts), SETTLE_MS);
  const shown = JSON.parse(settled) as CampaignFacts;
  const isAsked = shown.text.trim() !== '' && shown.name.trim() !== '';
  const { data } = useQuery(
    'campaigns.check',
    { facts: shown },
    { keepPrevious: true, enabled: isAsked },
  );
  if (data === undefined || !isAsked) return null;
  return (
    <Card title={t('campaigns.previews')} ruled>
      {data.previews.length === 0 && <p>{t('campaigns.noPreview')}</p>}
      <ul className={classes.previews}>
        {data.previews.map((one) => (
          <li key={one.customerId}>
            <span className={classes.title}>
              <b>{one.name === '' ? t('customers.noName') : one.name}</b>
              <span className={classes.quiet}>
                {isNumber(shown.channel) ? format.phone(one.reach) : one.reach}
              </span>
            </span>
            <p className={classes.preview}>{one.text}</p>
            {shown.channel !== 'letter' && <LengthNote channel={shown.channel} text={one.text} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** By which way, and what is said, shown as it goes to people of the list. */
export function MessageStep({ building }: { readonly building: Building }) {
  const { facts, change } = building;
  return (
    <div className={classes.columns}>
      <div className={classes.form}>
        <MessageFields channels={campaignChannels} facts={facts} change={change} />
      </div>
      <Previews facts={facts} />
    </div>
  );
}
