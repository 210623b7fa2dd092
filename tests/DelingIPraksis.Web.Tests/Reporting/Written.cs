using System.Text;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Word;

namespace DelingIPraksis.Web.Tests.Reporting;

/// <summary>Files written as they are sent: to a stream that can only be written, and never synchronously.</summary>
internal static class Written
{
    public static Task<byte[]> WordAsync(Gathering gathering, bool attributed) => BytesAsync(new WordFile(), gathering, attributed);

    public static async Task<string> TextAsync(IReportFile file, Gathering gathering, bool attributed) =>
        Encoding.UTF8.GetString(await BytesAsync(file, gathering, attributed));

    public static async Task<byte[]> BytesAsync(IReportFile file, Gathering gathering, bool attributed)
    {
        await using var stream = new OneWayStream();
        await file.WriteAsync(GatheringReport.Of(gathering, attributed), stream, TestContext.Current.CancellationToken);
        return stream.Bytes;
    }

    /// <summary>What a network connection is: it goes one way, and blocks nobody.</summary>
    private sealed class OneWayStream : Stream
    {
        private readonly MemoryStream _kept = new();

        public byte[] Bytes => _kept.ToArray();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => throw new InvalidOperationException("Flushed synchronously.");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Written synchronously.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            _kept.WriteAsync(buffer, cancellationToken);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            _kept.WriteAsync(buffer, offset, count, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            if (disposing) _kept.Dispose();
            base.Dispose(disposing);
        }
    }
}
