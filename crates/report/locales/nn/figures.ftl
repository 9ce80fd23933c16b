### Figurane til ei køyring.

figures-weeks-since-referral = veker sidan tilvising
figures-line-interval = Strekar: intervall.
figures-no-helper = utan hjelpetiltak
figures-left-out = Utelatne fordi ingen familie byrjar i eit hjelpetiltak der: { $arms }.
figures-completed-of-started = Fullført, av familiane som byrja
figures-families-placed = Familiar med plassering

figures-placement-title = Kor mange familiar har fått eit barn plassert?
figures-placement-subtitle = Del av familiane med ei første plassering utanfor heimen, etter veker sidan tilvising.
figures-placement-shading = Skugge: intervall.
figures-share-of-families = del av familiane
figures-placement-bands = Banda gjeld kvart alternativ for seg; dei parvise skilnadene står i figuren med skilnader.
figures-placement-one-band = Med så mange alternativ er berre bandet for { $reference } teikna. Det gjeld det alternativet for seg; dei parvise skilnadene står i figuren med skilnader.

figures-dots-title = Fullføring og plassering, alternativ for alternativ
figures-dots-subtitle = Innan veke { $week }. Meir fullføring tyder ikkje alltid færre plasseringar.

figures-contrasts-title = Kor langt er kvart alternativ frå { $reference }?
figures-contrasts-subtitle = Skilnader innan veke { $week }: dei same familiane i begge alternativa, alternativ minus referanse.
figures-contrasts-placed = Familiar med plassering, per 1000
figures-contrasts-completed = Fullført, per 1000 som byrja
figures-contrasts-weeks-in-care = Veker i plassering per familie
figures-contrasts-cost = Kostnad per familie, 1000 kr
figures-key-clear = intervallet utelukkar 0
figures-key-unclear = intervallet inneheld 0: kan ikkje skiljast

figures-exits-title = Korleis sluttar familiane i tiltaket?
figures-exits-subtitle = Av familiane som byrja: delen som har slutta på kvar måte (kumulativt; laga summerer til 100 %).

figures-alliance-trust-title = Allianse og tillit veke for veke
figures-alliance-trust-subtitle = 0 er ingen, 1 er full. Alliansen gjeld familiar som er i tiltaket den veka: dei som har slutta, er ikkje med. Tilliten gjeld alle familiar.
figures-capacity-stress-title = Korleis endrar omsorgsevne og stress seg?
figures-capacity-stress-subtitle = 0 er lågast, 1 er høgast. Alle familiar, også dei som slutta i eller aldri byrja i tiltaket.
figures-key-median = familien i midten (median)
figures-key-percentiles = 8 av 10 familiar (10. til 90. persentil)

figures-dose-title = Kor mykje hjelp får familiane?
figures-dose-subtitle = Besøk per familie som byrja, innan veke { $week }. Mellom planlagt og tilbode ligg fråværet til hjelparane og for mange familiar per hjelpar; mellom tilbode og gjennomført ligg besøk familien ikkje møtte til.
figures-dose-planned = planlagt
figures-dose-delivered = tilbode
figures-dose-attended = gjennomført
figures-dose-values = gjennomført / planlagt · del
figures-dose-axis = besøk per familie som byrja

figures-cost-title = Kva kostar det, og kva kjem ut av det?
figures-cost-subtitle = Kostnad per tilvist familie mot utfall, innan veke { $week }.
figures-cost-axis = kostnad per familie, 1000 kr
figures-cost-note = Kostnaden omfattar gjennomførte besøk (med reise og administrasjon), kompenserande tiltak og veker i plassering. Besøk familien ikkje møtte til, butilbodet i døgnopphald og opplæring er ikkje prisa. Andre kostnader og seinare innsparingar er ikkje med.

figures-subgroups-title = Er det likt for alle familiar?
figures-subgroups-subtitle = Plassering og fullføring innan veke { $week }, etter risikofaktorar ved tilvising og etter fjerdedel av belastning.
figures-subgroups-placed-risk_factors = Plassering etter risikofaktorar
figures-subgroups-placed-adversity_quartile = Plassering etter belastning
figures-subgroups-completed-risk_factors = Fullført etter risikofaktorar
figures-subgroups-completed-adversity_quartile = Fullført etter belastning
