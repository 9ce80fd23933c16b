### The table at the end of a run. The week stands below the words.

terminal-placed-by = plassert innen
terminal-completed-by = fullført innen
terminal-cost = kr per familie,
terminal-week = uke { $week }
