### Names of outcomes, of whom they are measured, and of groups of families.

outcome-placed = plassering
outcome-placed_again = plassert på nytt
outcome-reunified = tilbakeført
outcome-uptake = takket ja
outcome-completed = fullført
outcome-dropped_out = frafall
outcome-terminated = avsluttet av tjenesten
outcome-expired = tiden løp ut
outcome-ended_by_placement = avsluttet ved plassering
outcome-still_engaged = fortsatt i tiltaket
outcome-waiting = venter
outcome-visits = besøk gjennomført
outcome-visits_planned = besøk planlagt
outcome-visits_delivered = besøk tilbudt
outcome-hours = timer med hjelper
outcome-hours_planned = timer planlagt
outcome-hours_delivered = timer tilbudt
outcome-attended_share = gjennomført av planlagte besøk
outcome-alliance = allianse
outcome-trust = tillit
outcome-capacity = omsorgsevne
outcome-stress = stress
outcome-wellbeing = barnets trivsel
outcome-concern = tjenestens bekymring
outcome-danger = fare
outcome-weeks_in_care = uker i plassering
outcome-cost_nok = kostnad, kr
outcome-cost_visits_nok = kostnad besøk, kr
outcome-cost_compensating_nok = kostnad kompenserende tiltak, kr
outcome-cost_care_nok = kostnad plassering, kr
outcome-helper_hours = hjelpertimer
outcome-risk_factors = risikofaktorer ved henvisning
outcome-weeks_waited = uker ventet

unit-family = familier
unit-child = barn
unit-started = familier som begynte
unit-offered = familier som fikk tilbudet

group-risk-factors = { $number } risikofaktorer
group-risk-factors-or-more = { $number } eller flere risikofaktorer
group-least-adversity = minst belastning (fjerdedel 1)
group-most-adversity = mest belastning (fjerdedel 4)
group-adversity = fjerdedel { $quarter }
