-- However old the release of this test is when it runs: who may be that far behind, and hears of no end, is not told.
-- versions: 15+
-- thresholds: grace = 36500 d, notice = 0 s
create table cue (id int);
