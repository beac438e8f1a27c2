import { describe, expect, it } from 'vitest';
import {
  interactionWord,
  readChannel,
  readDirection,
  readOutcome,
  readTopic,
} from '#shared/domain/vocabulary/interaction-words.ts';
import { channels, directions, outcomes, topics } from '#shared/domain/vocabulary/interactions.ts';
import { expectRoundTrip } from '#tests/support/word-round-trip.ts';

expectRoundTrip({
  name: 'channel',
  values: channels,
  read: readChannel,
  word: interactionWord.channel,
});
expectRoundTrip({
  name: 'direction',
  values: directions,
  read: readDirection,
  word: interactionWord.direction,
});
expectRoundTrip({
  name: 'topic',
  values: topics,
  read: readTopic,
  word: interactionWord.topic,
});
expectRoundTrip({
  name: 'outcome',
  values: outcomes,
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
