using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Storage;

internal enum LogFault
{
    /// <summary>It is missing, though later entries exist.</summary>
    Missing,

    /// <summary>It cannot be parsed.</summary>
    Unreadable,

    /// <summary>It has a verb or a property of a newer version.</summary>
    FromNewerEdition,

    /// <summary>The rules refuse it at its place.</summary>
    DoesNotStand,
}

/// <summary>The log of a gathering cannot be folded. The message is a sentence for the administrator.</summary>
internal sealed class LogFaultException(Id<Gathering> gathering, long sequence, LogFault fault, Exception? because = null)
    : Exception(Say(gathering, sequence, fault), because)
{
    public LogFault Fault { get; } = fault;

    private static string Say(Id<Gathering> gathering, long sequence, LogFault fault) => $"Samling {gathering}: " + fault switch
    {
        LogFault.Missing =>
            $"innføring {sequence} mangler i loggen. Samlingen åpnes ikke, for at ingenting skal vises feil. Legg inn en sikkerhetskopi.",
        LogFault.Unreadable => $"innføring {sequence} i loggen er skadet. Legg inn en sikkerhetskopi.",
        LogFault.FromNewerEdition => $"innføring {sequence} er laget av en nyere utgave av Deling i praksis. Bruk den utgaven.",
        _ => $"innføring {sequence} passer ikke med dem før den. Legg inn en sikkerhetskopi, eller bruk den utgaven som skrev den.",
    };
}
