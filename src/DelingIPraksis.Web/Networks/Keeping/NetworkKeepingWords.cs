using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Rooms;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Networks.Keeping;

/// <summary>What was done to a network, in words.</summary>
internal static class NetworkKeepingWords
{
    /// <summary>A change that can be undone.</summary>
    public static string Of(IStringLocalizer<NetworkKeepingTexts> texts, NetworkStep step) => step.Entry.Change switch
    {
        NetworkChange.Renamed c => texts["DidRename", c.Name],
        NetworkChange.MembersAdded { Members: [var only] } => texts["DidAdd", only.Name],
        NetworkChange.MembersAdded c => texts["DidAddMany", c.Members.Count],
        NetworkChange.MemberChanged c => texts["DidChange", c.Member.Name],
        NetworkChange.MemberEnded c => texts["DidChange", step.Before.Members[c.Member].Name],
        NetworkChange.MembersRemoved { Members: [var only] } => texts["DidRemove", step.Before.Members[only].Name],
        var change => texts[$"Did{change.GetType().Name}"],
    };
}
