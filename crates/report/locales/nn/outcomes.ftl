### Names of outcomes, of whom they are measured, and of groups of families.

outcome-placed = plassering
outcome-placed_again = plassert på nytt
outcome-reunified = tilbakeført
outcome-uptake = takka ja
outcome-completed = fullført
outcome-dropped_out = fråfall
outcome-terminated = avslutta av tenesta
outcome-expired = tida rann ut
outcome-ended_by_placement = avslutta ved plassering
outcome-still_engaged = framleis i tiltaket
outcome-waiting = ventar
outcome-visits = besøk gjennomførte
outcome-visits_planned = besøk planlagde
outcome-visits_delivered = besøk tilbodne
outcome-hours = timar med hjelpar
outcome-hours_planned = timar planlagde
outcome-hours_delivered = timar tilbodne
outcome-attended_share = gjennomført av planlagde besøk
outcome-alliance = allianse
outcome-trust = tillit
outcome-capacity = omsorgsevne
outcome-stress = stress
outcome-wellbeing = trivselen til barnet
outcome-concern = uroa til tenesta
outcome-danger = fare
outcome-weeks_in_care = veker i plassering
outcome-cost_nok = kostnad, kr
outcome-cost_visits_nok = kostnad besøk, kr
outcome-cost_compensating_nok = kostnad kompenserande tiltak, kr
outcome-cost_care_nok = kostnad plassering, kr
outcome-helper_hours = hjelpartimar
outcome-risk_factors = risikofaktorar ved tilvising
outcome-weeks_waited = veker venta

unit-family = familiar
unit-child = barn
unit-started = familiar som byrja
unit-offered = familiar som fekk tilbodet

group-risk-factors = { $number } risikofaktorar
group-risk-factors-or-more = { $number } eller fleire risikofaktorar
group-least-adversity = minst belastning (fjerdedel 1)
group-most-adversity = mest belastning (fjerdedel 4)
group-adversity = fjerdedel { $quarter }
