using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Access.Codes;

namespace DelingIPraksis.Web.Access;

/// <summary>
/// The addresses for joining and signing in, relative to the base of the service, which may be a folder of a host (<c>/deling/</c>). Never
/// change them: they are on walls and in invitations.
/// </summary>
internal static class AccessPaths
{
    public const string Join = "bli-med";
    public const string SignIn = "logg-inn";
    public const string SignOut = "logg-ut";
    public const string Account = "konto";
    public const string FirstOrganiser = "forste";
    public const string Gatherings = "samlinger";
    public const string Import = "samlinger/hent-inn";

    /// <summary>The query parameter with the address to return to after signing in.</summary>
    public const string ReturnParameter = "retur";

    public static string Code(DoorCode code) => $"k/{code.Symbols}";

    public static string Board(Id<Person> person) => $"tavle/{person}";

    /// <summary>The address of the board after joining. When the group work has begun, the board says what has happened.</summary>
    public static string Arrival(Id<Person> person, GatheringView view) =>
        view.Phase is { Kind: > PhaseKind.CheckIn } ? $"{Board(person)}?sein=1" : Board(person);

    public static string Waiting(Id<Person> person) => $"venter/{person}";

    public static string OtherParty(Id<Person> person) => $"tavle/{person}/bytt";

    public static string Leave(Id<Person> person) => $"tavle/{person}/ga-ut";

    public static string OwnLink(Id<Person> person) => $"tavle/{person}/min-lenke";

    /// <summary>The quotes of a seat's party.</summary>
    public static string Quotes(Id<Person> person) => $"tavle/{person}/sitater";

    /// <summary>The quotes of a party, by its link from a letter.</summary>
    public static string Quotes(string token) => $"sitater/{token}";

    public static string Reentry(string token) => $"inn/{token}";

    /// <summary>A municipality's own link for joining. It also works days before.</summary>
    public static string OfParty(string token) => $"kom/{token}";

    /// <summary>A pair's link for joining, for the chat of its video room.</summary>
    public static string OfPair(DoorCode code, Id<Pair> pair) => $"par/{code.Symbols}/{pair}";

    /// <summary>A colleague's link to a role.</summary>
    public static string OfColleague(string token) => $"medarrangor/{token}";

    public static string Programme(Id<Gathering> gathering) => $"samling/{gathering}/program";

    public static string Invitation(Id<Gathering> gathering) => $"samling/{gathering}/invitasjon";

    public static string Console(Id<Gathering> gathering) => $"samling/{gathering}/konsoll";
}
