using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Norwegian;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Programme.Plan;

/// <summary>A plan with a name, to use again.</summary>
/// <param name="Name">The name.</param>
/// <param name="Phases">Its phases.</param>
public sealed record PlanTemplate(string Name, ImmutableList<Phase> Phases)
{
    /// <summary>How long it lasts.</summary>
    [JsonIgnore]
    public int Minutes => Phases.Sum(phase => phase.Minutes);

    /// <summary>Whether it is offered to everybody.</summary>
    [JsonIgnore]
    public bool IsCommon { get; init; }
}

/// <summary>Why a file is not a plan: the key of the text, and its numbers.</summary>
public sealed record PlanFault(string Text, params object[] Figures);

/// <summary>The service's own plans, and how a plan is written to a file and read from one.</summary>
internal sealed class PlanTemplates(KeptFiles files)
{
    private const string Common = "plan";
    private const string Own = KeptFile.OwnPlan;
    private const string Format = "deling-i-praksis-plan";
    private const int LargestFile = 200_000;

    private static readonly JsonSerializerOptions _json = new(GatheringJson.Options)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        MaxDepth = 8,
    };

    /// <summary>The plans for everybody and the account's own, by name.</summary>
    public async Task<IReadOnlyList<PlanTemplate>> AllAsync(Id<User>? owner)
    {
        var common = (await files.AllAsync(Common)).Select(file =>
            Read(file.Content).Plan is { } plan ? plan with { IsCommon = true } : null
        );
        var own = owner is { } user
            ? (await files.AllAsync(Own))
                .Where(file => file.Name.StartsWith(NameOf(user, ""), StringComparison.Ordinal))
                .Select(file => Read(file.Content).Plan)
            : [];
        return [.. common.Concat(own).OfType<PlanTemplate>().OrderBy(plan => plan.Name, NorwegianOrder.Comparer)];
    }

    /// <summary>Stores a plan in place of the one with the same name: for everybody, or for its owner alone.</summary>
    public Task SaveAsync(PlanTemplate plan, Id<User>? owner) =>
        owner is { } user ? files.PutAsync(Own, NameOf(user, plan.Name), Write(plan)) : files.PutAsync(Common, plan.Name, Write(plan));

    /// <summary>Deletes a plan.</summary>
    public Task RemoveAsync(string name, Id<User>? owner) =>
        owner is { } user ? files.RemoveAsync(Own, NameOf(user, name)) : files.RemoveAsync(Common, name);

    private static string NameOf(Id<User> owner, string name) => $"{owner}/{name}";

    /// <summary>A plan as a file that can be sent to somebody.</summary>
    public static byte[] Write(PlanTemplate plan) =>
        JsonSerializer.SerializeToUtf8Bytes(new PlanFile(Format, 1, plan.Name, plan.Phases), _json);

    /// <summary>The plan in a file, or what is wrong with it; one of them is null.</summary>
    public static (PlanTemplate? Plan, PlanFault? Fault) Read(byte[] file)
    {
        if (file.Length is 0 or > LargestFile) return (null, new("PlanFileSize", LargestFile / 1000));
        PlanFile? read;
        try
        {
            read = JsonSerializer.Deserialize<PlanFile>(TextFile.ToUtf8(file).Span, _json);
        }
        catch (JsonException fault)
        {
            return (null, new("PlanFileNotJson", (fault.LineNumber ?? 0) + 1));
        }

        if (read is not { What: Format } || read.Phases is not { IsEmpty: false } phases) return (null, new("PlanFileOther"));
        if (read.Version > 1) return (null, new("PlanFileNewer"));
        if (new PlainText(read.Name) is not { IsEmpty: false, Length: <= Limits.Name } name)
            return (null, new("PlanFileName", Limits.Name));
        if (phases.Count > 40) return (null, new("PlanFileTooMany", phases.Count));
        if (PlanRounds.CountOf(phases) > DayPlanner.MostRounds) return (null, new("PlanFileRounds", DayPlanner.MostRounds));
        for (var place = 0; place < phases.Count; place++)
        {
            if (phases[place] is not { } phase || !Enum.IsDefined(phase.Kind)) return (null, new("PlanFilePhase", place + 1));
            if (phase.Minutes is < 1 or > 480) return (null, new("PlanFileMinutes", place + 1, phase.Minutes));
            if (phase.ForPresenter.Length > Limits.Note || phase.ForCommenter.Length > Limits.Note)
                return (null, new("PlanFilePhase", place + 1));
        }

        return (new(name.Value, phases), null);
    }

    private sealed record PlanFile(string? What, int Version, string? Name, ImmutableList<Phase>? Phases);
}
