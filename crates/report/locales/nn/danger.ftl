### Whether danger goes with placement.

danger-lower = { $arm } { $share } lågare
danger-higher = { $arm } { $share } høgare
danger-at-most = høgst { $share } i { $arms } alternativ
danger-hardly-differs-fewer = Sjølve faren er nesten den same i veke { $week } ({ $sizes }): færre plasseringar er her ikkje eit teikn på tryggare heimar. Kva tenesta ser og trur, og samarbeidet, verkar òg på plassering.
danger-hardly-differs = Sjølve faren er nesten den same i veke { $week } ({ $sizes }): skilnaden i plassering er her ikkje eit teikn på kor trygge heimane er. Kva tenesta ser og trur, og samarbeidet, verkar òg på plassering.
danger-along = Faren skil seg i same retning som plasseringa: { $arms }.
danger-against = Faren skil seg i motsett retning av plasseringa: { $arms }.
danger-unclear = Om faren òg er ulik, kan ikkje avgjerast her: { $arms }.
