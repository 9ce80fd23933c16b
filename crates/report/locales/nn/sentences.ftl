### Sentences on the answer of a run.

sentences-verdict-lower = lågare
sentences-verdict-higher = høgare
sentences-verdict-unclear = kan ikkje skiljast
sentences-verdict-unknown = utan intervall
