using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Word;

namespace DelingIPraksis.Load;

/// <summary>
/// P8: how long the report's files take, and how much the process grows, with 1,000 and 10,000 notes. The best and the middle of seven are
/// told.
/// </summary>
internal static class ReportFileSpeed
{
    private const int Rounds = 7;

    public static async Task<IReadOnlyList<string>> RunAsync()
    {
        List<string> lines = ["| file | notes | best | middle | size | working set grew |", "| --- | --- | --- | --- | --- | --- |"];
        foreach (var notes in (int[])[1_000, 10_000])
        {
            var report = GatheringReport.Of(Gathering(notes), attributed: true);
            foreach (
                var file in (IReportFile[])
                    [new WordFile(), new WorkbookFile(), new NotesFile(), new ReportJsonFile(), new HtmlFile(), new MarkdownFile()]
            )
                lines.Add(await MeasureAsync(file, report, notes));
        }

        return lines;
    }

    private static async Task<string> MeasureAsync(IReportFile file, GatheringReport report, int notes)
    {
        var took = new List<double>();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var before = WorkingSet();
        long size = 0, largest = before;
        for (var round = 0; round < Rounds; round++)
        {
            using var counted = new Counted();
            var watch = Stopwatch.StartNew();
            await file.WriteAsync(report, counted, CancellationToken.None);
            took.Add(watch.Elapsed.TotalMilliseconds);
            size = counted.Count;
            largest = Math.Max(largest, WorkingSet());
        }

        took.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {file.Format} | {notes} | {took[0]:0} ms | {took[Rounds / 2]:0} ms | {size / 1024:0} KB | "
                + $"{(largest - before) / 1024 / 1024} MB |"
        );
    }

    private static long WorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private static Gathering Gathering(int notes)
    {
        var parties = Enumerable
            .Range(0, 40)
            .Select(number => new Party(
                new Id<Party>(Guid.CreateVersion7()),
                $"Kommune {number}",
                null,
                PartyKind.Municipality,
                null,
                number
            ))
            .ToList();
        var pairs = parties
            .Chunk(2)
            .Select(pair => new Pair(new Id<Pair>(Guid.CreateVersion7()), [.. pair.Select(party => party.Id)], []))
            .ToImmutableList();
        var work = parties.ToImmutableSortedDictionary(party => party.Id, party => PartyWork.Nothing(party.Id) with
        {
            Notes = [.. Enumerable.Range(0, notes / parties.Count).Select(number => new Note(
                new Id<Note>(Guid.CreateVersion7()), number % 2 == 0 ? NoteKind.Barrier : NoteKind.Opportunity,
                                $"Lapp {number} fra {party.Name}: vi mangler et felles lager for brukte byggematerialer, og ingen har "
                                    + $"ansvaret for å skaffe det.",
                                null,
                                new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero).AddSeconds(number),
                                (number * parties.Count) + party.Order + 1
                            )
                            {
                                Theme = $"Tema {number % 9}",
                            }),
                    ],
        });
        return new Gathering(new Id<Gathering>(Guid.CreateVersion7()))
        {
            Sequence = 1,
            Facts = GatheringFacts.None with { Network = "Målenettverket", Title = "Måling", Date = new DateOnly(2026, 11, 24) },
            Parties = parties.ToImmutableSortedDictionary(party => party.Id, party => party),
            Workshop = Workshop.None with { Theme = "ombruk", Pairs = pairs, Work = work },
        };
    }

    /// <summary>Takes what is written, and keeps none of it: a network connection that never waits.</summary>
    private sealed class Counted : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Count += count;
    }
}
