using System.Text.RegularExpressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Tests.Access;

namespace DelingIPraksis.Web.Tests.Shell;

/// <summary>An id stands once on a page: labels, hints and errors are found by it.</summary>
[Collection(AccessTogether.Name)]
public sealed partial class IdTests(AccessApplication application)
{
    [Fact]
    public void No_part_that_is_drawn_in_a_loop_has_an_id_of_its_own_in_the_source()
    {
        var sources = Directory.EnumerateFiles(Sources.Web, "*.razor", SearchOption.AllDirectories).Where(file => !Sources.IsMade(file))
            .GroupBy(file => Path.GetFileNameWithoutExtension(file))
            .ToDictionary(files => files.Key, files => string.Concat(files.Select(File.ReadAllText)), StringComparer.Ordinal);
        var looped = sources
            .Values.SelectMany(Loops)
            .SelectMany(loop => TagPattern().Matches(loop))
            .Select(tag => tag.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        // What a part in a loop draws is in the loop too.
        for (var before = -1; before < looped.Count;)
        {
            before = looped.Count;
            looped.UnionWith(
                looped
                    .Where(sources.ContainsKey)
                    .ToList()
                    .SelectMany(part => TagPattern().Matches(sources[part]))
                    .Select(tag => tag.Groups[1].Value)
            );
        }

        Assert.Contains("TalkCard", looped);
        Assert.Contains("LineField", looped);
        Assert.Empty(
            looped
                .Where(sources.ContainsKey)
                .SelectMany(part => FixedPattern().Matches(sources[part]).Select(id => $"{part}: {id.Groups[1].Value}"))
        );
    }

    [Fact]
    public async Task No_page_as_the_server_sends_it_has_an_id_twice()
    {
        var user = await application.GivenAccountAsync();
        using var browser = await application.GivenSignedInAsync(user);
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal", "Bergen");
        await application.Web.Rooms.MustKeepAsync(
            gathering.Id,
            gathering.Owner,
            new Change.StaffAppointed(new Id<User>(user.Id), Role.Organiser)
        );
        string[] pages =
        [
            "/",
            "/bli-med",
            $"/bli-med?kode={code.Symbols}",
            "/logg-inn",
            "/prov",
            "/personvern",
            "/rapporter",
            "/samlinger",
            "/samlinger/hent-inn",
            $"/samling/{gathering.Id}/program",
            $"/samling/{gathering.Id}/invitasjon",
            $"/samling/{gathering.Id}/konsoll",
            $"/samling/{gathering.Id}/rapport",
            $"/samling/{gathering.Id}/vegg",
            $"/samling/{gathering.Id}/ark",
        ];
        foreach (var page in pages)
        {
            var html = (await browser.GetAsync(page)).Html;
            var twice = IdPattern()
                .Matches(html)
                .Select(id => id.Groups[1].Value)
                .GroupBy(id => id)
                .Where(group => group.Count() > 1)
                .Select(group => group.Key);
            Assert.Equal((page, ""), (page, string.Join(' ', twice)));
        }
    }

    // From the brace of a @foreach or @for to the brace that ends it.
    private static IEnumerable<string> Loops(string razor)
    {
        foreach (Match loop in LoopPattern().Matches(razor))
        {
            var from = razor.IndexOf('{', loop.Index + loop.Length);
            var depth = 0;
            for (var at = from; at >= 0 && at < razor.Length; at++)
            {
                if (razor[at] == '{') depth++;
                else if (razor[at] == '}') depth--;
                if (depth > 0) continue;
                yield return razor[from..at];
                break;
            }
        }
    }

    [GeneratedRegex(@"@(?:foreach|for) \(")]
    private static partial Regex LoopPattern();

    [GeneratedRegex(@"<([A-Z]\w+)[\s/>]")]
    private static partial Regex TagPattern();

    // The pattern of a drawing is the same wherever it is drawn, and no label points at it.
    [GeneratedRegex("(?<!<pattern)\\s(?:id|Id)=\"([a-zA-Z][\\w-]*)\"")]
    private static partial Regex FixedPattern();

    [GeneratedRegex("<[a-z][^<>]*?\\sid=\"([^\"]+)\"")]
    private static partial Regex IdPattern();
}
