import { describe, expect, it } from 'vitest';
import {
  interactionWord,
  readChannel,
  readDirection,
  readOutcome,
  readTopic,
} from '#shared/domain/vocabulary/interaction-words.ts';
import { expectRoundTrip } from '#tests/support/word-round-trip.ts';

expectRoundTrip({
  name: 'channel',
  values: ['visit', 'call', 'whatsapp', 'email', 'sms', 'letter', 'social', 'marketplace', 'other'],
  read: readChannel,
  word: interactionWord.channel,
});
expectRoundTrip({
  name: 'direction',
  values: ['in', 'out'],
  read: readDirection,
  word: interactionWord.direction,
});
expectRoundTrip({
  name: 'topic',
  values: ['contact', 'suggestion', 'criticism', 'need'],
  read: readTopic,
  word: interactionWord.topic,
});
expectRoundTrip({
  name: 'outcome',
  values: ['reached', 'no-answer', 'waiting', 'ordered', 'declined'],
  read: readOutcome,
  word: interactionWord.outcome,
});

describe('what shops write', () => {
  it.each([
    ['wa', 'whatsapp'],
    ['Chat WA', 'whatsapp'],
    ['Telp.', 'call'],
    ['datang ke toko', 'visit'],
    ['DM IG', 'social'],
    ['chat shopee', 'marketplace'],
    ['e-mail', 'email'],
  ])('%s is the channel %s', (text, channel) => {
    expect(readChannel(text)).toBe(channel);
  });
});
