using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.PersonalData;

/// <summary>What sort of person: one who has joined a gathering, or one with an account.</summary>
public enum PersonKind
{
    /// <summary>Somebody who has joined a gathering. Another gathering is another person to us.</summary>
    Participant,

    /// <summary>Somebody with an account.</summary>
    Account,
}

/// <summary>A person that a search has found. Two of the same name differ in where and when.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="Id">The number in our tables.</param>
/// <param name="Name">The name; empty when she gave none.</param>
/// <param name="About">Where and when, or the e-mail address, in words.</param>
public sealed record PersonMatch(PersonKind Kind, Guid Id, string Name, string About)
{
    /// <summary>The person in an address.</summary>
    public string Key => $"{(Kind == PersonKind.Account ? 'k' : 'd')}-{Id:N}";

    /// <summary>The kind and number of a key; null when it is none.</summary>
    public static (PersonKind Kind, Guid Id)? Read(string? key) =>
        key is ['k' or 'd', '-', ..] && Guid.TryParse(key.AsSpan(2), out var id)
            ? (key[0] == 'k' ? PersonKind.Account : PersonKind.Participant, id)
            : null;
}

/// <summary>One thing that is stored.</summary>
/// <param name="What">What it is, in words.</param>
/// <param name="Where">Where it lies: the table, or the log.</param>
/// <param name="At">When it was stored, UTC; null when that is not known.</param>
public sealed record StoredItem(string What, string Where, DateTimeOffset? At = null);

/// <summary>
/// A name in a text that somebody has written. Only a reader can tell whether it means this person, so it is shown and not changed.
/// </summary>
/// <param name="Gathering">The title of the gathering.</param>
/// <param name="Where">Where in it, in words.</param>
/// <param name="Excerpt">The words around it.</param>
/// <param name="Link">The page where it can be corrected; null when it is only in the log.</param>
public sealed record TextFind(string Gathering, string Where, string Excerpt, string? Link);

/// <summary>Everything that is stored about a person.</summary>
/// <param name="Person">The person.</param>
/// <param name="Items">What is stored.</param>
/// <param name="Finds">Where others have written the name.</param>
/// <param name="Notes">What else the reader must know, such as what copies hold.</param>
public sealed record PersonFile(
    PersonMatch Person, IReadOnlyList<StoredItem> Items, IReadOnlyList<TextFind> Finds, IReadOnlyList<string> Notes);

/// <summary>What one may look in.</summary>
/// <param name="Gatherings">The gatherings that one organises; those of all for an administrator.</param>
/// <param name="Organised">The gatherings where one may erase.</param>
/// <param name="Accounts">Whether all accounts are included, and may be erased.</param>
/// <param name="Words">Whether what the person has written herself is shown in words.</param>
internal sealed record PersonScope(
    IReadOnlySet<Id<Gathering>> Gatherings,
    IReadOnlySet<Id<Gathering>> Organised,
    bool Accounts,
    bool Words = false
)
{
    /// <summary>What somebody may see of herself: all of her own words, and nothing of what others have written.</summary>
    public static PersonScope OfHerself(Id<Gathering> gathering) =>
        new(new HashSet<Id<Gathering>> { gathering }, new HashSet<Id<Gathering>>(), Accounts: false, Words: true) { Texts = false };

    /// <summary>Whether the texts of others are searched for the name.</summary>
    public bool Texts { get; init; } = true;
}
