import { isPaced } from '#shared/domain/vocabulary/campaigns.ts';
import classes from '../campaigns.module.css';
import { MeasureFields } from '../fields/measure-fields.tsx';
import type { Building } from './use-builder.ts';

const measures = ['heldPercent', 'dailyLimit', 'restDays', 'responseDays'] as const;
/** Letters go out all at once. */
const ofLetters = ['heldPercent', 'restDays', 'responseDays'] as const;

/** How many are kept apart, how many a day, and who is left in peace. */
export function HowStep({ building }: { readonly building: Building }) {
  const { facts, change } = building;
  return (
    <div className={classes.form}>
      <MeasureFields<(typeof measures)[number]>
        measures={isPaced(facts.channel) ? measures : ofLetters}
        facts={facts}
        change={change}
      />
    </div>
  );
}
