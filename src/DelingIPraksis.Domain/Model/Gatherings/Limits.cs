namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// The maximum lengths of texts, in UTF-16 units, and the maximum numbers. Screens check them too, so that the rules seldom have to refuse.
/// </summary>
public static class Limits
{
    /// <summary>A name of a person or an organisation.</summary>
    public const int Name = 120;

    /// <summary>A number in a register of municipalities, counties or organisations.</summary>
    public const int RegisterNumber = 20;

    /// <summary>A title or any other line.</summary>
    public const int Line = 300;

    /// <summary>A note or a point.</summary>
    public const int Note = 2_000;

    /// <summary>What a note is about.</summary>
    public const int Theme = 60;

    /// <summary>A field of the exchange.</summary>
    public const int Text = 6_000;

    /// <summary>A running text of the report.</summary>
    public const int Prose = 20_000;

    /// <summary>Messages from the facilitator that are kept for the screens. The log keeps all of them.</summary>
    public const int Messages = 20;

    /// <summary>Votes that one party has.</summary>
    public const int Votes = 3;

    /// <summary>Notes that one party may have on a board, its own or its partner's. A deleted note does not count.</summary>
    public const int NotesOfParty = 500;

    /// <summary>Notes that one party may ever have written on a board, deleted ones included.</summary>
    public const int NotesEver = 2_000;

    /// <summary>How many declined people at a guarded door are remembered, so that they can be told.</summary>
    public const int Declined = 200;

    /// <summary>Parties, people or points in one gathering.</summary>
    public const int Many = 2_000;

    /// <summary>People whom one party may say that it comes with.</summary>
    public const int PeopleOfParty = 99;

    /// <summary>Groups of notes in one gathering.</summary>
    public const int Groups = 500;

    /// <summary>Members that one member of a network came after in reforms.</summary>
    public const int CameAfter = 30;

    /// <summary>Links of one talk.</summary>
    public const int Links = 20;

    /// <summary>Sections of the report that the organiser names.</summary>
    public const int Sections = 30;
}
