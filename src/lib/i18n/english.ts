import { chart } from './en/chart';
import { codebook } from './en/codebook';
import { compare } from './en/compare';
import { failure } from './en/failure';
import { fault } from './en/fault';
import { imports } from './en/imports';
import { mapping } from './en/mapping';
import { memory } from './en/memory';
import { practice } from './en/practice';
import { problems } from './en/problems';
import { report } from './en/report';
import { screen } from './en/screen';
import { theory } from './en/theory';
import type { Sentences } from './sentences';

export const english: Sentences = {
  chart,
  codebook,
  compare,
  failure,
  fault,
  imports,
  mapping,
  memory,
  practice,
  problems,
  report,
  screen,
  theory,
};
