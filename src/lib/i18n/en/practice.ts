import type { practice as danish } from '../da/practice';

export const practice: typeof danish = {
  title: 'Elements of promising practice',
  dimension: 'Dimension',
  rating: 'Judgement',
  data: 'What the data says',
  noData: 'The data cannot speak to this.',
  edit: 'Edit the judgements',
  editText: 'Edit as text',
  note: (dimension) => `Reasons: ${dimension}`,
  ratingOf: (dimension) => `Judgement: ${dimension}`,
  notRated: 'Not judged',
  ratings: {
    high: 'To a high degree',
    some_to_high: 'To some or a high degree',
    some: 'To some degree',
    low: 'To a lesser degree',
    not_yet: 'Cannot be judged yet',
  },
  dimensions: {
    knowledge: {
      name: 'Theory and knowledge',
      asks: 'Is it clear which theories, what knowledge and what experience the treatment builds on?',
    },
    effect: { name: 'Effect', asks: 'Does the treatment work? How? How do we know?' },
    description: {
      name: 'Description',
      asks: 'Are activities, target group and its needs, goals and necessary skills clearly described?',
    },
    goals: { name: 'Goals', asks: 'Are there clear goals, in writing, for each person and for the group?' },
    transfer: {
      name: 'Transferability',
      asks: 'Can the treatment be given elsewhere? What does that take?',
    },
    economy: { name: 'Economy', asks: 'Do we know the costs? Is it worth it?' },
    reflection: {
      name: 'Professional reflection',
      asks: 'Is there systematic reflection, supervision and access to the latest knowledge?',
    },
    cooperation: {
      name: 'Relational cooperation',
      asks: 'Are there guidelines for working across sectors, professions and administrations?',
    },
    tailoring: {
      name: 'Individual tailoring',
      asks: 'Does it start from each person’s needs, resources, network and ownership?',
    },
    monitoring: { name: 'Monitoring', asks: 'Is development measured? With which tools and procedures?' },
    follow_up: {
      name: 'Follow-up',
      asks: 'Are measurements discussed, and is the treatment adapted to them?',
    },
  },
};
