### Figurene til en kjøring.

figures-weeks-since-referral = uker siden henvisning
figures-line-interval = Streker: intervaller.
figures-no-helper = uten hjelpetiltak
figures-left-out = Utelatt fordi ingen familie begynner i et hjelpetiltak der: { $arms }.
figures-completed-of-started = Fullført, av familiene som begynte
figures-families-placed = Familier med plassering

figures-placement-title = Hvor mange familier har fått et barn plassert?
figures-placement-subtitle = Andel familier med en første plassering utenfor hjemmet, etter uker siden henvisning.
figures-placement-shading = Skygge: intervall.
figures-share-of-families = andel familier
figures-placement-bands = Båndene gjelder hvert alternativ for seg; de parvise forskjellene står i figuren med forskjeller.
figures-placement-one-band = Med så mange alternativer er bare båndet for { $reference } tegnet. Det gjelder det alternativet for seg; de parvise forskjellene står i figuren med forskjeller.

figures-dots-title = Fullføring og plassering, alternativ for alternativ
figures-dots-subtitle = Innen uke { $week }. Mer fullføring betyr ikke alltid færre plasseringer.

figures-contrasts-title = Hvor langt er hvert alternativ fra { $reference }?
figures-contrasts-subtitle = Forskjeller innen uke { $week }: de samme familiene i begge alternativer, alternativ minus referanse.
figures-contrasts-placed = Familier med plassering, per 1000
figures-contrasts-completed = Fullført, per 1000 som begynte
figures-contrasts-weeks-in-care = Uker i plassering per familie
figures-contrasts-cost = Kostnad per familie, 1000 kr
figures-key-clear = intervallet utelukker 0
figures-key-unclear = intervallet inneholder 0: kan ikke skilles

figures-exits-title = Hvordan slutter familiene i tiltaket?
figures-exits-subtitle = Av familiene som begynte: andelen som har sluttet på hver måte (kumulativt; lagene summerer til 100 %).

figures-alliance-trust-title = Allianse og tillit uke for uke
figures-alliance-trust-subtitle = 0 er ingen, 1 er full. Alliansen gjelder familier som er i tiltaket den uken: de som har sluttet, er ikke med. Tilliten gjelder alle familier.
figures-capacity-stress-title = Hvordan endrer omsorgsevne og stress seg?
figures-capacity-stress-subtitle = 0 er lavest, 1 er høyest. Alle familier, også de som sluttet i eller aldri begynte i tiltaket.
figures-key-median = familien i midten (median)
figures-key-percentiles = 8 av 10 familier (10. til 90. persentil)

figures-dose-title = Hvor mye hjelp får familiene?
figures-dose-subtitle = Besøk per familie som begynte, innen uke { $week }. Mellom planlagt og tilbudt ligger hjelpernes fravær og for mange familier per hjelper; mellom tilbudt og gjennomført ligger besøk familien uteble fra.
figures-dose-planned = planlagt
figures-dose-delivered = tilbudt
figures-dose-attended = gjennomført
figures-dose-values = gjennomført / planlagt · andel
figures-dose-axis = besøk per familie som begynte

figures-cost-title = Hva koster det, og hva kommer ut av det?
figures-cost-subtitle = Kostnad per henvist familie mot utfall, innen uke { $week }.
figures-cost-axis = kostnad per familie, 1000 kr
figures-cost-note = Kostnaden omfatter gjennomførte besøk (med reise og administrasjon), kompenserende tiltak og uker i plassering. Besøk familien uteble fra, botilbudet i døgnopphold og opplæring er ikke priset. Andre kostnader og senere besparelser er ikke med.

figures-subgroups-title = Er det likt for alle familier?
figures-subgroups-subtitle = Plassering og fullføring innen uke { $week }, etter risikofaktorer ved henvisning og etter fjerdedel av belastning.
figures-subgroups-placed-risk_factors = Plassering etter risikofaktorer
figures-subgroups-placed-adversity_quartile = Plassering etter belastning
figures-subgroups-completed-risk_factors = Fullført etter risikofaktorer
figures-subgroups-completed-adversity_quartile = Fullført etter belastning
