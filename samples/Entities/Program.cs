using Entities;

const ulong Seed = 0x9E3779B97F4A7C15;
World world = new(Seed);
Play play = new(world);
play.Run();
Tally tally = world.Tally;

Report.Title($"{Play.Frames} frames of a world with room for {EntitySlab.Slots:N0} entities");
Report.Line("spawned", $"{tally.Spawned:N0}");
Report.Line("not spawned", $"{tally.NotSpawned:N0}, when all slots were live");
Report.Line("died", $"{tally.Died:N0}");
Report.Line("alive", $"{world.Entities.Count:N0}, {world.Weapons.Count:N0} of them armed");
Report.Line("fired", $"{tally.Fired:N0} shots, of which {tally.Hits:N0} hit");
Report.Line("not fired", $"{tally.NotFired:N0}, when all slots were live or retired");

Report.Title($"Live entities, {Play.FramesInSample} frames a column");
Report.Cells(Chart.RowsOf(play.Occupancy, EntitySlab.Slots));

Report.Title($"Retired slots of shots, each after {1 << (ShotSlab.GenerationBits - 1)} uses");
Report.Cells(Chart.RowsOf(play.RetiredSlots, ShotSlab.Slots));
Report.Line("retired", $"{world.Shots.RetiredSlots:N0} of {ShotSlab.Slots:N0}");

Report.Title("Handles that outlived what they were for");
Report.Line("targets", $"{tally.StaleTargets:N0} refused");
Report.Line("shots", $"{tally.StaleShots:N0} refused");
Report.Line("mistaken", $"{tally.Mistaken:N0}");
foreach (string message in Refusals.Messages()) Report.Text(message);

Report.Title("What it took");
Report.Progress($"warming up for some seconds, until the run time has made its best code; then the same play {FrameTimes.Plays} times");
FrameTimes times = FrameTimes.Measure(static () => new Play(new World(Seed)));
Report.Line("a frame", $"{times.MedianMicroseconds:N1} µs, median of {Play.Frames}; the longest {times.LongestMicroseconds:N1} µs");
Report.Line("garbage", $"{play.AllocatedBytes:N0} bytes");
Report.Line("entities", $"{EntitySlab.Capacity:N0} bytes, and {EntitySlab.OverheadBytes:N0} of bookkeeping");

if (play.AllocatedBytes == 0 && tally.Mistaken == 0) return 0;

Report.Text($"FAILED: in play, {play.AllocatedBytes:N0} bytes were allocated and {tally.Mistaken:N0} handles were mistaken for others; both should be 0.");
return 1;
