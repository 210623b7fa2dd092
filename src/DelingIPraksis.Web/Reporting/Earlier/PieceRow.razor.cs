using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Reading;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Reporting.Earlier;

/// <summary>One piece of an earlier report: its original, and what it is in the gathering. Its fields show when it is opened.</summary>
public sealed partial class PieceRow : ComponentBase
{
    [Parameter, EditorRequired]
    public Piece Piece { get; set; } = null!;

    /// <summary>What is wrong with it, or null.</summary>
    [Parameter]
    public string? Fault { get; set; }

    /// <summary>Raised when the report has been corrected, or another piece is open.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [CascadingParameter]
    internal EarlierSession Session { get; set; } = null!;

    private bool IsOpen => Session.Open == Piece.Number;

    private bool IsUnsure => Piece.Certainty == Certainty.Guess;

    private bool HasSpeakers => Piece.Role is PieceRole.Talk or PieceRole.TalkAlone or PieceRole.Welcome;

    private string Speakers => SpeakerList.Write(Piece.Speakers);

    private string Short => TextTruncation.Shorten((Piece.Original.IsEmpty ? Piece.Text : Piece.Original).OnOneLine.Value, 40);

    private string RoleName => Piece.Role == PieceRole.LeftOut
        ? $"{T["RoleLeftOut"]}: {T[$"Reason{Piece.Reason}"].Value.ToLower(CultureInfo.CurrentUICulture)}"
        : T[$"Role{Piece.Role}"];

    private string Field(string name) => string.Create(CultureInfo.InvariantCulture, $"{name}-{Piece.Number}");

    private Task OpenPiece()
    {
        Session.Open = Piece.Number;
        return Changed.InvokeAsync();
    }

    private Task ClosePiece()
    {
        Session.Open = null;
        return Changed.InvokeAsync();
    }

    private async Task DoAsync(Func<EarlierReport, EarlierReport> correct)
    {
        await Session.CorrectAsync(correct);
        await Changed.InvokeAsync();
    }

    private Task RoleAsync(PieceRole role) => DoAsync(report => report.WithRole(Piece.Number, role));

    private Task ReasonAsync(LeftOutReason reason) => DoAsync(report => report.LeftOutFor(Piece.Number, reason));

    private Task TextAsync(string? text) => DoAsync(report => report.Written(Piece.Number, text));

    private Task SpeakersAsync(string? speakers) => DoAsync(report => report.SpokenBy(Piece.Number, SpeakerList.Read(speakers)));

    private Task JoinAsync()
    {
        // The piece above takes the words, and is what is worked on then.
        var at = Session.Report.Pieces.FindIndex(piece => piece.Number == Piece.Number);
        if (at > 0) Session.Open = Session.Report.Pieces[at - 1].Number;
        return DoAsync(report => report.Joined(Piece.Number));
    }
}
