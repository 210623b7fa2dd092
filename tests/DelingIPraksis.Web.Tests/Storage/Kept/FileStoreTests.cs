using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Tests.Storage.Kept;

/// <summary>Files that people upload: whole or not at all, once for each content, and gone with the last that refers to them.</summary>
public class FileStoreTests : IAsyncLifetime
{
    private TestStore _store = null!;
    private FileOwner _network;
    private FileOwner _other;

    private FileStore Files => _store.Files;

    public async ValueTask InitializeAsync()
    {
        _store = await OpenAsync();
        (_network, _other) = (await _store.GivenNetworkAsync(), await _store.GivenNetworkAsync());
    }

    public async ValueTask DisposeAsync()
    {
        var path = _store.Folder.Path;
        await _store.DisposeAsync();
        Directory.Delete(path, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Is_read_back_as_it_was_and_nobody_else_on_the_machine_can_read_it()
    {
        var kept = await KeepAsync(Samples.Pdf("Sirkulær"), name: "../Sirkulær økonomi.pdf");
        Assert.Equal(
            ("Sirkulær økonomi.pdf", FileFormat.Pdf, Samples.Pdf("Sirkulær").LongLength),
            (kept.Name, kept.Format, kept.Size)
        );
        await using (var content = Files.Open(kept)) Assert.Equal(Samples.Pdf("Sirkulær"), await ReadAsync(content));
        Assert.Equal([kept.Id], (await Files.OfAsync(_network)).Select(file => file.Id));
        Assert.Empty(await Files.OfAsync(_other));
        Assert.Equal([kept.Hash], Contents());
        Assert.All(
            Directory.EnumerateFileSystemEntries(_store.Folder.Files).Append(_store.Folder.Files),
            path => Assert.False(PrivateFiles.IsOpenToOthers(path), path)
        );
    }

    [Fact]
    public async Task The_same_content_is_stored_once_and_goes_with_the_last_that_refers_to_it()
    {
        var (first, second) = (await KeepAsync(Samples.Pdf("a")), await KeepAsync(Samples.Pdf("a"), _other));
        var shared = Guid.NewGuid();
        Assert.True(await Files.ShareAsync(shared, _other, first));
        Assert.Single(Contents());
        await Files.RemoveAsync(first.Id);
        await Files.RemoveAsync(second.Id);
        Assert.Single(Contents());
        await Files.RemoveAsync(shared);
        Assert.Empty(Contents());
        Assert.False(await Files.ShareAsync(Guid.NewGuid(), _network, first));
    }

    [Fact]
    public async Task The_same_id_twice_gets_the_first_answer()
    {
        var id = Guid.NewGuid();
        var first = await KeepAsync(Samples.Pdf("a"), id: id);
        var again = await KeepAsync(Samples.Pdf("b"), id: id);
        Assert.Equal(first.Hash, again.Hash);
        Assert.Equal([first.Hash], Contents());
    }

    [Fact]
    public async Task A_damaged_content_is_mended_when_somebody_uploads_it_again()
    {
        var kept = await KeepAsync(Samples.Pdf("a"));
        await File.WriteAllBytesAsync(_store.Folder.Contents.PathOf(kept.Hash), [1], TestContext.Current.CancellationToken);
        Assert.Equal(FileState.Changed, _store.Folder.Contents.Look(kept.Hash));
        await KeepAsync(Samples.Pdf("a"), _other);
        Assert.Equal(FileState.Whole, _store.Folder.Contents.Look(kept.Hash));
    }

    [Theory]
    [InlineData(nameof(FileKind.Logo))]
    [InlineData(nameof(FileKind.Presentation))]
    public async Task The_limit_is_to_the_byte_also_when_the_length_is_not_told(string name)
    {
        var kind = Enum.Parse<FileKind>(name);
        var start = kind == FileKind.Logo ? Samples.Png() : Samples.Pdf();
        using (var whole = new Flow(start, kind.Limit())) await MustKeepAsync(whole, kind);
        var before = Contents();
        using var over = new Flow(start, kind.Limit() + 1);
        Assert.Equal(FileRefusal.TooLarge, await RefusedAsync(over, kind));
        Assert.Equal(before, Contents());
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_behind()
    {
        foreach (var (bytes, why) in new (byte[], FileRefusal)[]
        {
            ([], FileRefusal.Empty),
            ("<!doctype html>"u8.ToArray(), FileRefusal.WrongFormat),
            (Samples.Png(), FileRefusal.WrongFormat),
        })
        {
            using var content = new MemoryStream(bytes);
            Assert.Equal(why, await RefusedAsync(content, FileKind.Presentation, "visning.pdf"));
        }

        Assert.Empty(Contents());
        Assert.Empty(await Files.OfAsync(_network));
    }

    [Fact]
    public async Task A_line_that_is_cut_leaves_nothing_behind()
    {
        using (var cut = new Flow(Samples.Pdf(), 1_000_000, fails: true))
            Assert.Equal(FileRefusal.NotSaved, await RefusedAsync(cut, FileKind.Presentation));
        using var gone = new CancellationTokenSource();
        using var left = new Flow(Samples.Pdf(), 1_000_000, gone.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Files.KeepAsync(Guid.NewGuid(), _network, FileKind.Presentation, "x.pdf", left, gone.Token));
        Assert.Empty(Contents());
    }

    [Fact]
    public async Task A_full_disk_is_left_to_the_log()
    {
        Files.Reserve = long.MaxValue / 2;
        using (var content = new MemoryStream(Samples.Pdf()))
            Assert.Equal(FileRefusal.NoRoom, await RefusedAsync(content, FileKind.Presentation));
        Assert.Empty(Contents());
        await _store.Database.WriteAsync(context => context.NoteAsync(HousekeepingNote.Probe, "1"));
        Files.Reserve = 0;
        await KeepAsync(Samples.Pdf());
    }

    [Fact]
    public async Task A_stop_at_any_moment_leaves_nothing_after_the_next_sweep()
    {
        // The four states a stop can leave: nothing yet, half a content, a content without its reference, and one whose reference is gone.
        var kept = await KeepAsync(Samples.Pdf("blir"));
        var gone = await KeepAsync(Samples.Pdf("borte"));
        await _store.Database.WriteAsync(context => context.Set<FileRow>().Where(file => file.Id == gone.Id).ExecuteDeleteAsync());
        var path = _store.Folder.Path;
        await File.WriteAllTextAsync(Path.Combine(path, "filer", "k2jx.abc.ny"), "halv", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(path, "filer", new string('a', 64)), "uten", TestContext.Current.CancellationToken);
        _store = await _store.AgainAsync();
        Assert.True(await Files.SweepAsync());
        Assert.Equal([kept.Hash], Contents());
    }

    [Fact]
    public async Task A_sweep_leaves_what_is_on_its_way_and_what_is_not_ours()
    {
        var mine = Path.Combine(_store.Folder.Files, "mitt.txt");
        await KeepAsync(Samples.Pdf("først"));
        await File.WriteAllTextAsync(mine, "mitt", TestContext.Current.CancellationToken);
        using var slow = new Flow(Samples.Pdf(), 500_000, () => Files.SweepAsync().GetAwaiter().GetResult());
        await MustKeepAsync(slow, FileKind.Presentation);
        Assert.True(File.Exists(mine));
    }

    [Fact]
    public async Task A_file_for_a_gathering_that_is_gone_is_not_kept()
    {
        using var content = new MemoryStream(Samples.Pdf());
        var outcome = await Files.KeepAsync(
            Guid.NewGuid(),
            FileOwner.OfGathering(new Id<Gathering>(Guid.NewGuid())),
            FileKind.Presentation,
            "x.pdf",
            content,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(FileRefusal.OwnerGone, Assert.IsType<FileOutcome.Refused>(outcome).Why);
        Assert.Empty(Contents());
    }

    [Fact]
    public async Task Whoever_comes_and_goes_at_once_every_reference_has_its_content_and_no_content_is_without()
    {
        await Parallel.ForAsync(0, 120, TestContext.Current.CancellationToken, async (turn, _) =>
        {
            var random = new Random(turn);
            var kept = await KeepAsync(Samples.Pdf($"{random.Next(4)}"));
            if (random.Next(3) > 0) await Files.RemoveAsync(kept.Id);
        });
        var needed = (await Files.OfAsync(_network)).Select(file => file.Hash).Distinct().Order(StringComparer.Ordinal);
        await Files.SweepAsync();
        Assert.Equal(needed, Contents());
        Assert.All(Contents(), hash => Assert.Equal(FileState.Whole, _store.Folder.Contents.Look(hash)));
    }

    private static async Task<byte[]> ReadAsync(Stream content)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }

    private IEnumerable<string> Contents() =>
        Directory.Exists(_store.Folder.Files)
            ? Directory.GetFiles(_store.Folder.Files).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
            : [];

    private async Task<FileRow> KeepAsync(byte[] bytes, FileOwner? owner = null, string name = "x.pdf", Guid? id = null)
    {
        using var content = new MemoryStream(bytes);
        var outcome = await Files.KeepAsync(id ?? Guid.NewGuid(), owner ?? _network, FileKind.Presentation, name, content);
        return Assert.IsType<FileOutcome.Kept>(outcome).File;
    }

    private async Task MustKeepAsync(Stream content, FileKind kind) =>
        Assert.IsType<FileOutcome.Kept>(await Files.KeepAsync(Guid.NewGuid(), _network, kind, "x", content));

    private async Task<FileRefusal> RefusedAsync(Stream content, FileKind kind, string name = "x.pdf") =>
        Assert.IsType<FileOutcome.Refused>(await Files.KeepAsync(Guid.NewGuid(), _network, kind, name, content)).Why;

    /// <summary>Bytes that come as from a browser: piece by piece, without telling how many, and perhaps not to the end.</summary>
    private protected virtual Task<TestStore> OpenAsync() => TestStore.OpenAsync();

    private sealed class Flow(byte[] start, long length, Action? inTheMiddle = null, bool fails = false) : Stream
    {
        private long _at;
        private bool _told;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at > length / 2 && fails) throw new IOException("The line was cut.");
            if (_at > length / 2 && !_told)
            {
                _told = true;
                inTheMiddle?.Invoke();
            }

            var now = (int)Math.Min(Math.Min(count, 50_000), length - _at);
            for (var place = 0; place < now; place++, _at++) buffer[offset + place] = _at < start.Length ? start[_at] : (byte)'x';
            return now;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
