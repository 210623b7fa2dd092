using System.Net;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Access.Codes;

/// <summary>Finds the gathering of a typed code, with a limit on guessing.</summary>
internal sealed class CodeLookup(JoinCodes codes, GuessLimit limit)
{
    /// <summary>
    /// The gathering, or why there is none. An unknown code, an old code and the code of a deleted gathering get the same answer.
    /// </summary>
    public async Task<CodeLookupResult> FindAsync(string? typed, IPAddress? from)
    {
        // An invalid code is not a guess.
        if (!DoorCode.TryParse(typed, out var code))
            return new(null, string.IsNullOrWhiteSpace(typed) ? CodeAnswer.NoCode : CodeAnswer.NotACode);
        if (!await limit.AdmitAsync(from)) return new(null, CodeAnswer.TooManyTries);
        if (await codes.FindAsync(code) is { } gathering) return new(gathering, CodeAnswer.Known);
        limit.RecordFailure(from);
        return new(null, CodeAnswer.UnknownCode);
    }
}

internal sealed record CodeLookupResult(Id<Gathering>? Gathering, CodeAnswer Answer);

/// <summary>The results of a lookup. Each except the first has a text of its own.</summary>
internal enum CodeAnswer
{
    Known,
    NoCode,
    NotACode,
    UnknownCode,
    TooManyTries,
}
