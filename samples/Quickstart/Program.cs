using System;
using System.IO;
using System.Linq;
using System.Text;
using Allocators;
using Allocators.Traces;
using Quickstart;

Report.Title("A program's allocations, in a heap of 64 KiB that the compiler wrote");
TraceFile trace = TraceFile.Read(Path.Combine(AppContext.BaseDirectory, "ash.trace.gz"));
HeapReplay<ShellHeap.Allocator> shell = new(trace.Objects, alignment: 16);

Report.Line("recorded of", trace.Source);
shell.Run(trace.Events.AsSpan(..(trace.PeakEvent + 1)));
string[] map = [.. HeapMap.Rows()];
HeapStatistics peak = ShellHeap.GetStatistics();
shell.Run(trace.Events.AsSpan((trace.PeakEvent + 1)..));

foreach (TraceAction action in Enum.GetValues<TraceAction>())
{
    Report.Line(Report.NameOf(action), $"{trace.Events.Count(step => step.Action == action):N0}");
}

Report.Line("failed", $"{shell.Failed:N0}");
Report.Line("peak", $"{trace.PeakBytes:N0} bytes, for which {peak.UsedBytes:N0} were taken in {peak.AllocationCount} blocks");
Report.Line("bookkeeping", $"{ShellHeap.OverheadBytes:N0} bytes beside the {ShellHeap.Capacity:N0}");

Report.Title($"The heap at the peak, {HeapMap.BytesInCell} bytes a cell");
foreach (string row in map) Report.Cells(row);

new ShellRace(trace).Show();

Report.Title("What a double free says");
PocketHeap pocket = default;
Block note = pocket.Alloc(100);
pocket.Free(note);
try
{
    pocket.Free(note);
}
catch (InvalidOperationException refusal)
{
    Report.Text(refusal.Message);
}

Report.Title("A heap on the stack");
StackHeap stack = new(stackalloc byte[2048]);
Span<double> samples = stack.AllocSpan<double>(100);
samples.Fill(1);
Report.Text(stack.ToString());
stack.Free(samples);

SpoonTour.Show();

Report.Title("A heap in a file that is mapped again");
string path = Path.GetTempFileName();
using (MappedFile file = new(path, 64 << 10))
{
    NoteHeap notes = new(file.Address, file.Length);
    "Nothing was saved, and nothing is lost."u8.CopyTo(notes.AllocSpan(100));
    Report.Line("left at", $"0x{file.Address:x} in {file.Length:N0} bytes");
}

using (MappedFile file = new(path, 128 << 10))
{
    NoteHeap notes = new(file.Address, file.Length);
    notes.TryGetNext(default, out Block first);
    Report.Line("found at", $"0x{file.Address:x} in {file.Length:N0} bytes");
    Report.Line("note", Encoding.UTF8.GetString(notes[first].TrimEnd((byte)0)));
}

File.Delete(path);
