// What the network reads, in words.
import { fixed } from "./live-elements.mjs";
import { say } from "./page.mjs";

export function sayReading({ digit, activation, second, next }) {
  const reads = say("task_reads", { digit, activation: fixed(activation) });
  return `${reads} ${second === undefined ? "" : say("task_runner_up", { digit: second, activation: fixed(next) })}`;
}
