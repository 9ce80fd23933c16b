### Sentences on the answer of a run.

sentences-verdict-lower = lavere
sentences-verdict-higher = høyere
sentences-verdict-unclear = kan ikke skilles
sentences-verdict-unknown = uten intervall
