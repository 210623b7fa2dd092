using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// What somebody is typing and has not put forward yet, kept on the server so that another device, or a browser whose storage was cleared,
/// has it too.
/// </summary>
public interface IDrafts
{
    /// <summary>The drafts of one person, by the name of the field.</summary>
    Task<IReadOnlyDictionary<string, string>> OfAsync(Id<Person> person);

    /// <summary>Keeps a draft; an empty text takes it away.</summary>
    Task KeepAsync(Id<Person> person, string field, string text);
}
