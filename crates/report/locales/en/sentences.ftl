### Sentences on the answer of a run.

sentences-verdict-lower = lower
sentences-verdict-higher = higher
sentences-verdict-unclear = cannot be told apart
sentences-verdict-unknown = no interval
