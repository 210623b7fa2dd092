using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;

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

/// <summary>The log of a gathering or a network cannot be folded. The message is a sentence for the administrator.</summary>
internal sealed class LogFaultException : Exception
{
    public LogFaultException(Id<Gathering> gathering, long sequence, LogFault fault, Exception? because = null)
        : base($"Samling {gathering}: " + Say(sequence, fault, "Samlingen"), because) => Fault = fault;

    public LogFaultException(Id<Network> network, long sequence, LogFault fault, Exception? because = null)
        : base($"Nettverk {network}: " + Say(sequence, fault, "Nettverket"), because) => Fault = fault;

    public LogFault Fault { get; }

    private static string Say(long sequence, LogFault fault, string what) => fault switch
    {
        LogFault.Missing =>
            $"innføring {sequence} mangler i loggen. {what} åpnes ikke, for at ingenting skal vises feil. Legg inn en sikkerhetskopi.",
        LogFault.Unreadable => $"innføring {sequence} i loggen er skadet. Legg inn en sikkerhetskopi.",
        LogFault.FromNewerEdition => $"innføring {sequence} er laget av en nyere utgave av Deling i praksis. Bruk den utgaven.",
        _ => $"innføring {sequence} passer ikke med dem før den. Legg inn en sikkerhetskopi, eller bruk den utgaven som skrev den.",
    };
}
