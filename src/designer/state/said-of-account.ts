/** What a person is told of an account that was connected just now: the service's proof, or that there is none. */
export interface SaidOfAccount {
  readonly words: string;
  readonly isProved: boolean;
}
